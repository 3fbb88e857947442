// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-booking-fields.h"
#include "spil-booking-import.h"
#include "spil-closing-rule.h"

G_BEGIN_DECLS

/** The fields of what is read in. */
const SpilBookingFields *spil_booking_list_fields (const SpilEntity *entity);

/** A booking that is there. */
typedef struct
{
  SpilId id;
  int line; /**< its number; -1: of another year */
  SpilDay date; /**< the day it belongs to, however late it came */
  int64_t cents;
  SpilId commitment;
  gboolean reversed;
  char *name; /**< for people */
} SpilKnownBooking;

/** A commitment that is there, with what is open. */
typedef struct
{
  SpilKnownBooking *booking;
  char *number; /**< its reference, to compare; NULL */
  char *party; /**< its counterpart, to compare; NULL */
  int64_t committed; /**< reversals and releases taken off */
  int64_t drawn;
  int64_t open; /**< by what is booked and the rows that were judged */
} SpilKnownCommitment;

/** What is booked: what rows are compared with. */
struct _SpilBookingKnown
{
  GHashTable *line_numbers; /**< SpilId of any line of the year -> number + 1 */
  GPtrArray *bookings; /**< of SpilKnownBooking, of the entity that is read in */
  GHashTable *by_id; /**< SpilId -> SpilKnownBooking */
  GHashTable *by_origin; /**< char * -> SpilKnownBooking, as the next */
  GHashTable *by_reference; /**< see spil_booking_reference_key() */
  GHashTable *by_day; /**< see spil_booking_day_key() */
  GPtrArray *commitments; /**< of SpilKnownCommitment: none that reverses or releases */
  GHashTable *commitment_ids; /**< SpilId -> SpilKnownCommitment */
  GHashTable *by_number; /**< char * -> GPtrArray of SpilKnownCommitment, as the next */
  GHashTable *by_party;
  GArray *periods; /**< of SpilClosedPeriod */
};

SpilBookingKnown *
spil_booking_known_new (SpilStore *store, const SpilEntity *entity, int year, GError **error);
void spil_booking_known_free (SpilBookingKnown *self);
/** What is open is as it is booked again. */
void spil_booking_known_reset (SpilBookingKnown *self);

/** A number of an invoice or commitment, to compare: letters and digits. NULL when nothing is left. Free with g_free(). */
char *spil_booking_number_key (const char *number);
/** A counterpart, to compare. NULL when it is not stated. Free with g_free(). */
char *spil_booking_party_key (const char *counterpart);
/** The same number and amount, or the same day, amount and counterpart: NULL without them. Free with g_free(). */
char *spil_booking_reference_key (const char *reference, int64_t cents);
char *spil_booking_day_key (SpilDay day, int64_t cents, const char *counterpart);

/** Reads the rows of the file into @self. */
gboolean
spil_booking_list_read (SpilBookingImport *self, SpilStore *store, GCancellable *cancellable, GError **error);

/** Proposes lines for the codes of the rows: as they were the last time, or by number or name. */
gboolean spil_booking_codes_propose (SpilBookingImport *self, SpilStore *store, GError **error);
/** Keeps the lines of the codes for the next time. */
gboolean spil_booking_codes_remember (const SpilBookingImport *self, SpilStore *store, SpilAction *action,
                                      GError **error);

/** The line of the budget in force with that number; NULL. */
const SpilBudgetLineFigures *spil_booking_line_numbered (const SpilBookingImport *self, int number);

/** The commitment that the row draws down by what it says, and why; NULL, with @why perhaps set, when there is none. @line -1: not known. */
SpilKnownCommitment *
spil_booking_match_commitment (SpilBookingImport *self, const SpilBookingRow *row, int line, char **why);

/** Sets what the row is the same as, of what is booked or in @earlier rows (keys -> SpilBookingRow), with why. FALSE: it is new. */
gboolean spil_booking_match_same (SpilBookingImport *self, SpilBookingRow *row, GHashTable *earlier);

/** Sets what the row, which is below zero, takes back. FALSE: nothing of what is booked or in @earlier rows. @used: SpilIds taken back already. */
gboolean spil_booking_match_reversed (SpilBookingImport *self, SpilBookingRow *row, GHashTable *earlier,
                                      GHashTable *used);

G_END_DECLS
