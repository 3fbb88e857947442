// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

#include "spil-employer-query.h"
#include "spil-area-query.h"
#include "spil-row-group.h"

G_BEGIN_DECLS

/* Rows of the pages about areas. */

/** "34 employers". Free with g_free(). */
char *spil_area_dup_employers (const SpilAreaRow *area);

/** An area in the list of areas; opens its page. */
GtkWidget *spil_area_list_row_new (const SpilAreaRow *area);
/** An area check in the history. */
GtkWidget *spil_area_check_row_new (SpilRecord *check);
/** An employer with a site in the area; opens its page. */
GtkWidget *spil_area_employer_row_new (const SpilEmployerRow *employer);

/** "12 employers · 3.400 staff", and for how many sites the staff is not known. Free with g_free(). */
char *spil_area_dup_counts (const SpilAreaRow *area);

/** The offers by state and what they come to; nothing when there are none. */
void spil_area_append_results (SpilRowGroup *group, const SpilAreaResults *results);

/** The parking balance, line by line: places at sites, each change (of SpilRecord), and what is left. */
void spil_area_append_parking (SpilRowGroup *group, const SpilParkingBalance *balance, GPtrArray *entries);

G_END_DECLS
