// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-risk-rows.h"

#include <glib/gi18n-lib.h>

#include "spil-fact-row.h"
#include "spil-page.h"
#include "spil-risk-words.h"
#include "spil-row-group.h"

GtkWidget *
spil_risk_fact_row_new (SpilRecord *risk, int text, int number)
{
  GtkWidget *row = spil_fact_row_new_for_field (risk, text);
  g_autofree char *figure = number != 0 ? spil_record_format (risk, number) : NULL;

  if (figure != NULL && figure[0] != '\0') {
    GtkWidget *label = gtk_label_new (figure);

    gtk_widget_set_tooltip_text (
        label, spil_field_label (spil_entity_field (spil_record_get_entity (risk), number)));
    gtk_widget_add_css_class (label, "numeric");
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  }
  return row;
}

GtkWidget *
spil_risk_score_row_new (const SpilRiskScoreRow *score)
{
  const SpilField *kind = spil_entity_field (spil_entity (SPIL_ENTITY_RISK_SCORE), SPIL_RISK_SCORE_KIND);
  g_autofree char *date = spil_day_format (score->date);
  g_autofree char *factors = spil_risk_dup_factors (&score->figures);
  g_autofree char *end = spil_risk_dup_score (&score->figures);
  g_autofree char *facts = spil_join_facts (spil_field_choice_label (kind, score->kind),
                                            factors != NULL ? factors : "", NULL);
  g_autofree char *subtitle = score->reason != NULL ? g_strjoin ("\n", facts, score->reason, NULL)
                                                    : g_strdup (facts);

  return spil_text_row_new (date, subtitle, end);
}

static void
on_done_clicked_cb (GtkWidget *button, SpilRecord *before)
{
  GtkWidget *page = gtk_widget_get_ancestor (button, SPIL_TYPE_PAGE);
  g_autoptr (SpilRecord) after = spil_record_copy (before);
  SpilAction *action = spil_action_new (_ ("Control measure done"));

  gtk_widget_set_sensitive (button, FALSE);
  spil_record_set_integer (after, SPIL_RISK_ACTION_STATE, SPIL_ACTION_STATE_DONE);
  spil_action_set (action, before, after);
  spil_worker_commit (spil_page_get_worker (SPIL_PAGE (page)), action, NULL, NULL);
}

static GtkWidget *
make_done_button (SpilRecord *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("object-select-symbolic");
  g_autofree char *name = g_strdup_printf (_ ("Done: %s"), spil_record_get_title (action));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Done"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_done_clicked_cb), g_object_ref (action),
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  return button;
}

GtkWidget *
spil_risk_action_row_new (SpilRecord *action)
{
  static const int fields[] = {
    SPIL_RISK_ACTION_TEXT, SPIL_RISK_ACTION_OWNER, SPIL_RISK_ACTION_DUE, SPIL_RISK_ACTION_STATE, 0,
  };
  gboolean open = spil_record_get_integer (action, SPIL_RISK_ACTION_STATE) == SPIL_ACTION_STATE_OPEN;
  const char *text = spil_record_get_text (action, SPIL_RISK_ACTION_TEXT);
  const char *owner = spil_record_get_text (action, SPIL_RISK_ACTION_OWNER);
  g_autofree char *state = spil_record_format (action, SPIL_RISK_ACTION_STATE);
  g_autofree char *day = spil_record_format (action, SPIL_RISK_ACTION_DUE);
  g_autofree char *due = day[0] != '\0' ? g_strdup_printf (_ ("before %s"), day) : g_strdup ("");
  g_autofree char *subtitle = spil_join_facts (owner != NULL ? owner : "", due, state, NULL);
  GtkWidget *row = spil_text_row_new (text, subtitle, NULL);

  if (open)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_done_button (action));
  spil_text_row_edit (row, action, fields);
  return row;
}
