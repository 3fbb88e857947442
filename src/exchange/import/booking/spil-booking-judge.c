// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-booking-private.h"

/* A pass over the rows. */
typedef struct
{
  SpilBookingImport *import;
  SpilBudgetLineFigures *lines; /* as they are after the rows that were judged; names are borrowed */
  GHashTable *earlier; /* keys -> SpilBookingRow that is booked */
  GHashTable *used; /* SpilId of what is taken back by a row */
  GHashTable *numbers; /* number of a row -> SpilBookingRow */
  gboolean commitments; /* the list is of commitments */
} Judging;

static SpilBudgetLineFigures *
find_line (Judging *self, SpilId line)
{
  for (guint i = 0; i < self->import->lines->len; i++)
    if (spil_id_equal (self->lines[i].id, line))
      return &self->lines[i];
  return NULL;
}

static void
say (SpilBookingRow *row, char *why)
{
  g_free (row->why);
  row->why = why;
}

static void
refuse (SpilBookingRow *row, char *why)
{
  row->state = SPIL_BOOKING_ROW_REFUSED;
  say (row, why);
}

static void
begin (Judging *self, SpilBookingRow *row)
{
  row->state = SPIL_BOOKING_ROW_NEW;
  row->exception = FALSE;
  row->booked = row->date;
  row->reverses = row->same = SPIL_ID_NIL;
  row->reverses_row = row->same_row = 0;
  g_clear_pointer (&row->why, g_free);
  if (!row->line_chosen)
    row->line = SPIL_ID_NIL;
  if (!row->commitment_chosen)
    row->commitment = SPIL_ID_NIL;
  if (!row->vat_said)
    row->amount.vat = self->import->vat;
}

/* The line by its code; an empty code is no line. */
static void
find_line_of_code (Judging *self, SpilBookingRow *row)
{
  for (guint i = 0; row->code != NULL && i < self->import->codes->len; i++) {
    const SpilBookingCode *code = self->import->codes->pdata[i];

    if (g_str_equal (code->code, row->code))
      row->line = code->line;
  }
}

static SpilKnownCommitment *
known_commitment (Judging *self, SpilId id)
{
  return g_hash_table_lookup (self->import->known->commitment_ids, &id);
}

static void
take_line_of (Judging *self, SpilBookingRow *row, const SpilKnownCommitment *commitment)
{
  const SpilBudgetLineFigures *line = spil_booking_line_numbered (self->import, commitment->booking->line);

  if (spil_id_is_nil (row->line) && line != NULL)
    row->line = line->id;
}

/* Which commitment an expense draws down. */
static void
find_commitment (Judging *self, SpilBookingRow *row)
{
  const SpilBudgetLineFigures *line = find_line (self, row->line);
  SpilKnownCommitment *commitment = NULL;
  char *why = NULL;

  if (row->commitment_chosen) {
    commitment = known_commitment (self, row->commitment);
    why = g_strdup (commitment != NULL ? _ ("You chose this commitment.")
                                       : _ ("You chose to book it without a commitment."));
  } else {
    commitment = spil_booking_match_commitment (self->import, row, line != NULL ? line->number : -1, &why);
  }
  if (why != NULL)
    say (row, why);
  if (commitment == NULL)
    return;
  row->commitment = commitment->booking->id;
  row->state = SPIL_BOOKING_ROW_MATCHED;
  take_line_of (self, row, commitment);
}

/* What comes back in a list of commitments takes one back, or releases a part. */
static void
find_release (Judging *self, SpilBookingRow *row)
{
  g_autofree char *why = NULL;
  SpilBookingRow as_positive = *row;
  SpilKnownCommitment *commitment;
  g_autofree char *open = NULL;

  as_positive.amount.cents = -row->amount.cents;
  commitment = spil_booking_match_commitment (self->import, &as_positive, -1, &why);
  if (commitment == NULL || commitment->open < -row->amount.cents) {
    refuse (row, g_strdup (_ ("It lowers a commitment, but none with this number has that much open.")));
    return;
  }
  open = spil_money_format (commitment->open, SPIL_MONEY_CENTS);
  row->state = SPIL_BOOKING_ROW_MATCHED;
  row->reverses = row->commitment = commitment->booking->id;
  take_line_of (self, row, commitment);
  say (row, g_strdup_printf (_ ("It releases a part of “%s”, of which %s is open."),
                             commitment->booking->name, open));
}

static void
find_reversed (Judging *self, SpilBookingRow *row)
{
  if (spil_booking_match_reversed (self->import, row, self->earlier, self->used)) {
    row->state = SPIL_BOOKING_ROW_REVERSAL;
    return;
  }
  if (self->commitments) {
    find_release (self, row);
    return;
  }
  row->state = SPIL_BOOKING_ROW_REFUND;
  say (row, g_strdup (_ (
                "Money that comes back; no booking with this reference and the opposite amount was found.")));
}

/* A reversal is booked where the original is. */
static void
take_line_of_original (Judging *self, SpilBookingRow *row)
{
  const SpilKnownBooking *booking = g_hash_table_lookup (self->import->known->by_id, &row->reverses);
  const SpilBookingRow *other = g_hash_table_lookup (self->numbers, GINT_TO_POINTER (row->reverses_row));
  const SpilBudgetLineFigures *line = NULL;

  if (row->reverses_row > 0 && other != NULL)
    line = find_line (self, other->line);
  else if (row->reverses_row == 0 && booking != NULL)
    line = spil_booking_line_numbered (self->import, booking->line);
  if (line != NULL)
    row->line = line->id;
}

static gboolean
judge_day (Judging *self, SpilBookingRow *row)
{
  const GArray *periods = self->import->known->periods;
  g_autofree char *day = NULL;

  if (!self->commitments && spil_day_compare (row->date, self->import->today) > 0) {
    refuse (row, g_strdup (_ ("The date is still to come; an expense is booked when it has been made.")));
    return FALSE;
  }
  row->booked = spil_closing_open_day ((const SpilClosedPeriod *) periods->data, periods->len, row->date,
                                       self->import->today);
  return TRUE;
}

/* What there is room for on the line: the same rule as the database has, with the rows before this one counted. */
static gboolean
judge_room (Judging *self, SpilBookingRow *row, SpilBudgetLineFigures *line)
{
  SpilKnownCommitment *commitment = self->commitments ? NULL : known_commitment (self, row->commitment);
  const SpilMoney open = spil_money (commitment != NULL ? commitment->open : 0, row->amount.vat);
  const gboolean decided = !spil_id_is_nil (row->decision) || !spil_id_is_nil (self->import->decision);
  SpilBudgetVerdict verdict;

  if (line->outside)
    return TRUE;
  verdict = spil_budget_may_book (line, row->amount, open, decided);
  row->exception = verdict.by_decision;
  if (verdict.allowed)
    return TRUE;
  refuse (row, spil_budget_verdict_dup_sentence (&verdict, line));
  return FALSE;
}

static void
book (Judging *self, SpilBookingRow *row, SpilBudgetLineFigures *line)
{
  SpilKnownCommitment *commitment = known_commitment (self, row->commitment);
  int64_t covered = 0;
  char *key;

  if (self->commitments) {
    line->committed.cents += row->amount.cents;
    line->open.cents += row->amount.cents;
    if (commitment != NULL)
      commitment->open += row->amount.cents;
  } else {
    if (commitment != NULL)
      covered = row->amount.cents > 0 ? MIN (commitment->open, row->amount.cents) : row->amount.cents;
    if (commitment != NULL)
      commitment->open -= covered;
    line->open.cents -= covered;
    line->actual.cents += row->amount.cents;
  }
  key = spil_booking_reference_key (row->reference, row->amount.cents);
  if (key != NULL)
    g_hash_table_insert (self->earlier, key, row);
  key = spil_booking_day_key (row->date, row->amount.cents, row->counterpart);
  if (key != NULL)
    g_hash_table_insert (self->earlier, key, row);
}

/* The first of what keeps a row from being booked is told. */
static gboolean
may_go_on (Judging *self, SpilBookingRow *row)
{
  if (row->skip) {
    row->state = SPIL_BOOKING_ROW_SKIPPED;
    say (row, g_strdup (_ ("You left it out.")));
  } else if (row->fault != NULL) {
    refuse (row, g_strdup (row->fault));
  } else if (!row->keep && spil_booking_match_same (self->import, row, self->earlier)) {
    row->state = SPIL_BOOKING_ROW_DUPLICATE;
  } else {
    return TRUE;
  }
  return FALSE;
}

static void
refuse_without_line (SpilBookingRow *row)
{
  if (row->code != NULL)
    refuse (row, g_strdup_printf (_ ("No budget line is chosen for cost code “%s”."), row->code));
  else
    refuse (row, g_strdup (_ ("It is not known to which budget line it belongs; choose one.")));
}

static void
judge (Judging *self, SpilBookingRow *row)
{
  SpilBudgetLineFigures *line;

  begin (self, row);
  if (!may_go_on (self, row))
    return;
  if (!row->line_chosen)
    find_line_of_code (self, row);
  if (row->amount.cents < 0)
    find_reversed (self, row);
  else if (!self->commitments)
    find_commitment (self, row);
  if (row->state == SPIL_BOOKING_ROW_REVERSAL)
    take_line_of_original (self, row);
  line = find_line (self, row->line);
  if (row->state == SPIL_BOOKING_ROW_REFUSED)
    return;
  if (line == NULL)
    refuse_without_line (row);
  else if (judge_day (self, row) && judge_room (self, row, line))
    book (self, row, line);
}

void
spil_booking_import_judge (SpilBookingImport *self)
{
  g_autofree SpilBudgetLineFigures *lines = g_new0 (SpilBudgetLineFigures, self->lines->len + 1);
  g_autoptr (GHashTable) earlier = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) used = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, g_free, NULL);
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  Judging judging = { self, lines, earlier, used, numbers, self->entity->number == SPIL_ENTITY_COMMITMENT };

  for (guint i = 0; i < self->lines->len; i++)
    lines[i] = *(const SpilBudgetLineFigures *) self->lines->pdata[i];
  spil_booking_known_reset (self->known);
  for (guint i = 0; i < self->rows->len; i++) {
    SpilBookingRow *row = self->rows->pdata[i];

    g_hash_table_insert (numbers, GINT_TO_POINTER (row->number), row);
  }
  for (guint i = 0; i < self->rows->len; i++)
    judge (&judging, self->rows->pdata[i]);
}
