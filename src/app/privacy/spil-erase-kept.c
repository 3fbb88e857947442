// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-erase-kept.h"

#include <glib/gi18n-lib.h>

#include "spil-erase-data.h"
#include "spil-failure.h"
#include "spil-number.h"

typedef struct
{
  GtkWidget *parent; // main thread only
  SpilWorker *worker;
  SpilRetentionTotal total;
  SpilId note; // nil: the total
  int64_t count;
} Order;

static void
order_free (Order *order)
{
  g_object_unref (order->parent);
  g_object_unref (order->worker);
  g_free (order);
}

// What was erased before an error stays erased, so that traces are removed in any case.
static gpointer
erase (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Order *order = data;

  if (!spil_id_is_nil (order->note))
    order->count = spil_store_erase_note (store, order->note, error) ? 1 : 0;
  else
    spil_store_erase_kept (store, &order->total, cancellable, &order->count, error);
  return NULL;
}

static void
on_scrubbed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  spil_worker_run_finish (SPIL_WORKER (source), result, &error);
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit_by_name (source, "failed", error);
}

static void
on_erased_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Order *order = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *count = spil_integer_format (order->count);
  g_autofree char *text = g_strdup_printf (ngettext ("%s erased", "%s erased", (gulong) order->count), count);

  spil_worker_run_finish (SPIL_WORKER (source), result, &error);
  spil_worker_run (SPIL_WORKER (source), spil_erase_data_scrub, NULL, NULL, NULL, NULL, on_scrubbed_cb, NULL);
  if (error != NULL)
    spil_failure_present (order->parent, error);
  else
    gtk_widget_activate_action (order->parent, "win.toast", "s", text);
  order_free (order);
}

static void
on_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Order *order = user_data;

  if (g_str_equal (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result), "erase"))
    spil_worker_run (order->worker, erase, order, NULL, NULL, NULL, on_erased_cb, order);
  else
    order_free (order);
}

// Nothing brings it back, so here a question is in its place.
static void
ask (Order *order, const char *heading, const char *body)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, body));

  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "erase", _ ("_Erase"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "erase", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (dialog, "cancel");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_choose (dialog, order->parent, NULL, on_answered_cb, order);
}

static Order *
order_new (GtkWidget *parent, SpilWorker *worker)
{
  Order *order = g_new0 (Order, 1);

  order->parent = g_object_ref (parent);
  order->worker = g_object_ref (worker);
  return order;
}

void
spil_erase_kept_ask (GtkWidget *parent, SpilWorker *worker, const SpilRetentionTotal *total,
                     const char *title)
{
  Order *order = order_new (parent, worker);
  // Translators: %s is what is erased, such as "12 notes of contact moments".
  g_autofree char *heading = g_strdup_printf (_ ("Erase %s?"), title);

  order->total = *total;
  ask (
      order, heading,
      _ ("They are erased here and, with the next synchronisation, on every laptop. What happened stays for the figures. This cannot be undone."));
}

void
spil_erase_note_ask (GtkWidget *parent, SpilWorker *worker, SpilId contact)
{
  Order *order = order_new (parent, worker);

  order->note = contact;
  ask (
      order, _ ("Erase this note?"),
      _ ("Only for what should never have been written down: the note is erased here and, with the next synchronisation, on every laptop, also out of the history. That there was contact stays. This cannot be undone."));
}
