// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-booking-private.h"

#include "spil-budget-private.h"
#include "spil-store-private.h"

#include <glib/gi18n-lib.h>

/* What is behind a booking that is to be taken back. */
typedef struct
{
  gboolean reversed; /* by a row that takes it back whole */
  gboolean surplus; /* it takes back what another row takes back too: made on two laptops */
  SpilMoney stands; /* commitment: what reversals and releases left of it */
  SpilMoney drawn; /* commitment: by expenses */
  SpilId payment; /* expense: the payment to an applicant that it is */
  SpilId applicant;
  int payment_kind;
} Standing;

/* Columns: reversed, stands, drawn, VAT, payment, its application, its kind, surplus. */
static gboolean
take_standing (SpilStatement *row, gpointer user_data)
{
  Standing *self = user_data;

  self->reversed = spil_get_int (row, 0) != 0;
  self->stands = spil_get_money (row, 1, 3);
  self->drawn = spil_get_money (row, 2, 3);
  self->payment = spil_statement_get_id (row, 4);
  self->applicant = spil_statement_get_id (row, 5);
  self->payment_kind = spil_get_int (row, 6);
  self->surplus = spil_get_int (row, 7) != 0;
  return FALSE;
}

/* @whole: what a row that takes back whole has besides. */
#define STANDING_SQL(table, whole, stands, drawn, payment)                                                   \
  "SELECT EXISTS (SELECT 1 FROM " table " r WHERE r.reverses = b.id AND r.dead = 0" whole "), " stands        \
  ", " drawn ", b.vat, " payment ", EXISTS (SELECT 1 FROM " table " r WHERE r.reverses = b.reverses"           \
  " AND r.id <> b.id AND r.dead = 0" whole " AND NOT EXISTS (SELECT 1 FROM " table                            \
  " t WHERE t.reverses = r.id AND t.dead = 0)) FROM " table " b"
#define PAYMENT_SQL                                                                                          \
  " LEFT JOIN payment p ON p.actual = b.id AND p.dead = 0 AND p.reverses IS NULL AND NOT EXISTS"              \
  " (SELECT 1 FROM payment q WHERE q.reverses = p.id AND q.dead = 0)"
#define OF_SQL " WHERE b.id = ?2 LIMIT 1"

static gboolean
read_standing (SpilStore *store, SpilBookingKind kind, SpilId id, Standing *self, GError **error)
{
  static const char *const sql[] = {
    [SPIL_BOOKING_RESERVATION] = STANDING_SQL ("reservation", "", "b.amount", "0", "NULL, NULL, 0") OF_SQL,
    [SPIL_BOOKING_COMMITMENT] = STANDING_SQL ("commitment", " AND r.release IS NOT 1",
                                              SPIL_COMMITTED_SQL ("b", "NULL"), SPIL_DRAWN_SQL ("b", "NULL"),
                                              "NULL, NULL, 0") OF_SQL,
    [SPIL_BOOKING_ACTUAL] = STANDING_SQL ("actual", "", "b.amount", "0", "p.id, p.application, p.kind")
        PAYMENT_SQL OF_SQL,
    [SPIL_BOOKING_FORECAST] = STANDING_SQL ("forecast", "", "b.amount", "0", "NULL, NULL, 0") OF_SQL,
  };
  const SpilGiven parameters[] = { SPIL_GIVE_ID (id) };

  return spil_read_each (store, sql[kind], parameters, G_N_ELEMENTS (parameters), take_standing, self, error);
}

static gboolean
check_commitment (SpilRecord *record, const Standing *standing, const char *name, GError **error)
{
  g_autofree char *released = spil_money_format (
      spil_record_get_integer (record, SPIL_COMMITMENT_AMOUNT) - standing->stands.cents, SPIL_MONEY_CENTS);
  g_autofree char *drawn = spil_money_format (standing->drawn.cents, SPIL_MONEY_CENTS);

  if (standing->drawn.cents != 0)
    return spil_money_refuse (
        error,
        g_strdup_printf (_ ("%s cannot be taken back: expenses of %s draw it down. Take those back first, or"
                            " release what is still open."),
                         name, drawn));
  if (standing->stands.cents != spil_record_get_integer (record, SPIL_COMMITMENT_AMOUNT))
    return spil_money_refuse (
        error,
        g_strdup_printf (_ ("%s cannot be taken back: %s of it was released. Release the rest, or take the"
                            " release back first."),
                         name, released));
  if (!spil_record_is_null (record, SPIL_COMMITMENT_APPLICATION))
    return spil_money_refuse (
        error, g_strdup_printf (
                   _ ("%s cannot be taken back here: it is an award. Withdraw or settle the application, then"
                      " what is open falls free."),
                   name));
  return TRUE;
}

/* Whether it may be taken back, and what goes with that. */
static gboolean
check (SpilStore *store, SpilBookingKind kind, SpilRecord *record, Standing *standing, GError **error)
{
  g_autofree char *name = spil_store_name_row (record);
  gboolean release = kind == SPIL_BOOKING_COMMITMENT &&
                     spil_record_get_boolean (record, SPIL_COMMITMENT_RELEASE);

  if (!read_standing (store, kind, spil_record_get_id (record), standing, error))
    return FALSE;
  if (standing->reversed)
    return spil_money_refuse (error, g_strdup_printf (_ ("%s was taken back already."), name));
  if (spil_record_is_null (record, spil_booking_fields (kind)->reverses))
    return kind != SPIL_BOOKING_COMMITMENT || check_commitment (record, standing, name, error);
  return release || standing->surplus ||
         spil_money_refuse (
             error, g_strdup_printf (_ ("%s takes another booking back. Book that one anew instead."), name));
}

static void
put_payment (SpilAction *action, const Standing *standing, SpilDay day, SpilMoney amount, SpilId actual,
             SpilId reverses)
{
  g_autoptr (SpilRecord) record = spil_record_new (spil_entity (SPIL_ENTITY_PAYMENT), spil_id_new ());

  spil_record_set_reference (record, SPIL_PAYMENT_APPLICATION, standing->applicant);
  spil_record_set_day (record, SPIL_PAYMENT_DATE, day);
  spil_record_set_integer (record, SPIL_PAYMENT_KIND, standing->payment_kind);
  spil_record_set_integer (record, SPIL_PAYMENT_AMOUNT, amount.cents);
  spil_record_set_reference (record, SPIL_PAYMENT_ACTUAL, actual);
  spil_record_set_reference (record, SPIL_PAYMENT_REVERSES, reverses);
  spil_action_add (action, record);
}

static gboolean
put_reversal (SpilAction *action, SpilStore *store, SpilBookingKind kind, SpilId id, SpilDay day,
              const char *reason, Standing *standing, GError **error)
{
  const SpilBookingFields *fields = spil_booking_fields (kind);
  g_autoptr (SpilRecord) original = spil_store_get (store, spil_entity (fields->entity), id, error);
  g_autoptr (SpilRecord) record = NULL;

  if (original == NULL || !check (store, kind, original, standing, error))
    return FALSE;
  record = spil_booking_opposite (store, kind, original, day, reason, error);
  if (record == NULL)
    return FALSE;
  spil_action_add (action, record);
  if (!spil_id_is_nil (standing->payment)) {
    g_autoptr (SpilRecord)
        payment = spil_store_get (store, spil_entity (SPIL_ENTITY_PAYMENT), standing->payment, error);

    if (payment == NULL)
      return FALSE;
    put_payment (action, standing, spil_record_get_day (record, fields->date),
                 spil_money (-spil_record_get_integer (payment, SPIL_PAYMENT_AMOUNT), SPIL_VAT_UNKNOWN),
                 spil_record_get_id (record), standing->payment);
  }
  return TRUE;
}

SpilAction *
spil_booking_reverse_action (SpilStore *store, SpilBookingKind kind, SpilId id, SpilDay day,
                             const char *reason, GError **error)
{
  static const char *const labels[] = {
    [SPIL_BOOKING_RESERVATION] = N_ ("Reservation taken back"),
    [SPIL_BOOKING_COMMITMENT] = N_ ("Commitment taken back"),
    [SPIL_BOOKING_ACTUAL] = N_ ("Expense taken back"),
    [SPIL_BOOKING_FORECAST] = N_ ("Forecast taken back"),
  };
  g_autoptr (SpilAction) action = spil_action_new (_ (labels[kind]));
  Standing standing = { 0 };

  return put_reversal (action, store, kind, id, day, reason, &standing, error) ? g_steal_pointer (&action)
                                                                               : NULL;
}

/* The day on which the expense goes that was added last: one in a closed period went elsewhere. */
static SpilDay
get_day (const SpilAction *action)
{
  const SpilChange *change = g_ptr_array_index (action->changes, action->changes->len - 1);
  const SpilValue *value = spil_change_get (change, SPIL_ACTUAL_DATE);

  return value != NULL ? spil_day ((int32_t) value->integer) : SPIL_DAY_NONE;
}

SpilAction *
spil_booking_correct_action (SpilStore *store, SpilBookingKind kind, SpilId id, const SpilBooking *instead,
                             GError **error)
{
  static const char *const labels[] = {
    [SPIL_BOOKING_RESERVATION] = N_ ("Reservation corrected"),
    [SPIL_BOOKING_COMMITMENT] = N_ ("Commitment corrected"),
    [SPIL_BOOKING_ACTUAL] = N_ ("Expense corrected"),
    [SPIL_BOOKING_FORECAST] = N_ ("Forecast corrected"),
  };
  g_autoptr (SpilAction) action = spil_action_new (_ (labels[kind]));
  Standing standing = { 0 };
  SpilId booked;

  if (!spil_booking_check_amount (instead, error) ||
      !put_reversal (action, store, kind, id, SPIL_DAY_NONE, NULL, &standing, error) ||
      !spil_booking_put (action, store, instead, &booked, error))
    return NULL;
  if (!spil_id_is_nil (standing.payment) && instead->kind == SPIL_BOOKING_ACTUAL)
    put_payment (action, &standing, get_day (action), instead->amount, booked, SPIL_ID_NIL);
  return g_steal_pointer (&action);
}
