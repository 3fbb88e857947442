// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-page-rows.h"

#include <glib/gi18n-lib.h>

#include "spil-list-texts.h"
#include "spil-number.h"

/* How many characters stand side by side in the size that is set in, on paper that stands and that lies. */
#define UPRIGHT_CHARS 104
#define WIDE_CHARS 160
/* Longer texts go on on another line; a cell that is mostly longer counts as so long. */
#define MOST_CHARS 28
#define LEAST_CHARS 4
/* What stands at the end of a row is flush right while it is as short as a figure. */
#define MOST_END_CHARS 20
/* No column of rows takes less or more than this beside others. */
#define LEAST_SHARE 16
#define MOST_SHARE 60

typedef struct
{
  char *title;
  char *detail;
  char *end;
} Row;

struct _SpilPageRows
{
  GPtrArray *rows;
};

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->title);
  g_free (row->detail);
  g_free (row->end);
  g_free (row);
}

SpilPageRows *
spil_page_rows_new (void)
{
  SpilPageRows *self = g_new0 (SpilPageRows, 1);

  self->rows = g_ptr_array_new_with_free_func (row_free);
  return self;
}

void
spil_page_rows_free (SpilPageRows *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

void
spil_page_rows_take (SpilPageRows *self, char *title, char *detail, char *end)
{
  Row *row = g_new0 (Row, 1);

  row->title = title;
  row->detail = detail;
  row->end = end;
  g_ptr_array_add (self->rows, row);
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || text[0] == '\0';
}

/* How long the longest text of each column is; 0: it holds nothing. */
typedef struct
{
  glong title;
  glong detail;
  glong end;
} Shape;

static glong
longest (glong before, const char *text)
{
  return is_empty (text) ? before : MAX (before, g_utf8_strlen (text, -1));
}

static Shape
find_shape (const SpilPageRows *self)
{
  Shape shape = { 0 };

  for (guint i = 0; i < self->rows->len; i++) {
    const Row *row = g_ptr_array_index (self->rows, i);

    shape.title = longest (shape.title, row->title);
    shape.detail = longest (shape.detail, row->detail);
    shape.end = longest (shape.end, row->end);
  }
  return shape;
}

/* The share of a column: by its longest text, within reason. */
static void
add_text_column (SpilDocumentTable *table, glong chars)
{
  spil_document_table_add_column (table, "", SPIL_COLUMN_TEXT,
                                  (double) CLAMP (chars, LEAST_SHARE, MOST_SHARE));
}

static SpilDocumentTable *
make_table (const Shape *shape)
{
  SpilDocumentTable *table = spil_document_table_new ();

  add_text_column (table, shape->title);
  if (shape->detail > 0)
    add_text_column (table, shape->detail);
  if (shape->end > MOST_END_CHARS)
    add_text_column (table, shape->end);
  else if (shape->end > 0)
    spil_document_table_add_column (table, "", SPIL_COLUMN_NUMBER, 0);
  return table;
}

void
spil_page_rows_flush (SpilPageRows *self, SpilDocument *document)
{
  const Shape shape = find_shape (self);
  SpilDocumentTable *table;

  if (self->rows->len == 0)
    return;
  table = make_table (&shape);
  for (guint i = 0; i < self->rows->len; i++) {
    Row *row = g_ptr_array_index (self->rows, i);

    spil_document_table_add_row (table, SPIL_ROW_BODY);
    spil_document_table_take (table, g_steal_pointer (&row->title));
    if (shape.detail > 0)
      spil_document_table_take (table, g_steal_pointer (&row->detail));
    if (shape.end > 0)
      spil_document_table_take (table, g_steal_pointer (&row->end));
  }
  spil_document_take_table (document, NULL, table, NULL);
  g_ptr_array_set_size (self->rows, 0);
}

/* Says how much of a long list is there; NULL: all of it. */
static char *
dup_bound (guint shown, guint total)
{
  g_autofree char *some = spil_integer_format (shown);
  g_autofree char *all = spil_integer_format (total);

  if (shown >= total)
    return NULL;
  // Translators: two numbers of rows.
  return g_strdup_printf (
      _ ("These are the first %s of %s. To have all of them, set a filter, or export the list."), some, all);
}

/* Tables */

/* A column that goes to paper. */
typedef struct
{
  GtkColumnViewColumn *column; /* borrowed from the array of columns */
  GPtrArray *texts; /* of its cells */
  glong chars;
  gboolean numeric;
} Column;

typedef struct
{
  GPtrArray *items;
  guint total;
  GPtrArray *columns; /* of GtkColumnViewColumn */
  Column found[SPIL_TABLE_MAX_COLUMNS];
  int n;
  glong chars;
  GString *left_out;
} Table;

static void
read_cells (Column *column, GPtrArray *items)
{
  GtkListItemFactory *factory = gtk_column_view_column_get_factory (column->column);

  column->texts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < items->len; i++)
    if (!spil_list_texts_of (factory, g_ptr_array_index (items, i), column->texts))
      return;
}

/* The width that does for nine of ten texts, within reason: one long name does not push a column off the paper. */
static glong
count_chars (const Column *column)
{
  const char *title = gtk_column_view_column_get_title (column->column);
  guint n[MOST_CHARS + 1] = { 0 }, seen = 0;
  glong width = MOST_CHARS;

  for (guint i = 0; i < column->texts->len; i++)
    n[MIN (g_utf8_strlen (g_ptr_array_index (column->texts, i), -1), MOST_CHARS)]++;
  for (int i = 0; i <= MOST_CHARS; i++) {
    seen += n[i];
    if (seen * 10 >= column->texts->len * 9) {
      width = i;
      break;
    }
  }
  return CLAMP (MAX (width, g_utf8_strlen (title != NULL ? title : "", -1) / 2), LEAST_CHARS, MOST_CHARS) + 2;
}

static void
leave_out (Table *self, GtkColumnViewColumn *column)
{
  const char *title = gtk_column_view_column_get_title (column);

  g_string_append_printf (self->left_out, "%s%s", self->left_out->len > 0 ? ", " : "",
                          title != NULL ? title : "");
}

static void
add_column (Table *self, GtkColumnViewColumn *view_column)
{
  Column column = { .column = view_column };

  if (!gtk_column_view_column_get_visible (view_column))
    return;
  column.numeric = g_object_get_data (G_OBJECT (view_column), "spil-numeric") != NULL;
  read_cells (&column, self->items);
  column.chars = count_chars (&column);
  /* A column without texts of its own holds buttons. */
  if (self->items->len > 0 && column.texts->len == 0)
    g_ptr_array_unref (column.texts);
  else if (self->n == SPIL_TABLE_MAX_COLUMNS || self->chars + column.chars > WIDE_CHARS) {
    leave_out (self, view_column);
    g_ptr_array_unref (column.texts);
  } else {
    self->chars += column.chars;
    self->found[self->n++] = column;
  }
}

static void
table_init (Table *self, const SpilPageLists *lists, GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  *self = (Table) { .left_out = g_string_new (NULL) };
  self->items = spil_page_lists_dup_items (lists, GTK_WIDGET (view), &self->total);
  self->columns = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++) {
    g_ptr_array_add (self->columns, g_list_model_get_item (columns, i));
    add_column (self, g_ptr_array_index (self->columns, i));
  }
}

static void
table_clear (Table *self)
{
  for (int i = 0; i < self->n; i++)
    g_ptr_array_unref (self->found[i].texts);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->items);
  g_string_free (self->left_out, TRUE);
}

static SpilRow
row_kind (GtkColumnView *view, gpointer item)
{
  static const SpilRow kinds[] = { [SPIL_LIST_ROW_BODY] = SPIL_ROW_BODY,
                                   [SPIL_LIST_ROW_GROUP] = SPIL_ROW_GROUP,
                                   [SPIL_LIST_ROW_TOTAL] = SPIL_ROW_TOTAL };

  return kinds[spil_list_kind_of (gtk_column_view_get_row_factory (view), item)];
}

/* A row that names others has one text, wherever it stands. */
static void
put_group (SpilDocumentTable *table, const Table *from, guint row)
{
  for (int i = 0; i < from->n; i++) {
    const char *text = g_ptr_array_index (from->found[i].texts, row);

    if (text[0] != '\0') {
      spil_document_table_put (table, text);
      return;
    }
  }
}

static void
put_rows (SpilDocumentTable *table, const Table *from, GtkColumnView *view)
{
  for (guint row = 0; row < from->items->len; row++) {
    const SpilRow kind = row_kind (view, g_ptr_array_index (from->items, row));

    spil_document_table_add_row (table, kind);
    if (kind == SPIL_ROW_GROUP)
      put_group (table, from, row);
    else
      for (int i = 0; i < from->n; i++)
        spil_document_table_put (table, g_ptr_array_index (from->found[i].texts, row));
  }
}

static char *
dup_remarks (const Table *self)
{
  g_autofree char *bound = dup_bound (self->items->len, self->total);
  g_autofree char *columns = NULL;

  if (self->left_out->len > 0)
    // Translators: %s are titles of columns, with commas between.
    columns = g_strdup_printf (_ ("Not on paper, for want of room: %s."), self->left_out->str);
  if (bound != NULL && columns != NULL)
    return g_strconcat (bound, "\n", columns, NULL);
  return bound != NULL ? g_steal_pointer (&bound) : g_steal_pointer (&columns);
}

void
spil_page_rows_add_table (SpilDocument *document, const SpilPageLists *lists, GtkColumnView *view)
{
  SpilDocumentTable *table = spil_document_table_new ();
  Table from;

  table_init (&from, lists, view);
  for (int i = 0; i < from.n; i++) {
    const Column *column = &from.found[i];
    const char *title = gtk_column_view_column_get_title (column->column);

    spil_document_table_add_column (table, title != NULL ? title : "",
                                    column->numeric ? SPIL_COLUMN_NUMBER : SPIL_COLUMN_TEXT,
                                    column->numeric ? 0 : (double) column->chars);
  }
  put_rows (table, &from, view);
  if (from.n > 0 && from.items->len > 0)
    spil_document_take_table (document, NULL, table, dup_remarks (&from));
  else
    spil_document_table_free (table);
  table_clear (&from);
}

gboolean
spil_page_rows_is_wide (const SpilPageLists *lists, GtkColumnView *view)
{
  Table table;
  gboolean wide;

  table_init (&table, lists, view);
  wide = table.chars > UPRIGHT_CHARS;
  table_clear (&table);
  return wide;
}

/* Lists */

static char *
steal_text (GPtrArray *texts, guint at)
{
  return at < texts->len ? g_steal_pointer (&texts->pdata[at]) : NULL;
}

void
spil_page_rows_add_list (SpilDocument *document, const SpilPageLists *lists, GtkListView *view)
{
  g_autoptr (SpilPageRows) rows = spil_page_rows_new ();
  GtkListItemFactory *factory = gtk_list_view_get_factory (view);
  guint total;
  g_autoptr (GPtrArray) items = spil_page_lists_dup_items (lists, GTK_WIDGET (view), &total);

  for (guint i = 0; i < items->len; i++) {
    g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

    if (!spil_list_texts_of (factory, g_ptr_array_index (items, i), texts))
      break;
    spil_page_rows_take (rows, steal_text (texts, 0), steal_text (texts, 1), steal_text (texts, 2));
  }
  spil_page_rows_flush (rows, document);
  spil_document_take_prose (document, SPIL_PROSE_NOTE, dup_bound (items->len, total));
}
