// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-booking-deeds.h"

#include <glib/gi18n-lib.h>

#include "spil-booking-action.h"
#include "spil-deed.h"
#include "spil-reason-dialog.h"

typedef struct
{
  SpilBookingKind kind;
  SpilId id;
  gboolean release;
  char *reason;
} Deed;

static void
deed_free (gpointer data)
{
  Deed *deed = data;

  g_free (deed->reason);
  g_free (deed);
}

static SpilAction *
make_action (SpilStore *store, gconstpointer data, GError **error)
{
  const Deed *deed = data;

  return deed->release
             ? spil_booking_release_action (store, deed->id, SPIL_DAY_NONE, deed->reason, error)
             : spil_booking_reverse_action (store, deed->kind, deed->id, SPIL_DAY_NONE, deed->reason, error);
}

// The question keeps what it is about with the object that it holds.
#define DEED_KEY "spil-deed"

static void
on_reason_given_cb (const char *reason, gpointer object)
{
  SpilWorker *worker = g_object_get_data (G_OBJECT (object), "spil-worker");
  Deed *deed = g_object_steal_data (G_OBJECT (object), DEED_KEY);

  deed->reason = g_strdup (reason);
  spil_deed_do (worker, make_action, deed, deed_free, NULL, NULL);
}

static void
ask (GtkWidget *parent, SpilWorker *worker, Deed *deed, const SpilReasonQuestion *question)
{
  g_autoptr (GObject) holder = g_object_new (G_TYPE_OBJECT, NULL);

  g_object_set_data_full (holder, "spil-worker", g_object_ref (worker), g_object_unref);
  g_object_set_data_full (holder, DEED_KEY, deed, deed_free);
  spil_reason_ask (parent, question, on_reason_given_cb, holder);
}

void
spil_booking_ask_reverse (GtkWidget *parent, SpilWorker *worker, SpilBookingKind kind, SpilId id,
                          const char *title)
{
  // Translators: %s is what was booked.
  g_autofree char *text = g_strdup_printf (
      _ ("“%s” stays where it is, and a booking of the opposite amount takes it back."), title);
  SpilReasonQuestion question = { _ ("Reverse booking"), text, _ ("_Reverse"), FALSE };
  Deed *deed = g_new0 (Deed, 1);

  deed->kind = kind;
  deed->id = id;
  ask (parent, worker, deed, &question);
}

void
spil_booking_ask_release (GtkWidget *parent, SpilWorker *worker, SpilId commitment, const char *title,
                          SpilMoney open)
{
  g_autofree char *amount = spil_money_format (open.cents, SPIL_MONEY_CENTS);
  // Translators: the first %s is what was booked, the second an amount.
  g_autofree char *text = g_strdup_printf (
      _ ("Nothing more comes of “%s”: the %s that is left becomes free again on the line."), title, amount);
  SpilReasonQuestion question = { _ ("Release what is left"), text, _ ("_Release"), FALSE };
  Deed *deed = g_new0 (Deed, 1);

  deed->kind = SPIL_BOOKING_COMMITMENT;
  deed->id = commitment;
  deed->release = TRUE;
  ask (parent, worker, deed, &question);
}
