// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-planning-private.h"
#include "spil-window-state.h"

#define CHOICES_KEY "planning-choices"
#define ZOOM_KEY "planning-zoom"
/* By how much the buttons and keys zoom. */
#define ZOOM_STEP 1.25

/* Zoom */

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
    if (g_strcmp0 (zooms[i].name, name) == 0) {
      spil_plan_view_set_zoom (self->view, zooms[i].zoom);
      spil_window_state_set_text (ZOOM_KEY, name);
    }
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
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  spil_plan_view_zoom_by (SPIL_PLANNING_PAGE (widget)->view,
                          g_str_equal (name, "planning.zoom-in") ? ZOOM_STEP : 1 / ZOOM_STEP);
}

/* What is shown */

static void
show_filter_button (SpilPlanningPage *self)
{
  gboolean asked = !spil_plan_filter_is_empty (&self->asked.filter);

  if (asked)
    gtk_widget_add_css_class (GTK_WIDGET (self->filter_button), "accent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->filter_button), "accent");
}

void
spil_planning_choices_changed (SpilPlanningPage *self)
{
  g_autofree char *text = spil_plan_asked_to_text (&self->asked);

  spil_window_state_set_text (CHOICES_KEY, text);
  spil_planning_show (self);
}

static void
on_filter_changed_cb (SpilPlanningPage *self)
{
  spil_planning_show (self);
}

static void
on_compared_cb (SpilPlanningPage *self)
{
  g_autofree char *text = spil_plan_asked_to_text (&self->asked);

  spil_window_state_set_text (CHOICES_KEY, text);
  spil_page_reload (SPIL_PAGE (self));
}

static void
on_filter_dropped_cb (SpilPlanningPage *self, int condition)
{
  spil_plan_filter_drop (&self->asked.filter, (SpilPlanCondition) condition);
  if (condition == SPIL_PLAN_CONDITION_TEXT)
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  spil_planning_show (self);
}

static void
on_filters_cleared_cb (SpilPlanningPage *self)
{
  spil_plan_filter_clear (&self->asked.filter);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  spil_planning_show (self);
}

static void
on_search_changed_cb (SpilPlanningPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));

  if (g_strcmp0 (text, self->asked.filter.text != NULL ? self->asked.filter.text : "") == 0)
    return;
  g_set_str (&self->asked.filter.text, text[0] != '\0' ? text : NULL);
  spil_planning_show (self);
}

static void
on_undated_clicked_cb (SpilPlanningPage *self)
{
  self->asked.filter.undated = TRUE;
  spil_planning_show (self);
}

static void
on_late_clicked_cb (SpilPlanningPage *self)
{
  self->asked.filter.late = TRUE;
  spil_planning_show (self);
}

/* The line that says what is shown */

static gboolean
is_early (const SpilPlanTaskRow *task)
{
  if (task->summary || !task->slack.known || task->status == SPIL_TASK_STATUS_DONE ||
      task->status == SPIL_TASK_STATUS_STOPPED)
    return FALSE;
  return (spil_day_is_known (task->task.start) &&
          spil_day_compare (task->slack.early_start, task->task.start) > 0) ||
         (spil_day_is_known (task->task.end) && spil_day_compare (task->slack.early_end, task->task.end) > 0);
}

GArray *
spil_planning_find_early (const SpilPlan *plan)
{
  GArray *tasks = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < plan->tasks->len; i++)
    if (is_early (plan->tasks->pdata[i])) {
      int place = (int) i;

      g_array_append_val (tasks, place);
    }
  return tasks;
}

/* What the filter asks for; what is closed counts, too. */
static int
count_asked (SpilPlanningPage *self, const SpilPlan *plan)
{
  g_autoptr (GPtrArray) rows = NULL;
  int n = 0;

  if (spil_plan_filter_is_empty (&self->asked.filter))
    return (int) plan->tasks->len;
  rows = spil_plan_show (plan, &self->asked.filter, SPIL_PLAN_GROUP_NONE, NULL);
  for (guint i = 0; i < rows->len; i++)
    n += !((SpilPlanShownRow *) rows->pdata[i])->context;
  return n;
}

static void
show_attention (GtkWidget *button, gboolean shown, char *text)
{
  gtk_widget_set_visible (button, shown);
  gtk_button_set_label (GTK_BUTTON (button), text);
  g_free (text);
}

static void
show_attentions (SpilPlanningPage *self, const SpilPlan *plan)
{
  g_autoptr (GArray) early = spil_planning_find_early (plan);
  int n_undated = 0;
  int n_late = 0;

  for (guint i = 0; i < plan->tasks->len; i++) {
    const SpilPlanTaskRow *task = plan->tasks->pdata[i];

    n_undated += task->status == SPIL_TASK_STATUS_NOT_PLANNED;
    n_late += task->status == SPIL_TASK_STATUS_LATE;
  }
  show_attention (self->undated_button, n_undated > 0 && !self->asked.filter.undated,
                  g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d yet to be planned",
                                                "%d yet to be planned", (gulong) n_undated),
                                   n_undated));
  show_attention (
      self->late_button, n_late > 0 && !self->asked.filter.late,
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d late", "%d late", (gulong) n_late), n_late));
  show_attention (self->mend_button, early->len > 0 && !spil_planning_is_read_only (self),
                  g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d begins before it can: mend…",
                                                "%d begin before they can: mend…", (gulong) early->len),
                                   (int) early->len));
}

void
spil_planning_show_line (SpilPlanningPage *self)
{
  SpilPlan *plan = spil_planning_get_plan (self);
  g_autofree char *count = spil_plan_dup_count (count_asked (self, plan), (int) plan->tasks->len);

  spil_filter_line_set_count (self->line, count, !spil_plan_filter_is_empty (&self->asked.filter));
  spil_filter_line_begin (self->line);
  for (int i = 0; i < SPIL_PLAN_N_CONDITIONS; i++) {
    g_autofree char *text = spil_plan_filter_dup_text (&self->asked.filter, plan, (SpilPlanCondition) i);

    if (text != NULL)
      spil_filter_line_add (self->line, i, text);
  }
  spil_filter_line_end (self->line);
  show_attentions (self, plan);
  show_filter_button (self);
}

void
spil_planning_fill_toolbar (SpilPlanningPage *self)
{
  SpilPlan *plan = spil_planning_get_plan (self);

  spil_plan_filter_menu_set_plan (self->filter_menu, plan);
  spil_plan_view_menu_set_plan (self->view_menu, plan);
}

void
spil_planning_recall (SpilPlanningPage *self)
{
  g_autofree char *choices = spil_window_state_dup_text (CHOICES_KEY);
  g_autofree char *zoom = spil_window_state_dup_text (ZOOM_KEY);

  spil_planning_recall_table (self);
  spil_plan_asked_read (&self->asked, choices);
  for (gsize i = 0; i < G_N_ELEMENTS (zooms); i++)
    if (g_strcmp0 (zooms[i].name, zoom) == 0) {
      adw_toggle_group_set_active_name (self->zoom, zoom);
      spil_plan_view_set_zoom (self->view, zooms[i].zoom);
    }
}

static GtkWidget *
add_attention (SpilPlanningPage *self, const char *action)
{
  GtkWidget *button = gtk_button_new ();

  gtk_widget_add_css_class (button, "chip");
  gtk_widget_add_css_class (button, "attention");
  gtk_widget_set_visible (button, FALSE);
  if (action != NULL)
    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  spil_filter_line_append (self->line, button);
  return button;
}

void
spil_planning_init_toolbar (SpilPlanningPage *self)
{
  spil_plan_filter_menu_set_filter (self->filter_menu, &self->asked.filter);
  spil_plan_view_menu_set_asked (self->view_menu, &self->asked);
  self->late_button = add_attention (self, NULL);
  self->undated_button = add_attention (self, NULL);
  self->mend_button = add_attention (self, "planning.mend");
  g_signal_connect_object (self->late_button, "clicked", G_CALLBACK (on_late_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->undated_button, "clicked", G_CALLBACK (on_undated_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search));
}

void
spil_planning_bind_toolbar (GtkWidgetClass *widget_class)
{
  g_type_ensure (SPIL_TYPE_FILTER_LINE);
  g_type_ensure (SPIL_TYPE_PLAN_FILTER_MENU);
  g_type_ensure (SPIL_TYPE_PLAN_VIEW_MENU);
  gtk_widget_class_install_action (widget_class, "planning.today", NULL, today_action);
  gtk_widget_class_install_action (widget_class, "planning.fit", NULL, fit_action);
  gtk_widget_class_install_action (widget_class, "planning.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "planning.zoom-out", NULL, zoom_action);
  gtk_widget_class_bind_template_child (widget_class, SpilPlanningPage, toolbar);
  gtk_widget_class_bind_template_child (widget_class, SpilPlanningPage, zoom);
  gtk_widget_class_bind_template_child (widget_class, SpilPlanningPage, search_button);
  gtk_widget_class_bind_template_child (widget_class, SpilPlanningPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, SpilPlanningPage, search);
  gtk_widget_class_bind_template_child (widget_class, SpilPlanningPage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, SpilPlanningPage, filter_menu);
  gtk_widget_class_bind_template_child (widget_class, SpilPlanningPage, view_menu);
  gtk_widget_class_bind_template_child (widget_class, SpilPlanningPage, line);
  gtk_widget_class_bind_template_callback (widget_class, on_zoom_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_zoomed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, spil_planning_choices_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_compared_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_dropped_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_filters_cleared_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
}
