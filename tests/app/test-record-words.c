// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-record-words.h"

static void
test_one_line (void)
{
  g_autoptr (SpilRecord) area = spil_record_new (spil_entity (SPIL_ENTITY_AREA), spil_id_new ());
  g_autofree char *line = NULL;

  spil_record_set_text (area, SPIL_AREA_NAME, "Eén\nen \342\200\256twee");
  line = spil_record_dup_one_line (area);
  g_assert_null (strchr (line, '\n'));
  g_assert_null (strstr (line, "\342\200\256"));
}

static void
test_subtitle (void)
{
  g_autoptr (SpilRecord) area = spil_record_new (spil_entity (SPIL_ENTITY_AREA), spil_id_new ());
  g_autofree char *empty = spil_record_dup_subtitle (area);
  g_autofree char *full = NULL;

  g_assert_cmpstr (empty, ==, "");
  spil_record_set_text (area, SPIL_AREA_NAME, "Oosterenk");
  spil_record_set_text (area, SPIL_AREA_MUNICIPALITY, "Zwolle");
  spil_record_set_text (area, SPIL_AREA_NOTES, "Not in a list");
  full = spil_record_dup_subtitle (area);
  g_assert_cmpstr (full, ==, "Zwolle");
}

static void
test_fact (void)
{
  g_autoptr (SpilRecord) area = spil_record_new (spil_entity (SPIL_ENTITY_AREA), spil_id_new ());
  g_autofree char *unknown = spil_record_dup_fact (area, SPIL_AREA_MUNICIPALITY);

  g_assert_cmpstr (unknown, ==, "not stated");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/record-words/one-line", test_one_line);
  g_test_add_func ("/app/record-words/subtitle", test_subtitle);
  g_test_add_func ("/app/record-words/fact", test_fact);
  return g_test_run ();
}
