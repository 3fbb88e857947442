// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "catalogue.h"

#include <string.h>

// The layout of a .mo file of this machine's byte order: https://www.gnu.org/software/gettext/manual/gettext.html#MO-Files
#define MAGIC 0x950412de

typedef struct
{
  guint32 magic;
  guint32 revision;
  guint32 n_strings;
  guint32 originals;
  guint32 translations;
} Header;

typedef struct
{
  guint32 length;
  guint32 offset;
} String;

// Without context, plural and mnemonic.
static char *
plain (const char *text)
{
  const char *context_end = strchr (text, '\004');
  GString *result = g_string_new (context_end != NULL ? context_end + 1 : text);

  g_string_replace (result, "_", "", 0);
  return g_string_free (result, FALSE);
}

static char *
read_string (const char *content, guint32 table, guint32 index)
{
  const String *string = (const String *) (content + table) + index;

  return plain (content + string->offset);
}

GHashTable *
catalogue_dup_english (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  g_autoptr (GHashTable) dutch = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTable *english = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const Header *header;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  header = (const Header *) content;
  g_assert_cmphex (header->magic, ==, MAGIC);
  for (guint32 i = 0; i < header->n_strings; i++)
    g_hash_table_add (dutch, read_string (content, header->translations, i));
  // Some words are Dutch too, if not for the same thing.
  for (guint32 i = 0; i < header->n_strings; i++) {
    g_autofree char *original = read_string (content, header->originals, i);

    if (*original != '\0' && !g_hash_table_contains (dutch, original))
      g_hash_table_add (english, g_steal_pointer (&original));
  }
  return english;
}
