// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-search.h"

#include "spil-text.h"

// More words than this in one search narrow nothing any more; a pasted document would only be slow.
#define MAX_WORDS 16
#define MAX_WORD_BYTES 200

// What the tokenizer takes for part of a word: letters, numbers and private characters, and marks after them.
static gboolean
is_word_char (gunichar c)
{
  switch (g_unichar_type (c)) {
  case G_UNICODE_LOWERCASE_LETTER:
  case G_UNICODE_MODIFIER_LETTER:
  case G_UNICODE_OTHER_LETTER:
  case G_UNICODE_TITLECASE_LETTER:
  case G_UNICODE_UPPERCASE_LETTER:
  case G_UNICODE_DECIMAL_NUMBER:
  case G_UNICODE_LETTER_NUMBER:
  case G_UNICODE_OTHER_NUMBER:
  case G_UNICODE_PRIVATE_USE:
  case G_UNICODE_NON_SPACING_MARK:
  case G_UNICODE_SPACING_MARK:
    return TRUE;
  default:
    return FALSE;
  }
}

const char *
spil_search_find_word (const char *p)
{
  while (*p != '\0' && (!is_word_char (g_utf8_get_char (p)) || g_unichar_ismark (g_utf8_get_char (p))))
    p = g_utf8_next_char (p);
  return p;
}

const char *
spil_search_find_word_end (const char *p)
{
  const char *start = p;

  while (*p != '\0' && p - start < MAX_WORD_BYTES && is_word_char (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

char *
spil_search_make_match (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) match = g_string_new (NULL);
  const char *word = spil_search_find_word (valid);

  for (int n_words = 0; *word != '\0' && n_words < MAX_WORDS; n_words++) {
    const char *end = spil_search_find_word_end (word);

    g_string_append_printf (match, "%s\"%.*s\"*", match->len > 0 ? " " : "", (int) (end - word), word);
    word = spil_search_find_word (end);
  }
  return match->len > 0 ? g_string_free_and_steal (g_steal_pointer (&match)) : NULL;
}

GStrv
spil_search_split (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  const char *word = spil_search_find_word (valid);

  for (int n_words = 0; *word != '\0' && n_words < MAX_WORDS; n_words++) {
    const char *end = spil_search_find_word_end (word);
    g_autofree char *letters = g_strndup (word, (gsize) (end - word));
    g_autofree char *folded = spil_text_fold (letters);

    g_strv_builder_add (words, folded);
    word = spil_search_find_word (end);
  }
  return g_strv_builder_end (words);
}
