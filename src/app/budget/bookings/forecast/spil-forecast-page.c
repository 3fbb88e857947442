// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-forecast-page.h"

#include <glib/gi18n-lib.h>

#include "spil-deed.h"
#include "spil-forecast-data.h"
#include "spil-forecast-deed.h"
#include "spil-forecast-grid.h"
#include "spil-row-group.h"

struct _SpilForecastPage
{
  SpilPage parent_instance;

  SpilId version;
  GArray
      *waiting; /**< of SpilForecastEdit: typed while others are on their way; they go one after the other */
  gboolean busy;

  GtkLabel *name;
  GtkLabel *sentence;
  SpilRowGroup *stale;
  SpilForecastGrid *grid;
};

G_DEFINE_FINAL_TYPE (SpilForecastPage, spil_forecast_page, SPIL_TYPE_PAGE)

static gpointer
prepare (SpilPage *page)
{
  return g_memdup2 (&SPIL_FORECAST_PAGE (page)->version, sizeof (SpilId));
}

/* What was forecast in quarters that are over and never came */

static const SpilForecastRow *
get_row (const SpilForecastData *data, int row)
{
  return &g_array_index (data->rows, SpilForecastRow, row);
}

static const SpilForecastQuarter *
get_quarter (const SpilForecastData *data, int column)
{
  return &g_array_index (data->quarters, SpilForecastQuarter, column);
}

static void
add_edit (GArray *edits, const SpilForecastData *data, int row, int column, int64_t cents)
{
  SpilForecastEdit edit = { get_row (data, row)->line->id, get_quarter (data, column)->period, cents };

  g_array_append_val (edits, edit);
}

// Takes back what stands in the cell of the button; with @move adds it to the first open quarter.
static void
settle (SpilForecastPage *self, GtkWidget *button, gboolean to_open)
{
  const SpilForecastData *data = spil_page_get_data (SPIL_PAGE (self));
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (SpilForecastEdit));
  int at = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "spil-at"));
  int row = at / (int) data->quarters->len;
  int column = at % (int) data->quarters->len;
  int open = spil_forecast_data_find_open (data);

  gtk_widget_set_sensitive (button, FALSE);
  add_edit (edits, data, row, column, 0);
  if (to_open && open >= 0)
    add_edit (edits, data, row, open, get_row (data, row)->cents[open] + get_row (data, row)->cents[column]);
  spil_forecast_deed_do (spil_page_get_worker (SPIL_PAGE (self)), edits, NULL, NULL, NULL);
}

static void
on_take_back_clicked_cb (SpilForecastPage *self, GtkWidget *button)
{
  settle (self, button, FALSE);
}

static void
on_move_clicked_cb (SpilForecastPage *self, GtkWidget *button)
{
  settle (self, button, TRUE);
}

static void
add_button (SpilForecastPage *self, GtkWidget *row, int at, const char *label, const char *name,
            GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "spil-at", GINT_TO_POINTER (at));
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
make_stale_row (SpilForecastPage *self, const SpilForecastData *data, int row, int column)
{
  const SpilForecastRow *line = get_row (data, row);
  int open = spil_forecast_data_find_open (data);
  int at = row * (int) data->quarters->len + column;
  g_autofree char *title = g_strdup_printf ("%d. %s", line->line->number, line->line->name);
  g_autofree char *quarter = spil_period_format (get_quarter (data, column)->period);
  g_autofree char *amount = spil_money_format (line->cents[column], SPIL_MONEY_CENTS);
  // Translators: an amount and a quarter.
  g_autofree char *subtitle = g_strdup_printf (_ ("%s forecast for the %s"), amount, quarter);
  // Translators: %s is a budget line.
  g_autofree char *back = g_strdup_printf (_ ("Take back the forecast of “%s”"), title);
  // Translators: %s is a budget line.
  g_autofree char *on = g_strdup_printf (_ ("Move on the forecast of “%s”"), title);
  GtkWidget *widget = spil_text_row_new (title, subtitle, NULL);

  if (spil_worker_get_read_only (spil_page_get_worker (SPIL_PAGE (self))))
    return widget;
  if (open >= 0) {
    g_autofree char *to = spil_period_format_short (get_quarter (data, open)->period);
    // Translators: %s is a quarter, such as "Q4".
    g_autofree char *label = g_strdup_printf (_ ("To %s"), to);

    add_button (self, widget, at, label, on, G_CALLBACK (on_move_clicked_cb));
  }
  add_button (self, widget, at, C_ ("forecast", "Take back"), back, G_CALLBACK (on_take_back_clicked_cb));
  return widget;
}

static void
fill_stale (SpilForecastPage *self, const SpilForecastData *data)
{
  spil_row_group_begin (self->stale);
  for (guint i = 0; i < data->quarters->len; i++)
    for (guint j = 0; !spil_forecast_quarter_is_open (get_quarter (data, (int) i)) && j < data->rows->len;
         j++)
      if (get_row (data, (int) j)->cents[i] != 0)
        spil_row_group_append (self->stale, make_stale_row (self, data, (int) j, (int) i));
  spil_row_group_end (self->stale, NULL);
}

/* Showing */

static char *
dup_sentence (const SpilForecastData *data)
{
  g_autofree char *forecast = spil_money_format (data->forecast, SPIL_MONEY_CENTS);
  int64_t left = data->total->free.cents - data->forecast;
  g_autofree char *rest = spil_money_format (ABS (left), SPIL_MONEY_CENTS);

  // Translators: both are amounts.
  return g_strdup_printf (left < 0 ? _ ("%s is still forecast: that is %s more than is free.")
                                   : _ ("%s is still forecast; after that %s is free."),
                          forecast, rest);
}

static void
fill (SpilPage *page, gpointer loaded)
{
  SpilForecastPage *self = SPIL_FORECAST_PAGE (page);
  const SpilForecastData *data = loaded;
  g_autofree char *sentence = NULL;

  if (data->version == NULL || data->lines->len == 0) {
    spil_page_set_empty (page, _ ("No budget yet"), _ ("Forecasts are made for the lines of a budget."), NULL,
                         NULL);
    return;
  }
  sentence = dup_sentence (data);
  gtk_label_set_text (self->name, data->version->name);
  gtk_label_set_text (self->sentence, sentence);
  fill_stale (self, data);
  spil_forecast_grid_show (self->grid, data);
  gtk_widget_set_sensitive (GTK_WIDGET (self->grid),
                            !spil_worker_get_read_only (spil_page_get_worker (page)));
}

/* Typing */

static void do_waiting (SpilForecastPage *self, SpilWorker *worker);

static void
on_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilForecastPage) self = user_data;
  g_autoptr (GError) error = NULL;

  self->busy = FALSE;
  // The page may have been left meanwhile.
  if (!spil_deed_finish (SPIL_WORKER (source), result, &error) && self->grid != NULL)
    spil_forecast_grid_refuse (self->grid, error->message);
  do_waiting (self, SPIL_WORKER (source));
}

static void
do_waiting (SpilForecastPage *self, SpilWorker *worker)
{
  if (self->busy || self->waiting->len == 0)
    return;
  self->busy = TRUE;
  spil_forecast_deed_do (worker, self->waiting, NULL, on_done_cb, g_object_ref (self));
  g_array_set_size (self->waiting, 0);
}

static gboolean
is_same_cell (const SpilForecastEdit *a, const SpilForecastEdit *b)
{
  return spil_id_equal (a->line, b->line) && spil_day_compare (a->quarter.first, b->quarter.first) == 0;
}

// The last that is typed in a cell counts.
static void
add_waiting (SpilForecastPage *self, const SpilForecastEdit *edit)
{
  for (guint i = 0; i < self->waiting->len; i++)
    if (is_same_cell (&g_array_index (self->waiting, SpilForecastEdit, i), edit)) {
      g_array_index (self->waiting, SpilForecastEdit, i) = *edit;
      return;
    }
  g_array_append_vals (self->waiting, edit, 1);
}

static void
on_edited_cb (SpilForecastPage *self, GArray *edits)
{
  for (guint i = 0; i < edits->len; i++)
    add_waiting (self, &g_array_index (edits, SpilForecastEdit, i));
  do_waiting (self, spil_page_get_worker (SPIL_PAGE (self)));
}

static void
on_narrow_cb (SpilForecastPage *self)
{
  spil_forecast_grid_set_narrow (self->grid, TRUE);
}

static void
on_wide_cb (SpilForecastPage *self)
{
  spil_forecast_grid_set_narrow (self->grid, FALSE);
}

/* The class */

static void
spil_forecast_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_FORECAST_PAGE);
  G_OBJECT_CLASS (spil_forecast_page_parent_class)->dispose (object);
}

static void
spil_forecast_page_finalize (GObject *object)
{
  g_array_unref (SPIL_FORECAST_PAGE (object)->waiting);
  G_OBJECT_CLASS (spil_forecast_page_parent_class)->finalize (object);
}

static void
spil_forecast_page_class_init (SpilForecastPageClass *klass)
{
  static const int entities[] = { SPIL_ENTITY_BUDGET_VERSION, SPIL_ENTITY_BUDGET_LINE,
                                  SPIL_ENTITY_COMMITMENT,     SPIL_ENTITY_ACTUAL,
                                  SPIL_ENTITY_FORECAST,       SPIL_ENTITY_RESERVATION,
                                  SPIL_ENTITY_CLOSED_PERIOD,  0 };
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_forecast_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = spil_forecast_page_finalize;
  page_class->entities = entities;
  page_class->prepare = prepare;
  page_class->free_request = g_free;
  page_class->help = "bookings";
  page_class->load = spil_forecast_data_load;
  page_class->free_data = (GDestroyNotify) spil_forecast_data_free;
  page_class->fill = fill;
  page_class->icon = "spil-budget-symbolic";

  g_type_ensure (SPIL_TYPE_ROW_GROUP);
  g_type_ensure (SPIL_TYPE_FORECAST_GRID);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-forecast-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilForecastPage, name);
  gtk_widget_class_bind_template_child (widget_class, SpilForecastPage, sentence);
  gtk_widget_class_bind_template_child (widget_class, SpilForecastPage, stale);
  gtk_widget_class_bind_template_child (widget_class, SpilForecastPage, grid);
  gtk_widget_class_bind_template_callback (widget_class, on_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_wide_cb);
}

static void
spil_forecast_page_init (SpilForecastPage *self)
{
  self->waiting = g_array_new (FALSE, FALSE, sizeof (SpilForecastEdit));
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
spil_forecast_page_open (SpilPage *from, SpilId version)
{
  SpilForecastPage *self;

  g_return_if_fail (SPIL_IS_PAGE (from));

  self = g_object_new (SPIL_TYPE_FORECAST_PAGE, "worker", spil_page_get_worker (from), NULL);
  self->version = version;
  spil_page_push (from, SPIL_PAGE (self));
}
