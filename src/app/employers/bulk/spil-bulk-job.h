// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-bulk-target.h"
#include "spil-employer-bulk.h"

G_BEGIN_DECLS

#define SPIL_BULK_N_TEXTS 5

/** What the worker is asked: an edit, and for whom. */
typedef struct
{
  SpilBulkTarget *target; /**< owned */
  SpilEmployerEdit edit; /**< borrows @texts */
  char *texts[SPIL_BULK_N_TEXTS]; /**< owned */
  gboolean with_action; /**< the action itself is wanted, and not only how many change */
} SpilBulkJob;

SpilBulkJob *spil_bulk_job_new (const SpilBulkTarget *target, gboolean with_action);
void spil_bulk_job_free (SpilBulkJob *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilBulkJob, spil_bulk_job_free)

/** What it gives. */
typedef struct
{
  SpilAction *action; /**< NULL when only a preview was wanted */
  int64_t n_meant; /**< employers that are there */
  int64_t n_changed; /**< those for whom something changes */
} SpilBulkResult;

void spil_bulk_result_free (SpilBulkResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilBulkResult, spil_bulk_result_free)

/** A SpilJobFunc: gives a SpilBulkResult. */
gpointer spil_bulk_job_run (SpilStore *store, gpointer job, GCancellable *cancellable, GError **error);

/** "This changes 37 employers; 3 have it already." Free with g_free(). */
char *spil_bulk_result_dup_text (const SpilBulkResult *self);

G_END_DECLS
