// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-booking-private.h"

#include "spil-budget-private.h"
#include "spil-budget-query.h"
#include "spil-drawing-rule.h"
#include "spil-store-private.h"

#include <glib/gi18n-lib.h>

static SpilRecord *
get_commitment (SpilStore *store, SpilId id, GError **error)
{
  return spil_store_get (store, spil_entity (SPIL_ENTITY_COMMITMENT), id, error);
}

static gboolean
take_amount (SpilStatement *row, gpointer user_data)
{
  *(SpilMoney *) user_data = spil_get_money (row, 0, 1);
  return FALSE;
}

/* Reads what reversals and releases left of a commitment. */
static gboolean
read_standing (SpilStore *store, SpilId id, SpilMoney *stands, GError **error)
{
  static const char sql[] = "SELECT " SPIL_COMMITTED_SQL ("c",
                                                          "NULL") ", c.vat FROM commitment c WHERE c.id = ?2";
  const SpilGiven parameters[] = { SPIL_GIVE_ID (id) };

  return spil_read_each (store, sql, parameters, G_N_ELEMENTS (parameters), take_amount, stands, error);
}

static gboolean
judge (SpilRecord *commitment, SpilMoney open, SpilMoney amount, GError **error)
{
  SpilRelease release = spil_release_judge (open, amount);

  return release.allowed ||
         spil_money_refuse (error, spil_release_dup_sentence (&release, spil_record_get_title (commitment)));
}

static char *
dup_description (SpilRecord *commitment, const char *reason)
{
  if (reason != NULL && *reason != '\0')
    return g_strdup (reason);
  // TRANSLATORS: description of a booking that releases what is open of a commitment; %s: the description of that one.
  return g_strdup_printf (_ ("Released: %s"), spil_record_get_title (commitment));
}

static gboolean
put_release (SpilAction *action, SpilStore *store, SpilRecord *commitment, SpilDay day, SpilMoney amount,
             const char *reason, GError **error)
{
  g_autofree char *description = dup_description (commitment, reason);
  g_autoptr (SpilRecord)
      record = spil_booking_opposite (store, SPIL_BOOKING_COMMITMENT, commitment, day, description, error);

  if (record == NULL)
    return FALSE;
  spil_record_set_integer (record, SPIL_COMMITMENT_AMOUNT, -amount.cents);
  spil_record_set_integer (record, SPIL_COMMITMENT_RELEASE, TRUE);
  spil_action_add (action, record);
  return TRUE;
}

/* A row that takes another back is no commitment of its own. */
static gboolean
check (SpilRecord *commitment, GError **error)
{
  g_autofree char *name = NULL;

  if (spil_record_is_null (commitment, SPIL_COMMITMENT_REVERSES))
    return TRUE;
  name = spil_store_name_row (commitment);
  return spil_money_refuse (
      error, g_strdup_printf (_ ("%s takes another booking back: there is nothing to release."), name));
}

gboolean
spil_booking_put_release (SpilAction *action, SpilStore *store, SpilId commitment, SpilDay day,
                          SpilMoney amount, const char *reason, GError **error)
{
  g_autoptr (SpilRecord) record = get_commitment (store, commitment, error);
  SpilMoney stands = { 0 };

  return record != NULL && check (record, error) && read_standing (store, commitment, &stands, error) &&
         judge (record, stands, amount, error) &&
         put_release (action, store, record, day, amount, reason, error);
}

SpilAction *
spil_booking_release_action (SpilStore *store, SpilId commitment, SpilDay day, const char *reason,
                             GError **error)
{
  g_autoptr (SpilAction) action = spil_action_new (_ ("What was left of a commitment released"));
  g_autoptr (SpilRecord) record = get_commitment (store, commitment, error);
  SpilMoney open;

  if (record == NULL || !check (record, error) ||
      !spil_budget_query_open (store, commitment, SPIL_DAY_NONE, &open, error) ||
      !judge (record, open, open, error) || !put_release (action, store, record, day, open, reason, error))
    return NULL;
  return g_steal_pointer (&action);
}
