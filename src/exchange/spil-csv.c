// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-csv.h"

#include <string.h>

/* Whether @text is a negative number and nothing else: "-5", "-0.39". */
static gboolean
is_negative_number (const char *text)
{
  const char *digits = text + 1;
  const gsize whole = strspn (digits, "0123456789");
  const char *rest = digits + whole;

  if (*text != '-' || whole == 0)
    return FALSE;
  if (*rest == '\0')
    return TRUE;
  return *rest == '.' && rest[1] != '\0' && rest[1 + strspn (rest + 1, "0123456789")] == '\0';
}

static gboolean
looks_like_formula (const char *text)
{
  return text[0] != '\0' && strchr ("=+-@\t\r\n", text[0]) != NULL && !is_negative_number (text);
}

static void
append_cell (GString *out, const char *text)
{
  const gboolean guarded = looks_like_formula (text);

  if (strpbrk (text, ",\"\r\n") == NULL && text[0] != ' ') {
    g_string_append (out, guarded ? "'" : "");
    g_string_append (out, text);
    return;
  }
  g_string_append (out, guarded ? "\"'" : "\"");
  for (const char *p = text; *p != '\0'; p++) {
    if (*p == '"')
      g_string_append_c (out, '"');
    g_string_append_c (out, *p);
  }
  g_string_append_c (out, '"');
}

void
spil_csv_append_line (GString *out, const char *const *cells, gsize n_cells)
{
  for (gsize i = 0; i < n_cells; i++) {
    if (i > 0)
      g_string_append_c (out, ',');
    append_cell (out, cells[i]);
  }
  g_string_append (out, "\r\n");
}
