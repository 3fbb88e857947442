// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-chart-view.h"

#include <glib/gi18n-lib.h>

#include "spil-chart-file.h"
#include "spil-column.h"
#include "spil-failure.h"
#include "spil-print-page.h"
#include "spil-recent.h"

// Longer texts of the table are cut.
#define MAX_COLUMN_CHARS 40

struct _SpilChartView
{
  GtkWidget parent_instance;

  char *title;
  SpilChartTable *data; /**< what the table shows; NULL until it is first shown */

  GtkStack *stack;
  SpilChartCanvas *canvas;
  GtkColumnView *table;
  GtkToggleButton *table_button;
};

G_DEFINE_FINAL_TYPE (SpilChartView, spil_chart_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_TITLE,
  N_PROPS
};

enum
{
  PART_ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* The table: its items are strings, the numbers of the rows */

// What a column of the table shows.
typedef struct
{
  SpilChartView *view; /**< lives longer than its table */
  int column;
} TableColumn;

static char *
cell_text (gpointer item, gpointer user_data)
{
  const TableColumn *column = user_data;
  gint64 row = g_ascii_strtoll (gtk_string_object_get_string (item), NULL, 10);

  if (column->view->data == NULL || row >= spil_chart_table_get_n_rows (column->view->data))
    return NULL;
  return g_strdup (spil_chart_table_get_text (column->view->data, (int) row, column->column));
}

static void
clear_table (SpilChartView *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->table);

  gtk_column_view_set_model (self->table, NULL);
  while (g_list_model_get_n_items (columns) > 0) {
    g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

    gtk_column_view_remove_column (self->table, column);
  }
  g_clear_pointer (&self->data, spil_chart_table_free);
}

// As wide as its longest text, within reason.
static int
count_chars (const SpilChartTable *table, int column)
{
  glong n_chars = g_utf8_strlen (spil_chart_table_get_title (table, column), -1);

  for (int i = 0; i < spil_chart_table_get_n_rows (table); i++)
    n_chars = MAX (n_chars, g_utf8_strlen (spil_chart_table_get_text (table, i, column), -1));
  return (int) CLAMP (n_chars + 1, 4, MAX_COLUMN_CHARS);
}

static GtkColumnViewColumn *
add_column (SpilChartView *self, int index)
{
  TableColumn *data = g_new0 (TableColumn, 1);
  gboolean numeric = spil_chart_table_is_numeric (self->data, index);
  GtkColumnViewColumn *column;

  data->view = self;
  data->column = index;
  column = spil_column_new (spil_chart_table_get_title (self->data, index), count_chars (self->data, index),
                            numeric ? SPIL_COLUMN_NUMERIC : 0, cell_text, data, g_free);
  gtk_column_view_append_column (self->table, column);
  g_object_unref (column);
  return column;
}

static void
fill_table (SpilChartView *self)
{
  SpilChart *chart = spil_chart_canvas_get_chart (self->canvas);
  g_autoptr (GtkStringList) rows = gtk_string_list_new (NULL);
  gboolean expanded = FALSE;

  clear_table (self);
  if (chart == NULL)
    return;
  self->data = spil_chart_dup_table (chart);
  for (int i = 0; i < spil_chart_table_get_n_columns (self->data); i++) {
    GtkColumnViewColumn *column = add_column (self, i);

    // The first column with words takes the room that is left.
    if (!expanded && !spil_chart_table_is_numeric (self->data, i))
      gtk_column_view_column_set_expand (column, expanded = TRUE);
  }
  for (int i = 0; i < spil_chart_table_get_n_rows (self->data); i++)
    gtk_string_list_take (rows, g_strdup_printf ("%d", i));
  gtk_column_view_set_model (
      self->table, GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&rows)))));
  spil_column_view_align_titles (self->table);
}

static void
on_table_toggled_cb (SpilChartView *self)
{
  gboolean table = gtk_toggle_button_get_active (self->table_button);

  if (table)
    fill_table (self);
  gtk_stack_set_visible_child_name (self->stack, table ? "table" : "chart");
}

static void
on_part_activated_cb (SpilChartView *self, const SpilChartBox *box)
{
  g_signal_emit (self, signals[PART_ACTIVATED], 0, box);
}

/* Saving: in a thread, with the canvas frozen, since a chart serves one thread at a time */

typedef struct
{
  SpilChart *chart;
  char *path;
} SaveRequest;

static void
save_request_free (SaveRequest *request)
{
  spil_chart_unref (request->chart);
  g_free (request->path);
  g_free (request);
}

static void
save_chart (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  SaveRequest *request = data;
  GError *error = NULL;

  if (spil_chart_file_write (request->chart, request->path, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SpilChartView *self = SPIL_CHART_VIEW (source);
  SaveRequest *request = g_task_get_task_data (G_TASK (result));
  g_autofree char *name = g_path_get_basename (request->path);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (self->canvas != NULL)
    spil_chart_canvas_thaw (self->canvas);
  if (!g_task_propagate_boolean (G_TASK (result), &error)) {
    spil_failure_present (GTK_WIDGET (self), error);
    return;
  }
  // Translators: %s is the name of a file.
  text = g_strdup_printf (_ ("Chart saved as “%s”"), name);
  spil_recent_add (request->path);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-file", "(ss)", text, request->path);
}

static void
on_file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilChartView) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  SaveRequest *request;
  g_autoptr (GTask) task = NULL;

  if (file == NULL || self->canvas == NULL || spil_chart_canvas_get_chart (self->canvas) == NULL)
    return;
  request = g_new0 (SaveRequest, 1);
  request->chart = spil_chart_ref (spil_chart_canvas_get_chart (self->canvas));
  request->path = g_file_get_path (file);
  spil_chart_canvas_freeze (self->canvas);
  task = g_task_new (self, NULL, on_saved_cb, NULL);
  g_task_set_task_data (task, request, (GDestroyNotify) save_request_free);
  g_task_run_in_thread (task, save_chart);
}

static GListModel *
make_filters (void)
{
  static const struct
  {
    const char *name;
    const char *suffix;
  } kinds[] = { { N_ ("PDF document"), "pdf" }, { N_ ("SVG drawing"), "svg" }, { N_ ("PNG image"), "png" } };
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++) {
    g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

    gtk_file_filter_set_name (filter, _ (kinds[i].name));
    gtk_file_filter_add_suffix (filter, kinds[i].suffix);
    g_list_store_append (filters, filter);
  }
  return G_LIST_MODEL (filters);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilChartView *self = SPIL_CHART_VIEW (widget);
  SpilChart *chart = spil_chart_canvas_get_chart (self->canvas);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = make_filters ();
  g_autofree char *file_name = NULL;

  if (chart == NULL)
    return;
  file_name = g_strdup_printf ("%s.pdf", spil_chart_get_name (chart));
  gtk_file_dialog_set_title (dialog, _ ("Save chart"));
  gtk_file_dialog_set_initial_name (dialog, file_name);
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, on_file_chosen_cb,
                        g_object_ref (self));
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilChartView *self = SPIL_CHART_VIEW (widget);

  spil_print_chart (self->canvas, self->title != NULL ? self->title : _ ("Chart"));
}

static void
spil_chart_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_TITLE:
    g_value_set_string (value, SPIL_CHART_VIEW (object)->title);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
spil_chart_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_TITLE:
    if (g_set_str (&SPIL_CHART_VIEW (object)->title, g_value_get_string (value)))
      g_object_notify_by_pspec (object, pspec);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
spil_chart_view_dispose (GObject *object)
{
  SpilChartView *self = SPIL_CHART_VIEW (object);
  GtkWidget *child;

  if (self->table != NULL)
    clear_table (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPIL_TYPE_CHART_VIEW);
  // Those that are not bound are left.
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->title, g_free);
  G_OBJECT_CLASS (spil_chart_view_parent_class)->dispose (object);
}

static void
spil_chart_view_class_init (SpilChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = spil_chart_view_get_property;
  object_class->set_property = spil_chart_view_set_property;
  object_class->dispose = spil_chart_view_dispose;
  properties[PROP_TITLE] = g_param_spec_string (
      "title", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[PART_ACTIVATED] = g_signal_new ("part-activated", SPIL_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  g_type_ensure (SPIL_TYPE_CHART_CANVAS);
  gtk_widget_class_install_action (widget_class, "chart.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "chart.print", NULL, print_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-chart-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilChartView, stack);
  gtk_widget_class_bind_template_child (widget_class, SpilChartView, canvas);
  gtk_widget_class_bind_template_child (widget_class, SpilChartView, table);
  gtk_widget_class_bind_template_child (widget_class, SpilChartView, table_button);
  gtk_widget_class_bind_template_callback (widget_class, on_table_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_part_activated_cb);
}

static void
spil_chart_view_init (SpilChartView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
spil_chart_view_new (const char *title)
{
  return g_object_new (SPIL_TYPE_CHART_VIEW, "title", title, NULL);
}

void
spil_chart_view_set_chart (SpilChartView *self, SpilChart *chart)
{
  g_return_if_fail (SPIL_IS_CHART_VIEW (self));

  spil_chart_canvas_set_chart (self->canvas, chart);
  if (gtk_toggle_button_get_active (self->table_button))
    fill_table (self);
}

SpilChartCanvas *
spil_chart_view_get_canvas (SpilChartView *self)
{
  g_return_val_if_fail (SPIL_IS_CHART_VIEW (self), NULL);
  return self->canvas;
}
