// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-day.h"
#include "spil-id.h"

G_BEGIN_DECLS

/** A period that is closed now: none that was opened again. Its first and last day are in it. */
typedef struct
{
  SpilId id;
  char *name; /**< owned */
  SpilDay first;
  SpilDay last;
  SpilDay closed_on;
} SpilClosedPeriod;

/** Frees what @data (SpilClosedPeriod) owns, not itself: for g_array_set_clear_func(). */
void spil_closed_period_clear (gpointer data);

/** The closed period that holds @day, of those the one that ends last. NULL: the day is open, or not known. */
const SpilClosedPeriod *spil_closing_find (const SpilClosedPeriod *periods, gsize n, SpilDay day);

/**
 * Where a booking of @day goes: on the day itself when that is open; else on the first open day after it, or on @today when that
 * is later and open. Closed periods may adjoin or overlap.
 */
SpilDay spil_closing_open_day (const SpilClosedPeriod *periods, gsize n, SpilDay day, SpilDay today);

/** Why nothing can be booked on @day, which lies in @period, and that @open_day is the first day that can. Free with g_free(). */
char *spil_closing_dup_refusal (const SpilClosedPeriod *period, SpilDay day, SpilDay open_day);

G_END_DECLS
