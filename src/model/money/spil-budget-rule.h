// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-id.h"
#include "spil-money.h"

G_BEGIN_DECLS

/**
 * One budget line with what was booked on it. Amounts carry the VAT note of the line; a booking with another note is in
 * none of them, but counted in `left_out`: a page says so.
 */
typedef struct
{
  SpilId id;
  int number;
  char *name; /**< owned */
  gboolean pm; /**< the amount is still to follow: never 0, never in a total */
  gboolean
      outside; /**< beside the budget (overflow of an earlier programme): in no total, needs no room for bookings */
  gboolean stated; /**< `budget` is known: no PM and not empty */
  SpilMoney budget; /**< zero unless stated */
  SpilMoney reserved; /**< per reservation what no commitment uses yet, never below 0 */
  SpilMoney committed; /**< all commitments, reversals and releases taken off */
  SpilMoney drawn; /**< the part of `actual` that drew down a commitment */
  SpilMoney open; /**< per commitment what is not drawn yet, never below 0 */
  SpilMoney actual; /**< all expenses, reversals taken off */
  SpilMoney forecast; /**< still to come, beyond commitments and expenses */
  int left_out; /**< bookings with another VAT note */
} SpilBudgetLineFigures;

/** Makes a line without bookings; @stated is FALSE for PM. */
SpilBudgetLineFigures *spil_budget_line_figures_new (SpilId id, int number, const char *name, gboolean pm,
                                                     gboolean stated, SpilMoney budget);
void spil_budget_line_figures_free (SpilBudgetLineFigures *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilBudgetLineFigures, spil_budget_line_figures_free)

/** What a booking is. */
typedef enum
{
  SPIL_BOOKING_RESERVATION,
  SPIL_BOOKING_COMMITMENT,
  SPIL_BOOKING_ACTUAL,
  SPIL_BOOKING_FORECAST,
} SpilBookingKind;

/**
 * Books one reservation, its reversals netted, with the commitments that use it; @bookings are the rows behind it. Adds
 * max (0, @reserved - @used) to `reserved`.
 */
void spil_budget_line_add_reservation (SpilBudgetLineFigures *self, SpilMoney reserved, SpilMoney used,
                                       int bookings);

/**
 * Books the net amount of @bookings reservations (as what is open of them), expenses or forecasts (a reversal has the opposite sign, so that sums net).
 * Amounts with another VAT note than the line are left out and counted.
 */
void spil_budget_line_add (SpilBudgetLineFigures *self, SpilBookingKind kind, SpilMoney amount, int bookings);

/**
 * Books one commitment, its reversals netted, with the expenses that drew it down; @bookings are the rows behind it. Adds
 * max (0, @committed - @drawn) to `open`: an expense above its commitment does not free another one. The expenses
 * themselves are booked by spil_budget_line_add().
 */
void spil_budget_line_add_commitment (SpilBudgetLineFigures *self, SpilMoney committed, SpilMoney drawn,
                                      int bookings);

/** free = budget - open commitments - actual (data model, "Computed"). FALSE, @free untouched, when no budget is stated. */
gboolean spil_budget_line_get_free (const SpilBudgetLineFigures *self, SpilMoney *free);

/** actual + open commitments: what the line cannot be spent on any more. */
SpilMoney spil_budget_line_get_used (const SpilBudgetLineFigures *self);

/** actual + open commitments + forecast: what the line is expected to cost in the end. */
SpilMoney spil_budget_line_get_expected (const SpilBudgetLineFigures *self);

/** @part in thousandths of the budget, rounded; -1 when no budget is stated or it is zero. */
int spil_budget_line_per_mille (const SpilBudgetLineFigures *self, SpilMoney part);

/**
 * The lines added up, those outside the budget left out. `free` = budget - open - actual, of all lines that are added: what is
 * spent on a PM line is spent.
 */
typedef struct
{
  SpilMoney budget;
  SpilMoney reserved;
  SpilMoney committed;
  SpilMoney drawn;
  SpilMoney open;
  SpilMoney actual;
  SpilMoney forecast;
  SpilMoney free;
  GPtrArray *pm; /**< of char *: names of the lines whose budget is PM, hence not in `budget` */
  GPtrArray *not_stated; /**< of char *: names of the lines without a budget that are not PM */
  GPtrArray *outside; /**< of char *: names of the lines outside the budget: in no sum */
  GPtrArray *other_vat; /**< of char *: names of the lines with another VAT note than the first: in no sum */
  int left_out; /**< bookings with another VAT note than their line */
} SpilBudgetTotal;

/** Adds up @lines (of SpilBudgetLineFigures). The total has the VAT note of the first line in the budget. Free with spil_budget_total_free(). */
SpilBudgetTotal *spil_budget_total_new (GPtrArray *lines);
void spil_budget_total_free (SpilBudgetTotal *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilBudgetTotal, spil_budget_total_free)

/** actual + open commitments of all lines that are added. */
SpilMoney spil_budget_total_get_used (const SpilBudgetTotal *self);

/** @part in thousandths of the total's budget, rounded; -1 when that is zero. */
int spil_budget_total_per_mille (const SpilBudgetTotal *self, SpilMoney part);

/** What the total does not hold, in sentences for people ("PM, not in the total: ..."); NULL when it holds everything. Free with g_free(). */
char *spil_budget_total_dup_note (const SpilBudgetTotal *self);

/** The arithmetic behind "may this be booked". */
typedef struct
{
  gboolean allowed;
  gboolean by_decision; /**< only allowed because a decision makes the exception */
  gboolean vat_differs; /**< refused: the amount has another VAT note than the line */
  gboolean stated; /**< the line has a budget to test against */
  SpilMoney amount;
  SpilMoney covered; /**< the part that draws down an open commitment, which took its room already */
  SpilMoney free; /**< before the booking */
  SpilMoney left; /**< after it; negative is what is short */
} SpilBudgetVerdict;

/**
 * Whether a commitment or expense of @amount fits: open commitments + actual <= line, unless a decision makes the exception (data
 * model, "Invariants"). @open is what is still open of the commitment that an expense draws down (zero: none). A negative
 * amount (a reversal) always fits, and so does any amount on a line outside the budget. On a line without a stated budget only a decision allows it. Another VAT note is always refused.
 */
SpilBudgetVerdict spil_budget_may_book (const SpilBudgetLineFigures *line, SpilMoney amount, SpilMoney open,
                                        gboolean has_decision);

/** The verdict as one sentence for people, with the arithmetic, and with the cure when it is refused. Free with g_free(). */
char *spil_budget_verdict_dup_sentence (const SpilBudgetVerdict *verdict, const SpilBudgetLineFigures *line);

/** Whether the lines of a version sum to the total that was decided. */
typedef struct
{
  gboolean matches;
  SpilMoney total; /**< as decided */
  SpilMoney sum; /**< of the lines with the VAT note of the total, PM and those outside aside */
  SpilMoney difference; /**< sum - total */
  int n_pm; /**< lines still to follow */
  int n_other_vat; /**< lines with another VAT note, in no sum: then it does not match */
} SpilBudgetCheck;

/** Re-adds @lines (of SpilBudgetLineFigures) and compares with @total (data model, "Invariants"; 2018: 951,500.00). */
SpilBudgetCheck spil_budget_check_version (GPtrArray *lines, SpilMoney total);

/** The fault as one sentence for people; NULL when it matches. Free with g_free(). */
char *spil_budget_check_dup_sentence (const SpilBudgetCheck *check, const char *version);

G_END_DECLS
