// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-planning-page.h"

#include <glib/gi18n-lib.h>

#include "spil-entity.h"
#include "spil-planning-private.h"
#include "spil-record-dialog.h"
#include "spil-task-page.h"

G_DEFINE_FINAL_TYPE (SpilPlanningPage, spil_planning_page, SPIL_TYPE_PAGE)

static gpointer
load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  return spil_plan_query (store, SPIL_ID_NIL, spil_day_today (), error);
}

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
  SpilPlan *plan = loaded;
  gboolean first = spil_plan_view_get_gantt (self->view) == NULL;

  if (plan->tasks->len == 0)
    spil_page_set_empty (page, _ ("No activities yet"), _ ("Add what has to be done; dates may follow later."),
                                                         _ ("Add an activity"), "win.add-here");
  show_table (self, plan);
  spil_planning_show (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "planning.baseline", plan->tasks->len > 0);
  if (first)
    spil_plan_view_show_day (self->view, first_day (plan));
}

static void
on_row_selected_cb (SpilPlanningPage *self)
{
  spil_planning_update_selection (self);
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
  edit (self, spil_planning_get_task (self, spil_planning_task_of_row (self, row)));
}

static void
on_table_activated_cb (SpilPlanningPage *self, int task)
{
  edit (self, spil_planning_get_task (self, task));
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
  SpilPlan *plan = spil_planning_get_plan (SPIL_PLANNING_PAGE (page));
  g_autoptr (SpilRecord) preset = spil_record_new (spil_entity (SPIL_ENTITY_TASK), spil_id_new ());
  int number = 0;

  for (guint i = 0; plan != NULL && i < plan->tasks->len; i++)
    number = MAX (number, ((SpilPlanTaskRow *) plan->tasks->pdata[i])->number);
  spil_record_set_integer (preset, SPIL_TASK_NUMBER, number + 1);
  adw_dialog_present (ADW_DIALOG (spil_record_dialog_new_add (spil_page_get_worker (page),
                                                              spil_entity (SPIL_ENTITY_TASK), preset)),
                      GTK_WIDGET (page));
}

static void
on_table_toggled_cb (SpilPlanningPage *self)
{
  gboolean table = gtk_toggle_button_get_active (self->table_button);

  show_table (self, spil_planning_get_plan (self));
  gtk_stack_set_visible_child_name (self->stack, table ? "table" : "gantt");
  gtk_widget_set_visible (GTK_WIDGET (self->zoom), !table);
  gtk_widget_set_visible (self->today_button, !table);
  gtk_widget_set_visible (self->fit_button, !table);
  spil_planning_update_selection (self);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilPlanningPage *self = SPIL_PLANNING_PAGE (widget);

  edit (self, spil_planning_get_task (self, spil_planning_get_current (self)));
}

static void
details_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilPlanningPage *self = SPIL_PLANNING_PAGE (widget);
  SpilPlanTaskRow *task = spil_planning_get_task (self, spil_planning_get_current (self));

  if (task != NULL)
    open_record (SPIL_PAGE (widget), spil_entity (SPIL_ENTITY_TASK), task->id);
}

static void
baseline_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilPlanningPage *self = SPIL_PLANNING_PAGE (widget);
  SpilDay today = spil_day_today ();
  g_autofree char *day = spil_day_format_long (today);
  /* Translators: the name of a baseline; %s is a day, "1 October 2018". */
  g_autofree char *title = g_strdup_printf (_ ("Baseline of %s"), day);

  spil_planning_commit (
      self, spil_plan_baseline_action (spil_planning_get_plan (self), today, title, SPIL_ID_NIL,
                                       _ ("Baseline set")));
}

static void
spil_planning_page_dispose (GObject *object)
{
  SpilPlanningPage *self = SPIL_PLANNING_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_PLANNING_PAGE);
  g_clear_pointer (&self->chart, spil_chart_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->row_of_task, g_array_unref);
  g_clear_pointer (&self->collapsed, g_hash_table_unref);
  G_OBJECT_CLASS (spil_planning_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SPIL_TYPE_PLAN_TABLE);
  g_type_ensure (SPIL_TYPE_PLAN_VIEW);
  g_type_ensure (SPIL_TYPE_SELECTION_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-planning-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilPlanningPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SpilPlanningPage, view);
  gtk_widget_class_bind_template_child (widget_class, SpilPlanningPage, table);
  gtk_widget_class_bind_template_child (widget_class, SpilPlanningPage, table_button);
  gtk_widget_class_bind_template_child (widget_class, SpilPlanningPage, selection);
  gtk_widget_class_bind_template_callback (widget_class, on_table_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_table_activated_cb);
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
  page_class->free_data = (GDestroyNotify) spil_plan_free;
  page_class->fill = fill;
  page_class->add = add;
  page_class->open_record = open_record;
  gtk_widget_class_install_action (widget_class, "planning.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "planning.details", NULL, details_action);
  gtk_widget_class_install_action (widget_class, "planning.baseline", NULL, baseline_action);
  bind_template (widget_class);
  spil_planning_bind_edits (widget_class);
  spil_planning_bind_toolbar (widget_class);
}

static void
spil_planning_page_init (SpilPlanningPage *self)
{
  self->filling = TRUE;
  self->collapsed = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_toggle_group_set_active_name (self->zoom, "month");
  self->filling = FALSE;
}
