// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-receipt-rule.h"

#include "spil-entity.h"
#include "spil-number.h"

#include <string.h>

#define RECEIPT SPIL_APPLICATION_ORDER_RECEIPT
#define RANKING SPIL_APPLICATION_ORDER_RANKING
#define N 4

/* Ids that were made one after another: a, b, c, d. */
static SpilId
id_of (char name)
{
  SpilId id = SPIL_ID_NIL;

  id.bytes[0] = (uint8_t) name;
  return id;
}

static char
name_of (SpilId id)
{
  return (char) id.bytes[0];
}

/* A day of July 2018; 0: not received. */
static SpilDay
july (int day)
{
  return day > 0 ? spil_day_from_ymd (2018, 7, day) : SPIL_DAY_NONE;
}

typedef struct
{
  int received;
  int64_t asked, avoidances, taken;
} Given;

static GArray *
make (const Given *given)
{
  GArray *receipts = g_array_new (FALSE, FALSE, sizeof (SpilFundReceipt));

  /* The last that was made comes first. */
  for (int i = N - 1; i >= 0; i--) {
    const SpilFundReceipt receipt = { .id = id_of ((char) ('a' + i)),
                                      .received = july (given[i].received),
                                      .asked = given[i].asked,
                                      .avoidances = given[i].avoidances,
                                      .taken = given[i].taken };

    g_array_append_val (receipts, receipt);
  }
  return receipts;
}

static void
test_share (void)
{
  static const struct
  {
    const char *what;
    int order;
    int64_t ceiling;
    Given given[N]; /* a, b, c, d */
    const char *sorted;
    int64_t over[N]; /* in that order */
  } cases[] = {
    { "by day of receipt",
      RECEIPT,
      1000,
      { { 4, 0, 0, 1 }, { 3, 0, 0, 1 }, { 2, 0, 0, 1 }, { 1, 0, 0, 1 } },
      "dcba",
      { 0 } },
    { "on one day: as they were made",
      RECEIPT,
      1000,
      { { 1, 0, 0, 1 }, { 1, 0, 0, 1 }, { 1, 0, 0, 1 }, { 1, 0, 0, 1 } },
      "abcd",
      { 0 } },
    { "not received comes last",
      RECEIPT,
      1000,
      { { 0, 0, 0, 1 }, { 3, 0, 0, 1 }, { 0, 0, 0, 1 }, { 1, 0, 0, 1 } },
      "dbac",
      { 0 } },
    { "no order stated is receipt",
      0,
      1000,
      { { 2, 9, 9, 1 }, { 1, 1, 9, 1 }, { 3, 0, 0, 1 }, { 4, 0, 0, 1 } },
      "bacd",
      { 0 } },
    { "exactly the ceiling",
      RECEIPT,
      400,
      { { 1, 0, 0, 100 }, { 2, 0, 0, 100 }, { 3, 0, 0, 100 }, { 4, 0, 0, 100 } },
      "abcd",
      { 0, 0, 0, 0 } },
    { "a cent over",
      RECEIPT,
      399,
      { { 1, 0, 0, 100 }, { 2, 0, 0, 100 }, { 3, 0, 0, 100 }, { 4, 0, 0, 100 } },
      "abcd",
      { 0, 0, 0, 1 } },
    { "two on one day: the later is over",
      RECEIPT,
      150,
      { { 1, 0, 0, 100 }, { 1, 0, 0, 60 }, { 3, 0, 0, 0 }, { 4, 0, 0, 0 } },
      "abcd",
      { 0, 10, 0, 0 } },
    { "what comes after is over as a whole",
      RECEIPT,
      150,
      { { 1, 0, 0, 100 }, { 2, 0, 0, 60 }, { 3, 0, 0, 20 }, { 4, 0, 0, 0 } },
      "abcd",
      { 0, 10, 20, 0 } },
    { "the later by receipt, whoever was made first",
      RECEIPT,
      150,
      { { 3, 0, 0, 100 }, { 2, 0, 0, 100 }, { 5, 0, 0, 0 }, { 6, 0, 0, 0 } },
      "bacd",
      { 0, 50, 0, 0 } },
    { "no room at all",
      RECEIPT,
      0,
      { { 1, 0, 0, 100 }, { 2, 0, 0, 0 }, { 3, 0, 0, 5 }, { 4, 0, 0, 0 } },
      "abcd",
      { 100, 0, 5, 0 } },
    { "by ranking: least per avoidance first",
      RANKING,
      150,
      { { 1, 900, 10, 100 }, { 2, 100, 10, 100 }, { 3, 400, 10, 0 }, { 4, 100, 20, 0 } },
      "dbca",
      { 0, 0, 0, 50 } },
    { "by ranking: alike by receipt, not stated last",
      RANKING,
      1000,
      { { 2, 100, 10, 1 }, { 1, 200, 20, 1 }, { 1, 100, 0, 1 }, { 1, 0, 10, 1 } },
      "bacd",
      { 0 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GArray) receipts = make (cases[i].given);
    int64_t sum = 0, over = 0;

    spil_fund_receipt_share (receipts, cases[i].order, cases[i].ceiling);
    g_test_message ("%s", cases[i].what);
    for (guint j = 0; j < N; j++) {
      const SpilFundReceipt *receipt = &g_array_index (receipts, SpilFundReceipt, j);

      g_assert_cmpint (name_of (receipt->id), ==, cases[i].sorted[j]);
      g_assert_cmpint (receipt->over, ==, cases[i].over[j]);
      sum += receipt->taken;
      over += receipt->over;
    }
    /* Nothing is cut, and nothing is counted twice. */
    g_assert_cmpint (over, ==, MAX (0, sum - cases[i].ceiling));
  }
}

static void
test_window (void)
{
  static const struct
  {
    int opens, closes, received;
    SpilFundWindow window;
    const char *says;
  } cases[] = {
    { 5, 20, 4, SPIL_FUND_WINDOW_EARLY, "04-07-2018, before the scheme opened on 05-07-2018" },
    { 5, 20, 5, SPIL_FUND_WINDOW_IN, NULL },
    { 5, 20, 20, SPIL_FUND_WINDOW_IN, NULL },
    { 5, 20, 21, SPIL_FUND_WINDOW_LATE, "21-07-2018, after the scheme closed on 20-07-2018" },
    { 5, 20, 0, SPIL_FUND_WINDOW_UNKNOWN, NULL },
    { 0, 20, 1, SPIL_FUND_WINDOW_IN, NULL },
    { 5, 0, 31, SPIL_FUND_WINDOW_IN, NULL },
    { 0, 0, 31, SPIL_FUND_WINDOW_IN, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const SpilDay opens = july (cases[i].opens), closes = july (cases[i].closes);
    g_autofree char *sentence = spil_fund_window_dup_sentence (opens, closes, july (cases[i].received));

    g_test_message ("%d in %d-%d: %s", cases[i].received, cases[i].opens, cases[i].closes, sentence);
    g_assert_cmpint (spil_fund_window (opens, closes, july (cases[i].received)), ==, cases[i].window);
    if (cases[i].says == NULL)
      g_assert_null (sentence);
    else
      g_assert_nonnull (strstr (sentence, cases[i].says));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/receipt-rule/share", test_share);
  g_test_add_func ("/receipt-rule/window", test_window);
  return g_test_run ();
}
