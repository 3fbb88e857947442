// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-promise-rows.h"

#include <glib/gi18n-lib.h>

#include "spil-page.h"
#include "spil-row-group.h"

const int spil_promise_fields[] = {
  SPIL_PROMISE_ORGANISATION, SPIL_PROMISE_TEXT,      SPIL_PROMISE_DUE,
  SPIL_PROMISE_BY,           SPIL_PROMISE_STATEMENT, SPIL_PROMISE_STATE,
  SPIL_PROMISE_KEPT_ON,      SPIL_PROMISE_NOTES,     0,
};
const int spil_promise_own_fields[] = {
  SPIL_PROMISE_TEXT, SPIL_PROMISE_DUE, SPIL_PROMISE_BY, SPIL_PROMISE_STATEMENT, SPIL_PROMISE_NOTES, 0,
};

// The promise is kept, today. Free with spil_action_free().
static SpilAction *
dup_kept (SpilId promise, SpilDay today)
{
  SpilAction *action = spil_action_new (_ ("Promise kept"));
  SpilChange *change = spil_action_set_row (action, spil_entity (SPIL_ENTITY_PROMISE), promise);
  SpilValue done = spil_value_integer (SPIL_ACTION_STATE_DONE);
  SpilValue on = spil_value_integer (today.number);

  spil_change_assign (change, SPIL_PROMISE_STATE, &done);
  spil_change_assign (change, SPIL_PROMISE_KEPT_ON, &on);
  return action;
}

static void
on_kept_clicked_cb (GtkWidget *button, const SpilId *id)
{
  GtkWidget *page = gtk_widget_get_ancestor (button, SPIL_TYPE_PAGE);

  gtk_widget_set_sensitive (button, FALSE);
  spil_worker_commit (spil_page_get_worker (SPIL_PAGE (page)), dup_kept (*id, spil_day_today ()), NULL, NULL);
}

static void
free_id (gpointer data, GClosure *closure)
{
  g_free (data);
}

static GtkWidget *
make_kept_button (const SpilPromiseRow *promise)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("object-select-symbolic");
  g_autofree char *name = g_strdup_printf (_ ("Kept: %s"), promise->text);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Kept"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_kept_clicked_cb),
                         g_memdup2 (&promise->id, sizeof promise->id), free_id, 0);
  return button;
}

// "3 days late", "today", "by 01-10-2018", "kept on ...".
static char *
dup_when (const SpilPromiseRow *promise, SpilDay today)
{
  g_autofree char *due = spil_day_format (promise->due);
  g_autofree char *kept = spil_day_format (promise->kept_on);
  int late;

  switch (promise->standing) {
  case SPIL_PROMISE_OVERDUE:
    late = spil_day_between (promise->due, today);
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day late", "%d days late", (gulong) late),
                            late);
  case SPIL_PROMISE_SOON:
  case SPIL_PROMISE_OPEN:
    return g_strdup_printf (C_ ("promise", "by %s"), due);
  case SPIL_PROMISE_KEPT:
    return kept[0] != '\0' ? g_strdup_printf (C_ ("promise", "kept on %s"), kept)
                           : g_strdup (spil_promise_standing_label (promise->standing));
  default:
    return g_strdup (spil_promise_standing_label (promise->standing));
  }
}

GtkWidget *
spil_promise_row_new (const SpilPromiseRow *promise, SpilDay today, gboolean whom)
{
  g_autofree char *when = dup_when (promise, today);
  g_autofree char *signed_on = spil_day_format (promise->signed_on);
  g_autofree char *statement = signed_on[0] != '\0' ? g_strdup_printf (_ ("statement of %s"), signed_on)
                                                    : g_strdup ("");
  g_autofree char *subtitle = spil_join_facts (
      whom && promise->organisation_name != NULL ? promise->organisation_name : "",
      promise->by != NULL ? promise->by : "", statement, NULL);
  GtkWidget *row = spil_text_row_new (promise->text, subtitle[0] != '\0' ? subtitle : NULL, NULL);
  GtkWidget *label = gtk_label_new (when);

  gtk_widget_add_css_class (label, "numeric");
  if (promise->standing == SPIL_PROMISE_OVERDUE) {
    GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

    gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Overdue"), -1);
    gtk_widget_add_css_class (icon, "warning");
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  if (promise->state == SPIL_ACTION_STATE_OPEN)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_kept_button (promise));
  spil_text_row_edit_by_id (row, SPIL_ENTITY_PROMISE, promise->id);
  return row;
}
