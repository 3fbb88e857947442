// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <string.h>

#include "spil-recovery-code.h"
#include "wire-fixture.h"

static const char sheet[] =
    "0C5HS 66S3X 5CSKJ PGTBK ADDPZ 6TVKZ FE1RY Q4WVP MENVX 7EY3P SF9X2 QRZBG YFXXS WG1GN";

static SpilSigningKey
seed (void)
{
  SpilSigningKey root;

  for (gsize i = 0; i < sizeof root.seed; i++)
    root.seed[i] = (uint8_t) (i * 8 + 3);
  return root;
}

static void
test_constant (void)
{
  SpilSigningKey root = seed ();
  g_autofree char *text = spil_recovery_code_to_text (&root);

  g_assert_cmpstr (text, ==, sheet);
  wire_fixture_assert_documented_text (sheet);
  g_assert_cmpuint (strlen (text), ==, 14 * 6 - 1);
}

static void
test_any_seed (void)
{
  for (int i = 0; i < 1000; i++) {
    SpilSigningKey root = spil_signing_key_new ();
    g_autofree char *text = spil_recovery_code_to_text (&root);
    SpilSigningKey read;

    g_assert_true (spil_recovery_code_parse (text, &read, NULL));
    g_assert_cmpmem (read.seed, 32, root.seed, 32);
  }
}

static void
assert_read (char *text)
{
  SpilSigningKey root = seed ();
  SpilSigningKey read;
  g_autoptr (GError) error = NULL;

  g_assert_true (spil_recovery_code_parse (text, &read, &error));
  g_assert_no_error (error);
  g_assert_cmpmem (read.seed, 32, root.seed, 32);
  g_free (text);
}

static void
test_as_people_type (void)
{
  g_auto (GStrv) groups = g_strsplit (sheet, " ", -1);
  char *confused = g_strdup (sheet);

  for (char *at = confused; *at != '\0'; at++)
    *at = *at == '0' ? 'o' : *at == '1' ? 'I' : *at;
  assert_read (confused);
  assert_read (g_ascii_strdown (sheet, -1));
  assert_read (g_strjoinv ("", groups));
  assert_read (g_strjoinv ("-", groups));
  assert_read (g_strjoinv (" \u2013 \n", groups));
  assert_read (g_strdup_printf ("\t%s\n\n", sheet));
}

static void
assert_refused (const char *text, int group)
{
  SpilSigningKey read;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup_printf ("in group %d ", group);

  g_assert_false (spil_recovery_code_parse (text, &read, &error));
  g_assert_error (error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_RECOVERY);
  if (group > 0 && strstr (error->message, name) == NULL)
    g_error ("%s: %s", text, error->message);
}

// Each wrong character, each two neighbours of a group that changed places, and each two groups that did, are found and named.
static void
test_typing_errors (void)
{
  static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZU*!";

  for (int i = 0; sheet[i] != '\0'; i++) {
    g_autofree char *text = g_strdup (sheet);

    if (sheet[i] == ' ')
      continue;
    for (const char *other = alphabet; *other != '\0'; other++) {
      text[i] = *other;
      if (*other != sheet[i])
        assert_refused (text, i / 6 + 1);
    }
    text[i] = sheet[i];
    if (sheet[i + 1] == '\0' || sheet[i + 1] == ' ' || sheet[i] == sheet[i + 1])
      continue;
    text[i] = sheet[i + 1];
    text[i + 1] = sheet[i];
    assert_refused (text, i / 6 + 1);
  }
  for (int a = 0; a < SPIL_RECOVERY_GROUPS; a++) {
    for (int b = a + 1; b < SPIL_RECOVERY_GROUPS; b++) {
      g_autofree char *text = g_strdup (sheet);

      memcpy (text + 6 * a, sheet + 6 * b, 5);
      memcpy (text + 6 * b, sheet + 6 * a, 5);
      assert_refused (text, a + 1);
    }
  }
}

static void
test_not_complete (void)
{
  g_autofree char *more = g_strconcat (sheet, " 0", NULL);

  for (gsize cut = 0; cut < strlen (sheet); cut++) {
    g_autofree char *text = g_strndup (sheet, cut);

    assert_refused (text, (int) MIN (cut / 6 + (cut % 6 == 5 ? 2 : 1), 14));
  }
  assert_refused (more, 0);
  assert_refused ("\xff\xff", 1);
  assert_refused ("wachtwoord", 1);
}

// All groups are right, and yet it is not a code that was ever made.
static void
test_whole (void)
{
  SpilSigningKey root = seed ();
  SpilSigningKey altered = seed ();
  g_autofree char *a = spil_recovery_code_to_text (&root);
  g_autofree char *b = NULL;

  altered.seed[0] ^= 0x80;
  b = spil_recovery_code_to_text (&altered);
  memcpy (a, b, 5);
  assert_refused (a, 0);
}

static gboolean
fuzz (GBytes *bytes, gpointer user_data)
{
  g_autofree char *text = wire_fixture_text (bytes);
  SpilSigningKey read;
  SpilSigningKey root = seed ();
  g_autoptr (GError) error = NULL;
  gboolean good = spil_recovery_code_parse (text, &read, &error);

  g_assert_true (good == (error == NULL));
  if (good)
    g_assert_cmpmem (read.seed, 32, root.seed, 32);
  return good;
}

static void
test_fuzz (void)
{
  g_autoptr (GPtrArray) seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  g_ptr_array_add (seeds, g_bytes_new_static (sheet, strlen (sheet)));
  wire_fixture_fuzz (seeds, fuzz, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  wire_fixture_seed (1);
  g_test_add_func ("/recovery-code/constant", test_constant);
  g_test_add_func ("/recovery-code/any-seed", test_any_seed);
  g_test_add_func ("/recovery-code/as-people-type", test_as_people_type);
  g_test_add_func ("/recovery-code/typing-errors", test_typing_errors);
  g_test_add_func ("/recovery-code/not-complete", test_not_complete);
  g_test_add_func ("/recovery-code/whole", test_whole);
  g_test_add_func ("/recovery-code/fuzz", test_fuzz);
  return g_test_run ();
}
