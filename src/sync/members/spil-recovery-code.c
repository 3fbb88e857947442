// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-recovery-code.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#include "spil-code32.h"

#define CODED_LENGTH 35
#define CHECK_LENGTH (CODED_LENGTH - sizeof ((SpilSigningKey *) NULL)->seed)
#define IN_GROUP (SPIL_RECOVERY_GROUP_LENGTH - 1)
#define N_CHARACTERS (SPIL_RECOVERY_GROUPS * SPIL_RECOVERY_GROUP_LENGTH)

G_STATIC_ASSERT (SPIL_RECOVERY_GROUPS *IN_GROUP * 5 == CODED_LENGTH * 8);

static const char label[] = "spil recovery code";

// Multiplies by x in the field of 32 elements (x^5 + x^2 + 1).
static int
times_x (int value)
{
  value <<= 1;
  return value & 32 ? value ^ 37 : value;
}

// Differs for each change of one character, for two neighbours that changed places, and for the group of another place.
static int
check_of (const char *group, int place)
{
  int check = place + 1;

  for (int i = 0; i < IN_GROUP; i++)
    check = times_x (check) ^ spil_code32_value (group[i]);
  return times_x (check);
}

// The first bytes of a hash over the seed.
static void
check_seed (const SpilSigningKey *root, uint8_t check[CHECK_LENGTH])
{
  uint8_t hash[32];

  crypto_generichash (hash, sizeof hash, root->seed, sizeof root->seed, (const uint8_t *) label,
                      strlen (label));
  memcpy (check, hash, CHECK_LENGTH);
}

char *
spil_recovery_code_to_text (const SpilSigningKey *root)
{
  uint8_t coded[CODED_LENGTH];
  g_autoptr (GString) plain = g_string_new (NULL);
  GString *text = g_string_new (NULL);

  memcpy (coded, root->seed, sizeof root->seed);
  check_seed (root, coded + sizeof root->seed);
  spil_code32_encode (plain, coded, sizeof coded);
  for (int i = 0; i < SPIL_RECOVERY_GROUPS; i++) {
    const char *group = plain->str + i * IN_GROUP;

    if (i > 0)
      g_string_append_c (text, ' ');
    g_string_append_len (text, group, IN_GROUP);
    g_string_append_c (text, spil_code32_digit (check_of (group, i)));
  }
  sodium_memzero (coded, sizeof coded);
  sodium_memzero (plain->str, plain->len);
  return g_string_free (text, FALSE);
}

static gboolean
fail (GError **error, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_propagate_error (error, g_error_new_valist (SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_RECOVERY, format, args));
  va_end (args);
  return FALSE;
}

static gboolean
fail_group (GError **error, int group)
{
  return fail (
      error,
      _ ("There is a typing error in group %d of the recovery code. Compare that group with the sheet."),
      group + 1);
}

// The characters that count; the others are told with the group that they stand in.
static GString *
gather (const char *text, GError **error)
{
  g_autoptr (GString) gathered = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar character = g_utf8_get_char (at);

    if (g_unichar_isspace (character) || g_unichar_type (character) == G_UNICODE_DASH_PUNCTUATION ||
        g_unichar_type (character) == G_UNICODE_FORMAT)
      continue;
    if (character >= 128 || spil_code32_value ((char) character) < 0) {
      fail_group (error, MIN ((int) gathered->len / SPIL_RECOVERY_GROUP_LENGTH, SPIL_RECOVERY_GROUPS - 1));
      return NULL;
    }
    g_string_append_c (gathered, g_ascii_toupper ((char) character));
  }
  return g_steal_pointer (&gathered);
}

static gboolean
check_groups (const GString *gathered, GError **error)
{
  int n_groups = MIN ((int) gathered->len / SPIL_RECOVERY_GROUP_LENGTH, SPIL_RECOVERY_GROUPS);

  for (int i = 0; i < n_groups; i++) {
    const char *group = gathered->str + i * SPIL_RECOVERY_GROUP_LENGTH;

    if (spil_code32_value (group[IN_GROUP]) != check_of (group, i))
      return fail_group (error, i);
  }
  if (gathered->len < N_CHARACTERS)
    return fail (error, _ ("The recovery code is not complete: it stops in group %d of %d."), n_groups + 1,
                 SPIL_RECOVERY_GROUPS);
  if (gathered->len > N_CHARACTERS)
    return fail (error, _ ("The recovery code has %d groups; here is more. Compare the end with the sheet."),
                 SPIL_RECOVERY_GROUPS);
  return TRUE;
}

gboolean
spil_recovery_code_parse (const char *text, SpilSigningKey *root, GError **error)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) gathered = gather (valid, error);
  g_autoptr (GString) plain = g_string_new (NULL);
  uint8_t coded[CODED_LENGTH];
  uint8_t check[CHECK_LENGTH];
  SpilSigningKey read;

  if (gathered == NULL || !check_groups (gathered, error))
    return FALSE;
  for (int i = 0; i < SPIL_RECOVERY_GROUPS; i++)
    g_string_append_len (plain, gathered->str + i * SPIL_RECOVERY_GROUP_LENGTH, IN_GROUP);
  spil_code32_decode (plain->str, coded, sizeof coded);
  memcpy (read.seed, coded, sizeof read.seed);
  check_seed (&read, check);
  if (memcmp (check, coded + sizeof read.seed, sizeof check) != 0)
    return fail (
        error,
        _ ("There is more than one typing error in the recovery code. Compare it with the sheet, group by group."));
  *root = read;
  return TRUE;
}
