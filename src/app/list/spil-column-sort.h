// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * Sorts @view as it was the last time, and remembers from then on how it is sorted, as @key of the settings: "name" or "name descending". Its columns have an id and a
 * sorter; one that is no longer there is left aside.
 */
void spil_column_sort_remember (GtkColumnView *view, const char *key);

G_END_DECLS
