// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-plan-section.h"

#include <glib/gi18n-lib.h>

#include "spil-chart-view.h"
#include "spil-entity.h"
#include "spil-plan-rows.h"
#include "spil-plan-shown.h"
#include "spil-report-charts.h"

struct _SpilPlanSection
{
  SpilSection parent_instance;

  GtkWidget *card; /**< around the bars */
  SpilChartView *bars;
  SpilRowGroup *rows;
};

G_DEFINE_FINAL_TYPE (SpilPlanSection, spil_plan_section, SPIL_TYPE_SECTION)

// What the section shows.
typedef struct
{
  SpilPlan *plan;
  GPtrArray *rows; /**< of SpilPlanShownRow: its activities */
  gboolean dated; /**< one of them has a bar */
  int field; /**< SPIL_TASK_AREA or SPIL_TASK_ACTION_LINE: what the subject is */
  SpilId subject;
} Data;

static void
data_free (gpointer loaded)
{
  Data *data = loaded;

  g_clear_pointer (&data->plan, spil_plan_free);
  g_clear_pointer (&data->rows, g_ptr_array_unref);
  g_free (data);
}

static void
find_rows (Data *data)
{
  g_auto (SpilPlanFilter) filter = { 0 };

  *(data->field == SPIL_TASK_AREA ? &filter.area : &filter.action_line) = data->subject;
  data->rows = spil_plan_show (data->plan, &filter, SPIL_PLAN_GROUP_NONE, NULL);
  // What it is part of, is not of the subject.
  for (guint i = data->rows->len; i > 0; i--) {
    const SpilPlanShownRow *row = data->rows->pdata[i - 1];
    const SpilPlanTaskRow *task = spil_plan_get_task (data->plan, row->task);

    if (task == NULL || row->context)
      g_ptr_array_remove_index (data->rows, i - 1);
    else
      data->dated = data->dated || spil_day_is_known (task->task.start) || spil_day_is_known (task->task.end);
  }
}

static gpointer
load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  const SpilId *subject = request;
  g_autoptr (SpilRecord) area = spil_store_get (store, spil_entity (SPIL_ENTITY_AREA), *subject, NULL);
  Data *data = g_new0 (Data, 1);

  data->subject = *subject;
  data->field = area != NULL ? SPIL_TASK_AREA : SPIL_TASK_ACTION_LINE;
  data->plan = spil_plan_query (store, SPIL_ID_NIL, spil_day_today (), error);
  if (data->plan == NULL) {
    data_free (data);
    return NULL;
  }
  find_rows (data);
  return data;
}

static void
fill (SpilSection *section, gpointer loaded)
{
  SpilPlanSection *self = SPIL_PLAN_SECTION (section);
  const Data *data = loaded;
  g_autoptr (SpilRecord) preset = spil_record_new (spil_entity (SPIL_ENTITY_TASK), spil_id_new ());
  g_autoptr (SpilChart) chart = NULL;

  spil_record_set_reference (preset, data->field, data->subject);
  spil_row_group_set_add (self->rows, preset, NULL);
  spil_plan_rows_fill (self->rows, data->plan, data->rows,
                       data->field == SPIL_TASK_AREA ? _ ("No activities for this area")
                                                     : _ ("No activities in this action line"));
  if (data->dated)
    chart = spil_report_chart_of_plan (data->plan, data->rows, spil_day_today ());
  spil_chart_view_set_chart (self->bars, chart);
  gtk_widget_set_visible (self->card, chart != NULL);
}

static void
add (SpilSection *section)
{
  spil_row_group_add (SPIL_PLAN_SECTION (section)->rows);
}

static void
on_part_activated_cb (SpilPlanSection *self, const SpilChartBox *box)
{
  const Data *data = spil_section_get_data (SPIL_SECTION (self));
  const SpilPlanTaskRow *task;

  if (data == NULL || box->index < 0 || box->index >= (int) data->rows->len)
    return;
  task = spil_plan_get_task (data->plan, ((const SpilPlanShownRow *) data->rows->pdata[box->index])->task);
  spil_plan_open_task (GTK_WIDGET (self), task->id);
}

static void
spil_plan_section_class_init (SpilPlanSectionClass *klass)
{
  SpilSectionClass *section_class = SPIL_SECTION_CLASS (klass);

  section_class->entities = spil_plan_entities;
  section_class->load = load;
  section_class->free_data = data_free;
  section_class->fill = fill;
  section_class->add = add;
}

static void
spil_plan_section_init (SpilPlanSection *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  const char *title = g_dpgettext2 (GETTEXT_PACKAGE, "page", "Planning");

  self->bars = SPIL_CHART_VIEW (spil_chart_view_new (title));
  self->rows = SPIL_ROW_GROUP (spil_row_group_new (_ ("Activities")));
  self->card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->card, "card");
  gtk_widget_add_css_class (self->card, "chart-card");
  gtk_box_append (GTK_BOX (self->card), GTK_WIDGET (self->bars));
  gtk_box_append (GTK_BOX (box), self->card);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->rows));
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (self->bars, "part-activated", G_CALLBACK (on_part_activated_cb), self,
                           G_CONNECT_SWAPPED);
}
