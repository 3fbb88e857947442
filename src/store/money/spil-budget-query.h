// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-budget-rule.h"
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
} SpilBudgetVersionRow;

/** The versions, latest decided first, as SpilBudgetVersionRow. Free with g_ptr_array_unref(). */
GPtrArray *spil_budget_query_versions (SpilStore *store, GError **error);
void spil_budget_version_row_free (SpilBudgetVersionRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilBudgetVersionRow, spil_budget_version_row_free)

/** The version in force on @day: the latest decided on or before it. NULL without an error when there is none (*@error stays unset). */
SpilBudgetVersionRow *spil_budget_query_current (SpilStore *store, SpilDay day, GError **error);

/**
 * The lines of @version by number, with what was booked up to and with @day (SPIL_DAY_NONE: all), as SpilBudgetLineFigures. A booking belongs to a line number:
 * what was booked on that line of another version of the same year counts too. A forecast counts whatever its day: it is still to come until it is reversed.
 * Free with g_ptr_array_unref().
 */
GPtrArray *spil_budget_query_lines (SpilStore *store, SpilId version, SpilDay day, GError **error);

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
 * @line nil: all lines. Amounts with another VAT note than the version are left out and counted in @left_out (nullable). Free with g_array_unref().
 */
GArray *spil_budget_query_months (SpilStore *store, SpilId version, SpilId line, SpilDay first, SpilDay last,
                                  int *left_out, GError **error);

/** One booking, for the list under a line. */
typedef struct
{
  SpilBookingKind kind;
  SpilId id;
  SpilDay date;
  SpilMoney amount;
  char *counterpart; /**< NULL: not stated */
  char *description; /**< NULL: none */
  gboolean reverses; /**< takes back an earlier one */
  gboolean reversed; /**< was taken back */
  SpilId commitment; /**< expense: draws down this commitment; nil: none */
  SpilId decision; /**< exception by decision; nil: none */
} SpilBudgetBookingRow;

/** The bookings of @line (nil: all lines of @version), newest first; @limit 0: all. Free with g_ptr_array_unref(). */
GPtrArray *spil_budget_query_bookings (SpilStore *store, SpilId version, SpilId line, int64_t offset,
                                       int64_t limit, GError **error);
void spil_budget_booking_row_free (SpilBudgetBookingRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilBudgetBookingRow, spil_budget_booking_row_free)

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

G_END_DECLS
