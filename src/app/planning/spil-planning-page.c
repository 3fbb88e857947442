// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-planning-page.h"

#include <glib/gi18n-lib.h>

#include "spil-action-line-page.h"
#include "spil-baseline-dialog.h"
#include "spil-baselines-page.h"
#include "spil-entity.h"
#include "spil-planning-print.h"
#include "spil-free-days-page.h"
#include "spil-plan-interchange.h"
#include "spil-plan-legend-dialog.h"
#include "spil-load-page.h"
#include "spil-planning-private.h"
#include "spil-record-dialog.h"
#include "spil-task-page.h"

G_DEFINE_FINAL_TYPE (SpilPlanningPage, spil_planning_page, SPIL_TYPE_PAGE)

static gpointer
prepare (SpilPage *page)
{
  return g_memdup2 (&SPIL_PLANNING_PAGE (page)->asked.baseline, sizeof (SpilId));
}

static gpointer
load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  const SpilId *baseline = request;

  return spil_plan_query (store, *baseline, spil_day_today (), error);
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

static void
fill (SpilPage *page, gpointer loaded)
{
  SpilPlanningPage *self = SPIL_PLANNING_PAGE (page);
  SpilPlan *plan = loaded;
  gboolean first = spil_plan_view_get_gantt (self->view) == NULL;

  if (plan->tasks->len == 0)
    spil_page_set_empty (
        page, _ ("No activities yet"),
        _ ("Begin with what has to be done. Dates may follow later, and so may what waits for what."),
        _ ("Add an activity"), "win.add-here");
  spil_planning_fill_toolbar (self);
  spil_planning_show (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "planning.baseline",
                                 plan->tasks->len > 0 && !spil_planning_is_read_only (self));
  if (first)
    spil_plan_view_show_day (self->view, first_day (plan));
  spil_planning_ask_waiting (self);
}

static void
search (SpilPage *page)
{
  SpilPlanningPage *self = SPIL_PLANNING_PAGE (page);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
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

static gboolean
open_record (SpilPage *page, const SpilEntity *entity, SpilId id)
{
  if (entity->number == SPIL_ENTITY_TASK)
    spil_page_push (page, spil_task_page_new (spil_page_get_worker (page), id));
  else if (entity->number == SPIL_ENTITY_ACTION_LINE)
    spil_page_push (page, spil_action_line_page_new (spil_page_get_worker (page), id));
  else
    return FALSE;
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
  gtk_widget_set_visible (self->zoom_box, !gtk_toggle_button_get_active (self->table_button));
  spil_planning_show (self);
}

static void
table_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkToggleButton *button = SPIL_PLANNING_PAGE (widget)->table_button;

  gtk_toggle_button_set_active (button, !gtk_toggle_button_get_active (button));
}

/* Without room for a table the labels stand over the bars. */
static void
set_narrow (SpilPlanningPage *self, gboolean narrow)
{
  self->narrow = narrow;
  spil_planning_show (self);
}

static void
on_narrow_cb (SpilPlanningPage *self)
{
  set_narrow (self, TRUE);
}

static void
on_wide_cb (SpilPlanningPage *self)
{
  set_narrow (self, FALSE);
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
  SpilPlan *plan = spil_planning_get_plan (SPIL_PLANNING_PAGE (widget));

  if (plan != NULL)
    spil_baseline_dialog_present (spil_page_get_worker (SPIL_PAGE (widget)), plan, widget);
}

/* Back in the planning, with that baseline under the bars. */
static void
on_baseline_chosen_cb (SpilPlanningPage *self, const SpilId *id)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  self->asked.baseline = *id;
  spil_page_reload (SPIL_PAGE (self));
  adw_navigation_view_pop_to_page (ADW_NAVIGATION_VIEW (view), ADW_NAVIGATION_PAGE (self));
}

static void
baselines_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilPage *page = spil_baselines_page_new (spil_page_get_worker (SPIL_PAGE (widget)));

  g_signal_connect_object (page, "chosen", G_CALLBACK (on_baseline_chosen_cb), widget, G_CONNECT_SWAPPED);
  spil_page_push (SPIL_PAGE (widget), page);
}

static void
legend_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilPlanningPage *self = SPIL_PLANNING_PAGE (widget);

  // The menu that it may have been chosen in stays over a dialog.
  gtk_popover_popdown (GTK_POPOVER (self->view_menu));
  spil_plan_legend_present (spil_plan_view_get_gantt (self->view), widget);
}

static void
free_days_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  spil_page_push (SPIL_PAGE (widget), spil_free_days_page_new (spil_page_get_worker (SPIL_PAGE (widget))));
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  search (SPIL_PAGE (widget));
}

/* F6: from one part of the page to the next. */

static gboolean
has_focus (GtkWidget *part, GtkWidget *focus)
{
  return focus != NULL && (focus == part || gtk_widget_is_ancestor (focus, part));
}

static void
next_part_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilPlanningPage *self = SPIL_PLANNING_PAGE (widget);
  GtkWidget *const parts[] = { self->toolbar, GTK_WIDGET (self->stack), GTK_WIDGET (self->cascade),
                               GTK_WIDGET (self->selection) };
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  int n = G_N_ELEMENTS (parts);
  int step = g_str_equal (name, "planning.next-part") ? 1 : n - 1;
  int at = step == 1 ? n - 1 : 0;

  for (int i = 0; i < n; i++)
    if (has_focus (parts[i], focus))
      at = i;
  for (int i = 0; i < n; i++) {
    at = (at + step) % n;
    if (gtk_widget_get_mapped (parts[at]) && gtk_widget_child_focus (parts[at], GTK_DIR_TAB_FORWARD))
      return;
  }
}

/* Who comes here by key goes on in the planning itself, not in the tools above it. */
static gboolean
spil_planning_page_grab_focus (GtkWidget *widget)
{
  gboolean taken = GTK_WIDGET_CLASS (spil_planning_page_parent_class)->grab_focus (widget);
  GtkWidget *shown = gtk_stack_get_visible_child (SPIL_PLANNING_PAGE (widget)->stack);

  return (spil_page_get_data (SPIL_PAGE (widget)) != NULL && shown != NULL &&
          gtk_widget_child_focus (shown, GTK_DIR_TAB_FORWARD)) ||
         taken;
}

static void
spil_planning_page_dispose (GObject *object)
{
  SpilPlanningPage *self = SPIL_PLANNING_PAGE (object);

  self->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_PLANNING_PAGE);
  g_clear_pointer (&self->chart, spil_chart_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->row_of_task, g_array_unref);
  g_clear_pointer (&self->collapsed, g_hash_table_unref);
  g_clear_pointer (&self->selected_ids, g_array_unref);
  spil_plan_asked_clear (&self->asked);
  spil_planning_clear_moves (self);
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
  gtk_widget_class_bind_template_child (widget_class, SpilPlanningPage, zoom_box);
  gtk_widget_class_bind_template_child (widget_class, SpilPlanningPage, view);
  gtk_widget_class_bind_template_child (widget_class, SpilPlanningPage, table);
  gtk_widget_class_bind_template_child (widget_class, SpilPlanningPage, table_button);
  gtk_widget_class_bind_template_child (widget_class, SpilPlanningPage, selection);
  gtk_widget_class_bind_template_callback (widget_class, on_table_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_wide_cb);
}

static void
spil_planning_page_class_init (SpilPlanningPageClass *klass)
{
  static const int entities[] = { SPIL_ENTITY_TASK,
                                  SPIL_ENTITY_DEPENDENCY,
                                  SPIL_ENTITY_BASELINE,
                                  SPIL_ENTITY_BASELINE_TASK,
                                  SPIL_ENTITY_TASK_JOURNAL,
                                  SPIL_ENTITY_CLOSURE,
                                  SPIL_ENTITY_SETTING,
                                  SPIL_ENTITY_AREA,
                                  SPIL_ENTITY_ACTION_LINE,
                                  SPIL_ENTITY_REPORT,
                                  0 };
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_planning_page_dispose;
  widget_class->grab_focus = spil_planning_page_grab_focus;
  page_class->entities = entities;
  page_class->prepare = prepare;
  page_class->free_request = g_free;
  page_class->load = load;
  page_class->free_data = (GDestroyNotify) spil_plan_free;
  page_class->fill = fill;
  page_class->add = add;
  page_class->search = search;
  page_class->open_record = open_record;
  spil_load_page_install (widget_class);
  gtk_widget_class_install_action (widget_class, "planning.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "planning.details", NULL, details_action);
  gtk_widget_class_install_action (widget_class, "planning.baseline", NULL, baseline_action);
  gtk_widget_class_install_action (widget_class, "planning.baselines", NULL, baselines_action);
  gtk_widget_class_install_action (widget_class, "planning.legend", NULL, legend_action);
  gtk_widget_class_install_action (widget_class, "planning.free-days", NULL, free_days_action);
  gtk_widget_class_install_action (widget_class, "planning.table", NULL, table_action);
  gtk_widget_class_install_action (widget_class, "planning.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "planning.next-part", NULL, next_part_action);
  gtk_widget_class_install_action (widget_class, "planning.previous-part", NULL, next_part_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F6, 0, "planning.next-part", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F6, GDK_SHIFT_MASK, "planning.previous-part",
                                       NULL);
  bind_template (widget_class);
  spil_planning_bind_moves (widget_class);
  spil_planning_bind_edits (widget_class);
  spil_plan_interchange_install (widget_class);
  spil_planning_bind_toolbar (widget_class);
  spil_planning_print_install (widget_class);
}

static void
spil_planning_page_init (SpilPlanningPage *self)
{
  self->filling = TRUE;
  self->collapsed = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, g_free, NULL);
  self->selected_ids = g_array_new (FALSE, FALSE, sizeof (SpilId));
  spil_plan_asked_init (&self->asked);
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_toggle_group_set_active_name (self->zoom, "month");
  spil_planning_init_toolbar (self);
  spil_planning_init_moves (self);
  spil_planning_recall (self);
  self->filling = FALSE;
}
