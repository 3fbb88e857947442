// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-receipt-rule.h"

#include "spil-entity.h"

#include <glib/gi18n-lib.h>

static int
compare_receipt (const SpilFundReceipt *a, const SpilFundReceipt *b)
{
  const gboolean a_known = spil_day_is_known (a->received), b_known = spil_day_is_known (b->received);

  if (a_known != b_known)
    return a_known ? -1 : 1;
  if (a_known && spil_day_compare (a->received, b->received) != 0)
    return spil_day_compare (a->received, b->received);
  return spil_id_compare (a->id, b->id);
}

static gboolean
has_rank (const SpilFundReceipt *receipt)
{
  return receipt->asked > 0 && receipt->avoidances > 0;
}

/* Least asked per avoidance first; without division, so that alike is alike. */
static int
compare_rank (const SpilFundReceipt *a, const SpilFundReceipt *b)
{
  __int128 left, right;

  if (has_rank (a) != has_rank (b))
    return has_rank (a) ? -1 : 1;
  if (!has_rank (a))
    return 0;
  left = (__int128) a->asked * b->avoidances;
  right = (__int128) b->asked * a->avoidances;
  return (left > right) - (left < right);
}

int
spil_fund_receipt_compare (const SpilFundReceipt *a, const SpilFundReceipt *b, int order)
{
  int rank = order == SPIL_APPLICATION_ORDER_RANKING ? compare_rank (a, b) : 0;

  return rank != 0 ? rank : compare_receipt (a, b);
}

static int
compare (gconstpointer a, gconstpointer b, gpointer order)
{
  return spil_fund_receipt_compare (a, b, GPOINTER_TO_INT (order));
}

void
spil_fund_receipt_sort (GArray *receipts, int order)
{
  g_array_sort_with_data (receipts, compare, GINT_TO_POINTER (order));
}

void
spil_fund_receipt_share (GArray *receipts, int order, int64_t ceiling)
{
  int64_t sum = 0;

  spil_fund_receipt_sort (receipts, order);
  for (guint i = 0; i < receipts->len; i++) {
    SpilFundReceipt *receipt = &g_array_index (receipts, SpilFundReceipt, i);

    sum += receipt->taken;
    receipt->over = CLAMP (sum - ceiling, 0, MAX (0, receipt->taken));
  }
}

SpilFundWindow
spil_fund_window (SpilDay opens, SpilDay closes, SpilDay received)
{
  if (!spil_day_is_known (received))
    return SPIL_FUND_WINDOW_UNKNOWN;
  if (spil_day_is_known (opens) && spil_day_compare (received, opens) < 0)
    return SPIL_FUND_WINDOW_EARLY;
  if (spil_day_is_known (closes) && spil_day_compare (received, closes) > 0)
    return SPIL_FUND_WINDOW_LATE;
  return SPIL_FUND_WINDOW_IN;
}

char *
spil_fund_window_dup_sentence (SpilDay opens, SpilDay closes, SpilDay received)
{
  g_autofree char *first = spil_day_format (opens);
  g_autofree char *last = spil_day_format (closes);
  g_autofree char *day = spil_day_format (received);

  switch (spil_fund_window (opens, closes, received)) {
  case SPIL_FUND_WINDOW_EARLY:
    return g_strdup_printf (_ ("It was received on %s, before the scheme opened on %s."), day, first);
  case SPIL_FUND_WINDOW_LATE:
    return g_strdup_printf (_ ("It was received on %s, after the scheme closed on %s."), day, last);
  default:
    return NULL;
  }
}
