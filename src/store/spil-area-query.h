// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-area-rule.h"
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
} SpilAreaRow;

/** The areas in their order, as of @day, as SpilAreaRow. Free with g_ptr_array_unref(). */
GPtrArray *spil_area_query (SpilStore *store, SpilDay day, GError **error);
/** One of them; NULL with SPIL_STORE_ERROR_NOT_FOUND. Free with spil_area_row_free(). */
SpilAreaRow *spil_area_query_one (SpilStore *store, SpilId area, SpilDay day, GError **error);
void spil_area_row_free (SpilAreaRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilAreaRow, spil_area_row_free)

G_END_DECLS
