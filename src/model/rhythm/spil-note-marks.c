// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-note-marks.h"

#include <string.h>

#include "spil-text.h"

// A mark begins a word: "info@bedrijf.nl" has none.
static gboolean
begins_word (const char *note, const char *at)
{
  return at == note || g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (at))) || at[-1] == '(';
}

static const char *
end_of_word (const char *at)
{
  while (*at != '\0' && g_unichar_isalnum (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at;
}

char **
spil_note_marks (const char *note, char sign)
{
  g_autoptr (GStrvBuilder) marks = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (note == NULL || !g_utf8_validate (note, -1, NULL))
    return g_strv_builder_end (marks);
  for (const char *at = strchr (note, sign); at != NULL; at = strchr (at + 1, sign)) {
    const char *end = end_of_word (at + 1);
    g_autofree char *word = g_strndup (at + 1, (gsize) (end - at - 1));
    char *folded;

    if (!begins_word (note, at) || end == at + 1 || *end == '\0')
      continue;
    folded = spil_text_fold (word);
    if (g_hash_table_add (seen, folded))
      g_strv_builder_add (marks, folded);
  }
  return g_strv_builder_end (marks);
}

static gboolean
has_word (const char *name, const char *mark)
{
  g_autofree char *folded = spil_text_fold (name);
  g_auto (GStrv) words = g_strsplit_set (folded, " -.,()", -1);

  for (int i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (words[i], mark))
      return TRUE;
  return FALSE;
}

int
spil_note_mark_find (const char *mark, const char *const *names, int n)
{
  g_autofree char *folded = spil_text_fold (mark);
  int found = -1;

  for (int i = 0; i < n && folded[0] != '\0'; i++) {
    if (!has_word (names[i], folded))
      continue;
    if (found >= 0)
      return -1;
    found = i;
  }
  return found;
}
