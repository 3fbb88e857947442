// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-task-page.h"

#include <glib/gi18n-lib.h>

#include "spil-chart-view.h"
#include "spil-columns.h"
#include "spil-entity.h"
#include "spil-fact-grid.h"
#include "spil-figure-strip.h"
#include "spil-light-mark.h"
#include "spil-plan-rows.h"
#include "spil-plan-table.h"
#include "spil-report-charts.h"
#include "spil-task-baselines.h"
#include "spil-task-facts.h"
#include "spil-task-journal.h"
#include "spil-task-links.h"
#include "spil-task-strip.h"
#include "spil-task-words.h"

struct _SpilTaskPage
{
  SpilRowPage parent_instance;

  GPtrArray *strip_rows; /**< of SpilPlanShownRow: those of the strip */

  GtkLabel *name;
  GtkWidget *headline_box;
  GtkWidget *light;
  GtkLabel *headline;
  SpilFigureStrip *figures;
  SpilChartView *strip;
  SpilTaskJournal *journal;
  SpilTaskLinks *links;
  SpilRowGroup *counted;
  SpilRowGroup *parts;
  SpilFactGrid *dates;
  SpilFactGrid *facts;
  SpilRowGroup *belongs;
  SpilRowGroup *baselines;
};

G_DEFINE_FINAL_TYPE (SpilTaskPage, spil_task_page, SPIL_TYPE_ROW_PAGE)

static gpointer
load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  return spil_task_data_load (store, *(const SpilId *) request, error);
}

/* At the top */

static void
fill_head (SpilTaskPage *self, const SpilTaskData *data)
{
  SpilRecord *line = data->journal->len > 0 ? data->journal->pdata[0] : NULL;
  g_autofree char *title = data->task->number > 0 ? g_strdup_printf (_ ("Activity %d"), data->task->number)
                                                  : g_strdup (_ ("Activity"));

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  gtk_label_set_label (self->name, data->task->name);
  gtk_widget_set_visible (self->headline_box, line != NULL);
  if (line == NULL)
    return;
  spil_light_mark_set_light (self->light, (int) spil_record_get_integer (line, SPIL_TASK_JOURNAL_LIGHT));
  gtk_label_set_label (self->headline, spil_record_get_title (line));
}

static void
add_slip (SpilTaskPage *self, const SpilTaskData *data, const char *caption, const SpilTaskBaseline *baseline)
{
  g_autofree char *slip = NULL;
  int days = 0;

  if (baseline == NULL || !baseline->holds)
    return;
  slip = spil_task_dup_slip (data->task, baseline->start, baseline->end);
  spil_schedule_slip (&data->task->task, baseline->start, baseline->end, &days);
  if (slip != NULL)
    spil_figure_strip_add (self->figures, caption, slip, baseline->name, days > 0);
}

static void
fill_figures (SpilTaskPage *self, const SpilTaskData *data)
{
  const SpilPlanTaskRow *task = data->task;
  const SpilTaskBaseline *report = spil_task_data_get_last_report (data);
  const SpilTaskBaseline *baseline = data->baselines->len > 0 ? data->baselines->pdata[0] : NULL;
  g_autofree char *dates = spil_plan_dup_dates (task);
  g_autofree char *progress = spil_plan_dup_progress (task);
  g_autofree char *source = spil_task_dup_progress_source (task);
  g_autofree char *slack = spil_task_dup_float (task);

  spil_figure_strip_clear (self->figures);
  spil_figure_strip_add (self->figures, _ ("Status"), spil_task_status_label (task->status), dates,
                         task->status == SPIL_TASK_STATUS_LATE);
  spil_figure_strip_add (self->figures, _ ("Progress"), progress, source, FALSE);
  if (slack != NULL)
    spil_figure_strip_add (self->figures, _ ("Float"), slack, NULL, FALSE);
  if (baseline != report)
    add_slip (self, data, _ ("Since the planning was kept"), baseline);
  add_slip (self, data, _ ("Since the last report"), report);
}

/* Facts */

static void
add_day (SpilFactGrid *grid, int field, SpilDay day, const char *unknown)
{
  const char *label = spil_field_label (spil_entity_field (spil_entity (SPIL_ENTITY_TASK), field));
  g_autofree char *text = spil_day_is_known (day) ? spil_day_format_long (day) : g_strdup (unknown);

  spil_fact_grid_add (grid, label, text);
}

static void
fill_dates (SpilTaskPage *self, const SpilTaskData *data)
{
  const SpilPlanTaskRow *task = data->task;
  gboolean none = !spil_day_is_known (task->task.start) && !spil_day_is_known (task->task.end);
  const char *unknown = none ? _ ("yet to be planned") : NULL;
  g_autofree char *days = spil_task_dup_working_days (task);

  spil_fact_grid_clear (self->dates);
  add_day (self->dates, SPIL_TASK_START, task->task.start, unknown);
  add_day (self->dates, SPIL_TASK_END, task->task.end, unknown);
  spil_fact_grid_add (self->dates, _ ("Working days"), days);
  spil_fact_grid_add_field (self->dates, data->record, SPIL_TASK_GROUND);
  add_day (self->dates, SPIL_TASK_DEADLINE, task->task.deadline, NULL);
  if (spil_day_is_known (task->task.not_before))
    add_day (self->dates, SPIL_TASK_NOT_BEFORE, task->task.not_before, NULL);
  if (task->task.fixed)
    spil_fact_grid_add (
        self->dates, spil_field_label (spil_entity_field (spil_entity (SPIL_ENTITY_TASK), SPIL_TASK_FIXED)),
        _ ("yes, they are not moved along"));
}

static void
fill_facts (SpilTaskPage *self, const SpilTaskData *data)
{
  g_autofree char *cost = spil_task_dup_cost (data->task);

  spil_fact_grid_clear (self->facts);
  spil_fact_grid_add_field (self->facts, data->record, SPIL_TASK_OWNER);
  spil_fact_grid_add_field (self->facts, data->record, SPIL_TASK_EFFORT);
  spil_fact_grid_add (self->facts,
                      spil_field_label (spil_entity_field (spil_entity (SPIL_ENTITY_TASK), SPIL_TASK_COST)),
                      cost);
  spil_fact_grid_add_field (self->facts, data->record, SPIL_TASK_NOTES);
}

static void
add_whole (SpilTaskPage *self, int field, SpilId id, const char *name)
{
  const SpilField *reference = spil_entity_field (spil_entity (SPIL_ENTITY_TASK), field);
  GtkWidget *row;

  if (spil_id_is_nil (id) || name == NULL)
    return;
  row = spil_text_row_new (name, spil_field_label (reference), NULL);
  spil_text_row_open (row, reference->target, id);
  spil_row_group_append (self->belongs, row);
}

// The activity itself, or what it is part of, that names an action line or area.
static const SpilPlanTaskRow *
find_holder (const SpilTaskData *data, SpilPlanGroup group)
{
  int holder = spil_plan_find_holder (data->plan, data->place, group);

  return holder >= 0 ? spil_plan_get_task (data->plan, holder) : data->task;
}

static void
fill_belongs (SpilTaskPage *self, const SpilTaskData *data)
{
  const SpilPlanTaskRow *line = find_holder (data, SPIL_PLAN_GROUP_ACTION_LINE);
  const SpilPlanTaskRow *area = find_holder (data, SPIL_PLAN_GROUP_AREA);
  const SpilPlanTaskRow *parent = spil_plan_get_task (data->plan, data->task->parent);

  spil_row_group_begin (self->belongs);
  add_whole (self, SPIL_TASK_ACTION_LINE, line->action_line, line->action_line_name);
  if (parent != NULL)
    add_whole (self, SPIL_TASK_PARENT, parent->id, parent->name);
  add_whole (self, SPIL_TASK_AREA, area->area, area->area_name);
  add_whole (self, SPIL_TASK_INSTRUMENT, data->task->instrument, data->instrument);
  spil_row_group_end (self->belongs, _ ("No action line, no area"));
}

static void
fill_parts (SpilTaskPage *self, const SpilTaskData *data)
{
  g_autoptr (SpilRecord) preset = spil_record_new (spil_entity (SPIL_ENTITY_TASK), spil_id_new ());
  GPtrArray *tasks = data->plan->tasks;

  spil_record_set_reference (preset, SPIL_TASK_PARENT, spil_row_page_get_id (SPIL_ROW_PAGE (self)));
  spil_record_set (preset, SPIL_TASK_ACTION_LINE, spil_record_get (data->record, SPIL_TASK_ACTION_LINE));
  spil_record_set (preset, SPIL_TASK_AREA, spil_record_get (data->record, SPIL_TASK_AREA));
  spil_row_group_set_add (self->parts, preset, NULL);
  spil_row_group_set_add_label (self->parts, _ ("Add a part"));
  spil_row_group_begin (self->parts);
  for (guint i = (guint) data->place + 1; i < tasks->len; i++) {
    const SpilPlanTaskRow *part = tasks->pdata[i];

    if (part->level <= data->task->level)
      break;
    if (part->level == data->task->level + 1)
      spil_row_group_append (self->parts, spil_plan_row_new (part));
  }
  spil_row_group_end (self->parts, _ ("It has no parts"));
}

static void
fill_strip (SpilTaskPage *self, const SpilTaskData *data)
{
  g_autoptr (SpilChart) chart = NULL;

  g_clear_pointer (&self->strip_rows, g_ptr_array_unref);
  self->strip_rows = spil_task_strip_rows (data->plan, data->place);
  chart = spil_report_chart_of_plan (data->plan, self->strip_rows, spil_day_today ());
  spil_chart_view_set_chart (self->strip, chart);
}

static void
fill_row (SpilPage *page, gpointer loaded)
{
  SpilTaskPage *self = SPIL_TASK_PAGE (page);
  const SpilTaskData *data = loaded;

  fill_head (self, data);
  fill_figures (self, data);
  fill_strip (self, data);
  spil_task_journal_show (self->journal, spil_row_page_get_id (SPIL_ROW_PAGE (self)), data->journal);
  spil_task_links_show (self->links, data);
  spil_task_facts_fill (self->counted, data);
  fill_parts (self, data);
  fill_dates (self, data);
  fill_facts (self, data);
  fill_belongs (self, data);
  spil_task_baselines_fill (self->baselines, data);
}

/* What is done here */

static void
on_part_activated_cb (SpilTaskPage *self, const SpilChartBox *box)
{
  const SpilTaskData *data = spil_page_get_data (SPIL_PAGE (self));
  const SpilPlanTaskRow *task;

  if (data == NULL || box->index < 0 || box->index >= (int) self->strip_rows->len)
    return;
  task = spil_plan_get_task (data->plan,
                             ((const SpilPlanShownRow *) self->strip_rows->pdata[box->index])->task);
  if (!spil_id_equal (task->id, spil_row_page_get_id (SPIL_ROW_PAGE (self))))
    spil_plan_open_task (GTK_WIDGET (self), task->id);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const SpilTaskData *data = spil_page_get_data (SPIL_PAGE (widget));

  if (data != NULL)
    spil_present_edit (GTK_WIDGET (SPIL_TASK_PAGE (widget)->name), data->record, NULL);
}

// What one adds to an activity is how it stands.
static void
add (SpilPage *page)
{
  spil_task_journal_begin (SPIL_TASK_PAGE (page)->journal);
}

static void
spil_task_page_dispose (GObject *object)
{
  g_clear_pointer (&SPIL_TASK_PAGE (object)->strip_rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_TASK_PAGE);
  G_OBJECT_CLASS (spil_task_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SPIL_TYPE_CHART_VIEW);
  g_type_ensure (SPIL_TYPE_COLUMNS);
  g_type_ensure (SPIL_TYPE_FACT_GRID);
  g_type_ensure (SPIL_TYPE_FIGURE_STRIP);
  g_type_ensure (SPIL_TYPE_ROW_GROUP);
  g_type_ensure (SPIL_TYPE_TASK_JOURNAL);
  g_type_ensure (SPIL_TYPE_TASK_LINKS);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-task-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilTaskPage, name);
  gtk_widget_class_bind_template_child (widget_class, SpilTaskPage, headline_box);
  gtk_widget_class_bind_template_child (widget_class, SpilTaskPage, light);
  gtk_widget_class_bind_template_child (widget_class, SpilTaskPage, headline);
  gtk_widget_class_bind_template_child (widget_class, SpilTaskPage, figures);
  gtk_widget_class_bind_template_child (widget_class, SpilTaskPage, strip);
  gtk_widget_class_bind_template_child (widget_class, SpilTaskPage, journal);
  gtk_widget_class_bind_template_child (widget_class, SpilTaskPage, links);
  gtk_widget_class_bind_template_child (widget_class, SpilTaskPage, counted);
  gtk_widget_class_bind_template_child (widget_class, SpilTaskPage, parts);
  gtk_widget_class_bind_template_child (widget_class, SpilTaskPage, dates);
  gtk_widget_class_bind_template_child (widget_class, SpilTaskPage, facts);
  gtk_widget_class_bind_template_child (widget_class, SpilTaskPage, belongs);
  gtk_widget_class_bind_template_child (widget_class, SpilTaskPage, baselines);
  gtk_widget_class_bind_template_callback (widget_class, on_part_activated_cb);
}

static void
spil_task_page_class_init (SpilTaskPageClass *klass)
{
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);
  SpilRowPageClass *row_class = SPIL_ROW_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_task_page_dispose;
  page_class->entities = spil_plan_entities;
  page_class->help = "planning";
  page_class->load = load;
  page_class->free_data = (GDestroyNotify) spil_task_data_free;
  row_class->entity = SPIL_ENTITY_TASK;
  row_class->fill_row = fill_row;
  page_class->add = add;
  gtk_widget_class_install_action (widget_class, "task.edit", NULL, edit_action);
  bind_template (widget_class);
}

static void
spil_task_page_init (SpilTaskPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

SpilPage *
spil_task_page_new (SpilWorker *worker, SpilId id)
{
  return spil_row_page_new (SPIL_TYPE_TASK_PAGE, worker, _ ("Activity"), id);
}
