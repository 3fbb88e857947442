// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "driver.h"

G_BEGIN_DECLS

/* What was booked, read row by row and added up in another way than Spil does. */

#define N_LINES 6

/** The lines of the plan of 2018, by number from 1. */
extern const char *const money_lines[N_LINES];

/* What the steps come to, in cents. */
typedef struct
{
  gint64 budget[N_LINES];
  gint64 used[N_LINES]; /* spent, and committed and not yet spent */
} Paper;

/** Spent, and what is left of each commitment, per line. */
void add_up (Driver *driver, gint64 *used);

/** All amounts of the rows that have @of; those with the text @off are taken off (NULL: none). */
gint64 sum_rows (Driver *driver, const char *entity, const char *of, const char *off);

/** The exported budget is what is on paper. */
void assert_export (Driver *driver, const Paper *paper);

/** The figures that were kept at closing are what was booked until the last day of the third quarter. */
void assert_closing (Driver *driver);

G_END_DECLS
