// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-indicator-page.h"

#include <glib/gi18n-lib.h>

#include "spil-chart-view.h"
#include "spil-columns.h"
#include "spil-effect-words.h"
#include "spil-fact-row.h"
#include "spil-measurement-row.h"
#include "spil-report-charts.h"
#include "spil-row-group.h"

// More measurements than this are not shown.
#define MAX_MEASUREMENTS 200

struct _SpilIndicatorPage
{
  SpilRowPage parent_instance;

  GtkLabel *value;
  GtkLabel *unit;
  SpilChartView *trend;
  SpilRowGroup *facts;
  SpilRowGroup *targets;
  SpilRowGroup *measurements;
};

G_DEFINE_FINAL_TYPE (SpilIndicatorPage, spil_indicator_page, SPIL_TYPE_ROW_PAGE)

// What the page shows.
typedef struct
{
  GPtrArray *indicators; /**< of SpilIndicatorRow */
  const SpilIndicatorRow *indicator; /**< in `indicators` */
  SpilRecord *record;
  GPtrArray *targets; /**< of SpilRecord */
  GPtrArray *measurements; /**< of SpilRecord, latest first */
} Data;

static void
data_free (Data *data)
{
  g_clear_pointer (&data->indicators, g_ptr_array_unref);
  g_clear_object (&data->record);
  g_clear_pointer (&data->targets, g_ptr_array_unref);
  g_clear_pointer (&data->measurements, g_ptr_array_unref);
  g_free (data);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Data, data_free)

static GPtrArray *
list (SpilStore *store, SpilEntityNumber entity, int reference, SpilId id, int sort, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (entity));

  spil_query_where_reference (query, reference, id);
  spil_query_sort (query, sort, TRUE);
  spil_query_window (query, 0, MAX_MEASUREMENTS);
  return spil_store_list (store, query, error);
}

static gpointer
load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  g_autoptr (Data) data = g_new0 (Data, 1);
  const SpilId *id = request;

  data->indicators = spil_indicator_query (store, spil_day_today (), error);
  if (data->indicators == NULL)
    return NULL;
  for (guint i = 0; i < data->indicators->len; i++) {
    const SpilIndicatorRow *indicator = g_ptr_array_index (data->indicators, i);

    if (spil_id_equal (indicator->id, *id))
      data->indicator = indicator;
  }
  if (data->indicator == NULL ||
      (data->record = spil_store_get (store, spil_entity (SPIL_ENTITY_INDICATOR), *id, error)) == NULL ||
      (data->targets = list (store, SPIL_ENTITY_GOAL, SPIL_GOAL_INDICATOR, *id, SPIL_GOAL_DATE, error)) ==
          NULL ||
      (data->measurements = list (store, SPIL_ENTITY_MEASUREMENT, SPIL_MEASUREMENT_INDICATOR, *id,
                                  SPIL_MEASUREMENT_DATE, error)) == NULL)
    return NULL;
  return g_steal_pointer (&data);
}

static void
fill_facts (SpilIndicatorPage *self, SpilRecord *record)
{
  static const int fields[] = {
    SPIL_INDICATOR_ASSUMPTION, SPIL_INDICATOR_FREQUENCY, SPIL_INDICATOR_DIRECTION,
    SPIL_INDICATOR_SOURCE,     SPIL_INDICATOR_GROSS_NET,
  };

  spil_row_group_begin (self->facts);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    spil_row_group_append (self->facts, spil_fact_row_new_for_field (record, fields[i]));
  spil_row_group_end (self->facts, NULL);
}

static void
fill_targets (SpilIndicatorPage *self, GPtrArray *targets)
{
  static const int fields[] = { SPIL_GOAL_VALUE, SPIL_GOAL_DATE, SPIL_GOAL_NOTES, 0 };
  g_autoptr (SpilRecord) preset = spil_record_new (spil_entity (SPIL_ENTITY_GOAL), spil_id_new ());

  spil_record_set_reference (preset, SPIL_GOAL_INDICATOR, spil_row_page_get_id (SPIL_ROW_PAGE (self)));
  spil_row_group_set_add (self->targets, preset, fields);
  spil_row_group_begin (self->targets);
  for (guint i = 0; i < targets->len; i++) {
    SpilRecord *target = g_ptr_array_index (targets, i);
    g_autofree char *value = spil_effect_dup_decimal (spil_record_get_integer (target, SPIL_GOAL_VALUE));
    g_autofree char *date = spil_record_format (target, SPIL_GOAL_DATE);
    g_autofree char *notes = spil_record_format (target, SPIL_GOAL_NOTES);
    GtkWidget *row = spil_text_row_new (date[0] != '\0' ? date : _ ("No date stated"), notes, value);

    spil_text_row_edit (row, target, fields);
    spil_row_group_append (self->targets, row);
  }
  spil_row_group_end (self->targets, _ ("No target yet"));
}

static void
fill_measurements (SpilIndicatorPage *self, GPtrArray *measurements)
{
  g_autoptr (SpilRecord) preset = spil_record_new (spil_entity (SPIL_ENTITY_MEASUREMENT), spil_id_new ());

  spil_record_set_reference (preset, SPIL_MEASUREMENT_INDICATOR, spil_row_page_get_id (SPIL_ROW_PAGE (self)));
  spil_record_set_day (preset, SPIL_MEASUREMENT_DATE, spil_day_today ());
  spil_record_set_integer (preset, SPIL_MEASUREMENT_KIND, SPIL_MEASUREMENT_KIND_AFTER);
  spil_row_group_set_add (self->measurements, preset, spil_measurement_fields ());
  spil_row_group_begin (self->measurements);
  for (guint i = 0; i < measurements->len; i++)
    spil_row_group_append (self->measurements,
                           spil_measurement_row_new (g_ptr_array_index (measurements, i), measurements));
  spil_row_group_end (self->measurements, _ ("Not measured yet"));
}

static void
fill_row (SpilPage *page, gpointer loaded)
{
  SpilIndicatorPage *self = SPIL_INDICATOR_PAGE (page);
  const Data *data = loaded;
  g_autofree char *value = spil_indicator_dup_value (data->indicator);
  g_autofree char *unit = spil_indicator_dup_unit (data->indicator);
  g_autoptr (SpilChart) chart = spil_report_chart_of_indicator (data->indicator, spil_day_today ());

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (page), data->indicator->name);
  gtk_label_set_label (self->value, value);
  gtk_label_set_label (self->unit, unit);
  spil_chart_view_set_chart (self->trend, chart);
  fill_facts (self, data->record);
  fill_targets (self, data->targets);
  fill_measurements (self, data->measurements);
}

static void
on_edit_clicked_cb (SpilIndicatorPage *self)
{
  const Data *data = spil_page_get_data (SPIL_PAGE (self));

  if (data != NULL)
    spil_present_edit (GTK_WIDGET (self->facts), data->record, NULL);
}

static void
spil_indicator_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_INDICATOR_PAGE);
  G_OBJECT_CLASS (spil_indicator_page_parent_class)->dispose (object);
}

static void
spil_indicator_page_class_init (SpilIndicatorPageClass *klass)
{
  static const int entities[] = { SPIL_ENTITY_INDICATOR, SPIL_ENTITY_GOAL, SPIL_ENTITY_MEASUREMENT, 0 };
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);
  SpilRowPageClass *row_class = SPIL_ROW_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_indicator_page_dispose;
  page_class->entities = entities;
  page_class->help = "effects";
  page_class->load = load;
  page_class->free_data = (GDestroyNotify) data_free;
  row_class->entity = SPIL_ENTITY_INDICATOR;
  row_class->fill_row = fill_row;

  g_type_ensure (SPIL_TYPE_COLUMNS);
  g_type_ensure (SPIL_TYPE_CHART_VIEW);
  g_type_ensure (SPIL_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/regiozwolle/Spil/ui/spil-indicator-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilIndicatorPage, value);
  gtk_widget_class_bind_template_child (widget_class, SpilIndicatorPage, unit);
  gtk_widget_class_bind_template_child (widget_class, SpilIndicatorPage, trend);
  gtk_widget_class_bind_template_child (widget_class, SpilIndicatorPage, facts);
  gtk_widget_class_bind_template_child (widget_class, SpilIndicatorPage, targets);
  gtk_widget_class_bind_template_child (widget_class, SpilIndicatorPage, measurements);
  gtk_widget_class_bind_template_callback (widget_class, on_edit_clicked_cb);
}

static void
spil_indicator_page_init (SpilIndicatorPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

SpilPage *
spil_indicator_page_new (SpilWorker *worker, SpilId indicator)
{
  return spil_row_page_new (SPIL_TYPE_INDICATOR_PAGE, worker, _ ("Indicator"), indicator);
}
