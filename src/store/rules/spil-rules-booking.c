// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
//
// What a booking takes its room from: a budget line that is in force, and what was committed or reserved on the same line.
#include <glib/gi18n-lib.h>

#include "spil-rule-fields.h"
#include "spil-budget-private.h"
#include "spil-budget-query.h"
#include "spil-read.h"
#include "spil-rules.h"

/*
 * @line holds the booking already. What is short is what the line is below zero by, as far as this booking made it so;
 * what there was room for is the rest of the amount.
 */
static SpilBudgetVerdict
judge (const SpilBudgetLineFigures *line, SpilRecord *booking, const SpilRuleFields *fields)
{
  SpilMoney amount = spil_record_get_money (booking, fields->amount, fields->vat);
  SpilBudgetVerdict verdict = { .amount = amount, .allowed = TRUE, .covered = spil_money (0, amount.vat) };
  gboolean by_decision = !spil_record_is_null (booking, fields->decision);
  gboolean draws = fields->entity == SPIL_ENTITY_ACTUAL && !spil_record_is_null (booking, fields->draws);
  int64_t shortage;

  verdict.vat_differs = amount.cents != 0 && amount.vat != line->budget.vat;
  verdict.stated = spil_budget_line_get_free (line, &verdict.left);
  shortage = line->outside    ? 0
             : verdict.stated ? CLAMP (-verdict.left.cents, 0, MAX (0, amount.cents))
             : draws          ? 0
                              : MAX (0, amount.cents);
  verdict.free = spil_money (amount.cents - shortage, amount.vat);
  verdict.left = spil_money (-shortage, amount.vat);
  if (verdict.vat_differs || (shortage > 0 && !by_decision))
    verdict.allowed = FALSE;
  return verdict;
}

// Judges all bookings of one line among @rows.
static gboolean
check_room (SpilStore *store, GPtrArray *rows, SpilId id, GError **error)
{
  g_autoptr (SpilBudgetLineFigures) line = NULL;
  SpilId in_force = id;

  if (!spil_budget_find_line_now (store, &in_force, error))
    return FALSE;
  line = spil_budget_query_line (store, in_force, SPIL_DAY_NONE, error);
  if (line == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++) {
    const SpilRuledRow *row = g_ptr_array_index (rows, i);
    const SpilRuleFields *fields = row->after != NULL ? spil_rule_fields (row->after) : NULL;
    SpilBudgetVerdict verdict;

    if (fields == NULL || !spil_id_equal (spil_record_get_reference (row->after, fields->line), id))
      continue;
    verdict = judge (line, row->after, fields);
    if (!verdict.allowed)
      return spil_rule_refuse (spil_budget_verdict_dup_sentence (&verdict, line), error);
  }
  return TRUE;
}

gboolean
spil_rule_bookings (SpilStore *store, GPtrArray *rows, gboolean at_rest, GError **error)
{
  g_autoptr (GArray) lines = NULL;

  G_STATIC_ASSERT ((int) SPIL_COMMITMENT_LINE == (int) SPIL_ACTUAL_LINE);
  if (at_rest)
    return TRUE;
  lines = spil_rule_collect (rows, SPIL_COMMITMENT_LINE);
  for (guint i = 0; i < lines->len; i++)
    if (!check_room (store, rows, g_array_index (lines, SpilId, i), error))
      return FALSE;
  return TRUE;
}

// A reversal takes back whatever was booked.
gboolean
spil_rule_amounts (SpilStore *store, GPtrArray *rows, gboolean at_rest, GError **error)
{
  for (guint i = 0; !at_rest && i < rows->len; i++) {
    const SpilRuledRow *row = g_ptr_array_index (rows, i);
    SpilRecord *record = row->before == NULL ? row->after : NULL;
    const SpilRuleFields *fields = record != NULL ? spil_rule_fields (record) : NULL;

    if (fields != NULL && spil_record_is_null (record, fields->reverses) &&
        spil_record_get_money (record, fields->amount, fields->vat).cents == 0)
      return spil_rule_refuse (g_strdup (_ ("There is nothing to book: the amount is zero. Type an amount.")),
                               error);
  }
  return TRUE;
}

// What is only proposed, or was withdrawn, takes no bookings; but what was booked on one that lapsed later is still corrected.
static gboolean
check_version (SpilStore *store, SpilRecord *record, const SpilRuleFields *fields, GError **error)
{
  static const char sql[] =
      "SELECT count (*) FROM budget_line l JOIN budget_version v ON v.id = l.version"
      " WHERE l.id = ?2 AND (v.date IS NULL AND (v.withdrawn IS NOT NULL OR ifnull (v.proposal, 0)))";
  const SpilGiven parameters[] = { SPIL_GIVE_ID (spil_record_get_reference (record, fields->line)) };
  int64_t proposed;

  if (!spil_read_integer (store, sql, parameters, G_N_ELEMENTS (parameters), &proposed, error))
    return FALSE;
  if (proposed == 0)
    return TRUE;
  return spil_rule_refuse (
      g_strdup (_ (
          "This budget is a proposal, on which nothing is booked. Book it on the budget that was decided.")),
      error);
}

// A line is the same over the versions of a year by its number.
static gboolean
check_drawn (SpilStore *store, SpilRecord *record, const SpilRuleFields *fields, GError **error)
{
  const char *target = fields->entity == SPIL_ENTITY_ACTUAL ? "commitment" : "reservation";
  const SpilEntity *entity = spil_entity (fields->entity == SPIL_ENTITY_ACTUAL ? SPIL_ENTITY_COMMITMENT
                                                                               : SPIL_ENTITY_RESERVATION);
  SpilId id = spil_record_get_reference (record, fields->draws);
  const SpilGiven parameters[] = { SPIL_GIVE_ID (id),
                                   SPIL_GIVE_ID (spil_record_get_reference (record, fields->line)),
                                   SPIL_GIVE_INTEGER (spil_record_get_integer (record, fields->vat)) };
  g_autofree char *sql = g_strdup_printf (
      "SELECT count (*) FROM %s t JOIN budget_line l ON l.id = t.line JOIN budget_version v ON v.id = l.version"
      " JOIN budget_line m ON m.id = ?3 JOIN budget_version w ON w.id = m.version WHERE t.id = ?2"
      " AND t.reverses IS NULL AND t.vat IS ?4 AND l.number = m.number AND v.year IS w.year",
      target);
  g_autoptr (SpilRecord) drawn = NULL;
  g_autofree char *name = NULL;
  int64_t fits;

  if (!spil_read_integer (store, sql, parameters, G_N_ELEMENTS (parameters), &fits, error))
    return FALSE;
  if (fits > 0)
    return TRUE;
  drawn = spil_store_get (store, entity, id, error);
  if (drawn == NULL)
    return FALSE;
  name = spil_store_name_row (drawn);
  return spil_rule_refuse (
      g_strdup_printf (_ ("Nothing can be drawn from %s here: it is on another budget line, has another VAT "
                          "note, or is itself a reversal. Choose one of the same line."),
                       name),
      error);
}

gboolean
spil_rule_drawings (SpilStore *store, GPtrArray *rows, gboolean at_rest, GError **error)
{
  for (guint i = 0; !at_rest && i < rows->len; i++) {
    const SpilRuledRow *row = g_ptr_array_index (rows, i);
    SpilRecord *record = row->before == NULL ? row->after : NULL;
    const SpilRuleFields *fields = record != NULL ? spil_rule_fields (record) : NULL;

    if (fields == NULL || !spil_record_is_null (record, fields->reverses))
      continue;
    if (!check_version (store, record, fields, error) ||
        (fields->draws != 0 && !spil_record_is_null (record, fields->draws) &&
         !check_drawn (store, record, fields, error)))
      return FALSE;
  }
  return TRUE;
}
