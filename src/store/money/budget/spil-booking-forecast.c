// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-booking-private.h"

#include "spil-budget-private.h"

#include <glib/gi18n-lib.h>

/* What stands in a quarter. */
typedef struct
{
  GArray *ids; /* of SpilId */
  int64_t cents;
  gboolean other_vat;
  SpilVat vat;
} Standing;

/* Columns: id, amount, VAT. */
static gboolean
take_forecast (SpilStatement *row, gpointer user_data)
{
  Standing *self = user_data;
  SpilId id = spil_statement_get_id (row, 0);
  SpilMoney amount = spil_get_money (row, 1, 2);

  g_array_append_val (self->ids, id);
  self->cents += amount.cents;
  self->other_vat = self->other_vat || amount.vat != self->vat;
  return TRUE;
}

/* The forecasts for a quarter that count, on the number of a line in all versions of its year. */
static gboolean
read_standing (SpilStore *store, SpilId line, SpilPeriod quarter, Standing *self, GError **error)
{
  static const char sql[] =
      "SELECT b.id, b.amount, b.vat FROM forecast b WHERE b.dead = 0 AND b.reverses IS NULL AND b.line IN"
      " (SELECT l.id FROM budget_line l JOIN budget_version v ON v.id = l.version"
      " JOIN budget_line m ON m.id = ?2 AND m.number = l.number JOIN budget_version w ON w.id = m.version"
      " WHERE v.year IS w.year AND v.programme = ?1) AND b.date BETWEEN ?3 AND ?4"
      " AND NOT EXISTS (SELECT 1 FROM forecast r WHERE r.reverses = b.id AND r.dead = 0) ORDER BY b.date, b.id";
  const SpilGiven parameters[] = { SPIL_GIVE_ID (line), spil_give_day (quarter.first),
                                   spil_give_day (quarter.last) };

  return spil_read_each (store, sql, parameters, G_N_ELEMENTS (parameters), take_forecast, self, error);
}

static gboolean
put_reversals (SpilAction *action, SpilStore *store, GArray *ids, const char *reason, GError **error)
{
  for (guint i = 0; i < ids->len; i++) {
    g_autoptr (SpilRecord) original = spil_store_get (store, spil_entity (SPIL_ENTITY_FORECAST),
                                                      g_array_index (ids, SpilId, i), error);
    g_autoptr (SpilRecord) record = NULL;

    if (original == NULL)
      return FALSE;
    record = spil_booking_opposite (store, SPIL_BOOKING_FORECAST, original, SPIL_DAY_NONE, reason, error);
    if (record == NULL)
      return FALSE;
    spil_action_add (action, record);
  }
  return TRUE;
}

SpilAction *
spil_forecast_set_action (SpilStore *store, SpilId line, SpilPeriod quarter, SpilMoney amount,
                          const char *reason, GError **error)
{
  SpilBooking booking = { .kind = SPIL_BOOKING_FORECAST,
                          .line = line,
                          .date = quarter.first,
                          .amount = amount,
                          .description = reason };
  g_autoptr (SpilAction) action = spil_action_new (_ ("Forecast changed"));
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (SpilId));
  Standing standing = { .ids = ids, .vat = amount.vat };

  if (!read_standing (store, line, quarter, &standing, error))
    return NULL;
  if (standing.cents == amount.cents && (!standing.other_vat || ids->len == 0))
    return g_steal_pointer (&action);
  if (!put_reversals (action, store, ids, reason, error) ||
      (amount.cents != 0 && !spil_booking_put (action, store, &booking, NULL, error)))
    return NULL;
  return g_steal_pointer (&action);
}
