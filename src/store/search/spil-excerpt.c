// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-excerpt.h"

#include "spil-search.h"
#include "spil-text.h"

/* So much of the line stands before the first hit. */
#define SHARE_BEFORE 3

static gboolean
is_hit (const char *start, const char *end, const char *const *words)
{
  g_autofree char *word = g_strndup (start, (gsize) (end - start));
  g_autofree char *folded = spil_text_fold (word);

  for (gsize i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (folded, words[i]))
      return TRUE;
  return FALSE;
}

/* The first hit from @text on; NULL when there is none. */
static const char *
find_hit (const char *text, const char *const *words, const char **end)
{
  for (const char *word = spil_search_find_word (text); *word != '\0'; word = spil_search_find_word (*end)) {
    *end = spil_search_find_word_end (word);
    if (is_hit (word, *end, words))
      return word;
  }
  return NULL;
}

/* Where a line of @most letters begins that shows @hit: at the start, or at a word that is no more than a share of it before. */
static const char *
find_start (const char *text, const char *hit, int most)
{
  const char *start = hit;

  for (int i = 0; i < most / SHARE_BEFORE && start > text; i++)
    start = g_utf8_prev_char (start);
  if (start == text)
    return text;
  while (start < hit && *start != ' ')
    start = g_utf8_next_char (start);
  return *start == ' ' ? start + 1 : start;
}

static const char *
find_end (const char *start, const char *hit_end, int most)
{
  const char *end = start;
  const char *space = NULL;

  for (int i = 0; i < most && *end != '\0'; i++, end = g_utf8_next_char (end))
    if (*end == ' ' && end >= hit_end)
      space = end;
  if (*end == '\0')
    return end;
  return space != NULL ? space : MAX (end, hit_end);
}

static void
append_plain (GString *markup, const char *from, const char *until)
{
  g_autofree char *escaped = g_markup_escape_text (from, until - from);

  g_string_append (markup, escaped);
}

char *
spil_excerpt (const char *text, const char *const *words, int most)
{
  g_autofree char *line = spil_text_one_line (text, G_MAXINT);
  GString *markup = NULL;
  const char *hit_end = NULL;
  const char *hit = find_hit (line, words, &hit_end);
  const char *at;
  const char *until;

  if (hit == NULL)
    return NULL;
  at = find_start (line, hit, most);
  until = find_end (at, hit_end, most);
  markup = g_string_new (at > line ? "…" : NULL);
  for (; hit != NULL && hit < until; hit = find_hit (hit_end, words, &hit_end)) {
    append_plain (markup, at, hit);
    g_string_append (markup, "<b>");
    append_plain (markup, hit, MIN (hit_end, until));
    g_string_append (markup, "</b>");
    at = MIN (hit_end, until);
  }
  append_plain (markup, at, until);
  if (*until != '\0')
    g_string_append (markup, "…");
  return g_string_free_and_steal (markup);
}
