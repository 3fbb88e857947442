// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-budget-rule.h"
#include "spil-import.h"

G_BEGIN_DECLS

/*
 * Reading in a list of bookings, as a financial system exports it: expenses or commitments. spil_import_look() proposes the columns; then all rows are read and
 * it is worked out what becomes of each: which line it belongs to, which commitment it draws down, what it takes back, whether it is there already. Every
 * proposal tells why, and people may choose otherwise, row by row or for all rows with one cost code. Nothing is written before spil_booking_import_run(),
 * which is one undo step.
 */

/** What becomes of a row. */
typedef enum
{
  SPIL_BOOKING_ROW_NEW, /**< booked as it stands */
  SPIL_BOOKING_ROW_MATCHED, /**< booked; it draws down a commitment, or releases one */
  SPIL_BOOKING_ROW_REVERSAL, /**< booked; it takes back an earlier booking */
  SPIL_BOOKING_ROW_REFUND, /**< booked: money that comes back, of which no original was found */
  SPIL_BOOKING_ROW_DUPLICATE, /**< left out: it is there already */
  SPIL_BOOKING_ROW_SKIPPED, /**< left out by hand */
  SPIL_BOOKING_ROW_REFUSED, /**< cannot be booked */
  SPIL_BOOKING_ROW_N_STATES,
} SpilBookingRowState;

/** A row of the list. All but what is chosen is worked out. */
typedef struct
{
  int64_t number; /**< as a spreadsheet numbers it */
  SpilDay date; /**< as the list says */
  SpilMoney amount; /**< below zero: money that comes back */
  gboolean vat_said; /**< the row itself says whether it is with VAT */
  char *counterpart; /**< NULL: not stated; so are the other texts */
  char *description;
  char *reference; /**< of the invoice; in a list of commitments their number */
  char *code; /**< the cost code */
  char *commitment_number; /**< of the commitment that it draws down */
  SpilId decision; /**< exception that the list itself names */
  SpilId named; /**< the id that the list gives, as an export of Spil does; nil: none */
  char *origin; /**< by which the same row is known when the list is read in again */
  char *fault; /**< why it cannot be read; NULL: it can */

  gboolean skip; /**< chosen: leave it out */
  gboolean keep; /**< chosen: book it although it looks like one that is there */
  gboolean line_chosen; /**< chosen: @line */
  gboolean commitment_chosen; /**< chosen: @commitment, or nil: none */

  SpilBookingRowState state;
  SpilDay booked; /**< the day it is booked on: later than @date where that is in a closed period */
  SpilId line; /**< nil: not known */
  SpilId commitment; /**< that it draws down or releases; nil: none */
  SpilId reverses; /**< the booking that it takes back; nil: none, or one of this list */
  int64_t reverses_row; /**< the number of that row of this list; 0: none */
  SpilId same; /**< of a duplicate: the booking that is there; nil: a row of this list */
  int64_t same_row; /**< the number of that row; 0: none */
  char *why; /**< one sentence for people; NULL: nothing to say */
  gboolean exception; /**< it does not fit, and is booked by a decision */
  SpilId id; /**< of the booking that it becomes */
} SpilBookingRow;

/** A cost code of the list, and the line that its rows go to. */
typedef struct
{
  char *code;
  SpilId line; /**< nil: nobody knows yet */
  char *why; /**< how the line was found; NULL: it was not */
  int n_rows;
  int64_t cents;
} SpilBookingCode;

/** A commitment that an expense may draw down. */
typedef struct
{
  SpilId id;
  int line_number;
  char *name; /**< for people: number, counterpart and description */
  int64_t open; /**< cents, before this import */
} SpilBookingCommitment;

/** A decision that may make an exception. */
typedef struct
{
  SpilId id;
  char *name;
} SpilBookingDecision;

/** How many rows have a state, and what they add up to. */
typedef struct
{
  int n;
  int64_t cents;
} SpilBookingSum;

typedef struct _SpilBookingKnown SpilBookingKnown;

/** A list that was read in, and waits to be booked. Read it, change it with the functions below. */
typedef struct
{
  const SpilEntity *entity; /**< commitment or actual */
  char *path;
  SpilImportPlan *plan;
  SpilDay today;
  SpilVat vat; /**< of amounts whose row does not say */
  gboolean vat_said; /**< the list says so itself */
  SpilId decision; /**< the decision by which what does not fit is booked after all; nil: none */
  GPtrArray *rows; /**< of SpilBookingRow */
  GPtrArray *codes; /**< of SpilBookingCode */
  GPtrArray *lines; /**< of SpilBudgetLineFigures: those of the budget in force, before this import */
  GPtrArray *commitments; /**< of SpilBookingCommitment: those with something open */
  GPtrArray *decisions; /**< of SpilBookingDecision */
  GPtrArray *notes; /**< of char *: about the list as a whole */
  int year; /**< of the budget in force; 0: not stated */
  SpilBookingKnown *known;
} SpilBookingImport;

/** Whether lists of @entity are read in this way. */
gboolean spil_booking_import_takes (const SpilEntity *entity);

/**
 * Reads the list at @path as @plan says and works out what becomes of its rows. @vat SPIL_VAT_UNKNOWN: as the list says, or else as the budget.
 * SPIL_EXCHANGE_ERROR, SPIL_STORE_ERROR, G_IO_ERROR_CANCELLED.
 */
SpilBookingImport *
spil_booking_import_new (SpilStore *store, const char *path, const SpilImportPlan *plan, SpilVat vat,
                         SpilDay today, GCancellable *cancellable, GError **error);
void spil_booking_import_free (SpilBookingImport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilBookingImport, spil_booking_import_free)

/** Works out anew what becomes of every row: after anything in it that can be chosen was changed. Needs no database. */
void spil_booking_import_judge (SpilBookingImport *self);

/** Chooses; each is followed by spil_booking_import_judge(). @line nil: not known. */
void spil_booking_import_set_code (SpilBookingImport *self, guint code, SpilId line);
/** The same by the words of the command line: the number or the name of the line. SPIL_EXCHANGE_ERROR_UNKNOWN. */
gboolean
spil_booking_import_map_code (SpilBookingImport *self, const char *code, const char *line, GError **error);
/** @vat of the amounts whose row does not say. */
void spil_booking_import_set_vat (SpilBookingImport *self, SpilVat vat);
void spil_booking_import_set_line (SpilBookingImport *self, guint row, SpilId line);
/** @commitment nil: none. */
void spil_booking_import_set_commitment (SpilBookingImport *self, guint row, SpilId commitment);

/** Whether it is booked on a later day than its own, which is in a closed period. */
gboolean spil_booking_row_is_late (const SpilBookingRow *row);

/** What the rows of each state add up to, by state. */
void spil_booking_import_sum (const SpilBookingImport *self, SpilBookingSum sums[SPIL_BOOKING_ROW_N_STATES]);

/**
 * Books them, or tells what that would do (@dry: it is done, and taken back). The mapping of columns and cost codes is kept for the next list. The report has
 * duplicates and rows left out as skipped.
 */
SpilImportReport *spil_booking_import_run (SpilBookingImport *self, SpilStore *store, gboolean dry,
                                           GCancellable *cancellable, GError **error);

G_END_DECLS
