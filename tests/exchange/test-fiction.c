// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-fiction.h"

#include <glib/gstdio.h>
#include <string.h>

#include "spil-entity.h"
#include "spil-exchange-error.h"

static SpilFiction *
load (void)
{
  g_autoptr (GError) error = NULL;
  SpilFiction *fiction = spil_fiction_load (&error);

  g_assert_no_error (error);
  return fiction;
}

/* No two companies have the same name, and each is marked. */
static void
test_fiction_companies (void)
{
  g_autoptr (SpilFiction) fiction = load ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int i = 0; i < 120000; i++) {
    const SpilPhrase *branch;
    char *name = spil_fiction_company (fiction, i, &branch);

    g_assert_true (g_str_has_suffix (name, " (demo)"));
    g_assert_nonnull (branch->tag);
    g_assert_true (g_hash_table_add (seen, name));
  }
}

/* Each item of the choices that the lists are about has a phrase of its own. */
static void
test_fiction_choices (void)
{
  g_autoptr (SpilFiction) fiction = load ();
  SpilRandom random = spil_random (1);

  for (int kind = SPIL_CONTACT_KIND_CALLED; kind <= SPIL_CONTACT_KIND_MEETING; kind++)
    g_assert_cmpint (spil_fiction_pick_number (fiction, SPIL_WORDS_OPENINGS, &random, kind)->number, ==,
                     kind);
  for (int need = SPIL_NEED_PARKING; need <= SPIL_NEED_STAFF; need++)
    g_assert_cmpint (spil_fiction_pick_number (fiction, SPIL_WORDS_FINDINGS, &random, need)->number, ==,
                     need);
  for (int stage = 1; stage <= 4; stage++)
    g_assert_cmpint (spil_fiction_pick_number (fiction, SPIL_WORDS_EVIDENCE, &random, stage)->number, ==,
                     stage);
}

/* Lists that are missing or not right. */
static void
test_fiction_bad (void)
{
  static const char *const texts[] = {
    "{",
    "[]",
    "{}",
    "{\"company_first\":[]}",
    "{\"company_first\":[1]}",
    "{\"company_first\":[{\"tag\":\"a\"}]}",
    "{\"company_first\":\"a\"}",
  };
  g_autofree char *dir = g_dir_make_tmp ("spil-fiction-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (dir, "woorden.json", NULL);
  g_autoptr (GError) missing = NULL;

  g_setenv ("SPIL_DEMO_DIR", dir, TRUE);
  g_assert_null (spil_fiction_load (&missing));
  g_assert_error (missing, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_FAILED);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GError) error = NULL;

    g_file_set_contents (path, texts[i], -1, NULL);
    g_assert_null (spil_fiction_load (&error));
    g_assert_error (error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_INVALID);
    g_assert_nonnull (strstr (error->message, path));
  }
  g_unsetenv ("SPIL_DEMO_DIR");
  g_unlink (path);
  g_rmdir (dir);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fiction/companies", test_fiction_companies);
  g_test_add_func ("/fiction/choices", test_fiction_choices);
  g_test_add_func ("/fiction/bad", test_fiction_bad);
  return g_test_run ();
}
