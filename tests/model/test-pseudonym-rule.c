// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-pseudonym-rule.h"

static void
test_check (void)
{
  static const struct
  {
    const char *text;
    SpilPseudonymDoubt doubt;
  } cases[] = {
    { NULL, SPIL_PSEUDONYM_FINE },
    { "OV-014", SPIL_PSEUDONYM_FINE },
    { "D1-03", SPIL_PSEUDONYM_FINE },
    { "ov14", SPIL_PSEUDONYM_FINE },
    { "PF-002", SPIL_PSEUDONYM_FINE },
    { "ABC-7", SPIL_PSEUDONYM_FINE },
    { "deelnemer 12", SPIL_PSEUDONYM_FINE },
    { "Kaart 3", SPIL_PSEUDONYM_FINE },
    { "17", SPIL_PSEUDONYM_FINE },
    { "Grietje", SPIL_PSEUDONYM_NAME },
    { "grietje12", SPIL_PSEUDONYM_NAME },
    { "G. Voorbeeld", SPIL_PSEUDONYM_NAME },
    { "OV-Grietje", SPIL_PSEUDONYM_NAME },
    { "Zoë", SPIL_PSEUDONYM_NAME },
    { "iemand@voorbeeld.nl", SPIL_PSEUDONYM_EMAIL },
    { "111222333", SPIL_PSEUDONYM_BSN },
    { "1112.22.333", SPIL_PSEUDONYM_BSN },
    { "111222334", SPIL_PSEUDONYM_FINE },
    { "000000000", SPIL_PSEUDONYM_FINE },
    { "038-1234567", SPIL_PSEUDONYM_PHONE },
    { "", SPIL_PSEUDONYM_FINE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_test_message ("%s", cases[i].text);
    g_assert_cmpint (spil_pseudonym_check (cases[i].text), ==, cases[i].doubt);
    g_assert_true ((spil_pseudonym_doubt_label (cases[i].doubt) == NULL) ==
                   (cases[i].doubt == SPIL_PSEUDONYM_FINE));
  }
}

static void
test_prefix (void)
{
  static const struct
  {
    const char *instrument, *prefix;
  } cases[] = {
    { "OV-probeerkaart", "OV" },
    { "Probeeractie fiets", "PF" },
    { "Movez", "MOV" },
    { "De Overstap", "DO" },
    { "Vervolg op De Overstap", "VOD" },
    { NULL, "D" },
    { "", "D" },
    { "12 weken", "WEK" },
    { "één", "ÉÉN" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *prefix = spil_pseudonym_dup_prefix (cases[i].instrument);

    g_assert_cmpstr (prefix, ==, cases[i].prefix);
    // What is proposed is never doubted.
    g_assert_cmpint (spil_pseudonym_check (prefix), ==, SPIL_PSEUDONYM_FINE);
  }
}

static void
test_next (void)
{
  static const char *const texts[] = { "OV-002", "OV-013", "PF-040", "OV-x", "OVX-99", "OV-0007" };
  g_autoptr (GPtrArray) taken = g_ptr_array_new ();
  g_autofree char *first = spil_pseudonym_dup_next ("OV", taken);
  g_autofree char *next = NULL;
  g_autofree char *other = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_ptr_array_add (taken, (char *) texts[i]);
  next = spil_pseudonym_dup_next ("OV", taken);
  other = spil_pseudonym_dup_next ("MOV", taken);
  g_assert_cmpstr (first, ==, "OV-001");
  g_assert_cmpstr (next, ==, "OV-014");
  g_assert_cmpstr (other, ==, "MOV-001");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pseudonym-rule/check", test_check);
  g_test_add_func ("/pseudonym-rule/prefix", test_prefix);
  g_test_add_func ("/pseudonym-rule/next", test_next);
  return g_test_run ();
}
