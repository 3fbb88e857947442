// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-budget-query.h"
#include "spil-fund-query.h"
#include "spil-rules.h"

// The fields that a commitment and an expense have in common.
typedef struct
{
  int line;
  int amount;
  int vat;
  int decision;
  int commitment; // 0: has none
} SpilBookingFields;

static const SpilBookingFields commitment_fields = {
  .line = SPIL_COMMITMENT_LINE,
  .amount = SPIL_COMMITMENT_AMOUNT,
  .vat = SPIL_COMMITMENT_VAT,
  .decision = SPIL_COMMITMENT_DECISION,
};

static const SpilBookingFields actual_fields = {
  .line = SPIL_ACTUAL_LINE,
  .amount = SPIL_ACTUAL_AMOUNT,
  .vat = SPIL_ACTUAL_VAT,
  .decision = SPIL_ACTUAL_DECISION,
  .commitment = SPIL_ACTUAL_COMMITMENT,
};

static const SpilBookingFields *
get_fields (SpilRecord *record)
{
  return spil_record_get_entity (record)->number == SPIL_ENTITY_COMMITMENT ? &commitment_fields
                                                                           : &actual_fields;
}

static gboolean
refuse (char *sentence, GError **error)
{
  g_set_error_literal (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_REFUSED, sentence);
  g_free (sentence);
  return FALSE;
}

/*
 * @line holds the booking already. What is short is what the line is below zero by, as far as this booking made it so;
 * what there was room for is the rest of the amount.
 */
static SpilBudgetVerdict
judge (const SpilBudgetLineFigures *line, SpilRecord *booking, const SpilBookingFields *fields)
{
  SpilMoney amount = spil_record_get_money (booking, fields->amount, fields->vat);
  SpilBudgetVerdict verdict = { .amount = amount, .allowed = TRUE, .covered = spil_money (0, amount.vat) };
  gboolean by_decision = !spil_record_is_null (booking, fields->decision);
  gboolean draws = fields->commitment != 0 && !spil_record_is_null (booking, fields->commitment);
  int64_t shortage;

  verdict.vat_differs = amount.cents != 0 && amount.vat != line->budget.vat;
  verdict.stated = spil_budget_line_get_free (line, &verdict.left);
  shortage = verdict.stated ? CLAMP (-verdict.left.cents, 0, MAX (0, amount.cents))
             : draws        ? 0
                            : MAX (0, amount.cents);
  verdict.free = spil_money (amount.cents - shortage, amount.vat);
  verdict.left = spil_money (-shortage, amount.vat);
  if (verdict.vat_differs || (shortage > 0 && !by_decision))
    verdict.allowed = FALSE;
  return verdict;
}

static gboolean
has_exception (GPtrArray *rows, const SpilId *line)
{
  for (guint i = 0; i < rows->len; i++) {
    const SpilRuledRow *row = g_ptr_array_index (rows, i);
    const SpilBookingFields *fields = row->after != NULL ? get_fields (row->after) : NULL;

    if (fields != NULL && spil_id_equal (spil_record_get_reference (row->after, fields->line), *line) &&
        !spil_record_is_null (row->after, fields->decision))
      return TRUE;
  }
  return FALSE;
}

// Judges all bookings of one line among @rows.
static gboolean
check_line (SpilStore *store, GPtrArray *rows, const SpilId *id, gboolean at_rest, GError **error)
{
  g_autoptr (SpilBudgetLineFigures) line = spil_budget_query_line (store, *id, SPIL_DAY_NONE, error);

  if (line == NULL)
    return FALSE;
  if (at_rest && has_exception (rows, id))
    return TRUE;
  for (guint i = 0; i < rows->len; i++) {
    const SpilRuledRow *row = g_ptr_array_index (rows, i);
    const SpilBookingFields *fields = row->after != NULL ? get_fields (row->after) : NULL;
    SpilBudgetVerdict verdict;

    if (fields == NULL || !spil_id_equal (spil_record_get_reference (row->after, fields->line), *id))
      continue;
    verdict = judge (line, row->after, fields);
    if (!verdict.allowed)
      return refuse (spil_budget_verdict_dup_sentence (&verdict, line), error);
  }
  return TRUE;
}

// The different rows that the rows refer to.
static GArray *
collect_references (GPtrArray *rows, int field, int (*get_field) (SpilRecord *record))
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (SpilId));
  g_autoptr (GHashTable) seen = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, g_free, NULL);

  for (guint i = 0; i < rows->len; i++) {
    const SpilRuledRow *row = g_ptr_array_index (rows, i);
    SpilRecord *record = row->after != NULL ? row->after : row->before;
    SpilId id = spil_record_get_reference (record, get_field != NULL ? get_field (record) : field);

    if (!spil_id_is_nil (id) && g_hash_table_add (seen, g_memdup2 (&id, sizeof id)))
      g_array_append_val (ids, id);
  }
  return ids;
}

static int
get_line_field (SpilRecord *record)
{
  return get_fields (record)->line;
}

gboolean
spil_rule_bookings (SpilStore *store, GPtrArray *rows, gboolean at_rest, GError **error)
{
  g_autoptr (GArray) lines = collect_references (rows, 0, get_line_field);

  for (guint i = 0; i < lines->len; i++)
    if (!check_line (store, rows, &g_array_index (lines, SpilId, i), at_rest, error))
      return FALSE;
  return TRUE;
}

static int64_t
get_line_amount (SpilRecord *record, const SpilId *version)
{
  if (record == NULL || spil_record_get_boolean (record, SPIL_BUDGET_LINE_PM) ||
      !spil_id_equal (spil_record_get_reference (record, SPIL_BUDGET_LINE_VERSION), *version))
    return 0;
  return spil_record_get_integer (record, SPIL_BUDGET_LINE_AMOUNT);
}

/*
 * A version may be built up line by line, so less than its total is no fault yet while it is written; but it is
 * never more than the total, and what was right stays so.
 */
static gboolean
check_version (SpilStore *store, GPtrArray *rows, const SpilId *id, gboolean at_rest, GError **error)
{
  g_autoptr (SpilRecord)
      version = spil_store_get (store, spil_entity (SPIL_ENTITY_BUDGET_VERSION), *id, error);
  g_autoptr (GPtrArray) lines = version != NULL ? spil_budget_query_lines (store, *id, SPIL_DAY_NONE, error)
                                                : NULL;
  SpilBudgetCheck check;
  int64_t before;

  if (lines == NULL)
    return FALSE;
  check = spil_budget_check_version (
      lines, spil_record_get_money (version, SPIL_BUDGET_VERSION_TOTAL, SPIL_BUDGET_VERSION_VAT));
  before = check.difference.cents;
  for (guint i = 0; i < rows->len; i++) {
    const SpilRuledRow *row = g_ptr_array_index (rows, i);

    before -= get_line_amount (row->after, id) - get_line_amount (row->before, id);
  }
  if (check.matches || (!at_rest && check.n_other_vat == 0 && check.difference.cents < 0 && before != 0))
    return TRUE;
  return refuse (spil_budget_check_dup_sentence (&check, spil_record_get_title (version)), error);
}

// A line is not lowered below what is spent and committed on it.
static gboolean
check_lowered (SpilStore *store, const SpilRuledRow *row, GError **error)
{
  g_autoptr (SpilBudgetLineFigures) line = NULL;
  g_autofree char *name = NULL;
  g_autofree char *amount = NULL;
  g_autofree char *shortage = NULL;
  SpilMoney free;

  if (row->before == NULL || row->after == NULL ||
      spil_record_get_integer (row->after, SPIL_BUDGET_LINE_AMOUNT) >=
          spil_record_get_integer (row->before, SPIL_BUDGET_LINE_AMOUNT))
    return TRUE;
  line = spil_budget_query_line (store, spil_record_get_id (row->after), SPIL_DAY_NONE, error);
  if (line == NULL)
    return FALSE;
  if (!spil_budget_line_get_free (line, &free) || free.cents >= 0)
    return TRUE;
  name = spil_store_name_row (row->after);
  amount = spil_money_format (line->budget.cents, SPIL_MONEY_CENTS);
  shortage = spil_money_format (-free.cents, SPIL_MONEY_CENTS);
  return refuse (
      g_strdup_printf (_ ("%s cannot be lowered to %s: %s more than that is spent or committed on it."), name,
                         amount, shortage),
                       error);
}

gboolean
spil_rule_budget_lines (SpilStore *store, GPtrArray *rows, gboolean at_rest, GError **error)
{
  g_autoptr (GArray) versions = collect_references (rows, SPIL_BUDGET_LINE_VERSION, NULL);

  for (guint i = 0; i < rows->len; i++)
    if (!check_lowered (store, g_ptr_array_index (rows, i), error))
      return FALSE;
  for (guint i = 0; i < versions->len; i++)
    if (!check_version (store, rows, &g_array_index (versions, SpilId, i), at_rest, error))
      return FALSE;
  return TRUE;
}

// The estimate decides on the award, the real cost on the settlement.
static gboolean
check_award (const SpilFundApplicationRow *application, SpilRecord *record, GError **error)
{
  SpilMoney amount = application->has_settled ? application->settled : application->awarded;
  g_autofree char *shown = NULL;
  g_autofree char *name = NULL;
  g_autofree char *highest = NULL;

  if (application->state == SPIL_APPLICATION_STATE_REFUSED ||
      application->state == SPIL_APPLICATION_STATE_WITHDRAWN || amount.cents <= 0 ||
      (!application->has_settled && application->has_settled_cost) ||
      spil_fund_may_award (&application->award, amount))
    return TRUE;
  name = spil_store_name_row (record);
  shown = spil_money_format (amount.cents, SPIL_MONEY_CENTS);
  highest = spil_fund_award_dup_sentence (&application->award);
  // TRANSLATORS: Application “...”: € 20.000,00 may not be awarded. At most € 12.500,00, the lowest of: ...
  return refuse (g_strdup_printf (_ ("%s: %s may not be awarded. %s"), name, shown, highest), error);
}

static SpilRecord *
find_row (GPtrArray *rows, const SpilId *id)
{
  for (guint i = 0; i < rows->len; i++) {
    const SpilRuledRow *row = g_ptr_array_index (rows, i);

    if (row->after != NULL && spil_id_equal (spil_record_get_id (row->after), *id))
      return row->after;
  }
  return NULL;
}

gboolean
spil_rule_awards (SpilStore *store, GPtrArray *rows, gboolean at_rest, GError **error)
{
  g_autoptr (GArray) schemes = collect_references (rows, SPIL_APPLICATION_SCHEME, NULL);

  for (guint i = 0; i < schemes->len; i++) {
    g_autoptr (GPtrArray)
        applications = spil_fund_query_applications (store, g_array_index (schemes, SpilId, i), error);

    if (applications == NULL)
      return FALSE;
    for (guint j = 0; j < applications->len; j++) {
      const SpilFundApplicationRow *application = g_ptr_array_index (applications, j);
      SpilRecord *record = find_row (rows, &application->id);

      if (record != NULL && !check_award (application, record, error))
        return FALSE;
    }
  }
  return TRUE;
}
