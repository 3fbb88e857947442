// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-booking-private.h"

#include "spil-budget-private.h"
#include "spil-budget-query.h"
#include "spil-closing-query.h"
#include "spil-store-private.h"

#include <glib/gi18n-lib.h>

gboolean
spil_money_refuse (GError **error, char *sentence)
{
  g_set_error_literal (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_REFUSED, sentence);
  g_free (sentence);
  return FALSE;
}

// Sets the day of a booking: the first open one, with what it belongs to, for a day in a closed period.
static gboolean
set_day (SpilStore *store, SpilRecord *record, SpilBookingKind kind, SpilDay day, GError **error)
{
  const SpilBookingFields *fields = spil_booking_fields (kind);
  g_autoptr (GArray) closed = NULL;
  SpilDay open = day;

  /* What is expected of a quarter is no booking in it. */
  if (kind != SPIL_BOOKING_FORECAST && spil_day_is_known (day)) {
    closed = spil_closing_query (store, error);
    if (closed == NULL)
      return FALSE;
    open = spil_closing_open_day ((SpilClosedPeriod *) closed->data, closed->len, day, spil_day_today ());
  }
  spil_record_set_day (record, fields->date, open);
  if (fields->late_of != 0 && spil_day_compare (open, day) != 0)
    spil_record_set_day (record, fields->late_of, day);
  return TRUE;
}

static void
set_text (SpilRecord *record, int field, const char *text)
{
  if (field != 0)
    spil_record_set_text (record, field, text);
}

static void
set_reference (SpilRecord *record, int field, SpilId id)
{
  if (field != 0)
    spil_record_set_reference (record, field, id);
}

static void
set_amount (SpilRecord *record, const SpilBookingFields *fields, SpilMoney amount)
{
  spil_record_set_integer (record, fields->amount, amount.cents);
  spil_record_set_integer (record, fields->vat, amount.vat);
}

gboolean
spil_booking_put (SpilAction *action, SpilStore *store, const SpilBooking *booking, SpilId *id,
                  GError **error)
{
  const SpilBookingFields *fields = spil_booking_fields (booking->kind);
  g_autoptr (SpilRecord) record = spil_record_new (spil_entity (fields->entity), spil_id_new ());
  SpilId line = booking->line;

  if (!spil_budget_find_line_now (store, &line, error) ||
      !set_day (store, record, booking->kind, booking->date, error))
    return FALSE;
  spil_record_set_reference (record, fields->line, line);
  set_amount (record, fields, booking->amount);
  set_text (record, fields->counterpart, booking->counterpart);
  set_text (record, fields->description, booking->description);
  set_text (record, fields->reference, booking->reference);
  set_text (record, fields->origin, booking->origin);
  set_reference (record, fields->commitment, booking->commitment);
  set_reference (record, fields->reservation, booking->reservation);
  set_reference (record, fields->decision, booking->decision);
  set_reference (record, fields->application, booking->application);
  spil_action_add (action, record);
  if (id != NULL)
    *id = spil_record_get_id (record);
  return TRUE;
}

gboolean
spil_booking_check_amount (const SpilBooking *booking, GError **error)
{
  if (booking->amount.cents == 0)
    return spil_money_refuse (error,
                              g_strdup (_ ("There is nothing to book: the amount is zero. Type an amount.")));
  if (booking->amount.cents > 0 || booking->kind == SPIL_BOOKING_ACTUAL)
    return TRUE;
  return spil_money_refuse (
      error,
      g_strdup (_ (
          "The amount is below zero. What was booked before is taken back with “Reverse”; type an amount above zero.")));
}

SpilAction *
spil_booking_action (SpilStore *store, const SpilBooking *booking, SpilId *id, GError **error)
{
  static const char *const labels[] = {
    [SPIL_BOOKING_RESERVATION] = N_ ("Reservation booked"),
    [SPIL_BOOKING_COMMITMENT] = N_ ("Commitment booked"),
    [SPIL_BOOKING_ACTUAL] = N_ ("Expense booked"),
    [SPIL_BOOKING_FORECAST] = N_ ("Forecast booked"),
  };
  g_autoptr (SpilAction) action = spil_action_new (_ (labels[booking->kind]));

  return spil_booking_check_amount (booking, error) && spil_booking_put (action, store, booking, id, error)
             ? g_steal_pointer (&action)
             : NULL;
}

static void
copy (SpilRecord *from, SpilRecord *to, int field)
{
  if (field != 0)
    spil_record_set (to, field, spil_record_get (from, field));
}

/* What another laptop undid cannot be named any more: a line is found again by its number. */
static gboolean
leave_gone (SpilStore *store, SpilRecord *record, const SpilBookingFields *fields, GError **error)
{
  const int named[] = { fields->line, fields->commitment, fields->reservation, fields->application };

  for (gsize i = 0; i < G_N_ELEMENTS (named); i++) {
    SpilId id = named[i] != 0 ? spil_record_get_reference (record, named[i]) : SPIL_ID_NIL;
    g_autoptr (GError) local = NULL;
    g_autoptr (SpilRecord) row = NULL;
    const SpilField *field;

    if (spil_id_is_nil (id))
      continue;
    field = spil_entity_field (spil_record_get_entity (record), named[i]);
    row = spil_store_get (store, spil_entity_by_number (field->target), id, &local);
    if (row != NULL)
      continue;
    if (!g_error_matches (local, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NOT_FOUND)) {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
    if (named[i] == fields->line && !spil_budget_find_line_now (store, &id, error))
      return FALSE;
    spil_record_set_reference (record, named[i], named[i] == fields->line ? id : SPIL_ID_NIL);
  }
  return TRUE;
}

static char *
dup_description (SpilRecord *original, const char *reason)
{
  if (reason != NULL && *reason != '\0')
    return g_strdup (reason);
  // TRANSLATORS: description of a booking that takes another one back; %s: the description of that one.
  return g_strdup_printf (_ ("Taken back: %s"), spil_record_get_title (original));
}

SpilRecord *
spil_booking_opposite (SpilStore *store, SpilBookingKind kind, SpilRecord *original, SpilDay day,
                       const char *reason, GError **error)
{
  const SpilBookingFields *fields = spil_booking_fields (kind);
  SpilMoney amount = spil_record_get_money (original, fields->amount, fields->vat);
  SpilDay own = spil_record_get_day (original, fields->date);
  g_autofree char *description = dup_description (original, reason);
  g_autoptr (SpilRecord) record = spil_record_new (spil_entity (fields->entity), spil_id_new ());

  if (!spil_day_is_known (day))
    day = spil_day_today ();
  if (kind == SPIL_BOOKING_FORECAST || spil_day_compare (day, own) < 0)
    day = own;
  if (!set_day (store, record, kind, day, error))
    return NULL;
  set_amount (record, fields, spil_money (-amount.cents, amount.vat));
  copy (original, record, fields->line);
  copy (original, record, fields->counterpart);
  copy (original, record, fields->reference);
  copy (original, record, fields->commitment);
  copy (original, record, fields->reservation);
  copy (original, record, fields->application);
  if (!leave_gone (store, record, fields, error))
    return NULL;
  spil_record_set_text (record, fields->description, description);
  spil_record_set_reference (record, fields->reverses, spil_record_get_id (original));
  return g_steal_pointer (&record);
}
