// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

#include "spil-event-query.h"

G_BEGIN_DECLS

/**
 * A contact moment of the kind event, on the first day of @event, for each of @attendances (SpilAttendanceRow) that has none yet: one action; NULL when
 * there is nothing to note. The day must be known and not lie in the future. Free with spil_action_free().
 */
SpilAction *spil_event_dup_follow_up (const SpilEventRow *event, GPtrArray *attendances);

/** How many contact moments that would be. */
int spil_event_count_to_follow (GPtrArray *attendances);

/** "Meet-up · 03-09-2018 · Hanzeland · 12 organisations, 30 people". Free with g_free(). */
char *spil_event_dup_about (const SpilEventRow *event);

/** A row of an event; opens its page. */
GtkWidget *spil_event_row_new (const SpilEventRow *event);

G_END_DECLS
