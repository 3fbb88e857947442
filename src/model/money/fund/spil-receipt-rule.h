// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-day.h"
#include "spil-id.h"
#include "spil-money.h"

G_BEGIN_DECLS

/** An application in the order in which a scheme treats its applications. */
typedef struct
{
  SpilId id;
  SpilDay received; /**< SPIL_DAY_NONE: not stated, after all others */
  int64_t asked; /**< cents; 0: not stated */
  int64_t avoidances; /**< expected a working day, millionths; 0: not stated */
  int64_t taken; /**< cents of the ceiling that it holds */
  int64_t over; /**< of them beyond the ceiling: see spil_fund_receipt_share() */
} SpilFundReceipt;

/**
 * Which comes first, as strcmp() says it. Order of receipt (and no order stated): the day of receipt, then creation (the id, which holds the time). By
 * ranking (SPIL_APPLICATION_ORDER_RANKING): least asked per expected avoidance first, own measure; those without both figures after the others; alike: by receipt.
 */
int spil_fund_receipt_compare (const SpilFundReceipt *a, const SpilFundReceipt *b, int order);

/** Sorts @receipts (of SpilFundReceipt). */
void spil_fund_receipt_sort (GArray *receipts, int order);

/**
 * Sorts @receipts and fills in what of each goes over @ceiling (cents), those before it counting first: max (0, min (taken, sum so far - ceiling)). Added up over
 * all it is what they go over the ceiling together: nothing is cut, the later one is to be decided on.
 */
void spil_fund_receipt_share (GArray *receipts, int order, int64_t ceiling);

/** Where a day of receipt lies in the window of a scheme; an edge that is not stated bounds nothing. */
typedef enum
{
  SPIL_FUND_WINDOW_IN,
  SPIL_FUND_WINDOW_EARLY, /**< before it opened */
  SPIL_FUND_WINDOW_LATE, /**< after it closed; the last day is still in */
  SPIL_FUND_WINDOW_UNKNOWN, /**< not received yet */
} SpilFundWindow;

SpilFundWindow spil_fund_window (SpilDay opens, SpilDay closes, SpilDay received);

/** What is amiss in one sentence; NULL when nothing is. Free with g_free(). */
char *spil_fund_window_dup_sentence (SpilDay opens, SpilDay closes, SpilDay received);

G_END_DECLS
