// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-discard.h"

#include <glib/gi18n-lib.h>

static void
close_later (gpointer data)
{
  g_autoptr (AdwDialog) dialog = data;

  adw_dialog_force_close (dialog);
}

static void
on_question_unmapped_cb (AdwDialog *dialog)
{
  g_idle_add_once (close_later, g_object_ref (dialog));
}

// A dialog that closes under its question takes it along half-way, and it stays there. Where nothing moves the question has
// gone before its answer is told.
void
spil_discard_after (AdwDialog *dialog, AdwDialog *question)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (question)))
    g_signal_connect_object (question, "unmap", G_CALLBACK (on_question_unmapped_cb), dialog,
                             G_CONNECT_SWAPPED);
  else
    on_question_unmapped_cb (dialog);
}

static void
on_answered_cb (AdwDialog *dialog, const char *response, AdwDialog *question)
{
  if (g_str_equal (response, "discard"))
    spil_discard_after (dialog, question);
}

void
spil_discard_ask (AdwDialog *dialog)
{
  AdwDialog *question = adw_alert_dialog_new (_ ("Keep what was typed?"), _ ("It is not saved yet."));

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (question), "keep", _ ("_Go on typing"), "discard",
                                  _ ("_Throw away"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (question), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (question), "keep");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (question), "keep");
  g_signal_connect_object (question, "response", G_CALLBACK (on_answered_cb), dialog, G_CONNECT_SWAPPED);
  adw_dialog_present (question, GTK_WIDGET (dialog));
}
