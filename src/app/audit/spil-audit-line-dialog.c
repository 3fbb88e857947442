// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-audit-line-dialog.h"

#include <glib/gi18n-lib.h>

#include "spil-accessible.h"
#include "spil-fact-row.h"
#include "spil-number.h"

static void
add (AdwPreferencesGroup *group, const char *label, const char *value)
{
  adw_preferences_group_add (group, spil_fact_row_new (label, value));
}

static GtkWidget *
make_facts (SpilAuditItem *item)
{
  const SpilAuditLine *line = spil_audit_item_get_line (item);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autofree char *time = spil_time_format (line->time);
  g_autofree char *object = spil_audit_dup_object (line);
  g_autofree char *result = spil_audit_dup_result (line);
  g_autofree char *hash = spil_audit_dup_hash (line);

  add (group, C_ ("audit", "When"), time);
  add (group, C_ ("audit", "Who"), line->actor);
  add (group, C_ ("audit", "Which laptop"), spil_audit_item_get_device (item));
  add (group, C_ ("audit", "What was done"), spil_audit_action_label (line->action));
  add (group, C_ ("audit", "With what"), object);
  add (group, C_ ("audit", "Result"), result);
  add (group, _ ("Check number of this line and all before it (SHA-256)"), hash);
  return GTK_WIDGET (group);
}

AdwDialog *
spil_audit_line_dialog_new (SpilAuditItem *item)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *facts = make_facts (item);
  g_autofree char *number = spil_integer_format (spil_audit_item_get_line (item)->n);
  // Translators: %s is the number of a line.
  g_autofree char *title = g_strdup_printf (_ ("Line %s"), number);

  gtk_widget_set_margin_start (facts, 12);
  gtk_widget_set_margin_end (facts, 12);
  gtk_widget_set_margin_top (facts, 6);
  gtk_widget_set_margin_bottom (facts, 24);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), facts);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), scroller);
  adw_dialog_set_title (dialog, title);
  adw_dialog_set_content_width (dialog, 460);
  adw_dialog_set_child (dialog, view);
  spil_accessible_name_containers (view, title);
  return dialog;
}
