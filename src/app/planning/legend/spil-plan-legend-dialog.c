// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-plan-legend-dialog.h"

#include <glib/gi18n-lib.h>

#include "spil-chart-canvas.h"
#include "spil-help-topic.h"
#include "spil-plan-legend.h"

#define MARGIN 18

static GtkWidget *
make_content (const SpilGantt *gantt)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *canvas = spil_chart_canvas_new ();
  g_autoptr (SpilChart) legend = spil_plan_legend_new (gantt);

  spil_chart_canvas_set_chart (SPIL_CHART_CANVAS (canvas), legend);
  spil_chart_canvas_set_name (SPIL_CHART_CANVAS (canvas), _ ("Legend"));
  gtk_widget_set_margin_start (canvas, MARGIN);
  gtk_widget_set_margin_end (canvas, MARGIN);
  gtk_widget_set_margin_top (canvas, MARGIN / 2);
  gtk_widget_set_margin_bottom (canvas, MARGIN);
  gtk_widget_set_valign (canvas, GTK_ALIGN_START);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), canvas);
  return scroller;
}

void
spil_plan_legend_present (const SpilGantt *gantt, GtkWidget *parent)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();

  g_return_if_fail (gantt != NULL);

  adw_dialog_set_title (dialog, _ ("Legend"));
  adw_dialog_set_content_width (dialog, 460);
  adw_dialog_set_content_height (dialog, 240);
  spil_help_set_topic (GTK_WIDGET (dialog), "planning");
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), make_content (gantt));
  adw_dialog_set_child (dialog, view);
  adw_dialog_present (dialog, parent);
}
