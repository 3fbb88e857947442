// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-help-page.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

#define MALLARD "http://projectmallard.org/1.0/"

/* One reading: where it is and what was wrong first. */
typedef struct
{
  SpilHelpPage *page;
  GError *error;
} Reading;

static void read_blocks (Reading *self, xmlNode *parent, int level);

static void
free_span (gpointer data)
{
  SpilHelpSpan *span = data;

  g_free (span->text);
  g_free (span->target);
  g_free (span);
}

static void
free_block (gpointer data)
{
  SpilHelpBlock *block = data;

  g_clear_pointer (&block->spans, g_ptr_array_unref);
  g_clear_pointer (&block->meaning, g_ptr_array_unref);
  g_free (block->source);
  g_free (block);
}

void
spil_help_page_free (SpilHelpPage *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->title);
  g_free (self->description);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_free (self);
}

static void G_GNUC_PRINTF (3, 4) fail (Reading *self, xmlNode *node, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list args;

  if (self->error != NULL)
    return;
  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (&self->error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               _ ("The help page “%s” cannot be read, line %d: %s."), self->page->id,
               node != NULL ? (int) xmlGetLineNo (node) : 1, what);
}

static gboolean
is (xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0;
}

/* Nothing to see: comments, and white space between elements. */
static gboolean
is_nothing (xmlNode *node)
{
  return node->type == XML_COMMENT_NODE || (node->type == XML_TEXT_NODE && xmlIsBlankNode (node));
}

static char *
dup_attribute (xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, (const xmlChar *) name);
  char *copy = value != NULL ? g_strdup ((const char *) value) : NULL;

  xmlFree (value);
  return copy;
}

/* Lines of the file are none of the text: any white space is one space. */
static char *
dup_text (xmlNode *node)
{
  xmlChar *content = xmlNodeGetContent (node);
  GString *text = g_string_new (NULL);

  for (const char *at = (const char *) content; at != NULL && *at != '\0'; at++)
    if (!g_ascii_isspace (*at))
      g_string_append_c (text, *at);
    else if (text->len == 0 || text->str[text->len - 1] != ' ')
      g_string_append_c (text, ' ');
  xmlFree (content);
  return g_string_free (text, FALSE);
}

/* Text */

static const struct
{
  const char *name;
  SpilHelpSpanKind kind;
} inlines[] = {
  { "em", SPIL_HELP_STRONG }, { "app", SPIL_HELP_PLAIN }, { "gui", SPIL_HELP_GUI },
  { "key", SPIL_HELP_KEY },   { "link", SPIL_HELP_LINK },
};

static int
find_inline (xmlNode *node)
{
  for (gsize i = 0; i < G_N_ELEMENTS (inlines); i++)
    if (is (node, inlines[i].name))
      return (int) i;
  return -1;
}

static void
read_span (Reading *self, xmlNode *node, GPtrArray *spans)
{
  const int index = find_inline (node);
  SpilHelpSpan *span;

  if (node->type == XML_COMMENT_NODE)
    return;
  if (node->type != XML_TEXT_NODE && (index < 0 || xmlChildElementCount (node) > 0)) {
    fail (self, node, _ ("“%s” has no place in a text"), (const char *) node->name);
    return;
  }
  span = g_new0 (SpilHelpSpan, 1);
  g_ptr_array_add (spans, span);
  span->kind = index < 0 ? SPIL_HELP_PLAIN : inlines[index].kind;
  span->text = dup_text (node);
  if (span->kind == SPIL_HELP_LINK) {
    span->target = dup_attribute (node, "xref");
    if (span->target == NULL)
      fail (self, node, _ ("a link without xref goes nowhere"));
  }
}

/* No white space before the first word and after the last one. */
static void
strip_ends (GPtrArray *spans)
{
  SpilHelpSpan *span;

  if (spans->len == 0)
    return;
  span = g_ptr_array_index (spans, 0);
  g_strchug (span->text);
  span = g_ptr_array_index (spans, spans->len - 1);
  g_strchomp (span->text);
}

static GPtrArray *
read_spans (Reading *self, xmlNode *parent)
{
  GPtrArray *spans = g_ptr_array_new_with_free_func (free_span);

  for (xmlNode *node = parent->children; node != NULL && self->error == NULL; node = node->next)
    read_span (self, node, spans);
  strip_ends (spans);
  if (spans->len == 0)
    fail (self, parent, _ ("“%s” is empty"), (const char *) parent->name);
  return spans;
}

/* Blocks */

static SpilHelpBlock *
add_block (Reading *self, SpilHelpBlockKind kind, GPtrArray *spans)
{
  SpilHelpBlock *block = g_new0 (SpilHelpBlock, 1);

  block->kind = kind;
  block->spans = spans;
  g_ptr_array_add (self->page->blocks, block);
  return block;
}

/* The only child of @parent that is no title, which has to be a paragraph. */
static xmlNode *
only_paragraph (Reading *self, xmlNode *parent)
{
  xmlNode *found = NULL;

  for (xmlNode *node = parent->children; node != NULL; node = node->next) {
    if (is_nothing (node) || is (node, "title"))
      continue;
    if (!is (node, "p") || found != NULL) {
      fail (self, node, _ ("“%s” holds one paragraph"), (const char *) parent->name);
      return NULL;
    }
    found = node;
  }
  if (found == NULL)
    fail (self, parent, _ ("“%s” is empty"), (const char *) parent->name);
  return found;
}

static xmlNode *
find_title (xmlNode *parent)
{
  for (xmlNode *node = parent->children; node != NULL; node = node->next)
    if (is (node, "title"))
      return node;
  return NULL;
}

static void
read_term (Reading *self, xmlNode *item)
{
  xmlNode *title = find_title (item);
  xmlNode *paragraph = only_paragraph (self, item);

  if (title == NULL)
    fail (self, item, _ ("a term has a title"));
  if (title != NULL && paragraph != NULL)
    add_block (self, SPIL_HELP_TERM, read_spans (self, title))->meaning = read_spans (self, paragraph);
}

static void
read_items (Reading *self, xmlNode *list)
{
  int number = 0;

  for (xmlNode *node = list->children; node != NULL && self->error == NULL; node = node->next) {
    xmlNode *paragraph;

    if (is_nothing (node))
      continue;
    if (!is (node, "item"))
      fail (self, node, _ ("“%s” holds items only"), (const char *) list->name);
    else if (is (list, "terms"))
      read_term (self, node);
    else if ((paragraph = only_paragraph (self, node)) != NULL)
      add_block (self, is (list, "steps") ? SPIL_HELP_STEP : SPIL_HELP_ITEM, read_spans (self, paragraph))
          ->number = ++number;
  }
}

static void
read_row (Reading *self, xmlNode *row)
{
  GPtrArray *cells[2] = { NULL, NULL };
  int n = 0;

  for (xmlNode *node = row->children; node != NULL && self->error == NULL; node = node->next) {
    xmlNode *paragraph;

    if (is_nothing (node))
      continue;
    if (!is (node, "td") || n == 2)
      fail (self, node, _ ("a row has two cells"));
    else if ((paragraph = only_paragraph (self, node)) != NULL)
      cells[n++] = read_spans (self, paragraph);
  }
  if (n != 2)
    fail (self, row, _ ("a row has two cells"));
  if (self->error == NULL)
    add_block (self, SPIL_HELP_TERM, g_steal_pointer (&cells[0]))->meaning = g_steal_pointer (&cells[1]);
  g_clear_pointer (&cells[0], g_ptr_array_unref);
  g_clear_pointer (&cells[1], g_ptr_array_unref);
}

static void
read_table (Reading *self, xmlNode *table)
{
  for (xmlNode *node = table->children; node != NULL && self->error == NULL; node = node->next)
    if (is (node, "tr"))
      read_row (self, node);
    else if (!is_nothing (node))
      fail (self, node, _ ("“%s” holds rows only"), "table");
}

static void
read_note (Reading *self, xmlNode *note)
{
  g_autofree char *style = dup_attribute (note, "style");
  xmlNode *paragraph = only_paragraph (self, note);

  if (paragraph != NULL)
    add_block (self, SPIL_HELP_NOTE, read_spans (self, paragraph))->warning = g_strcmp0 (style, "warning") ==
                                                                              0;
}

static void
read_media (Reading *self, xmlNode *media)
{
  g_autofree char *source = dup_attribute (media, "src");
  xmlNode *paragraph = only_paragraph (self, media);

  if (source == NULL)
    fail (self, media, _ ("a picture has a src"));
  if (paragraph != NULL)
    add_block (self, SPIL_HELP_PICTURE, read_spans (self, paragraph))->source = g_steal_pointer (&source);
}

static void
read_section (Reading *self, xmlNode *section, int level)
{
  xmlNode *title = find_title (section);

  if (title == NULL)
    fail (self, section, _ ("a section has a title"));
  else if (level > 2)
    fail (self, section, _ ("sections nest too deep"));
  else {
    add_block (self, SPIL_HELP_HEADING, read_spans (self, title))->level = level;
    read_blocks (self, section, level);
  }
}

static void
read_block (Reading *self, xmlNode *node, int level)
{
  if (is (node, "p"))
    add_block (self, SPIL_HELP_PARAGRAPH, read_spans (self, node));
  else if (is (node, "steps") || is (node, "list") || is (node, "terms"))
    read_items (self, node);
  else if (is (node, "table"))
    read_table (self, node);
  else if (is (node, "note"))
    read_note (self, node);
  else if (is (node, "media"))
    read_media (self, node);
  else if (is (node, "section"))
    read_section (self, node, level + 1);
  else if (!is_nothing (node) && !is (node, "title") && !is (node, "info"))
    fail (self, node, _ ("“%s” has no place here"), (const char *) node->name);
}

static void
read_blocks (Reading *self, xmlNode *parent, int level)
{
  for (xmlNode *node = parent->children; node != NULL && self->error == NULL; node = node->next)
    read_block (self, node, level);
}

/* The page */

static void
read_description (Reading *self, xmlNode *root)
{
  for (xmlNode *info = root->children; info != NULL; info = info->next)
    for (xmlNode *node = info->children; is (info, "info") && node != NULL; node = node->next)
      if (is (node, "desc") && self->page->description == NULL)
        self->page->description = g_strstrip (dup_text (node));
  if (self->page->description == NULL)
    fail (self, root, _ ("it has no description"));
}

static gboolean
too_deep (xmlNode *node, int depth)
{
  if (depth > SPIL_HELP_MAX_DEPTH)
    return TRUE;
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && too_deep (child, depth + 1))
      return TRUE;
  return FALSE;
}

static void
read_root (Reading *self, xmlNode *root)
{
  g_autofree char *id = dup_attribute (root, "id");
  xmlNode *title = find_title (root);

  if (!is (root, "page") || root->ns == NULL || strcmp ((const char *) root->ns->href, MALLARD) != 0)
    fail (self, root, _ ("it is no page of Mallard"));
  else if (g_strcmp0 (id, self->page->id) != 0)
    fail (self, root, _ ("its id has to be the name of the file"));
  else if (title == NULL)
    fail (self, root, _ ("it has no title"));
  else if (too_deep (root, 0))
    fail (self, root, _ ("its elements nest too deep"));
  else {
    self->page->title = g_strstrip (dup_text (title));
    read_description (self, root);
    read_blocks (self, root, 0);
  }
}

/* A declaration could make a short text long: it is refused before anything is read. */
static xmlDoc *
parse (Reading *self, GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  xmlDoc *document = NULL;

  if (data == NULL || size == 0 || size > SPIL_HELP_MAX_BYTES)
    fail (self, NULL, _ ("it is empty or too large"));
  else if (!g_utf8_validate (data, (gssize) size, NULL))
    fail (self, NULL, _ ("it is not in UTF-8"));
  else if (g_strstr_len (data, (gssize) size, "<!DOCTYPE") != NULL)
    fail (self, NULL, _ ("it has declarations"));
  else
    document = xmlReadMemory (data, (int) size, NULL, "UTF-8",
                              XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA);
  if (document == NULL)
    fail (self, NULL, _ ("it is not well-formed"));
  return document;
}

SpilHelpPage *
spil_help_page_read (const char *id, GBytes *bytes, GError **error)
{
  g_autoptr (SpilHelpPage) page = g_new0 (SpilHelpPage, 1);
  Reading self = { .page = page };
  xmlDoc *document;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  page->id = g_strdup (id);
  page->blocks = g_ptr_array_new_with_free_func (free_block);
  document = parse (&self, bytes);
  if (document != NULL && xmlDocGetRootElement (document) != NULL)
    read_root (&self, xmlDocGetRootElement (document));
  xmlFreeDoc (document);
  if (self.error != NULL) {
    g_propagate_error (error, self.error);
    return NULL;
  }
  return g_steal_pointer (&page);
}

char *
spil_help_spans_to_text (GPtrArray *spans)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++) {
    const SpilHelpSpan *span = g_ptr_array_index (spans, i);

    if (span->kind == SPIL_HELP_GUI)
      g_string_append_printf (text, "“%s”", span->text);
    else
      g_string_append (text, span->text);
  }
  return g_string_free (text, FALSE);
}
