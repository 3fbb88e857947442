// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-fund-query.h"
#include "spil-norms.h"

G_BEGIN_DECLS

/** All schemes of the programme with all their applications, worked out together: the room of one depends on all. */
typedef struct
{
  SpilDay day;
  SpilNorms norms;
  GPtrArray *schemes; /**< of SpilFundSchemeRow, by name */
  GPtrArray *applications; /**< of SpilFundApplicationRow, first received first */
} SpilFundBook;

/** Reads it with a fixed number of statements, as it stands on @day. */
SpilFundBook *spil_fund_book_read (SpilStore *store, SpilDay day, GError **error);
void spil_fund_book_free (SpilFundBook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilFundBook, spil_fund_book_free)

/** NULL where it is not. */
SpilFundSchemeRow *spil_fund_book_find_scheme (SpilFundBook *self, SpilId scheme);
SpilFundApplicationRow *spil_fund_book_find_application (SpilFundBook *self, SpilId application);

/** The test that `award` holds; without the room of the scheme where @with_room is FALSE. */
SpilFundAward
spil_fund_test (const SpilFundApplicationRow *self, const SpilFundSchemeRow *scheme, gboolean with_room);

/** Its place in the order of treatment. */
SpilFundReceipt spil_fund_receipt_of (const SpilFundApplicationRow *row);

/** What one that is still in the pipeline may get, in cents; 0 for others. The room is shared by all, so it does not bound this. */
int64_t spil_fund_likely (const SpilFundApplicationRow *row, const SpilFundSchemeRow *scheme);

/** Fills in what goes with the applications: payments, commitments, answers, cost items. */
gboolean spil_fund_read_parts (SpilStore *store, GPtrArray *applications, GError **error);

/** A commitment of an application. */
typedef struct
{
  SpilId id;
  SpilMoney stands; /**< reversals and releases taken off */
  SpilMoney drawn; /**< by expenses, what came back taken off */
  SpilMoney open; /**< not drawn yet */
} SpilFundCommitment;

/** The commitments of an application, oldest first, as SpilFundCommitment. Free with g_array_unref(). */
GArray *spil_fund_read_commitments (SpilStore *store, SpilId application, GError **error);

/** The schemes with their terms and windows; their sums are still to be made. */
GPtrArray *spil_fund_read_schemes (SpilStore *store, SpilDay day, GError **error);

/** Works out all sums, once everything was read. */
void spil_fund_book_work_out (SpilFundBook *self);

G_END_DECLS
