// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-area-rule.h"
#include "spil-entity.h"
#include "spil-store.h"

G_BEGIN_DECLS

/** An area with what follows from its latest check. */
typedef struct
{
  SpilId id;
  char *name;
  int kind; /**< SPIL_AREA_KIND_* */
  char *municipality; /**< NULL: not stated */
  int stance; /**< SPIL_STANCE_*; 0: not stated */
  int64_t themes; /**< bits 1 << SPIL_THEME_* */
  gboolean priority;
  SpilId check; /**< the latest check; nil: never checked */
  SpilDay check_date;
  SpilAreaAnswers answers;
  char *evidence[SPIL_N_PRECONDITIONS]; /**< NULL: none */
  SpilApproach approach;
  int64_t n_employers; /**< organisations with a site here */
  int64_t staff; /**< at those sites, where known */
  int64_t n_staff_unknown; /**< sites without a staff count */
  int64_t n_tasks;
  SpilUpscaleHint hint;
  char *
      hint_employers; /**< the names of those that share the need, with ", " between, at most ten; NULL: no hint */
  int map_x; /**< where a person put it on the overview; -1: nowhere yet */
  int map_y;
} SpilAreaRow;

/** The areas in their order, as of @day, as SpilAreaRow. Free with g_ptr_array_unref(). */
GPtrArray *spil_area_query (SpilStore *store, SpilDay day, GError **error);
/** One of them; NULL with SPIL_STORE_ERROR_NOT_FOUND. Free with spil_area_row_free(). */
SpilAreaRow *spil_area_query_one (SpilStore *store, SpilId area, SpilDay day, GError **error);
void spil_area_row_free (SpilAreaRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilAreaRow, spil_area_row_free)

/** Where people can park in an area, and what will change. */
typedef struct
{
  int64_t places; /**< at sites, where known */
  int64_t n_unknown; /**< sites without a number of places */
  int64_t changed; /**< by what has come, with a day up to the one asked */
  int64_t planned; /**< by what is to come, or has no day */
  int64_t balance; /**< all together */
} SpilParkingBalance;

/** The parking balance of @area on @day. */
gboolean spil_parking_balance_query (SpilStore *store, SpilId area, SpilDay day, SpilParkingBalance *balance,
                                     GError **error);

/** What came of the work in an area: offers to it and to employers with a site there. */
typedef struct
{
  int64_t offers[SPIL_OFFER_STATE_SECURED + 1]; /**< by SPIL_OFFER_STATE_* */
  int64_t participants; /**< of those that run or have run, where known */
  int64_t expected; /**< avoidances a working day of those, decimal, where known */
} SpilAreaResults;

gboolean spil_area_results_query (SpilStore *store, SpilId area, SpilAreaResults *results, GError **error);

G_END_DECLS
