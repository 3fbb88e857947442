// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-agenda-data.h"

G_BEGIN_DECLS

#define SPIL_TYPE_AGENDA_LIST (spil_agenda_list_get_type ())

/**
 * Actions as rows under the heading of their day, those that are too late on top. A row opens the employer; Alt with an arrow key moves
 * its action a day or a week, and so does its menu. Signals: `moved` (const char *id, int day); `done` (const char *id). It stands in a
 * SpilPage.
 */
G_DECLARE_FINAL_TYPE (SpilAgendaList, spil_agenda_list, SPIL, AGENDA_LIST, GtkBox)

/** Shows what is too late, and then the day @selected alone, or with SPIL_DAY_NONE every day that has actions. */
void spil_agenda_list_show (SpilAgendaList *self, const SpilAgendaData *data, SpilDay selected);

/** Moves the keyboard to the first action of the selected day. */
void spil_agenda_list_focus (SpilAgendaList *self);

G_END_DECLS
