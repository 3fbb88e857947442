// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-column.h"

#include "spil-list-slot.h"
#include "spil-list-texts.h"

/* Cells narrow down to so many characters; those that take the room that is left keep more. */
#define LEAST_CHARS 8
#define LEAST_EXPANDED 18

typedef struct
{
  char *title;
  int n_chars;
  SpilColumnFlags flags;
  SpilCellFunc text;
  SpilCellFunc caption; /**< NULL: cells of one line */
  gpointer user_data;
  GDestroyNotify free_user_data;
} Column;

static void
column_free (gpointer data, GClosure *closure)
{
  Column *column = data;

  if (column->free_user_data != NULL && column->user_data != NULL)
    column->free_user_data (column->user_data);
  g_free (column->title);
  g_free (column);
}

// What shows an item calls @update now and whenever the content of its slot is swapped.
static void
follow (GObject *holder, gpointer object, GCallback update)
{
  g_signal_connect_object (object, "notify::item", update, holder, G_CONNECT_SWAPPED);
}

static void
unfollow (GObject *holder, gpointer object)
{
  if (SPIL_IS_LIST_SLOT (object))
    g_signal_handlers_disconnect_matched (object, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, holder);
}

/* Cells of a column view */

static char *
dup_cell_text (const Column *column, SpilCellFunc func, gpointer item)
{
  char *text = func != NULL && item != NULL ? func (item, column->user_data) : NULL;

  return text != NULL ? text : g_strdup ("");
}

static void
update_cell (GtkColumnViewCell *cell)
{
  GtkWidget *child = gtk_column_view_cell_get_child (cell);
  const Column *column = g_object_get_data (G_OBJECT (child), "spil-column");
  gpointer item = spil_list_item_of (gtk_column_view_cell_get_item (cell));
  g_autofree char *text = dup_cell_text (column, column->text, item);
  g_autofree char *caption = dup_cell_text (column, column->caption, item);
  g_autofree char *label = g_strdup_printf ("%s: %s%s%s", column->title, text, caption[0] != '\0' ? ", " : "",
                                            caption);

  if (GTK_IS_INSCRIPTION (child)) {
    gtk_inscription_set_text (GTK_INSCRIPTION (child), text);
  } else {
    gtk_inscription_set_text (GTK_INSCRIPTION (gtk_widget_get_first_child (child)), text);
    gtk_inscription_set_text (GTK_INSCRIPTION (gtk_widget_get_last_child (child)), caption);
    gtk_widget_set_visible (gtk_widget_get_last_child (child), caption[0] != '\0');
  }
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static GtkWidget *
make_cell_inscription (const Column *column)
{
  GtkWidget *inscription = gtk_inscription_new (NULL);
  gboolean numeric = (column->flags & SPIL_COLUMN_NUMERIC) != 0;
  int least = (column->flags & SPIL_COLUMN_FIRM) != 0     ? column->n_chars
              : (column->flags & SPIL_COLUMN_EXPAND) != 0 ? LEAST_EXPANDED
                                                          : LEAST_CHARS;

  gtk_inscription_set_min_chars (GTK_INSCRIPTION (inscription), MIN (column->n_chars, least));
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (inscription),
                                 (column->flags & SPIL_COLUMN_WRAP) != 0 ? 2 : 1);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (inscription), column->n_chars);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (inscription), numeric ? 1 : 0);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (inscription), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  if (numeric)
    gtk_widget_add_css_class (inscription, "numeric");
  return inscription;
}

// A screen reader hears the cell as one.
static GtkWidget *
make_two_line_cell (const Column *column)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 1,
                                 "valign", GTK_ALIGN_CENTER, "accessible-role", GTK_ACCESSIBLE_ROLE_LABEL,
                                 NULL);
  GtkWidget *text = make_cell_inscription (column);
  GtkWidget *caption = make_cell_inscription (column);

  gtk_widget_add_css_class (caption, "dimmed");
  gtk_widget_add_css_class (caption, "caption");
  // Without a caption its room is the text's.
  gtk_widget_set_vexpand (text, TRUE);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_widget_add_css_class (box, "two-line-cell");
  return box;
}

static void
on_cell_setup_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, const Column *column)
{
  GtkWidget *child = column->caption != NULL ? make_two_line_cell (column) : make_cell_inscription (column);

  g_object_set_data (G_OBJECT (child), "spil-column", (gpointer) column);
  gtk_column_view_cell_set_child (cell, child);
}

static void
on_cell_bound_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell)
{
  gpointer object = gtk_column_view_cell_get_item (cell);

  if (SPIL_IS_LIST_SLOT (object))
    follow (G_OBJECT (cell), object, G_CALLBACK (update_cell));
  update_cell (cell);
}

static void
on_cell_unbound_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell)
{
  unfollow (G_OBJECT (cell), gtk_column_view_cell_get_item (cell));
}

static void
add_text (SpilCellFunc func, gpointer item, gpointer user_data, GPtrArray *texts)
{
  char *text = func != NULL ? func (item, user_data) : NULL;

  g_ptr_array_add (texts, text != NULL ? text : g_strdup (""));
}

static void
add_cell_text (gpointer item, gpointer user_data, GPtrArray *texts)
{
  const Column *column = user_data;
  g_autofree char *text = dup_cell_text (column, column->text, item);
  g_autofree char *caption = dup_cell_text (column, column->caption, item);

  // Numbers stay alone on paper, under each other.
  g_ptr_array_add (texts, (column->flags & SPIL_COLUMN_NUMERIC) == 0 && caption[0] != '\0'
                              ? g_strconcat (text, ", ", caption, NULL)
                              : g_steal_pointer (&text));
}

GtkColumnViewColumn *
spil_column_new (const char *title, int n_chars, SpilColumnFlags flags, SpilCellFunc text, gpointer user_data,
                 GDestroyNotify free_user_data)
{
  return spil_column_new_two_line (title, n_chars, flags, text, NULL, user_data, free_user_data);
}

GtkColumnViewColumn *
spil_column_new_two_line (const char *title, int n_chars, SpilColumnFlags flags, SpilCellFunc text,
                          SpilCellFunc caption, gpointer user_data, GDestroyNotify free_user_data)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Column *column = g_new0 (Column, 1);
  GtkColumnViewColumn *self;

  column->title = g_strdup (title);
  column->n_chars = n_chars;
  column->flags = flags;
  column->text = text;
  column->caption = caption;
  column->user_data = user_data;
  column->free_user_data = free_user_data;
  g_signal_connect_data (factory, "setup", G_CALLBACK (on_cell_setup_cb), column, column_free, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (on_cell_bound_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_cell_unbound_cb), NULL);
  spil_list_texts_set (factory, add_cell_text, column);
  self = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_resizable (self, TRUE);
  gtk_column_view_column_set_expand (self, (flags & SPIL_COLUMN_EXPAND) != 0);
  if ((flags & SPIL_COLUMN_NUMERIC) != 0)
    g_object_set_data (G_OBJECT (self), "spil-numeric", GINT_TO_POINTER (TRUE));
  return self;
}

// Flush right, after the arrow of the order that may come beside it.
static void
align_title (GtkWidget *box)
{
  GtkWidget *arrow = gtk_widget_get_last_child (box);

  gtk_widget_set_halign (box, GTK_ALIGN_END);
  if (arrow != gtk_widget_get_first_child (box))
    gtk_box_reorder_child_after (GTK_BOX (box), arrow, NULL);
}

// GTK has no way to say this: the heading is the first child of the view, and a title holds a box with its label.
void
spil_column_view_align_titles (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (view));
  GtkWidget *title = header != NULL ? gtk_widget_get_first_child (header) : NULL;

  for (guint i = 0; title != NULL && i < g_list_model_get_n_items (columns); i++) {
    g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
    GtkWidget *box = gtk_widget_get_first_child (title);

    if (box != NULL && g_object_get_data (G_OBJECT (column), "spil-numeric") != NULL)
      align_title (box);
    title = gtk_widget_get_next_sibling (title);
  }
}

/* Names of rows */

typedef struct
{
  SpilCellFunc name;
  gpointer user_data;
} RowName;

static void
free_row_name (gpointer data, GClosure *closure)
{
  g_free (data);
}

static void
update_row_name (GtkColumnViewRow *row)
{
  const RowName *row_name = g_object_get_data (G_OBJECT (row), "row-name");
  gpointer item = spil_list_item_of (gtk_column_view_row_get_item (row));
  g_autofree char *name = item != NULL ? row_name->name (item, row_name->user_data) : NULL;

  gtk_column_view_row_set_accessible_label (row, name != NULL ? name : "");
}

static void
on_named_row_bound_cb (GtkSignalListItemFactory *factory, GtkColumnViewRow *row, RowName *row_name)
{
  gpointer object = gtk_column_view_row_get_item (row);

  g_object_set_data (G_OBJECT (row), "row-name", row_name);
  if (SPIL_IS_LIST_SLOT (object))
    follow (G_OBJECT (row), object, G_CALLBACK (update_row_name));
  update_row_name (row);
}

static void
on_named_row_unbound_cb (GtkSignalListItemFactory *factory, GtkColumnViewRow *row)
{
  unfollow (G_OBJECT (row), gtk_column_view_row_get_item (row));
}

void
spil_column_view_name_rows (GtkColumnView *view, SpilCellFunc name, gpointer user_data)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  RowName *row_name = g_new0 (RowName, 1);

  row_name->name = name;
  row_name->user_data = user_data;
  g_signal_connect_data (factory, "bind", G_CALLBACK (on_named_row_bound_cb), row_name, free_row_name, 0);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_named_row_unbound_cb), NULL);
  gtk_column_view_set_row_factory (view, factory);
}

/* Rows of two lines */

typedef struct
{
  SpilCellFunc title;
  SpilCellFunc subtitle;
  SpilCellFunc end;
  gpointer user_data;
} TwoLine;

static void
free_two_line (gpointer data, GClosure *closure)
{
  g_free (data);
}

static void
set_chars (GtkInscription *inscription, guint n_chars)
{
  gtk_inscription_set_min_chars (inscription, n_chars);
  gtk_inscription_set_nat_chars (inscription, n_chars);
}

static void
set_inscription (GtkListItem *row, const char *name, SpilCellFunc func, const TwoLine *two_line,
                 gpointer item, GString *label)
{
  GtkInscription *inscription = g_object_get_data (G_OBJECT (row), name);
  g_autofree char *text = NULL;

  if (inscription == NULL)
    return;
  text = item != NULL ? func (item, two_line->user_data) : NULL;
  gtk_inscription_set_text (inscription, text);
  // What stands at the end has the room that it needs, and no more.
  if (func == two_line->end)
    set_chars (inscription, text != NULL ? (guint) g_utf8_strlen (text, -1) + 1 : 0);
  if (text != NULL && text[0] != '\0')
    g_string_append_printf (label, "%s%s", label->len > 0 ? ", " : "", text);
}

static void
update_row (GtkListItem *row)
{
  const TwoLine *two_line = g_object_get_data (G_OBJECT (row), "two-line");
  gpointer item = spil_list_item_of (gtk_list_item_get_item (row));
  g_autoptr (GString) label = g_string_new (NULL);

  set_inscription (row, "title", two_line->title, two_line, item, label);
  set_inscription (row, "subtitle", two_line->subtitle, two_line, item, label);
  set_inscription (row, "end", two_line->end, two_line, item, label);
  gtk_list_item_set_accessible_label (row, label->str);
}

static GtkWidget *
add_inscription (GtkListItem *row, const char *name, GtkWidget *box, guint n_chars)
{
  GtkWidget *inscription = gtk_inscription_new (NULL);

  set_chars (GTK_INSCRIPTION (inscription), n_chars);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (inscription), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_set_valign (inscription, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), inscription);
  g_object_set_data (G_OBJECT (row), name, inscription);
  return inscription;
}

static void
on_row_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *row, TwoLine *two_line)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *widget;

  gtk_widget_add_css_class (box, "two-line");
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), lines);
  add_inscription (row, "title", lines, 10);
  if (two_line->subtitle != NULL) {
    widget = add_inscription (row, "subtitle", lines, 10);
    gtk_widget_add_css_class (widget, "dimmed");
    gtk_widget_add_css_class (widget, "caption");
  }
  if (two_line->end != NULL) {
    widget = add_inscription (row, "end", box, 0);
    gtk_inscription_set_xalign (GTK_INSCRIPTION (widget), 1);
    gtk_widget_add_css_class (widget, "dimmed");
    gtk_widget_add_css_class (widget, "numeric");
  }
  g_object_set_data (G_OBJECT (row), "two-line", two_line);
  gtk_list_item_set_child (row, box);
}

static void
on_row_bound_cb (GtkSignalListItemFactory *factory, GtkListItem *row)
{
  gpointer object = gtk_list_item_get_item (row);

  if (SPIL_IS_LIST_SLOT (object))
    follow (G_OBJECT (row), object, G_CALLBACK (update_row));
  update_row (row);
}

static void
on_row_unbound_cb (GtkSignalListItemFactory *factory, GtkListItem *row)
{
  unfollow (G_OBJECT (row), gtk_list_item_get_item (row));
}

static void
add_row_texts (gpointer item, gpointer user_data, GPtrArray *texts)
{
  const TwoLine *two_line = user_data;

  add_text (two_line->title, item, two_line->user_data, texts);
  add_text (two_line->subtitle, item, two_line->user_data, texts);
  add_text (two_line->end, item, two_line->user_data, texts);
}

GtkListItemFactory *
spil_two_line_factory_new (SpilCellFunc title, SpilCellFunc subtitle, SpilCellFunc end, gpointer user_data)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  TwoLine *two_line = g_new0 (TwoLine, 1);

  two_line->title = title;
  two_line->subtitle = subtitle;
  two_line->end = end;
  two_line->user_data = user_data;
  spil_list_texts_set (factory, add_row_texts, two_line);
  g_signal_connect_data (factory, "setup", G_CALLBACK (on_row_setup_cb), two_line, free_two_line, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (on_row_bound_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_row_unbound_cb), NULL);
  return factory;
}
