// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-day.h"
#include "spil-id.h"
#include "spil-money.h"
#include "spil-store.h"

G_BEGIN_DECLS

/** A line number of a year, whatever the version, with what was booked on it until a day. */
typedef struct
{
  SpilId line; /**< that stands for it */
  int year;
  int number;
  char *name; /**< owned */
  SpilVat vat;
  SpilDay last; /**< the last day that counts */
  int64_t committed; /**< in cents; other VAT notes left out */
  int64_t actual;
  int bookings; /**< commitments and expenses, whatever their VAT note */
} SpilClosingFigure;

void spil_closing_figure_free (SpilClosingFigure *self);

/** Each line number of each year once, as SpilClosingFigure without bookings: the line of the latest version that was decided stands for it. Free with g_ptr_array_unref(). */
GPtrArray *spil_closing_read_heads (SpilStore *store, GError **error);

/** Adds up what is booked on each of @figures until its own last day. One statement, whatever their number. */
gboolean spil_closing_add_up (SpilStore *store, GPtrArray *figures, GError **error);

G_END_DECLS
