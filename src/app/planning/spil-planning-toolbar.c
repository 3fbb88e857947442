// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-planning-private.h"

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
today_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  spil_plan_view_show_day (SPIL_PLANNING_PAGE (widget)->view, spil_day_today ());
}

static void
fit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  spil_plan_view_fit (SPIL_PLANNING_PAGE (widget)->view);
}

void
spil_planning_bind_toolbar (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "planning.today", NULL, today_action);
  gtk_widget_class_install_action (widget_class, "planning.fit", NULL, fit_action);
  gtk_widget_class_bind_template_child (widget_class, SpilPlanningPage, today_button);
  gtk_widget_class_bind_template_child (widget_class, SpilPlanningPage, fit_button);
  gtk_widget_class_bind_template_child (widget_class, SpilPlanningPage, zoom);
  gtk_widget_class_bind_template_callback (widget_class, on_zoom_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_zoomed_cb);
}
