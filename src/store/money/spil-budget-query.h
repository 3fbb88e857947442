// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-budget-rule.h"
#include "spil-period.h"
#include "spil-store.h"

G_BEGIN_DECLS

/** A version of the budget. */
typedef struct
{
  SpilId id;
  char *name;
  int year; /**< 0: not stated */
  SpilDay date; /**< decided on */
  SpilDay from; /**< costs count from; SPIL_DAY_NONE: not stated */
  SpilMoney total;
  SpilId decision; /**< nil: none */
  SpilVat vat; /**< that of the total */
  gboolean proposal; /**< a proposal that is neither decided on nor withdrawn: in force nowhere */
  SpilDay withdrawn; /**< proposal: when it was withdrawn; SPIL_DAY_NONE: it was not */
  SpilId replaces; /**< the version that this one changes; nil: none */
  char *reason; /**< why it changes that; NULL: not stated */
  int elapsed; /**< share of its time that is gone today (spil_budget_query_current(): on that day), in thousandths, from `from` to the end of its year; -1: not known */
} SpilBudgetVersionRow;

/** The versions, latest decided first, then those that are not decided, as SpilBudgetVersionRow. Free with g_ptr_array_unref(). */
GPtrArray *spil_budget_query_versions (SpilStore *store, GError **error);
void spil_budget_version_row_free (SpilBudgetVersionRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilBudgetVersionRow, spil_budget_version_row_free)

/**
 * The version in force on @day (SPIL_DAY_NONE: today): of those decided on or before it the latest, but one of a later year than @day only when there is no other, and one of
 * an earlier year neither. Proposals that are not decided, and those that were withdrawn, are in force nowhere. A version without a date that is no proposal counts
 * where nothing else does. NULL without an error when there is none (*@error stays unset).
 */
SpilBudgetVersionRow *spil_budget_query_current (SpilStore *store, SpilDay day, GError **error);

/**
 * Versions that were decided on another laptop while @version, or one that it came from, was decided here: both change the same budget, and what one
 * changed is not in the other. Also of one that lapsed for that. Latest first, as SpilBudgetVersionRow; empty when there are none. Free with g_ptr_array_unref().
 */
GPtrArray *spil_budget_query_rivals (SpilStore *store, SpilId version, GError **error);

/** That @rival changes the same budget as the version @name, and what to do about it. Free with g_free(). */
char *spil_budget_rival_dup_sentence (const char *name, const SpilBudgetVersionRow *rival);

/**
 * The lines of @version by number, with what was booked up to and with @day (SPIL_DAY_NONE: all), as SpilBudgetLineFigures. A booking belongs to a line number:
 * what was booked on that line of another version of the same year counts too. A forecast counts whatever its day: it is still to come until it is reversed.
 * Free with g_ptr_array_unref().
 */
GPtrArray *spil_budget_query_lines (SpilStore *store, SpilId version, SpilDay day, GError **error);

/**
 * The lines of @version as they stood at the end of each of @n_days @days (known, the earliest first): an array of arrays as spil_budget_query_lines() makes them, with
 * what was committed, drawn, open and spent then; what is reserved and forecast is left out. The bookings are read once, however many days. Free with g_ptr_array_unref().
 */
GPtrArray *spil_budget_query_course (SpilStore *store, SpilId version, const SpilDay *days, gsize n_days,
                                     GError **error);

/** The figures of one line, for a booking on it. Free with spil_budget_line_figures_free(). */
SpilBudgetLineFigures *spil_budget_query_line (SpilStore *store, SpilId line, SpilDay day, GError **error);

/** What is open of @commitment on @day, its reversals and the expenses that drew it down taken off. */
gboolean
spil_budget_query_open (SpilStore *store, SpilId commitment, SpilDay day, SpilMoney *open, GError **error);

/** The money at the end of a month, added up from the beginning. */
typedef struct
{
  SpilDay last; /**< last day of the month */
  SpilMoney committed;
  SpilMoney actual;
} SpilBudgetMonth;

/**
 * From the month of @first to that of @last, each month once, as SpilBudgetMonth: for a burn-down. What was booked before is in the first.
 * @line nil: all lines in the budget. Amounts with another VAT note than the version are left out and counted in @left_out (nullable). Free with g_array_unref().
 */
GArray *spil_budget_query_months (SpilStore *store, SpilId version, SpilId line, SpilDay first, SpilDay last,
                                  int *left_out, GError **error);

/** One booking. */
typedef struct
{
  SpilBookingKind kind;
  SpilId id;
  SpilDay date;
  SpilMoney amount;
  char *counterpart; /**< NULL: not stated */
  char *description; /**< NULL: none */
  gboolean reverses; /**< takes back an earlier one: `original`; also a release */
  gboolean reversed; /**< was taken back whole: a release does not make it so */
  SpilId commitment; /**< expense: draws down this commitment; nil: none */
  SpilId decision; /**< exception by decision; nil: none */
  SpilId line; /**< the line it was made on, perhaps that of an earlier version */
  int line_number;
  char *line_name;
  char *reference; /**< NULL: none */
  SpilDay late_of; /**< came in late: the day that it belongs to; SPIL_DAY_NONE: in time */
  gboolean release; /**< commitment: releases what was left of `original` */
  SpilId original; /**< what it reverses; nil: nothing */
  SpilId
      application; /**< the application that it belongs to, for an expense by its payment or by its commitment; nil: none */
  char *application_name; /**< name of the organisation that applied; NULL: none */
  SpilId reservation; /**< commitment: uses this reservation; nil: none */
  char *commitment_name; /**< expense: description of the commitment; NULL: none */
  SpilMoney
      drawn; /**< commitment: what expenses drew of it; reservation: what commitments used of it; else 0 */
  SpilMoney
      open; /**< commitment, reservation: what is still open, never below 0; forecast that counts: its amount; else 0 */
} SpilBudgetBookingRow;

/** The bookings of @line (nil: all lines of @version), newest first; @limit 0: all. Free with g_ptr_array_unref(). */
GPtrArray *spil_budget_query_bookings (SpilStore *store, SpilId version, SpilId line, int64_t offset,
                                       int64_t limit, GError **error);
void spil_budget_booking_row_free (SpilBudgetBookingRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilBudgetBookingRow, spil_budget_booking_row_free)

/** Which bookings. All zero with days SPIL_DAY_NONE (SPIL_BOOKING_FILTER_ALL): all those of the budget in force today. */
typedef struct
{
  SpilId version; /**< nil: that of `line`, else the one in force today */
  SpilId line; /**< all bookings on its number, in any version of the year; nil: on all lines */
  unsigned kinds; /**< 1 << SpilBookingKind for each kind; 0: all */
  SpilDay first; /**< SPIL_DAY_NONE: any */
  SpilDay last;
  const char *
      text; /**< beginnings of words in counterpart, description and reference, all of them to be found, or an amount as it is typed, whatever its sign; NULL: any. Borrowed */
  gboolean late; /**< only those that came in late */
  gboolean open_only; /**< only commitments and reservations with something open, and forecasts that count */
} SpilBookingFilter;

#define SPIL_BOOKING_FILTER_ALL ((SpilBookingFilter) { .first = SPIL_DAY_NONE, .last = SPIL_DAY_NONE })

#define SPIL_N_BOOKING_KINDS 4

/** What all bookings of a filter add up to, by SpilBookingKind: reversals and releases net. */
typedef struct
{
  int64_t n; /**< bookings that the filter selects */
  int64_t n_of[SPIL_N_BOOKING_KINDS];
  SpilMoney amount
      [SPIL_N_BOOKING_KINDS]; /**< with the VAT note of the version; those on lines outside the budget left out unless the filter names such a line */
  SpilMoney outside[SPIL_N_BOOKING_KINDS]; /**< on lines outside the budget, left out of `amount` */
  int64_t left_out; /**< bookings with another VAT note than the version: in no sum */
} SpilBookingSums;

/**
 * The bookings that @filter selects, newest first, from @offset, at most @limit (0: all) of them, as SpilBudgetBookingRow. @n (nullable): how many there are
 * in all. Free with g_ptr_array_unref().
 */
GPtrArray *spil_budget_query_register (SpilStore *store, const SpilBookingFilter *filter, int64_t offset,
                                       int64_t limit, int64_t *n, GError **error);

/** Their sums. */
gboolean spil_budget_query_register_sums (SpilStore *store, const SpilBookingFilter *filter,
                                          SpilBookingSums *sums, GError **error);

/** What was booked in a quarter, or what is forecast for it. Reversals and releases count in the quarter of their own day. */
typedef struct
{
  SpilPeriod quarter;
  SpilMoney committed;
  SpilMoney actual;
  SpilMoney forecast; /**< all forecasts dated in it with their reversals */
  SpilMoney forecast_now; /**< the forecasts for it that were not reversed: what counts */
  int n; /**< commitments and expenses */
  int left_out; /**< bookings with another VAT note than the version: in no amount */
} SpilBudgetQuarter;

/**
 * The quarters of @version as SpilBudgetQuarter, from its `from` (not stated: 1 January of its year) to the end of its year, or to the
 * quarter of the last booking when that is later. For @line (its number, in any version of the year), or nil: all lines in the budget. What was booked
 * before `from` is in none: see spil_budget_query_before(). Free with g_array_unref().
 */
GArray *spil_budget_query_quarters (SpilStore *store, SpilId version, SpilId line, GError **error);

/** What was booked before the first day of the first quarter that counts, as if it were a quarter (`quarter` is of no meaning). */
gboolean spil_budget_query_before (SpilStore *store, SpilId version, SpilId line, SpilBudgetQuarter *before,
                                   GError **error);

/** What a source pays of a line. */
typedef struct
{
  SpilId line;
  SpilId source;
  char *source_name;
  SpilMoney amount; /**< with the VAT note of the line */
} SpilBudgetAllocationRow;

/** The allocations of @version by line number and source name. Free with g_ptr_array_unref(). */
GPtrArray *spil_budget_query_allocations (SpilStore *store, SpilId version, GError **error);
void spil_budget_allocation_row_free (SpilBudgetAllocationRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilBudgetAllocationRow, spil_budget_allocation_row_free)

/** A line of a version beside the same number in the version that it changes. */
typedef struct
{
  SpilId line; /**< that of the version; of one that only was there before, that one */
  int number;
  char *name;
  gboolean pm; /**< the amount is still to follow */
  SpilMoney before; /**< zero: PM, not stated or not there */
  SpilMoney after;
  gboolean only_before; /**< the version has no such line any more */
  gboolean only_after; /**< it is new */
  gboolean outside; /**< beside the budget */
} SpilBudgetChangeRow;

/**
 * All lines of @version by number, against the version that it replaces; when it names none, against the last that was decided before it in its
 * year. Free with g_ptr_array_unref().
 */
GPtrArray *spil_budget_query_changes (SpilStore *store, SpilId version, GError **error);
void spil_budget_change_row_free (SpilBudgetChangeRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilBudgetChangeRow, spil_budget_change_row_free)

/** What others bring beside the budget. */
typedef struct
{
  SpilId line; /**< of the version asked for, else the one that it was entered on */
  int number;
  char *line_name;
  SpilId organisation; /**< nil: not stated */
  char *organisation_name; /**< NULL: not stated */
  char *name; /**< what it pays for */
  SpilMoney promised; /**< of an application: own contribution and other subsidies of the estimate */
  SpilMoney received; /**< of an application: real cost - what it was settled at, once it is settled */
  SpilId application; /**< the application that it comes from; nil: typed in */
  SpilId id; /**< the row itself: co-financing or application */
} SpilCofinancingRow;

/**
 * The co-financing of the line numbers of @version by number: what was typed in, and what applicants of schemes on those lines pay themselves, from the award on. Free with
 * g_ptr_array_unref().
 */
GPtrArray *spil_budget_query_cofinancing (SpilStore *store, SpilId version, GError **error);
void spil_cofinancing_row_free (SpilCofinancingRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilCofinancingRow, spil_cofinancing_row_free)

G_END_DECLS
