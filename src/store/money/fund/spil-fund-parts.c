// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-fund-private.h"

#include "spil-budget-private.h"
#include "spil-drawing-rule.h"
#include "spil-entity.h"
#include "spil-read.h"

/* What goes with the applications; each row of these queries begins with the application that it belongs to. */

static SpilFundApplicationRow *
find (SpilStatement *row, gpointer applications)
{
  SpilId id = spil_statement_get_id (row, 0);

  return g_hash_table_lookup (applications, &id);
}

/* Columns: application, paid, of it in advance. */
static gboolean
take_paid (SpilStatement *row, gpointer applications)
{
  SpilFundApplicationRow *self = find (row, applications);

  if (self != NULL) {
    self->paid.cents = spil_statement_get_integer (row, 1);
    self->advance_paid.cents = spil_statement_get_integer (row, 2);
  }
  return TRUE;
}

/* What was paid: a refund comes back, however it was signed, unless it was itself taken back. ?2 is the kind of a refund, ?3 that of a last payment. */
static const char paid_sql[] =
    "SELECT application, sum (net), sum (iif (kind = ?3, 0, net)) FROM (SELECT application, kind,"
    " iif (kind <> ?2, amount, iif (reverses IS NULL, -abs (amount), abs (amount))) AS net FROM payment"
    " WHERE dead = 0 AND programme = ?1) GROUP BY application";

/* Columns: application, commitment, what it holds, what was drawn, VAT. */
static SpilFundCommitment
get_commitment (SpilStatement *row)
{
  const SpilMoney stands = spil_get_money (row, 2, 4), drawn = spil_get_money (row, 3, 4);

  return (SpilFundCommitment) { .id = spil_statement_get_id (row, 1),
                                .stands = stands,
                                .drawn = drawn,
                                .open = spil_drawing_open (stands, drawn) };
}

/* The commitments one by one, with the one that speaks for its application so far. */
typedef struct
{
  GHashTable *applications;
  SpilId application;
  SpilFundCommitment most;
} Commitments;

/* Most open; of those that are drawn already, the one that holds most. */
static gboolean
is_more (const SpilFundCommitment *a, const SpilFundCommitment *b)
{
  return a->open.cents > b->open.cents ||
         (a->open.cents == b->open.cents && a->stands.cents > b->stands.cents);
}

/* Columns as above, in the order of the applications. */
static gboolean
take_commitment (SpilStatement *row, gpointer user_data)
{
  Commitments *commitments = user_data;
  SpilFundApplicationRow *self = find (row, commitments->applications);
  const SpilFundCommitment commitment = get_commitment (row);

  if (self == NULL || commitment.stands.vat != self->vat)
    return TRUE;
  if (!spil_id_equal (self->id, commitments->application) || is_more (&commitment, &commitments->most)) {
    commitments->application = self->id;
    commitments->most = commitment;
    self->commitment = commitment.id;
  }
  self->commitment_stands.cents += commitment.stands.cents;
  self->commitment_open.cents += commitment.open.cents;
  return TRUE;
}

static gboolean
append_commitment (SpilStatement *row, gpointer user_data)
{
  const SpilFundCommitment commitment = get_commitment (row);

  g_array_append_val ((GArray *) user_data, commitment);
  return TRUE;
}

static const char commitments_sql[] =
    "SELECT c.application, c.id, " SPIL_COMMITTED_SQL ("c", "NULL") ", " SPIL_DRAWN_SQL (
        "c",
        "NULL") ", c.vat"
                " FROM commitment c WHERE c.dead = 0 AND c.programme = ?1 AND c.application > x''"
                " AND (?2 IS NULL OR c.application = ?2) AND +c.reverses IS NULL ORDER BY c.application, c.date, c.id";

GArray *
spil_fund_read_commitments (SpilStore *store, SpilId application, GError **error)
{
  const SpilGiven parameters[] = { SPIL_GIVE_ID (application) };
  g_autoptr (GArray) commitments = g_array_new (FALSE, FALSE, sizeof (SpilFundCommitment));

  if (!spil_read_each (store, commitments_sql, parameters, G_N_ELEMENTS (parameters), append_commitment,
                       commitments, error))
    return NULL;
  return g_steal_pointer (&commitments);
}

/* Columns: application, step, answer. */
static gboolean
take_answer (SpilStatement *row, gpointer applications)
{
  SpilFundApplicationRow *self = find (row, applications);
  gboolean settling = spil_get_int (row, 1) == SPIL_ASSESSMENT_STEP_SETTLEMENT;

  if (self != NULL)
    spil_fund_completeness_add (settling ? &self->accountability : &self->completeness,
                                spil_get_int (row, 2));
  return TRUE;
}

static const char answers_sql[] =
    "SELECT a.id, q.step, (SELECT k.answer FROM requirement_check k WHERE k.dead = 0 AND k.application = a.id"
    " AND k.requirement = q.id ORDER BY k.date DESC, k.id DESC LIMIT 1) FROM requirement q"
    " JOIN application a ON a.scheme = q.scheme AND a.dead = 0 WHERE q.dead = 0 AND q.programme = ?1";

/* Columns: application, estimated, settled, VAT, does not count. */
static gboolean
take_cost (SpilStatement *row, gpointer applications)
{
  SpilFundApplicationRow *self = find (row, applications);
  const SpilFundCost item = { .has_estimated = !spil_statement_is_null (row, 1),
                              .estimated = spil_get_money (row, 1, 3),
                              .has_settled = !spil_statement_is_null (row, 2),
                              .settled = spil_get_money (row, 2, 3),
                              .excluded = spil_statement_get_integer (row, 4) != 0 };

  if (self != NULL)
    spil_fund_costs_add (&self->costs, &item);
  return TRUE;
}

static const char costs_sql[] = "SELECT application, estimated, settled, vat, excluded FROM cost_item"
                                " WHERE dead = 0 AND programme = ?1";

gboolean
spil_fund_read_parts (SpilStore *store, GPtrArray *applications, GError **error)
{
  const SpilGiven kinds[] = { SPIL_GIVE_INTEGER (SPIL_PAYMENT_KIND_REFUND),
                              SPIL_GIVE_INTEGER (SPIL_PAYMENT_KIND_FINAL) };
  const SpilGiven all[] = { SPIL_GIVE_NULL };
  g_autoptr (GHashTable) index = spil_index_rows (applications);
  Commitments commitments = { .applications = index, .application = SPIL_ID_NIL };

  return spil_read_each (store, paid_sql, kinds, G_N_ELEMENTS (kinds), take_paid, index, error) &&
         spil_read_each (store, commitments_sql, all, G_N_ELEMENTS (all), take_commitment, &commitments,
                         error) &&
         spil_read_each (store, answers_sql, NULL, 0, take_answer, index, error) &&
         spil_read_each (store, costs_sql, NULL, 0, take_cost, index, error);
}
