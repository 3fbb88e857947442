// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

#include "spil-agenda-data.h"

G_BEGIN_DECLS

#define SPIL_TYPE_AGENDA_GRID (spil_agenda_grid_get_type ())

/**
 * Weeks as rows of seven days, with the actions of each. One day is selected: arrow keys go from day to day, Home to today, Page Up and Page
 * Down to another month or week. Signals: `selected` (int, number of the day); `opened` (int): Enter, or a click; `turned` (int: -1 or 1);
 * `moved` (const char *id, int day): an action was dropped on a day.
 */
G_DECLARE_FINAL_TYPE (SpilAgendaGrid, spil_agenda_grid, SPIL, AGENDA_GRID, GtkWidget)

/** Shows @data with the day @selected; @month is the month that is meant (1-12), or 0: other days are not dimmed. */
void spil_agenda_grid_show (SpilAgendaGrid *self, const SpilAgendaData *data, SpilDay selected, int month);

/** Selects a day of those that are shown. */
void spil_agenda_grid_select (SpilAgendaGrid *self, SpilDay day);

/** Moves the keyboard to the selected day. */
void spil_agenda_grid_focus (SpilAgendaGrid *self);

G_END_DECLS
