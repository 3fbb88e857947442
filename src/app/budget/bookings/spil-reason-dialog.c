// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-reason-dialog.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  AdwAlertDialog *dialog; /**< borrowed */
  GtkEditable *entry;
  gboolean required;
  SpilReasonFunc func;
  GObject *object;
} Asking;

static void
asking_free (gpointer data, GClosure *closure)
{
  Asking *asking = data;

  g_clear_object (&asking->object);
  g_free (asking);
}

static void
on_response_cb (AdwAlertDialog *dialog, const char *response, Asking *asking)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (asking->entry)));

  if (g_str_equal (response, "do") && (reason[0] != '\0' || !asking->required))
    asking->func (reason[0] != '\0' ? reason : NULL, asking->object);
}

static void
on_changed_cb (Asking *asking)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (asking->entry)));

  adw_alert_dialog_set_response_enabled (asking->dialog, "do", !asking->required || reason[0] != '\0');
}

void
spil_reason_ask (GtkWidget *parent, const SpilReasonQuestion *question, SpilReasonFunc func, gpointer object)
{
  AdwDialog *dialog = adw_alert_dialog_new (question->heading, question->explanation);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *entry = adw_entry_row_new ();
  Asking *asking = g_new0 (Asking, 1);

  asking->dialog = ADW_ALERT_DIALOG (dialog);
  asking->entry = GTK_EDITABLE (entry);
  asking->required = question->required;
  asking->func = func;
  asking->object = g_object_ref (object);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry),
                                 question->required ? _ ("Reason (required)") : _ ("Reason"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (entry), TRUE);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), entry);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, question->heading,
                                  -1);
  adw_alert_dialog_set_extra_child (asking->dialog, list);
  adw_alert_dialog_add_responses (asking->dialog, "back", _ ("_Cancel"), "do", question->button, NULL);
  adw_alert_dialog_set_response_appearance (asking->dialog, "do", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (asking->dialog, "do");
  adw_alert_dialog_set_close_response (asking->dialog, "back");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response_cb), asking, asking_free, 0);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (on_changed_cb), asking);
  on_changed_cb (asking);
  adw_dialog_set_focus (dialog, entry);
  adw_dialog_present (dialog, parent);
}
