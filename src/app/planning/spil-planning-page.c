// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-planning-page.h"

#include <glib/gi18n-lib.h>

#include "spil-entity.h"
#include "spil-failure.h"
#include "spil-plan-action.h"
#include "spil-plan-table.h"
#include "spil-plan-view.h"
#include "spil-record-dialog.h"
#include "spil-report-charts.h"
#include "spil-selection-bar.h"
#include "spil-task-page.h"

struct _SpilPlanningPage
{
  SpilPage parent_instance;

  SpilId selected; /* nil: none */
  gboolean filling;

  AdwToggleGroup *zoom;
  GtkWidget *today_button;
  GtkWidget *fit_button;
  GtkStack *stack;
  SpilPlanView *view;
  SpilPlanTable *table;
  GtkToggleButton *table_button;
  SpilSelectionBar *selection;
};

G_DEFINE_FINAL_TYPE (SpilPlanningPage, spil_planning_page, SPIL_TYPE_PAGE)

/* What the page shows: the chart has the same rows as the plan has tasks. */
typedef struct
{
  SpilPlan *plan;
  SpilChart *chart;
} Data;

static void
data_free (Data *data)
{
  spil_plan_free (data->plan);
  spil_chart_unref (data->chart);
  g_free (data);
}

static gpointer
load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  SpilDay today = spil_day_today ();
  g_autoptr (SpilPlan) plan = spil_plan_query (store, SPIL_ID_NIL, today, error);
  Data *data;

  if (plan == NULL)
    return NULL;
  data = g_new0 (Data, 1);
  data->chart = spil_report_chart_of_plan (plan, today);
  data->plan = g_steal_pointer (&plan);
  return data;
}

static SpilPlan *
get_plan (SpilPlanningPage *self)
{
  Data *data = spil_page_get_data (SPIL_PAGE (self));

  return data != NULL ? data->plan : NULL;
}

static SpilPlanTaskRow *
get_task (SpilPlanningPage *self, int row)
{
  SpilPlan *plan = get_plan (self);

  return plan != NULL && row >= 0 && row < (int) plan->tasks->len ? plan->tasks->pdata[row] : NULL;
}

static SpilPlanTaskRow *
get_selected (SpilPlanningPage *self)
{
  return get_task (self, spil_plan_view_get_selected (self->view));
}

/* What is selected */

static void
update_selection (SpilPlanningPage *self)
{
  SpilPlanTaskRow *task = get_selected (self);
  gboolean chart = !gtk_toggle_button_get_active (self->table_button);
  gboolean movable = task != NULL && (task->own_dates || !task->summary) &&
                     !spil_worker_get_read_only (spil_page_get_worker (SPIL_PAGE (self)));
  gboolean dated = task != NULL &&
                   (spil_day_is_known (task->task.start) || spil_day_is_known (task->task.end));

  spil_selection_bar_set_task (self->selection, chart ? task : NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "planning.earlier", movable && dated);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "planning.later", movable && dated);
}

static void
on_row_selected_cb (SpilPlanningPage *self)
{
  SpilPlanTaskRow *task = get_selected (self);

  if (!self->filling)
    self->selected = task != NULL ? task->id : SPIL_ID_NIL;
  update_selection (self);
}

static int
find_task (SpilPlan *plan, SpilId id)
{
  for (guint i = 0; i < plan->tasks->len; i++)
    if (spil_id_equal (((SpilPlanTaskRow *) plan->tasks->pdata[i])->id, id))
      return (int) i;
  return -1;
}

/* Filling */

/* What is looked at first: today, or where the plan begins when it is not about today. */
static SpilDay
first_day (const SpilPlan *plan)
{
  SpilDay today = spil_day_today ();

  if (!spil_day_is_known (plan->first) ||
      (spil_day_compare (today, plan->first) >= 0 && spil_day_compare (today, plan->last) <= 0))
    return today;
  return plan->first;
}

/* The table costs its rows only when it is looked at. */
static void
show_table (SpilPlanningPage *self, const SpilPlan *plan)
{
  spil_plan_table_set_plan (self->table, gtk_toggle_button_get_active (self->table_button) ? plan : NULL);
}

static void
fill (SpilPage *page, gpointer loaded)
{
  SpilPlanningPage *self = SPIL_PLANNING_PAGE (page);
  Data *data = loaded;
  gboolean first = spil_plan_view_get_gantt (self->view) == NULL;

  if (data->plan->tasks->len == 0)
    spil_page_set_empty (page, _ ("No activities yet"), _ ("Add what has to be done; dates may follow later."),
                                                         _ ("Add an activity"), "win.add-here");
  self->filling = TRUE;
  show_table (self, data->plan);
  spil_plan_view_set_chart (self->view, data->chart);
  spil_plan_view_set_selected (self->view,
                               spil_id_is_nil (self->selected) ? -1 : find_task (data->plan, self->selected));
  self->filling = FALSE;
  update_selection (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "planning.baseline", data->plan->tasks->len > 0);
  if (first)
    spil_plan_view_show_day (self->view, first_day (data->plan));
}

/* Changing dates */

static void
on_dates_committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilPlanningPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (spil_worker_commit_finish (SPIL_WORKER (source), result, &error))
    return;
  spil_failure_present (GTK_WIDGET (self), error);
  spil_page_reload (SPIL_PAGE (self));
}

/* Shows the new dates before they are stored: keys may follow each other fast. */
static void
show_dates (SpilPlanningPage *self, SpilPlanTaskRow *task, const SpilPlanChange *change)
{
  SpilGantt *gantt = spil_plan_view_get_gantt (self->view);
  SpilGanttRow row = *spil_gantt_get_row (gantt, change->row);

  task->task.start = row.start = change->start;
  task->task.end = row.finish = change->finish;
  task->own_dates = TRUE;
  spil_gantt_set_row (gantt, change->row, &row);
  spil_plan_view_changed (self->view);
  update_selection (self);
}

static const char *
label_of (const SpilPlanChange *change)
{
  if (change->only_start)
    return _ ("Start of activity changed");
  return change->only_finish ? _ ("End of activity changed") : _ ("Activity moved");
}

/* While a bar is dragged its dates are said under its name. */
static void
on_row_changing_cb (SpilPlanningPage *self, const SpilPlanChange *change)
{
  SpilPlanTaskRow *task = get_task (self, change->row);
  SpilPlanTaskRow moved;

  if (task == NULL)
    return;
  moved = *task;
  moved.task.start = change->start;
  moved.task.end = change->finish;
  spil_selection_bar_set_task (self->selection, &moved);
}

static void
on_row_changed_cb (SpilPlanningPage *self, const SpilPlanChange *change)
{
  SpilPlanTaskRow *task = get_task (self, change->row);
  SpilAction *action;

  if (task == NULL)
    return;
  if (task->summary && !task->own_dates) {
    spil_page_toast (SPIL_PAGE (self), _ ("The dates follow from the parts of this activity"));
    return;
  }
  if (!spil_day_is_known (change->start) && !spil_day_is_known (change->finish)) {
    spil_page_toast (SPIL_PAGE (self), _ ("This activity has no dates yet: press Enter to fill them in"));
    return;
  }
  action = spil_plan_dates_action (task, change->start, change->finish, label_of (change));
  if (action->changes->len == 0) {
    spil_action_free (action);
    return;
  }
  show_dates (self, task, change);
  spil_worker_commit (spil_page_get_worker (SPIL_PAGE (self)), action, on_dates_committed_cb,
                      g_object_ref (self));
}

/* Opening */

static void
edit (SpilPlanningPage *self, const SpilPlanTaskRow *task)
{
  if (task != NULL)
    spil_record_dialog_present_edit (spil_page_get_worker (SPIL_PAGE (self)), spil_entity (SPIL_ENTITY_TASK),
                                     task->id, GTK_WIDGET (self));
}

static void
on_row_activated_cb (SpilPlanningPage *self, int row)
{
  edit (self, get_task (self, row));
}

static gboolean
open_record (SpilPage *page, const SpilEntity *entity, SpilId id)
{
  if (entity->number != SPIL_ENTITY_TASK)
    return FALSE;
  spil_page_push (page, spil_task_page_new (spil_page_get_worker (page), id));
  return TRUE;
}

static void
add (SpilPage *page)
{
  SpilPlan *plan = get_plan (SPIL_PLANNING_PAGE (page));
  g_autoptr (SpilRecord) preset = spil_record_new (spil_entity (SPIL_ENTITY_TASK), spil_id_new ());
  int number = 0;

  for (guint i = 0; plan != NULL && i < plan->tasks->len; i++)
    number = MAX (number, ((SpilPlanTaskRow *) plan->tasks->pdata[i])->number);
  spil_record_set_integer (preset, SPIL_TASK_NUMBER, number + 1);
  adw_dialog_present (ADW_DIALOG (spil_record_dialog_new_add (spil_page_get_worker (page),
                                                              spil_entity (SPIL_ENTITY_TASK), preset)),
                      GTK_WIDGET (page));
}

/* Toolbar and menu */

static const struct
{
  SpilGanttZoom zoom;
  const char *name;
} zooms[] = {
  { SPIL_GANTT_ZOOM_QUARTER, "quarter" },
  { SPIL_GANTT_ZOOM_MONTH, "month" },
  { SPIL_GANTT_ZOOM_WEEK, "week" },
};

static void
on_zoom_chosen_cb (SpilPlanningPage *self)
{
  const char *name = adw_toggle_group_get_active_name (self->zoom);

  for (gsize i = 0; i < G_N_ELEMENTS (zooms) && self->view != NULL && !self->filling; i++)
    if (g_strcmp0 (zooms[i].name, name) == 0)
      spil_plan_view_set_zoom (self->view, zooms[i].zoom);
}

static void
on_zoomed_cb (SpilPlanningPage *self)
{
  self->filling = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (zooms); i++)
    if (zooms[i].zoom == spil_plan_view_get_zoom (self->view))
      adw_toggle_group_set_active_name (self->zoom, zooms[i].name);
  self->filling = FALSE;
}

static void
on_table_toggled_cb (SpilPlanningPage *self)
{
  gboolean table = gtk_toggle_button_get_active (self->table_button);

  show_table (self, get_plan (self));
  gtk_stack_set_visible_child_name (self->stack, table ? "table" : "gantt");
  gtk_widget_set_visible (GTK_WIDGET (self->zoom), !table);
  gtk_widget_set_visible (self->today_button, !table);
  gtk_widget_set_visible (self->fit_button, !table);
  update_selection (self);
}

static void
today_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  spil_plan_view_show_day (SPIL_PLANNING_PAGE (widget)->view, spil_day_today ());
}

static void
fit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  spil_plan_view_fit (SPIL_PLANNING_PAGE (widget)->view);
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  spil_plan_view_move_selected (SPIL_PLANNING_PAGE (widget)->view,
                                g_str_equal (name, "planning.later") ? 1 : -1, FALSE);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  edit (SPIL_PLANNING_PAGE (widget), get_selected (SPIL_PLANNING_PAGE (widget)));
}

static void
details_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilPlanTaskRow *task = get_selected (SPIL_PLANNING_PAGE (widget));

  if (task != NULL)
    open_record (SPIL_PAGE (widget), spil_entity (SPIL_ENTITY_TASK), task->id);
}

static void
baseline_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilPage *page = SPIL_PAGE (widget);
  SpilDay today = spil_day_today ();
  g_autofree char *day = spil_day_format_long (today);
  /* Translators: the name of a baseline; %s is a day, "1 October 2018". */
  g_autofree char *title = g_strdup_printf (_ ("Baseline of %s"), day);

  spil_worker_commit (spil_page_get_worker (page),
                      spil_plan_baseline_action (
                          get_plan (SPIL_PLANNING_PAGE (page)), today, title, _ ("Baseline set")), NULL, NULL);
}

static void
spil_planning_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_PLANNING_PAGE);
  G_OBJECT_CLASS (spil_planning_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SPIL_TYPE_PLAN_TABLE);
  g_type_ensure (SPIL_TYPE_PLAN_VIEW);
  g_type_ensure (SPIL_TYPE_SELECTION_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-planning-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilPlanningPage, today_button);
  gtk_widget_class_bind_template_child (widget_class, SpilPlanningPage, fit_button);
  gtk_widget_class_bind_template_child (widget_class, SpilPlanningPage, zoom);
  gtk_widget_class_bind_template_child (widget_class, SpilPlanningPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SpilPlanningPage, view);
  gtk_widget_class_bind_template_child (widget_class, SpilPlanningPage, table);
  gtk_widget_class_bind_template_child (widget_class, SpilPlanningPage, table_button);
  gtk_widget_class_bind_template_child (widget_class, SpilPlanningPage, selection);
  gtk_widget_class_bind_template_callback (widget_class, on_zoom_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_zoomed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_table_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_changing_cb);
}

static void
spil_planning_page_class_init (SpilPlanningPageClass *klass)
{
  static const int entities[] = { SPIL_ENTITY_TASK, SPIL_ENTITY_DEPENDENCY, SPIL_ENTITY_BASELINE,
                                  SPIL_ENTITY_BASELINE_TASK, 0 };
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_planning_page_dispose;
  page_class->entities = entities;
  page_class->load = load;
  page_class->free_data = (GDestroyNotify) data_free;
  page_class->fill = fill;
  page_class->add = add;
  page_class->open_record = open_record;
  gtk_widget_class_install_action (widget_class, "planning.today", NULL, today_action);
  gtk_widget_class_install_action (widget_class, "planning.fit", NULL, fit_action);
  gtk_widget_class_install_action (widget_class, "planning.earlier", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "planning.later", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "planning.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "planning.details", NULL, details_action);
  gtk_widget_class_install_action (widget_class, "planning.baseline", NULL, baseline_action);
  bind_template (widget_class);
}

static void
spil_planning_page_init (SpilPlanningPage *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_toggle_group_set_active_name (self->zoom, "month");
  self->filling = FALSE;
}
