// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-page-reader.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-chart-view.h"
#include "spil-fact-grid.h"
#include "spil-figure-strip.h"
#include "spil-filter-line.h"
#include "spil-page-head.h"
#include "spil-page-rows.h"
#include "spil-page-texts.h"

/* Facts that stand side by side on paper. */
#define FACT_COLUMNS 4

typedef struct
{
  SpilDocument *document;
  const SpilPageLists *lists;
  GPtrArray *canvases;
  SpilPageRows *rows; /* that came last and go in one table */
  char *heading; /* that waits for what it stands over; NULL: none */
} Reader;

static void read_widget (Reader *self, GtkWidget *widget);

/* Blocks */

/* Before anything but a row: the rows so far are a table, and the heading stands over what comes. */
static void
settle (Reader *self)
{
  spil_page_rows_flush (self->rows, self->document);
  if (self->heading != NULL)
    spil_document_add_heading (self->document, 2, self->heading);
  g_clear_pointer (&self->heading, g_free);
}

/* A heading under which nothing comes is not printed. */
static void
set_heading (Reader *self, const char *text)
{
  /* The name of the page stands over it already. */
  if (spil_page_text_is_empty (text) || g_str_equal (text, spil_document_get_title (self->document)))
    return;
  spil_page_rows_flush (self->rows, self->document);
  g_set_str (&self->heading, text);
}

static void
take_row (Reader *self, char *title, char *detail, char *end)
{
  if (self->heading != NULL)
    settle (self);
  spil_page_rows_take (self->rows, title, detail, end);
}

static void
take_prose (Reader *self, SpilProse prose, char *text)
{
  g_autofree char *taken = text;

  if (spil_page_text_is_empty (taken))
    return;
  settle (self);
  spil_document_add_prose (self->document, prose, taken);
}

static void
read_children (Reader *self, GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    read_widget (self, child);
}

/* Where the title of a row stands among its texts; what is before it are signs and dates. */
static guint
find_title (GtkWidget *row, GPtrArray *texts)
{
  const char *title = ADW_IS_PREFERENCES_ROW (row) ? adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row))
                                                   : NULL;

  for (guint i = 0; title != NULL && i < texts->len; i++)
    if (g_str_equal (texts->pdata[i], title))
      return i;
  return 0;
}

/* What stands under the title is the detail, what comes after it the end. */
static gboolean
has_subtitle (GtkWidget *row)
{
  const char *subtitle = ADW_IS_ACTION_ROW (row) ? adw_action_row_get_subtitle (ADW_ACTION_ROW (row)) : NULL;

  return !spil_page_text_is_empty (subtitle);
}

static gboolean
is_number (const char *text)
{
  return strspn (text, "0123456789") == strlen (text);
}

static void
read_row (Reader *self, GtkWidget *row)
{
  g_autoptr (GPtrArray) texts = spil_page_texts_of (row, FALSE);
  const guint title = find_title (row, texts);
  guint detail_end;
  g_autofree char *before = NULL;

  /* A row to type something new in, and a day of a calendar on which nothing is, say nothing. */
  if (texts->len == 0 || (texts->len == 1 && (ADW_IS_ENTRY_ROW (row) || is_number (texts->pdata[0]))))
    return;
  if (has_subtitle (row) || !ADW_IS_ACTION_ROW (row))
    detail_end = title + 2;
  else
    detail_end = title + 1;
  before = spil_page_join_texts (texts, 0, title);
  take_row (self,
            spil_page_text_is_empty (before)
                ? g_strdup (texts->pdata[title])
                : g_strconcat (before, " · ", (const char *) texts->pdata[title], NULL),
            spil_page_join_texts (texts, title + 1, detail_end),
            spil_page_join_texts (texts, detail_end, texts->len));
}

static void
read_expander (Reader *self, GtkWidget *row)
{
  AdwExpanderRow *expander = ADW_EXPANDER_ROW (row);

  take_row (self, g_strdup (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row))),
            g_strdup (adw_expander_row_get_subtitle (expander)), NULL);
  if (adw_expander_row_get_expanded (expander))
    read_children (self, row);
}

static void
read_group (Reader *self, GtkWidget *group)
{
  set_heading (self, adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (group)));
  take_prose (self, SPIL_PROSE_BODY,
              g_strdup (adw_preferences_group_get_description (ADW_PREFERENCES_GROUP (group))));
  for (GtkWidget *child = gtk_widget_get_first_child (group); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    /* Title and description are labels in the first box, beside what can be done with the group. */
    for (GtkWidget *part = gtk_widget_get_first_child (child); part != NULL;
         part = gtk_widget_get_next_sibling (part))
      if (!gtk_widget_has_css_class (part, "header"))
        read_widget (self, part);
  }
  spil_page_rows_flush (self->rows, self->document);
}

static void
read_figures (Reader *self, GtkWidget *strip)
{
  GtkWidget *cards = adw_bin_get_child (ADW_BIN (strip));
  gboolean begun = FALSE;

  for (GtkWidget *card = gtk_widget_get_first_child (cards); card != NULL;
       card = gtk_widget_get_next_sibling (card)) {
    g_autoptr (GPtrArray) texts = spil_page_texts_of (card, TRUE);
    char *note;

    if (!spil_page_is_shown (card) || texts->len < 2)
      continue;
    if (!begun) {
      settle (self);
      spil_document_add_facts (self->document, FACT_COLUMNS);
      begun = TRUE;
    }
    note = spil_page_join_texts (texts, 2, texts->len);
    if (spil_page_text_is_empty (note))
      g_clear_pointer (&note, g_free);
    spil_document_take_fact (self->document, SPIL_MARK_NONE, spil_page_steal_text (texts, 0),
                             spil_page_steal_text (texts, 1), note);
  }
}

/* Each line has a name and a value. */
static void
read_facts (Reader *self, GtkWidget *grid)
{
  GtkWidget *lines = gtk_widget_get_first_child (grid);

  for (GtkWidget *line = lines != NULL ? gtk_widget_get_first_child (lines) : NULL; line != NULL;
       line = gtk_widget_get_next_sibling (line)) {
    g_autoptr (GPtrArray) texts = spil_page_texts_of (line, FALSE);

    if (texts->len > 0)
      take_row (self, spil_page_steal_text (texts, 0), spil_page_join_texts (texts, 1, texts->len), NULL);
  }
  spil_page_rows_flush (self->rows, self->document);
}

static void
read_canvas (Reader *self, GtkWidget *canvas, const char *title)
{
  SpilChart *chart = spil_chart_canvas_get_chart (SPIL_CHART_CANVAS (canvas));

  if (chart == NULL)
    return;
  settle (self);
  g_ptr_array_add (self->canvases, g_object_ref (canvas));
  spil_document_take_chart (self->document, title, spil_chart_ref (chart), 0, NULL);
}

static void
read_chart (Reader *self, GtkWidget *view)
{
  g_autofree char *title = NULL;
  GtkWidget *canvas = GTK_WIDGET (spil_chart_view_get_canvas (SPIL_CHART_VIEW (view)));

  g_object_get (view, "title", &title, NULL);
  /* Who looks at the table gets the table. */
  if (spil_page_is_shown (canvas))
    read_canvas (self, canvas, spil_page_text_is_empty (title) ? NULL : title);
  else {
    set_heading (self, title);
    for (GtkWidget *child = gtk_widget_get_last_child (view); child != NULL; child = NULL)
      read_widget (self, child);
  }
}

static gboolean
is_heading (GtkWidget *label)
{
  static const char *const classes[] = { "heading", "title-1", "title-2", "title-3", "title-4" };

  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    if (gtk_widget_has_css_class (label, classes[i]))
      return TRUE;
  return gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (label)) == GTK_ACCESSIBLE_ROLE_HEADING;
}

static void
read_text (Reader *self, GtkWidget *widget)
{
  g_autofree char *text = spil_page_dup_own_text (widget);

  if (is_heading (widget))
    set_heading (self, text);
  else
    take_prose (self, gtk_widget_has_css_class (widget, "caption") ? SPIL_PROSE_NOTE : SPIL_PROSE_BODY,
                g_steal_pointer (&text));
}

static void
read_text_view (Reader *self, GtkWidget *widget)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  take_prose (self, SPIL_PROSE_BODY, gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

/* Texts side by side in a box are one line. */
static gboolean
is_line (GtkWidget *widget)
{
  return GTK_IS_BOX (widget) &&
         gtk_orientable_get_orientation (GTK_ORIENTABLE (widget)) == GTK_ORIENTATION_HORIZONTAL;
}

/* Nothing in it has a form of its own on paper, and nothing in it is one thing above another. */
static gboolean
has_only_texts (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (!spil_page_is_shown (child))
      continue;
    if (SPIL_IS_CHART_CANVAS (child) || SPIL_IS_CHART_VIEW (child) || SPIL_IS_FIGURE_STRIP (child) ||
        SPIL_IS_FACT_GRID (child) || GTK_IS_COLUMN_VIEW (child) || GTK_IS_LIST_VIEW (child) ||
        GTK_IS_LIST_BOX (child) || GTK_IS_TEXT_VIEW (child) || spil_page_is_card (child) ||
        (GTK_IS_BOX (child) && !is_line (child)))
      return FALSE;
    if (!spil_page_is_control (child) && !has_only_texts (child))
      return FALSE;
  }
  return TRUE;
}

/* One text is a paragraph; what stands at the other end of a line is a figure to it. */
static void
read_line (Reader *self, GtkWidget *line)
{
  g_autoptr (GPtrArray) texts = spil_page_texts_of (line, FALSE);
  GtkWidget *first = gtk_widget_get_first_child (line);
  g_autofree char *all = spil_page_join_texts (texts, 0, texts->len);

  if (texts->len == 0)
    read_children (self, line);
  else if (first != NULL && GTK_IS_LABEL (first) && spil_page_is_shown (first) && is_heading (first))
    set_heading (self, all);
  else if (texts->len == 1)
    take_prose (self, SPIL_PROSE_BODY, g_steal_pointer (&all));
  else
    take_row (self, g_strdup (texts->pdata[0]), spil_page_join_texts (texts, 1, texts->len - 1),
              g_strdup (texts->pdata[texts->len - 1]));
}

/* A menu that is called after what was chosen in it: that is what the page is about. */
static void
read_menu (Reader *self, GtkMenuButton *button)
{
  GtkWidget *child = gtk_menu_button_get_child (button);

  if (child != NULL && GTK_IS_LABEL (child) && is_heading (child))
    set_heading (self, gtk_label_get_text (GTK_LABEL (child)));
}

/* What has a form of its own on paper; FALSE: it is what is in it. */
static gboolean
read_known (Reader *self, GtkWidget *widget)
{
  if (SPIL_IS_CHART_VIEW (widget))
    read_chart (self, widget);
  else if (SPIL_IS_CHART_CANVAS (widget))
    read_canvas (self, widget, NULL);
  else if (SPIL_IS_FIGURE_STRIP (widget))
    read_figures (self, widget);
  else if (SPIL_IS_FACT_GRID (widget))
    read_facts (self, widget);
  else if (GTK_IS_COLUMN_VIEW (widget)) {
    settle (self);
    spil_page_rows_add_table (self->document, self->lists, GTK_COLUMN_VIEW (widget));
  } else if (GTK_IS_LIST_VIEW (widget)) {
    settle (self);
    spil_page_rows_add_list (self->document, self->lists, GTK_LIST_VIEW (widget));
  } else if (ADW_IS_PREFERENCES_GROUP (widget))
    read_group (self, widget);
  else if (ADW_IS_EXPANDER_ROW (widget))
    read_expander (self, widget);
  else if (GTK_IS_LIST_BOX_ROW (widget))
    read_row (self, widget);
  else
    return FALSE;
  return TRUE;
}

static void
read_widget (Reader *self, GtkWidget *widget)
{
  if (!spil_page_is_shown (widget) || SPIL_IS_FILTER_LINE (widget))
    return;
  if (spil_page_is_card (widget))
    read_row (self, widget);
  else if (GTK_IS_MENU_BUTTON (widget))
    read_menu (self, GTK_MENU_BUTTON (widget));
  else if (spil_page_is_control (widget))
    return;
  else if (read_known (self, widget))
    return;
  else if (GTK_IS_LABEL (widget) || GTK_IS_INSCRIPTION (widget) || GTK_IS_TEXT (widget))
    read_text (self, widget);
  else if (GTK_IS_TEXT_VIEW (widget))
    read_text_view (self, widget);
  else if (is_line (widget) && has_only_texts (widget))
    read_line (self, widget);
  else
    read_children (self, widget);
}

/* The whole */

static void
reader_init (Reader *self, const char *title, const SpilPageLists *lists, GPtrArray *canvases)
{
  *self = (Reader) { .document = spil_document_new (title), .lists = lists, .canvases = canvases };
  self->rows = spil_page_rows_new ();
}

static SpilDocument *
reader_finish (Reader *self)
{
  spil_page_rows_flush (self->rows, self->document);
  g_clear_pointer (&self->heading, g_free);
  spil_page_rows_free (self->rows);
  return self->document;
}

SpilDocument *
spil_page_reader_read (GtkWidget *root, const char *title, const SpilPageLists *lists, GPtrArray *canvases)
{
  g_autofree char *filter = spil_page_head_dup_filter (root);
  SpilDocument *document;
  int n_head;
  Reader self;

  reader_init (&self, title, lists, canvases);
  spil_page_head_add (self.document, lists, title, filter, spil_page_head_is_wide (root, lists));
  n_head = spil_document_get_n_blocks (self.document);
  read_widget (&self, root);
  document = reader_finish (&self);
  if (spil_document_get_n_blocks (document) == n_head)
    g_clear_pointer (&document, spil_document_free);
  return document;
}

/* The figures of a chart, for who wants them. */
static void
add_figures (SpilDocument *document, SpilChart *chart)
{
  g_autoptr (SpilChartTable) figures = spil_chart_dup_table (chart);
  const int n_columns = MIN (spil_chart_table_get_n_columns (figures), SPIL_TABLE_MAX_COLUMNS);
  SpilDocumentTable *table;

  if (spil_chart_table_get_n_rows (figures) == 0)
    return;
  table = spil_document_table_new ();
  for (int i = 0; i < n_columns; i++)
    spil_document_table_add_column (table, spil_chart_table_get_title (figures, i),
                                    spil_chart_table_is_numeric (figures, i) ? SPIL_COLUMN_NUMBER
                                                                             : SPIL_COLUMN_TEXT,
                                    spil_chart_table_is_numeric (figures, i) ? 0 : 1);
  for (int row = 0; row < spil_chart_table_get_n_rows (figures); row++) {
    spil_document_table_add_row (table, SPIL_ROW_BODY);
    for (int i = 0; i < n_columns; i++)
      spil_document_table_put (table, spil_chart_table_get_text (figures, row, i));
  }
  spil_document_add_heading (document, 2, _ ("The figures"));
  spil_document_take_table (document, NULL, table, NULL);
}

SpilDocument *
spil_page_reader_read_chart (SpilChartCanvas *canvas, const char *title, const SpilPageLists *lists,
                             GPtrArray *canvases)
{
  SpilChart *chart = spil_chart_canvas_get_chart (canvas);
  Reader self;

  reader_init (&self, title, lists, canvases);
  spil_page_head_add (self.document, lists, title, NULL, FALSE);
  read_canvas (&self, GTK_WIDGET (canvas), NULL);
  if (chart != NULL)
    add_figures (self.document, chart);
  return reader_finish (&self);
}
