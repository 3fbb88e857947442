// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-load-page.h"

#include <glib/gi18n-lib.h>

#include "spil-chart-view.h"
#include "spil-entity.h"
#include "spil-load-data.h"
#include "spil-load-figures.h"
#include "spil-plan-rows.h"

// So many periods are seen at once: a quarter of weeks, or a year of months.
#define N_PERIODS(kind) ((kind) == SPIL_PERIOD_WEEK ? 13 : 12)

struct _SpilLoadPage
{
  SpilPage parent_instance;

  SpilPeriod first; /**< that is shown */
  gboolean filling;
  int owner; /**< of the chosen cell; -1: none */
  int period;

  AdwToggleGroup *kind;
  GtkLabel *span;
  SpilChartView *chart;
  SpilRowGroup *tasks;
  SpilRowGroup *norm;
};

G_DEFINE_FINAL_TYPE (SpilLoadPage, spil_load_page, SPIL_TYPE_PAGE)

static gpointer
prepare (SpilPage *page)
{
  return g_memdup2 (&SPIL_LOAD_PAGE (page)->first, sizeof (SpilPeriod));
}

static gpointer
load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  const SpilPeriod *first = request;

  return spil_load_data_load (store, *first, N_PERIODS (first->kind), error);
}

/* Which periods */

static void
show_from (SpilLoadPage *self, SpilPeriod first)
{
  self->first = first;
  self->owner = -1;
  spil_page_reload (SPIL_PAGE (self));
}

// The periods around today: a little of what was, and more of what comes.
static SpilPeriod
usual_first (SpilPeriodKind kind)
{
  return spil_period_step (spil_period_of (kind, spil_day_today ()), -2);
}

static void
on_kind_chosen_cb (SpilLoadPage *self)
{
  gboolean weeks = g_strcmp0 (adw_toggle_group_get_active_name (self->kind), "week") == 0;

  if (!self->filling)
    show_from (self, usual_first (weeks ? SPIL_PERIOD_WEEK : SPIL_PERIOD_MONTH));
}

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilLoadPage *self = SPIL_LOAD_PAGE (widget);
  int step = N_PERIODS (self->first.kind) / 2;

  show_from (self, spil_period_step (self->first, g_str_equal (name, "load.later") ? step : -step));
}

static void
today_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilLoadPage *self = SPIL_LOAD_PAGE (widget);

  show_from (self, usual_first (self->first.kind));
}

/* Filling */

static char *
dup_period (const SpilOwnerLoad *load, int period)
{
  return spil_period_format (g_array_index (load->periods, SpilPeriod, period));
}

static void
fill_span (SpilLoadPage *self, const SpilOwnerLoad *load)
{
  g_autofree char *first = dup_period (load, 0);
  g_autofree char *last = dup_period (load, (int) load->periods->len - 1);
  // Translators: the first and the last period.
  g_autofree char *span = g_strdup_printf (_ ("%s to %s"), first, last);

  gtk_label_set_label (self->span, span);
}

static GtkWidget *
make_row (const SpilPlanTaskRow *task)
{
  g_autofree char *hours = task->effort >= 0 ? g_strdup_printf (_ ("%g hours a week"), task->effort)
                                             : g_strdup (_ ("hours not stated"));

  return spil_plan_row_new_with (task, spil_task_status_label (task->status), hours);
}

// What the chosen cell is made of.
static void
fill_tasks (SpilLoadPage *self, const SpilLoadData *data)
{
  const SpilOwnerLoadRow *row = self->owner >= 0 && self->owner < (int) data->load->owners->len
                                    ? data->load->owners->pdata[self->owner]
                                    : NULL;
  g_autoptr (GArray) tasks = NULL;
  g_autofree char *period = NULL;
  g_autofree char *title = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->tasks), row != NULL);
  if (row == NULL)
    return;
  period = dup_period (data->load, self->period);
  title = g_markup_printf_escaped ("%s · %s", row->owner != NULL ? row->owner : _ ("owner not stated"),
                                   period);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->tasks), title);
  tasks = spil_load_list_tasks (data->plan, data->load, row, (guint) self->period);
  spil_row_group_begin (self->tasks);
  for (guint i = 0; i < tasks->len; i++)
    spil_row_group_append (self->tasks,
                           make_row (spil_plan_get_task (data->plan, g_array_index (tasks, int, i))));
  spil_row_group_end (self->tasks, _ ("Nothing runs then"));
}

// By which norm a cell stands out: a setting, that can be changed here.
static void
fill_norm (SpilLoadPage *self, const SpilLoadData *data)
{
  static const int fields[] = { SPIL_SETTING_VALUE, SPIL_SETTING_UNIT, SPIL_SETTING_SOURCE, SPIL_SETTING_YEAR,
                                0 };
  g_autofree char *value = data->norm != NULL ? spil_record_format (data->norm, SPIL_SETTING_VALUE) : NULL;
  g_autofree char *hours = value != NULL ? g_strdup_printf (_ ("%s hours a week"), value) : NULL;
  g_autofree char *source = data->norm != NULL ? spil_record_format (data->norm, SPIL_SETTING_SOURCE) : NULL;
  GtkWidget *row;

  spil_row_group_begin (self->norm);
  if (data->norm != NULL) {
    row = spil_text_row_new (_ ("A cell stands out above"), source, hours);
    spil_text_row_edit (row, data->norm, fields);
    spil_row_group_append (self->norm, row);
  }
  spil_row_group_end (self->norm, _ ("No norm is set: nothing stands out"));
}

static void
fill (SpilPage *page, gpointer loaded)
{
  SpilLoadPage *self = SPIL_LOAD_PAGE (page);
  const SpilLoadData *data = loaded;
  g_autoptr (SpilChart)
      chart = spil_report_chart_of_load (data->plan, data->load, data->norm_hours, spil_day_today ());

  self->filling = TRUE;
  adw_toggle_group_set_active_name (self->kind, self->first.kind == SPIL_PERIOD_WEEK ? "week" : "month");
  self->filling = FALSE;
  fill_span (self, data->load);
  spil_chart_view_set_chart (self->chart, chart);
  fill_tasks (self, data);
  fill_norm (self, data);
}

static void
on_part_activated_cb (SpilLoadPage *self, const SpilChartBox *box)
{
  const SpilLoadData *data = spil_page_get_data (SPIL_PAGE (self));

  if (data == NULL || box->part != SPIL_CHART_PART_TOKEN)
    return;
  self->owner = box->index / (int) data->load->periods->len;
  self->period = box->index % (int) data->load->periods->len;
  fill_tasks (self, data);
}

static void
spil_load_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_LOAD_PAGE);
  G_OBJECT_CLASS (spil_load_page_parent_class)->dispose (object);
}

static void
spil_load_page_class_init (SpilLoadPageClass *klass)
{
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_load_page_dispose;
  page_class->entities = spil_plan_entities;
  page_class->prepare = prepare;
  page_class->free_request = g_free;
  page_class->help = "planning";
  page_class->load = load;
  page_class->free_data = (GDestroyNotify) spil_load_data_free;
  page_class->fill = fill;
  gtk_widget_class_install_action (widget_class, "load.earlier", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "load.later", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "load.today", NULL, today_action);
  g_type_ensure (SPIL_TYPE_CHART_VIEW);
  g_type_ensure (SPIL_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-load-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilLoadPage, kind);
  gtk_widget_class_bind_template_child (widget_class, SpilLoadPage, span);
  gtk_widget_class_bind_template_child (widget_class, SpilLoadPage, chart);
  gtk_widget_class_bind_template_child (widget_class, SpilLoadPage, tasks);
  gtk_widget_class_bind_template_child (widget_class, SpilLoadPage, norm);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_part_activated_cb);
}

static void
spil_load_page_init (SpilLoadPage *self)
{
  self->first = usual_first (SPIL_PERIOD_MONTH);
  self->owner = -1;
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
}

static SpilPage *
page_new (SpilWorker *worker)
{
  return g_object_new (SPIL_TYPE_LOAD_PAGE, "worker", worker, "title", _ ("Load of owners"), NULL);
}

static void
load_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilPage *page = SPIL_PAGE (widget);

  spil_page_push (page, page_new (spil_page_get_worker (page)));
}

void
spil_load_page_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "planning.load", NULL, load_action);
}
