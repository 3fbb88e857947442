// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What belongs together with a booking. */
#include "spil-booking-data.h"

// Deeper than reservation, commitment, expense, reversal it never goes; rows that point at each other do not go round for ever.
#define MAX_DEPTH 8

static const SpilBudgetBookingRow *
find_row (GPtrArray *rows, SpilId id)
{
  for (guint i = 0; i < rows->len; i++) {
    const SpilBudgetBookingRow *row = rows->pdata[i];

    if (spil_id_equal (row->id, id))
      return row;
  }
  return NULL;
}

// What a booking comes from: what it takes back, else what it draws down or uses. Nil: nothing.
static SpilId
parent_of (const SpilBudgetBookingRow *row)
{
  if (!spil_id_is_nil (row->original))
    return row->original;
  return row->kind == SPIL_BOOKING_ACTUAL ? row->commitment : row->reservation;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const SpilBudgetBookingRow *one = *(const SpilBudgetBookingRow *const *) a;
  const SpilBudgetBookingRow *other = *(const SpilBudgetBookingRow *const *) b;
  int order = spil_day_compare (one->date, other->date);

  // Ids begin with the time at which they were made.
  return order != 0 ? order : spil_id_compare (one->id, other->id);
}

static void
add (GArray *chain, GPtrArray *rows, const SpilBudgetBookingRow *row, int depth)
{
  g_autoptr (GPtrArray) children = g_ptr_array_new ();
  SpilBookingLink link = { row, depth };

  g_array_append_val (chain, link);
  for (guint i = 0; depth < MAX_DEPTH && i < rows->len; i++)
    if (rows->pdata[i] != row && spil_id_equal (parent_of (rows->pdata[i]), row->id))
      g_ptr_array_add (children, rows->pdata[i]);
  g_ptr_array_sort (children, compare);
  for (guint i = 0; i < children->len; i++)
    add (chain, rows, children->pdata[i], depth + 1);
}

GArray *
spil_booking_chain_new (GPtrArray *rows, SpilId id)
{
  GArray *chain = g_array_new (FALSE, FALSE, sizeof (SpilBookingLink));
  const SpilBudgetBookingRow *row = find_row (rows, id);

  for (int i = 0; row != NULL && i < MAX_DEPTH; i++) {
    const SpilBudgetBookingRow *parent = find_row (rows, parent_of (row));

    if (parent == NULL)
      break;
    row = parent;
  }
  if (row != NULL)
    add (chain, rows, row, 0);
  return chain;
}
