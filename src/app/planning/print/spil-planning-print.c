// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-planning-print.h"

#include "spil-plan-print-dialog.h"
#include "spil-planning-private.h"

/* The days that are in view, of the chart that is there. */
static void
find_days (SpilPlanningPage *self, SpilPlanPrintWish *wish)
{
  SpilGantt *gantt = spil_plan_view_get_gantt (self->view);
  SpilGanttView view;
  double days;

  wish->first = wish->last = SPIL_DAY_NONE;
  if (gantt == NULL || gtk_toggle_button_get_active (self->table_button))
    return;
  view = spil_gantt_get_view (gantt);
  days = (gtk_widget_get_width (GTK_WIDGET (self->view)) - MAX (view.label_width, 0)) / view.day_width;
  if (view.fit || !spil_day_is_known (view.first_day) || !(days >= 1) || days > 40000)
    return;
  wish->first = spil_day_add (view.first_day, (int) (view.offset_x / view.day_width));
  wish->last = spil_day_add (wish->first, (int) days);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilPlanPrintWish wish = { .save = g_str_equal (name, "planning.export"),
                             .asked = &SPIL_PLANNING_PAGE (widget)->asked };

  find_days (SPIL_PLANNING_PAGE (widget), &wish);
  adw_dialog_present (
      ADW_DIALOG (spil_plan_print_dialog_new (spil_page_get_worker (SPIL_PAGE (widget)), &wish)), widget);
}

static void
print (SpilPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "planning.print", NULL);
}

void
spil_planning_print_install (GtkWidgetClass *widget_class)
{
  SPIL_PAGE_CLASS (widget_class)->print = print;
  gtk_widget_class_install_action (widget_class, "planning.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "planning.export", NULL, print_action);
}
