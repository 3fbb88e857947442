// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-booking-private.h"

/* A number in a description is long enough to mean something. */
#define MIN_NUMBER 4

static char *
format (int64_t cents)
{
  return spil_money_format (cents, SPIL_MONEY_CENTS);
}

/* Commitments */

static gboolean
has_digit (const char *text)
{
  return strpbrk (text, "0123456789") != NULL;
}

/* The commitment with that number; NULL when there is none or more than one. */
static SpilKnownCommitment *
numbered (SpilBookingImport *self, const char *number)
{
  g_autofree char *key = spil_booking_number_key (number);
  GPtrArray *found = key != NULL ? g_hash_table_lookup (self->known->by_number, key) : NULL;

  return found != NULL && found->len == 1 ? found->pdata[0] : NULL;
}

/* "Termijn 2 van V2018-014": a word of the description is the number of a commitment. */
static SpilKnownCommitment *
mentioned (SpilBookingImport *self, const char *description)
{
  g_auto (GStrv) words = g_strsplit_set (description != NULL ? description : "", " ,;:()", -1);

  for (guint i = 0; words[i] != NULL; i++) {
    SpilKnownCommitment *found = strlen (words[i]) >= MIN_NUMBER && has_digit (words[i])
                                     ? numbered (self, words[i])
                                     : NULL;

    if (found != NULL)
      return found;
  }
  return NULL;
}

static SpilKnownCommitment *
by_number (SpilBookingImport *self, const SpilBookingRow *row, char **why)
{
  SpilKnownCommitment *found = numbered (self, row->commitment_number);

  if (found != NULL) {
    *why = g_strdup_printf (_ ("The list names commitment “%s”."), found->booking->name);
    return found;
  }
  found = numbered (self, row->reference);
  if (found == NULL)
    found = mentioned (self, row->description);
  if (found != NULL)
    *why = g_strdup_printf (_ ("The number of commitment “%s” stands in it."), found->booking->name);
  return found;
}

static gboolean
fits (const SpilKnownCommitment *commitment, const SpilBookingRow *row, int line)
{
  return commitment->open > 0 && commitment->open >= row->amount.cents &&
         (line < 0 || commitment->booking->line == line);
}

/* Of those of one counterpart the only one in which it fits, or the only one that it takes whole. */
static SpilKnownCommitment *
by_party (SpilBookingImport *self, const SpilBookingRow *row, int line, char **why)
{
  g_autofree char *party = spil_booking_party_key (row->counterpart);
  GPtrArray *of_party = party != NULL ? g_hash_table_lookup (self->known->by_party, party) : NULL;
  SpilKnownCommitment *found = NULL;
  SpilKnownCommitment *whole = NULL;
  guint n = 0;
  guint n_whole = 0;
  g_autofree char *open = NULL;

  for (guint i = 0; of_party != NULL && i < of_party->len; i++) {
    SpilKnownCommitment *one = of_party->pdata[i];

    if (!fits (one, row, line))
      continue;
    found = one;
    n++;
    if (one->open == row->amount.cents) {
      whole = one;
      n_whole++;
    }
  }
  if (n_whole == 1)
    found = whole;
  if (n > 1 && n_whole != 1) {
    *why = g_strdup_printf (_ ("%d commitments of %s may be meant; choose one, or book it without."), (int) n,
                            row->counterpart);
    return NULL;
  }
  if (found == NULL)
    return NULL;
  open = format (found->open);
  *why = g_strdup_printf (n_whole == 1 ? _ ("Same counterpart, and just what is open of “%s”: %s.")
                                       : _ ("Same counterpart, and it fits in what is open of “%s”: %s."),
                          found->booking->name, open);
  return found;
}

SpilKnownCommitment *
spil_booking_match_commitment (SpilBookingImport *self, const SpilBookingRow *row, int line, char **why)
{
  SpilKnownCommitment *found = by_number (self, row, why);

  if (found == NULL)
    return by_party (self, row, line, why);
  if (line < 0 || found->booking->line == line)
    return found;
  g_free (*why);
  *why = g_strdup_printf (_ ("Commitment “%s” is on another line; choose which of both is right."),
                          found->booking->name);
  return NULL;
}

/* What is there already */

static void
set_same (SpilBookingRow *row, const SpilKnownBooking *booking, const char *text)
{
  g_autofree char *day = spil_day_format (booking->date);

  row->same = booking->id;
  g_free (row->why);
  row->why = g_strdup_printf ("%s: %s (%s).", text, booking->name, day);
}

static void
set_same_row (SpilBookingRow *row, const SpilBookingRow *other, const char *text)
{
  row->same_row = other->number;
  g_free (row->why);
  row->why = g_strdup_printf (_ ("%s: row %d of this list."), text, (int) other->number);
}

gboolean
spil_booking_match_same (SpilBookingImport *self, SpilBookingRow *row, GHashTable *earlier)
{
  g_autofree char *reference = spil_booking_reference_key (row->reference, row->amount.cents);
  g_autofree char *day = spil_booking_day_key (row->date, row->amount.cents, row->counterpart);
  const SpilKnownBooking *booking = g_hash_table_lookup (self->known->by_id, &row->named);
  const SpilBookingRow *other = NULL;

  if (booking == NULL)
    booking = g_hash_table_lookup (self->known->by_origin, row->origin);

  if (booking != NULL) {
    set_same (row, booking, _ ("This row was read in before"));
    return TRUE;
  }
  booking = reference != NULL ? g_hash_table_lookup (self->known->by_reference, reference) : NULL;
  if (booking != NULL) {
    set_same (row, booking, _ ("Same reference and amount as a booking that is there"));
    return TRUE;
  }
  other = reference != NULL ? g_hash_table_lookup (earlier, reference) : NULL;
  if (other != NULL) {
    set_same_row (row, other, _ ("Same reference and amount"));
    return TRUE;
  }
  // Two invoices of one day are two, when each has a number.
  booking = day != NULL && row->reference == NULL ? g_hash_table_lookup (self->known->by_day, day) : NULL;
  if (booking != NULL) {
    set_same (row, booking, _ ("Same day, amount and counterpart as a booking that is there"));
    return TRUE;
  }
  other = day != NULL ? g_hash_table_lookup (earlier, day) : NULL;
  if (other == NULL || (row->reference != NULL && other->reference != NULL))
    return FALSE;
  set_same_row (row, other, _ ("Same day, amount and counterpart"));
  return TRUE;
}

/* What is taken back */

static void
set_reversed (SpilBookingRow *row, const SpilKnownBooking *booking)
{
  g_autofree char *day = spil_day_format (booking->date);

  row->reverses = booking->id;
  row->commitment = booking->commitment;
  g_free (row->why);
  row->why = g_strdup_printf (_ ("It takes back “%s” of %s: same reference, opposite amount."), booking->name,
                              day);
}

gboolean
spil_booking_match_reversed (SpilBookingImport *self, SpilBookingRow *row, GHashTable *earlier,
                             GHashTable *used)
{
  g_autofree char *reference = spil_booking_reference_key (row->reference, -row->amount.cents);
  const SpilKnownBooking *booking = reference != NULL
                                        ? g_hash_table_lookup (self->known->by_reference, reference)
                                        : NULL;
  const SpilBookingRow *other = reference != NULL ? g_hash_table_lookup (earlier, reference) : NULL;

  if (booking != NULL && !g_hash_table_contains (used, &booking->id)) {
    set_reversed (row, booking);
    g_hash_table_add (used, g_memdup2 (&booking->id, sizeof booking->id));
    return TRUE;
  }
  if (other == NULL || g_hash_table_contains (used, &other->id))
    return FALSE;
  g_hash_table_add (used, g_memdup2 (&other->id, sizeof other->id));
  row->reverses_row = other->number;
  row->reverses = other->id;
  row->commitment = other->commitment;
  g_free (row->why);
  row->why = g_strdup_printf (_ ("It takes back row %d of this list: same reference, opposite amount."),
                              (int) other->number);
  return TRUE;
}
