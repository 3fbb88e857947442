// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
//
// The fund never pays what its rules forbid. Refused at entry; what another laptop brought stands, and the check names it.
#include <glib/gi18n-lib.h>

#include "spil-entity.h"
#include "spil-fund-private.h"
#include "spil-read.h"
#include "spil-rules.h"

static SpilRecord *
get_record (const SpilRuledRow *row)
{
  return row->after != NULL ? row->after : row->before;
}

static gboolean
has_decision (SpilRecord *record)
{
  return !spil_record_is_null (record, SPIL_APPLICATION_DECISION);
}

static gboolean
is_awarded (int state)
{
  return state == SPIL_APPLICATION_STATE_AWARDED || state >= SPIL_APPLICATION_STATE_ADVANCED;
}

// A state is not taken back; a decision may take up again what was refused or withdrawn.
static gboolean
check_state (SpilRecord *before, SpilRecord *after, GError **error)
{
  const int from = (int) spil_record_get_integer (before, SPIL_APPLICATION_STATE);
  const int to = (int) spil_record_get_integer (after, SPIL_APPLICATION_STATE);
  const gboolean ended = from == SPIL_APPLICATION_STATE_REFUSED || from == SPIL_APPLICATION_STATE_WITHDRAWN;
  g_autofree char *name = NULL;
  g_autofree char *was = NULL;
  g_autofree char *is = NULL;

  if (from == to || from == 0 || spil_fund_is_forward (from, to) || (ended && has_decision (after)))
    return TRUE;
  name = spil_store_name_row (after);
  was = spil_record_format (before, SPIL_APPLICATION_STATE);
  is = spil_record_format (after, SPIL_APPLICATION_STATE);
  return spil_rule_refuse (
      // TRANSLATORS: Application “...”: from “Paid” it cannot go to “Awarded”. ...
      g_strdup_printf (_ ("%s: from “%s” it cannot go to “%s”. What was a mistake is taken back with Undo."),
                       name, was, is),
      error);
}

// Whoever is refused is told why: a ground, an explanation, or an assessment that was not passed.
static gboolean
check_refusal (SpilStore *store, SpilRecord *after, GError **error)
{
  static const int fields[] = { SPIL_APPLICATION_REFUSAL, SPIL_APPLICATION_REFUSAL_REASON };
  static const char sql[] = "SELECT count (*) FROM assessment WHERE dead = 0 AND application = ?2"
                            " AND passed IS NOT 1 AND reason IS NOT NULL";
  const SpilGiven parameters[] = { SPIL_GIVE_ID (spil_record_get_id (after)) };
  g_autofree char *name = NULL;
  int64_t n;

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!spil_record_is_null (after, fields[i]))
      return TRUE;
  if (!spil_read_integer (store, sql, parameters, G_N_ELEMENTS (parameters), &n, error))
    return FALSE;
  if (n > 0)
    return TRUE;
  name = spil_store_name_row (after);
  return spil_rule_refuse (
      g_strdup_printf (_ ("%s: name the ground on which it is refused, or explain it."), name), error);
}

// Nothing is awarded before all is there that the scheme asks for.
static gboolean
check_complete (const SpilFundApplicationRow *row, SpilRecord *after, GError **error)
{
  const gboolean asks = row->completeness.asked > 0;
  const gboolean dated = spil_day_is_known (row->complete);
  const gboolean in_order = !dated || !spil_day_is_known (row->awarded_on) ||
                            spil_day_compare (row->complete, row->awarded_on) <= 0;
  g_autofree char *name = NULL;
  g_autofree char *how_far = NULL;

  if (has_decision (after) || (in_order && (!asks || (dated && spil_fund_is_complete (&row->completeness)))))
    return TRUE;
  name = spil_store_name_row (after);
  if (!in_order)
    return spil_rule_refuse (
        g_strdup_printf (_ ("%s: it was complete only after the day of the award. Correct one of both days."),
                         name),
        error);
  if (spil_fund_is_complete (&row->completeness))
    return spil_rule_refuse (g_strdup_printf (_ ("%s: fill in first on which day it was complete."), name),
                             error);
  how_far = spil_fund_completeness_dup_sentence (&row->completeness);
  return spil_rule_refuse (
      g_strdup_printf (_ ("%s: nothing is awarded before the application is complete. %s"), name, how_far),
      error);
}

static gboolean
is_same (SpilRecord *before, SpilRecord *after, const int *fields, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (!spil_value_equal (spil_record_get (before, fields[i]), spil_record_get (after, fields[i])))
      return FALSE;
  return TRUE;
}

// Whether the amounts were left alone, or only lowered: that is always allowed.
static gboolean
is_lowered (SpilRecord *before, SpilRecord *after)
{
  static const int grounds[] = { SPIL_APPLICATION_SCHEME,       SPIL_APPLICATION_COST,
                                 SPIL_APPLICATION_OTHER,        SPIL_APPLICATION_VAT,
                                 SPIL_APPLICATION_SETTLED_COST, SPIL_APPLICATION_SETTLED_OTHER,
                                 SPIL_APPLICATION_STATE,        SPIL_APPLICATION_DECISION };
  static const int amounts[] = { SPIL_APPLICATION_AWARDED, SPIL_APPLICATION_SETTLED };

  if (before == NULL || !is_same (before, after, grounds, G_N_ELEMENTS (grounds)))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    if (spil_record_is_null (before, amounts[i]) != spil_record_is_null (after, amounts[i]) ||
        spil_record_get_integer (before, amounts[i]) < spil_record_get_integer (after, amounts[i]))
      return FALSE;
  return TRUE;
}

static gboolean
refuse_amount (SpilRecord *record, const SpilFundApplicationRow *row, SpilMoney amount,
               const SpilFundAward *test, GError **error)
{
  g_autofree char *name = spil_store_name_row (record);
  g_autofree char *shown = spil_money_format (amount.cents, SPIL_MONEY_CENTS);
  g_autofree char *highest = spil_fund_award_dup_sentence (test);

  if (row->has_settled)
    return spil_rule_refuse (
        g_strdup_printf (_ ("%s: it may not be settled at %s. %s"), name, shown, highest), error);
  // TRANSLATORS: Application “...”: € 20.000,00 may not be awarded. At most € 12.500,00, the lowest of: ...
  return spil_rule_refuse (g_strdup_printf (_ ("%s: %s may not be awarded. %s"), name, shown, highest),
                           error);
}

static gboolean
refuse_settlement (SpilRecord *record, const SpilFundApplicationRow *row, GError **error)
{
  g_autofree char *name = spil_store_name_row (record);
  g_autofree char *settled = spil_money_format (row->settled.cents, SPIL_MONEY_CENTS);
  g_autofree char *awarded = spil_money_format (row->awarded.cents, SPIL_MONEY_CENTS);

  return spil_rule_refuse (
      g_strdup_printf (
          _ ("%s: it may not be settled at %s. A settlement is never more than what was awarded: %s."), name,
          settled, awarded),
      error);
}

/*
 * The estimate decides on the award, the real cost on the settlement. At rest the room is left to the order of receipt: two laptops
 * may have awarded it together.
 */
static gboolean
check_amounts (const SpilFundApplicationRow *row, const SpilFundSchemeRow *scheme, SpilRecord *record,
               gboolean at_rest, GError **error)
{
  const SpilMoney amount = row->has_settled ? row->settled : row->awarded;
  const SpilFundAward test = spil_fund_test (row, scheme, !at_rest);

  if (row->state == SPIL_APPLICATION_STATE_REFUSED || row->state == SPIL_APPLICATION_STATE_WITHDRAWN ||
      amount.cents <= 0)
    return TRUE;
  if (row->has_settled && row->has_awarded && row->settled.cents > row->awarded.cents)
    return refuse_settlement (record, row, error);
  if (!row->has_settled && row->has_settled_cost)
    return TRUE;
  if (spil_fund_may_award (&test, amount) || (has_decision (record) && !test.vat_differs))
    return TRUE;
  return refuse_amount (record, row, amount, &test, error);
}

static gboolean
check_entry (SpilStore *store, const SpilRuledRow *ruled, const SpilFundApplicationRow *row,
             const SpilFundSchemeRow *scheme, GError **error)
{
  SpilRecord *before = ruled->before, *after = ruled->after;
  const int was = before != NULL ? (int) spil_record_get_integer (before, SPIL_APPLICATION_STATE) : 0;
  const SpilField *state = spil_entity_field (spil_record_get_entity (after), SPIL_APPLICATION_STATE);
  // Whoever settles what two laptops wrote may choose either.
  const gboolean settles = (ruled->settled & SPIL_GROUP_BIT (state->group)) != 0;

  if (before != NULL && !settles && !check_state (before, after, error))
    return FALSE;
  // What is entered as it already stands was decided elsewhere.
  if (before != NULL && was != row->state && row->state == SPIL_APPLICATION_STATE_REFUSED &&
      !check_refusal (store, after, error))
    return FALSE;
  if (before != NULL && !is_awarded (was) && is_awarded (row->state) && !check_complete (row, after, error))
    return FALSE;
  return is_lowered (before, after) || check_amounts (row, scheme, after, FALSE, error);
}

// Together they may have awarded more than there is: the later ones by receipt are to be decided on.
static gboolean
check_ceilings (SpilFundBook *book, GError **error)
{
  for (guint i = 0; i < book->schemes->len; i++) {
    const SpilFundSchemeRow *scheme = g_ptr_array_index (book->schemes, i);
    g_autoptr (GString) text = NULL;
    g_autofree char *sentence = spil_fund_scheme_dup_over (scheme);

    if (sentence == NULL)
      continue;
    text = g_string_new (sentence);
    for (guint j = 0; j < book->applications->len; j++) {
      const SpilFundApplicationRow *row = g_ptr_array_index (book->applications, j);
      g_autofree char *over = spil_money_format (row->over.cents, SPIL_MONEY_CENTS);
      g_autofree char *day = spil_day_format (row->received);

      if (row->over.cents > 0 && spil_id_is_nil (row->decision) && spil_id_equal (row->scheme, scheme->id))
        // TRANSLATORS: an organisation, the day on which its application was received, and an amount
        g_string_append_printf (text, _ (" %s (received %s): %s."), row->organisation_name, day, over);
    }
    return spil_rule_refuse (g_string_free (g_steal_pointer (&text), FALSE), error);
  }
  return TRUE;
}

gboolean
spil_rule_awards (SpilStore *store, GPtrArray *rows, gboolean at_rest, GError **error)
{
  g_autoptr (SpilFundBook) book = spil_fund_book_read (store, spil_day_today (), error);

  if (book == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++) {
    const SpilRuledRow *ruled = g_ptr_array_index (rows, i);
    const SpilFundApplicationRow *row = spil_fund_book_find_application (
        book, spil_record_get_id (get_record (ruled)));
    const SpilFundSchemeRow *scheme = row != NULL ? spil_fund_book_find_scheme (book, row->scheme) : NULL;

    if (ruled->after == NULL || scheme == NULL)
      continue;
    if (at_rest ? !check_amounts (row, scheme, ruled->after, TRUE, error)
                : !check_entry (store, ruled, row, scheme, error))
      return FALSE;
  }
  return !at_rest || check_ceilings (book, error);
}

// Payments

// Refuses with one sentence about two amounts.
static gboolean
refuse_payment (const SpilFundApplicationRow *row, const char *format, SpilMoney paid, SpilMoney limit,
                GError **error)
{
  const SpilEntity *entity = spil_entity (SPIL_ENTITY_APPLICATION);
  g_autoptr (GString) text = g_string_new (format);
  g_autofree char *shown = spil_money_format (paid.cents, SPIL_MONEY_CENTS);
  g_autofree char *most = spil_money_format (limit.cents, SPIL_MONEY_CENTS);

  g_string_replace (text, "{paid}", shown, 0);
  g_string_replace (text, "{limit}", most, 0);
  // TRANSLATORS: Application “Bicycle shed”: € 500,00 would then be paid, ...
  return spil_rule_refuse (g_strdup_printf (_ ("%s “%s”: %s"), spil_entity_label (entity),
                                            row->measures != NULL ? row->measures : row->organisation_name,
                                            text->str),
                           error);
}

// @kind: of the payment that was entered; 0 at rest, where an advance above the settlement waits to come back.
static gboolean
check_paid (const SpilFundApplicationRow *row, int kind, GError **error)
{
  const gboolean by_settlement = row->has_settled && kind == SPIL_PAYMENT_KIND_FINAL;
  const SpilMoney limit = by_settlement || !row->has_awarded ? row->settled : row->awarded;

  if (row->paid.cents < 0)
    return refuse_payment (row,
                           _ ("more would then have come back than was paid: {paid}. Correct the amount."),
                           spil_money (-row->paid.cents, row->vat), limit, error);
  if (kind == SPIL_PAYMENT_KIND_REFUND || row->paid.cents <= limit.cents)
    return TRUE;
  // Of what states no cost either nothing is known: it may have been entered only to keep its payments.
  if (!row->has_awarded && !row->has_settled)
    return !row->has_cost ||
           refuse_payment (row, _ ("{paid} would be paid while nothing was awarded. Award it first."),
                           row->paid, limit, error);
  if (by_settlement)
    return refuse_payment (row, _ ("{paid} would then be paid, more than it was settled at: {limit}."),
                           row->paid, limit, error);
  return refuse_payment (row, _ ("{paid} would then be paid, more than was awarded: {limit}."), row->paid,
                         limit, error);
}

static gboolean
check_advance (const SpilFundApplicationRow *row, const SpilFundSchemeRow *scheme, GError **error)
{
  g_autofree char *arithmetic = NULL;
  g_autofree char *sentence = NULL;

  if (!row->has_awarded || !spil_id_is_nil (row->decision) ||
      row->advance_paid.cents <= row->highest_advance.cents)
    return TRUE;
  arithmetic = spil_fund_advance_dup_sentence (&scheme->terms, row->awarded);
  sentence = g_strdup_printf (_ ("{paid} would then be paid in advance. %s Lower it, or name at the "
                                 "application the decision that makes the exception."),
                              arithmetic);
  return refuse_payment (row, sentence, row->advance_paid, row->highest_advance, error);
}

gboolean
spil_rule_payments (SpilStore *store, GPtrArray *rows, gboolean at_rest, GError **error)
{
  g_autoptr (SpilFundBook) book = spil_fund_book_read (store, spil_day_today (), error);

  if (book == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++) {
    const SpilRuledRow *ruled = g_ptr_array_index (rows, i);
    SpilRecord *record = get_record (ruled);
    const SpilFundApplicationRow *row = spil_fund_book_find_application (
        book, spil_record_get_reference (record, SPIL_PAYMENT_APPLICATION));
    const SpilFundSchemeRow *scheme = row != NULL ? spil_fund_book_find_scheme (book, row->scheme) : NULL;
    const int kind = at_rest ? 0 : (int) spil_record_get_integer (record, SPIL_PAYMENT_KIND);

    if (scheme == NULL || ruled->after == NULL)
      continue;
    if (!check_paid (row, kind, error) ||
        ((at_rest || kind == SPIL_PAYMENT_KIND_ADVANCE) && !check_advance (row, scheme, error)))
      return FALSE;
  }
  return TRUE;
}
