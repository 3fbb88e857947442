// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-drawing-rule.h"

#include <string.h>

#define EX SPIL_VAT_EXCLUDED
#define IN SPIL_VAT_INCLUDED

static void
test_open (void)
{
  static const struct
  {
    const char *what;
    int64_t amount, used;
    SpilVat used_vat;
    int64_t open;
  } cases[] = {
    { "untouched", 100000, 0, EX, 100000 },
    { "drawn in part", 100000, 99999, EX, 1 },
    { "drawn to the cent", 100000, 100000, EX, 0 },
    { "drawn a cent beyond it", 100000, 100001, EX, 0 },
    { "money came back", 100000, -1, EX, 100001 },
    { "another VAT note takes nothing", 100000, 60000, IN, 100000 },
    { "reversed", 0, 0, EX, 0 },
    { "released twice by two laptops", -20000, 60000, EX, 0 },
    { "released twice, drawn less", 20000, 10000, EX, 10000 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilMoney open = spil_drawing_open (spil_money (cases[i].amount, EX),
                                        spil_money (cases[i].used, cases[i].used_vat));

    g_test_message ("%s", cases[i].what);
    g_assert_cmpint (open.cents, ==, cases[i].open);
    g_assert_cmpint (open.vat, ==, EX);
  }
}

static void
test_release (void)
{
  static const struct
  {
    const char *what;
    int64_t open, amount;
    SpilVat vat;
    gboolean allowed;
    const char *sentence;
  } cases[] = {
    { "all that is open", 40000, 40000, EX, TRUE, "nothing stays open" },
    { "a cent less", 40000, 39999, EX, TRUE, "0,01 stays open" },
    { "a cent more", 40000, 40001, EX, FALSE, "400,00 is open" },
    { "a cent", 40000, 1, EX, TRUE, "399,99 stays open" },
    { "nothing", 40000, 0, EX, FALSE, "how much" },
    { "below zero", 40000, -1, EX, FALSE, "how much" },
    { "nothing is open", 0, 40000, EX, FALSE, "nothing to release" },
    { "nothing of nothing", 0, 0, EX, FALSE, "nothing to release" },
    { "another VAT note", 40000, 40000, IN, FALSE, "VAT note" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilRelease release = spil_release_judge (spil_money (cases[i].open, EX),
                                              spil_money (cases[i].amount, cases[i].vat));
    g_autofree char *sentence = spil_release_dup_sentence (&release, "Bureau\nNoord");

    g_test_message ("%s: %s", cases[i].what, sentence);
    g_assert_cmpint (release.allowed, ==, cases[i].allowed);
    g_assert_cmpint (release.left.cents, ==, cases[i].open - cases[i].amount);
    g_assert_nonnull (strstr (sentence, cases[i].sentence));
    g_assert_true (strstr (sentence, "“Bureau Noord”") != NULL);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/drawing-rule/open", test_open);
  g_test_add_func ("/model/drawing-rule/release", test_release);
  return g_test_run ();
}
