// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-report-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Characters that are not laid out: they would show as a box, or turn what follows around. */
static gboolean
is_unwanted (gunichar c)
{
  if (c == '\n')
    return FALSE;
  return g_unichar_iscntrl (c) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

char *
spil_report_text_clean (const char *text, int max_chars)
{
  g_autofree char *valid = NULL;
  GString *result;
  const char *at;
  int length = 0;

  if (text == NULL)
    return NULL;
  /* No character takes more than six bytes: what lies beyond is cut anyway. */
  valid = g_utf8_make_valid (text, (gssize) strnlen (text, (gsize) max_chars * 6 + 6));
  result = g_string_sized_new (strlen (valid));
  for (at = valid; *at != '\0' && length < max_chars; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);

    if (c == '\t')
      c = ' ';
    if (is_unwanted (c))
      continue;
    g_string_append_unichar (result, c);
    length++;
  }
  if (*at != '\0' && result->len > 0) {
    g_string_truncate (result, (gsize) (g_utf8_prev_char (result->str + result->len) - result->str));
    g_string_append (result, "…");
  }
  return g_string_free (result, FALSE);
}

const char *
spil_report_text_or_not_stated (const char *text)
{
  return text != NULL && *text != '\0' ? text : _ ("not stated");
}
