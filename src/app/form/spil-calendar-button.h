// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SPIL_TYPE_CALENDAR_BUTTON (spil_calendar_button_get_type ())

/**
 * A button that opens a calendar. Signals: `get-day` (returns the number of the SpilDay to begin at) before it opens,
 * `day-chosen` (the number of the SpilDay).
 */
G_DECLARE_FINAL_TYPE (SpilCalendarButton, spil_calendar_button, SPIL, CALENDAR_BUTTON, GtkWidget)

GtkWidget *spil_calendar_button_new (void);

G_END_DECLS
