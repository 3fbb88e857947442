// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-budget-course.h"

#include "spil-chart-view.h"

struct _SpilBudgetCourse
{
  AdwBin parent_instance;

  SpilChartView *burn;
  SpilChartView *cash;
};

G_DEFINE_FINAL_TYPE (SpilBudgetCourse, spil_budget_course, ADW_TYPE_BIN)

static void
spil_budget_course_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_BUDGET_COURSE);
  G_OBJECT_CLASS (spil_budget_course_parent_class)->dispose (object);
}

static void
spil_budget_course_class_init (SpilBudgetCourseClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_budget_course_dispose;
  g_type_ensure (SPIL_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-budget-course.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilBudgetCourse, burn);
  gtk_widget_class_bind_template_child (widget_class, SpilBudgetCourse, cash);
}

static void
spil_budget_course_init (SpilBudgetCourse *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
spil_budget_course_fill (SpilBudgetCourse *self, const SpilBudgetData *data)
{
  g_return_if_fail (SPIL_IS_BUDGET_COURSE (self));

  spil_chart_view_set_chart (self->burn, data->burn);
  spil_chart_view_set_chart (self->cash, data->cash);
}
