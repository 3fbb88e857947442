// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-booking-form.h"

#include <glib/gi18n-lib.h>

#include "spil-budget-query.h"
#include "spil-record-dialog.h"

// The fields of the form at most, and the 0 that ends them.
#define MAX_FIELDS 10

static char *
tell_free (const SpilBudgetLineFigures *line)
{
  SpilMoney free;
  g_autofree char *text = NULL;

  if (!spil_budget_line_get_free (line, &free))
    return NULL;
  text = spil_money_format (free.cents, SPIL_MONEY_CENTS);
  // Translators: %d is the number of a budget line, %s an amount.
  return g_strdup_printf (_ ("Free on line %d: %s."), line->number, text);
}

// What is open of the commitment that is drawn down; that of another line makes no room on this one.
static SpilMoney
get_open (SpilStore *store, SpilRecord *record, const SpilBookingFields *fields,
          const SpilBudgetLineFigures *line)
{
  SpilMoney nothing = spil_money (0, line->budget.vat);
  SpilMoney open;
  SpilId id = fields->commitment != 0 ? spil_record_get_reference (record, fields->commitment) : SPIL_ID_NIL;
  g_autoptr (SpilRecord)
      commitment = spil_id_is_nil (id)
                       ? NULL
                       : spil_store_get (store, spil_entity (SPIL_ENTITY_COMMITMENT), id, NULL);
  g_autoptr (SpilBudgetLineFigures) other = NULL;

  if (commitment == NULL || !spil_budget_query_open (store, id, SPIL_DAY_NONE, &open, NULL))
    return nothing;
  other = spil_budget_query_line (store, spil_record_get_reference (commitment, SPIL_COMMITMENT_LINE),
                                  SPIL_DAY_NONE, NULL);
  return other != NULL && other->number == line->number ? open : nothing;
}

// On the worker's thread: whether the booking as it is typed fits.
static char *
advise (SpilStore *store, SpilRecord *record, gboolean *warns)
{
  SpilBookingKind kind = spil_record_get_entity (record)->number == SPIL_ENTITY_ACTUAL
                             ? SPIL_BOOKING_ACTUAL
                             : SPIL_BOOKING_COMMITMENT;
  const SpilBookingFields *fields = spil_booking_fields (kind);
  SpilId id = spil_record_get_reference (record, fields->line);
  g_autoptr (SpilBudgetLineFigures) line = NULL;
  SpilMoney amount = spil_record_get_money (record, fields->amount, fields->vat);
  SpilBudgetVerdict verdict;

  if (spil_id_is_nil (id))
    return NULL;
  line = spil_budget_query_line (store, id, SPIL_DAY_NONE, NULL);
  if (line == NULL)
    return NULL;
  if (amount.cents == 0)
    return tell_free (line);
  verdict = spil_budget_may_book (line, amount, get_open (store, record, fields, line),
                                  !spil_record_is_null (record, fields->decision));
  *warns = !verdict.allowed;
  return spil_budget_verdict_dup_sentence (&verdict, line);
}

static void
add_field (int *list, int field)
{
  int n = 0;

  while (list[n] != 0)
    n++;
  if (field != 0)
    list[n] = field;
}

// What is asked first is what is not known yet.
static void
choose_fields (const SpilBookingFields *fields, gboolean has_line, int list[MAX_FIELDS])
{
  memset (list, 0, sizeof (int) * MAX_FIELDS);
  if (!has_line)
    add_field (list, fields->line);
  add_field (list, fields->amount);
  add_field (list, fields->vat);
  add_field (list, fields->description);
  add_field (list, fields->counterpart);
  add_field (list, fields->date);
  if (has_line)
    add_field (list, fields->line);
  add_field (list, fields->commitment);
  add_field (list, fields->decision);
}

static const char *
get_heading (SpilBookingKind kind)
{
  switch (kind) {
  case SPIL_BOOKING_RESERVATION:
    return _ ("Make a reservation");
  case SPIL_BOOKING_COMMITMENT:
    return _ ("Enter into a commitment");
  case SPIL_BOOKING_ACTUAL:
    return _ ("Book an expense");
  case SPIL_BOOKING_FORECAST:
    return _ ("Add a forecast");
  }
  return NULL;
}

static const char *
get_action_label (SpilBookingKind kind)
{
  switch (kind) {
  case SPIL_BOOKING_RESERVATION:
    return _ ("Reservation made");
  case SPIL_BOOKING_COMMITMENT:
    return _ ("Commitment entered into");
  case SPIL_BOOKING_ACTUAL:
    return _ ("Expense booked");
  case SPIL_BOOKING_FORECAST:
    return _ ("Forecast added");
  }
  return NULL;
}

void
spil_booking_form_present (GtkWidget *parent, SpilWorker *worker, SpilBookingKind kind, SpilId line,
                           SpilId commitment, SpilVat vat)
{
  const SpilBookingFields *fields = spil_booking_fields (kind);
  g_autoptr (SpilRecord) preset = spil_booking_new_preset (kind, line, vat, spil_day_today ());
  SpilRecordDialog *dialog;
  int list[MAX_FIELDS];

  if (!spil_id_is_nil (commitment) && fields->commitment != 0)
    spil_record_set_reference (preset, fields->commitment, commitment);
  choose_fields (fields, !spil_id_is_nil (line), list);
  dialog = spil_record_dialog_new_add (worker, spil_entity (fields->entity), preset);
  spil_record_dialog_set_heading (dialog, get_heading (kind));
  spil_record_dialog_set_fields (dialog, list);
  spil_record_dialog_set_action_label (dialog, get_action_label (kind));
  if (kind == SPIL_BOOKING_ACTUAL || kind == SPIL_BOOKING_COMMITMENT)
    spil_record_dialog_set_advice_func (dialog, advise);
  adw_dialog_present (ADW_DIALOG (dialog), parent);
}

/* Taking back */

typedef struct
{
  SpilBookingKind kind;
  SpilId id;
} Reversal;

static gpointer
load_booking (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Reversal *reversal = data;

  return spil_store_get (store, spil_entity (spil_booking_fields (reversal->kind)->entity), reversal->id,
                         error);
}

static void
on_booking_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Reversal *reversal = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilRecord) booking = spil_worker_run_finish (SPIL_WORKER (source), result, &error);
  g_autoptr (SpilRecord) opposite = NULL;
  g_autofree char *label = NULL;
  SpilAction *action;

  if (booking == NULL) {
    if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
      g_signal_emit_by_name (source, "failed", error);
    return;
  }
  // Translators: %s is what was taken back, such as "Expense".
  label = g_strdup_printf (_ ("%s reversed"), spil_booking_label (reversal->kind));
  action = spil_action_new (label);
  opposite = spil_booking_new_reversal (reversal->kind, booking, spil_day_today ());
  spil_action_add (action, opposite);
  spil_worker_commit (SPIL_WORKER (source), action, NULL, NULL);
}

void
spil_booking_reverse (SpilWorker *worker, SpilBookingKind kind, SpilId booking)
{
  Reversal *reversal = g_new0 (Reversal, 1);

  reversal->kind = kind;
  reversal->id = booking;
  spil_worker_run (worker, load_booking, reversal, NULL, g_object_unref, NULL, on_booking_loaded_cb,
                   reversal);
}
