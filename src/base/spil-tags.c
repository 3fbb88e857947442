// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-tags.h"

#include "spil-text.h"

// A tag is a few words, not a story.
#define MAX_CHARS 60

// Adds @tag as one line, unless it is empty or in @seen already.
static void
add (GStrvBuilder *tags, GHashTable *seen, const char *tag)
{
  g_autofree char *line = spil_text_one_line (tag, MAX_CHARS);
  char *shown = g_strstrip (line);
  char *folded;

  if (shown[0] == '\0')
    return;
  folded = spil_text_fold (shown);
  if (g_hash_table_add (seen, folded))
    g_strv_builder_add (tags, shown);
}

char **
spil_tags_split (const char *text)
{
  g_autoptr (GStrvBuilder) tags = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", ",", -1);

  for (int i = 0; parts[i] != NULL; i++)
    add (tags, seen, parts[i]);
  return g_strv_builder_end (tags);
}

char *
spil_tags_join (const char *const *tags)
{
  g_autoptr (GStrvBuilder) clean = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) parts = NULL;

  for (int i = 0; tags != NULL && tags[i] != NULL; i++) {
    g_autofree char *tag = g_strdelimit (g_strdup (tags[i]), ",", ' ');

    add (clean, seen, tag);
  }
  parts = g_strv_builder_end (clean);
  return parts[0] != NULL ? g_strjoinv (", ", parts) : NULL;
}

gboolean
spil_tags_contain (const char *text, const char *tag)
{
  g_auto (GStrv) tags = spil_tags_split (text);
  g_autofree char *wanted = spil_text_fold (tag != NULL ? tag : "");

  for (int i = 0; tags[i] != NULL; i++) {
    g_autofree char *folded = spil_text_fold (tags[i]);

    if (g_str_equal (folded, wanted))
      return TRUE;
  }
  return FALSE;
}

char *
spil_tags_add (const char *text, const char *tag)
{
  g_autofree char *both = g_strjoin (",", text != NULL ? text : "", tag, NULL);
  g_auto (GStrv) tags = spil_tags_split (both);

  return spil_tags_join ((const char *const *) tags);
}

char *
spil_tags_remove (const char *text, const char *tag)
{
  g_autoptr (GStrvBuilder) left = g_strv_builder_new ();
  g_auto (GStrv) tags = spil_tags_split (text);
  g_auto (GStrv) parts = NULL;

  for (int i = 0; tags[i] != NULL; i++)
    if (!spil_tags_contain (tag, tags[i]))
      g_strv_builder_add (left, tags[i]);
  parts = g_strv_builder_end (left);
  return spil_tags_join ((const char *const *) parts);
}
