// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-store.h"

G_BEGIN_DECLS

/** Which offers. All zero bytes: all of them. Nothing in it is owned. */
typedef struct
{
  SpilId offer; /**< only this one; nil: any */
  SpilId instrument; /**< nil: any */
  SpilId organisation; /**< nil: any */
  SpilId area; /**< to the area itself, or to an organisation with a site in it; nil: any */
  gboolean only_area; /**< those to the area itself alone */
  const char *owner; /**< NULL: any */
  int state; /**< SPIL_OFFER_STATE_*; 0: any */
  int64_t offset;
  int64_t limit; /**< 0: all */
} SpilOfferFilter;

/** An offer. */
typedef struct
{
  SpilId id;
  SpilId instrument;
  char *instrument_name;
  SpilId organisation; /**< nil: none */
  SpilId area; /**< nil: none */
  char *whom; /**< name of the organisation or the area; NULL: neither */
  int state; /**< SPIL_OFFER_STATE_* */
  SpilDay start;
  SpilDay end;
  int64_t participants; /**< -1: not known */
  int64_t expected; /**< decimal; -1: not known */
  char *owner; /**< NULL: none */
  char *notes; /**< NULL: none */
} SpilOfferRow;

/** The offers, by state and start, as SpilOfferRow. Free with g_ptr_array_unref(). */
GPtrArray *spil_offer_query (SpilStore *store, const SpilOfferFilter *filter, GError **error);
void spil_offer_row_free (SpilOfferRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilOfferRow, spil_offer_row_free)

/** How many offers there are in each state, and what they promise together; the filter's state and window left aside. */
typedef struct
{
  int64_t n[SPIL_OFFER_STATE_SECURED + 1]; /**< indexed by SPIL_OFFER_STATE_* */
  int64_t participants[SPIL_OFFER_STATE_SECURED + 1]; /**< where known */
  int64_t expected[SPIL_OFFER_STATE_SECURED + 1]; /**< decimal, avoidances a working day, where known */
} SpilOfferCounts;

gboolean spil_offer_query_counts (SpilStore *store, const SpilOfferFilter *filter, SpilOfferCounts *counts,
                                  GError **error);

/** The owners that occur: char *, sorted; for filters. Free with g_ptr_array_unref(). */
GPtrArray *spil_offer_query_owners (SpilStore *store, GError **error);

G_END_DECLS
