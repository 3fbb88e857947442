// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-booking-advice.h"

#include <glib/gi18n-lib.h>

#include "spil-booking.h"
#include "spil-budget-query.h"
#include "spil-register-words.h"

static SpilMoney
get_amount (SpilRecord *record, const SpilBookingFields *fields)
{
  return spil_record_get_money (record, fields->amount, fields->vat);
}

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

// What comes in the place of another booking finds the room that one took, on the line and in its commitment.
static void
take_off (SpilStore *store, SpilBookingKind kind, SpilRecord *record, SpilBudgetLineFigures *line,
          SpilMoney *covered)
{
  const SpilBookingFields *fields = spil_booking_fields (kind);
  SpilId id = spil_record_get_reference (record, fields->reverses);
  g_autoptr (SpilRecord) before = spil_store_get (store, spil_entity (fields->entity), id, NULL);
  g_autoptr (SpilBudgetLineFigures) other = NULL;
  SpilMoney open;

  if (before == NULL)
    return;
  other = spil_budget_query_line (store, spil_record_get_reference (before, fields->line), SPIL_DAY_NONE,
                                  NULL);
  if (other == NULL || other->number != line->number)
    return;
  if (kind == SPIL_BOOKING_ACTUAL) {
    line->actual.cents -= get_amount (before, fields).cents;
    // What it drew down is open again.
    if (!spil_record_is_null (before, fields->commitment))
      line->open.cents += get_amount (before, fields).cents;
    if (!spil_record_is_null (before, fields->commitment) &&
        spil_id_equal (spil_record_get_reference (before, fields->commitment),
                       spil_record_get_reference (record, fields->commitment)))
      covered->cents += get_amount (before, fields).cents;
  } else if (kind == SPIL_BOOKING_COMMITMENT &&
             spil_budget_query_open (store, id, SPIL_DAY_NONE, &open, NULL))
    line->open.cents -= open.cents;
}

char *
spil_booking_advise (SpilStore *store, SpilRecord *record, gboolean *warns)
{
  SpilBookingKind kind;
  const SpilBookingFields *fields;
  SpilId id;
  SpilId before;
  g_autoptr (SpilBudgetLineFigures) line = NULL;
  SpilMoney open;
  SpilBudgetVerdict verdict;

  if (!spil_booking_kind_of (spil_record_get_entity (record), &kind))
    return NULL;
  fields = spil_booking_fields (kind);
  id = spil_record_get_reference (record, fields->line);
  before = spil_record_get_reference (record, fields->reverses);
  line = spil_id_is_nil (id) ? NULL : spil_budget_query_line (store, id, SPIL_DAY_NONE, NULL);
  if (line == NULL)
    return NULL;
  open = get_open (store, record, fields, line);
  if (!spil_id_is_nil (before))
    take_off (store, kind, record, line, &open);
  if (get_amount (record, fields).cents == 0)
    return tell_free (line);
  verdict = spil_budget_may_book (line, get_amount (record, fields), open,
                                  fields->decision != 0 && !spil_record_is_null (record, fields->decision));
  // A reservation and a forecast take no room: they are told, never refused, unless it is other money.
  if (kind != SPIL_BOOKING_ACTUAL && kind != SPIL_BOOKING_COMMITMENT && !verdict.vat_differs)
    return tell_free (line);
  *warns = !verdict.allowed;
  return spil_budget_verdict_dup_sentence (&verdict, line);
}

char *
spil_booking_dup_duplicate (SpilStore *store, SpilRecord *record, GError **error)
{
  SpilBookingKind kind;
  const SpilBookingFields *fields;
  const char *reference;
  SpilBookingFilter filter = SPIL_BOOKING_FILTER_ALL;
  g_autoptr (GPtrArray) rows = NULL;

  if (!spil_booking_kind_of (spil_record_get_entity (record), &kind))
    return NULL;
  fields = spil_booking_fields (kind);
  reference = fields->reference != 0 ? spil_record_get_text (record, fields->reference) : NULL;
  if (reference == NULL || reference[0] == '\0' || get_amount (record, fields).cents == 0)
    return NULL;
  filter.kinds = 1u << kind;
  filter.text = reference;
  rows = spil_budget_query_register (store, &filter, 0, 0, NULL, error);
  for (guint i = 0; rows != NULL && i < rows->len; i++) {
    const SpilBudgetBookingRow *row = rows->pdata[i];

    if (!row->reversed && !row->reverses && row->amount.cents == get_amount (record, fields).cents &&
        row->reference != NULL && g_ascii_strcasecmp (row->reference, reference) == 0 &&
        !spil_id_equal (row->id, spil_record_get_reference (record, fields->reverses))) {
      g_autofree char *date = spil_day_format (row->date);

      // Translators: a date, what was booked, and the name of a budget line.
      return g_strdup_printf (
          _ ("With this reference and amount “%s” stands there already, booked on %s on “%s”."),
          spil_register_get_title (row), date, row->line_name);
    }
  }
  return NULL;
}
