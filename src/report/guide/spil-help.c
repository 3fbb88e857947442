// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-help.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-help-resources.h"

#define FOLDER "/nl/regiozwolle/Spil/help/"

typedef struct
{
  SpilHelpPage *page;
  char *chapter;
  char *title_key; /* folded for searching */
  char *text_key;
} Entry;

struct _SpilHelp
{
  SpilHelpPage *index;
  GPtrArray *entries;
};

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  spil_help_page_free (entry->page);
  g_free (entry->chapter);
  g_free (entry->title_key);
  g_free (entry->text_key);
  g_free (entry);
}

void
spil_help_free (SpilHelp *self)
{
  if (self == NULL)
    return;
  spil_help_page_free (self->index);
  g_ptr_array_unref (self->entries);
  g_free (self);
}

static SpilHelpPage *
read_page (const char *id, GError **error)
{
  g_autofree char *path = g_strconcat (FOLDER, id, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (spil_help_resources_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return bytes != NULL ? spil_help_page_read (id, bytes, error) : NULL;
}

/* Without case and accents. */
static char *
fold (const char *text)
{
  g_autofree char *apart = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autoptr (GString) base = g_string_new (NULL);

  for (const char *at = apart; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_ismark (g_utf8_get_char (at)))
      g_string_append_unichar (base, g_utf8_get_char (at));
  return g_utf8_casefold (base->str, -1);
}

static char *
fold_page (const SpilHelpPage *page)
{
  g_autoptr (GString) all = g_string_new (page->description);

  for (guint i = 0; i < page->blocks->len; i++) {
    const SpilHelpBlock *block = g_ptr_array_index (page->blocks, i);
    g_autofree char *text = spil_help_spans_to_text (block->spans);
    g_autofree char *meaning = block->meaning != NULL ? spil_help_spans_to_text (block->meaning) : NULL;

    g_string_append_printf (all, "\n%s\n%s", text, meaning != NULL ? meaning : "");
  }
  return fold (all->str);
}

static gboolean
add_page (SpilHelp *self, const char *id, const char *chapter, GError **error)
{
  SpilHelpPage *page = read_page (id, error);
  Entry *entry;

  if (page == NULL)
    return FALSE;
  entry = g_new0 (Entry, 1);
  entry->page = page;
  entry->chapter = g_strdup (chapter);
  entry->title_key = fold (page->title);
  entry->text_key = fold_page (page);
  g_ptr_array_add (self->entries, entry);
  return TRUE;
}

static gboolean
add_pages (SpilHelp *self, GError **error)
{
  g_autofree char *chapter = g_strdup (self->index->title);

  for (guint i = 0; i < self->index->blocks->len; i++) {
    const SpilHelpBlock *block = g_ptr_array_index (self->index->blocks, i);

    if (block->kind == SPIL_HELP_HEADING) {
      g_free (chapter);
      chapter = spil_help_spans_to_text (block->spans);
    }
    for (guint j = 0; block->kind == SPIL_HELP_ITEM && j < block->spans->len; j++) {
      const SpilHelpSpan *span = g_ptr_array_index (block->spans, j);

      if (span->kind == SPIL_HELP_LINK && !add_page (self, span->target, chapter, error))
        return FALSE;
    }
  }
  return TRUE;
}

SpilHelp *
spil_help_new (GError **error)
{
  g_autoptr (SpilHelp) self = g_new0 (SpilHelp, 1);

  self->entries = g_ptr_array_new_with_free_func (free_entry);
  self->index = read_page ("index", error);
  if (self->index == NULL || !add_pages (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

static const Entry *
get_entry (const SpilHelp *self, int index)
{
  g_return_val_if_fail (index >= 0 && index < (int) self->entries->len, NULL);

  return g_ptr_array_index (self->entries, index);
}

int
spil_help_get_n_pages (const SpilHelp *self)
{
  return (int) self->entries->len;
}

const SpilHelpPage *
spil_help_get_page (const SpilHelp *self, int index)
{
  return get_entry (self, index)->page;
}

const char *
spil_help_get_chapter (const SpilHelp *self, int index)
{
  return get_entry (self, index)->chapter;
}

const SpilHelpPage *
spil_help_get_index (const SpilHelp *self)
{
  return self->index;
}

int
spil_help_find (const SpilHelp *self, const char *id)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (g_strcmp0 (get_entry (self, (int) i)->page->id, id) == 0)
      return (int) i;
  return -1;
}

/* How often @part is in @text, up to nine times: a page that is about it says it more than once. */
static int
count (const char *text, const char *part)
{
  int n = 0;

  while (n < 9 && (text = strstr (text, part)) != NULL) {
    text += strlen (part);
    n++;
  }
  return n;
}

int
spil_help_match (const SpilHelp *self, int index, const char *words)
{
  const Entry *entry = get_entry (self, index);
  g_autofree char *key = fold (words);
  g_auto (GStrv) parts = g_strsplit_set (key, " \t\n", -1);
  int score = 0;

  for (int i = 0; parts[i] != NULL; i++) {
    if (parts[i][0] == '\0')
      continue;
    if (strstr (entry->title_key, parts[i]) != NULL)
      score += 10;
    else if (strstr (entry->text_key, parts[i]) != NULL)
      score += count (entry->text_key, parts[i]);
    else
      return 0;
  }
  return score;
}

/* What a piece is called: a link without words as its page. */
static const char *
span_text (const SpilHelp *self, const SpilHelpSpan *span)
{
  const int index = span->text[0] == '\0' && span->target != NULL ? spil_help_find (self, span->target) : -1;

  return index >= 0 ? spil_help_get_page (self, index)->title : span->text;
}

static char *
span_to_markup (const SpilHelp *self, const SpilHelpSpan *span)
{
  switch (span->kind) {
  case SPIL_HELP_STRONG:
  case SPIL_HELP_GUI:
    return g_markup_printf_escaped ("<b>%s</b>", span->text);
  case SPIL_HELP_KEY:
    return g_markup_printf_escaped ("<b><tt>%s</tt></b>", span->text);
  case SPIL_HELP_LINK:
    return g_markup_printf_escaped ("<a href=\"help:%s\">%s</a>", span->target, span_text (self, span));
  case SPIL_HELP_PLAIN:
  default:
    return g_markup_escape_text (span->text, -1);
  }
}

char *
spil_help_to_markup (const SpilHelp *self, GPtrArray *spans)
{
  GString *markup = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++) {
    g_autofree char *piece = span_to_markup (self, g_ptr_array_index (spans, i));

    g_string_append (markup, piece);
  }
  return g_string_free (markup, FALSE);
}

char *
spil_help_to_text (const SpilHelp *self, GPtrArray *spans)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++) {
    const SpilHelpSpan *span = g_ptr_array_index (spans, i);

    g_string_append_printf (text, span->kind == SPIL_HELP_GUI ? "“%s”" : "%s", span_text (self, span));
  }
  return g_string_free (text, FALSE);
}
