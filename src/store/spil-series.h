// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-store.h"

G_BEGIN_DECLS

/**
 * One action of a user that is too large for one entry of the change log: an import. It becomes a series of entries, of which all or none is kept, and one
 * undo step. What it takes to undo it stays in the table `series` of this laptop (LOG.md), for as long as there is a database. While a series is under
 * way nobody else writes, and what is read on this store shows what it has done so far.
 */
typedef struct _SpilSeries SpilSeries;

/** Begins one. @id names it from then on. */
SpilSeries *spil_series_begin (SpilStore *store, SpilId id, GError **error);

/**
 * Carries out @action whole or not at all, as spil_store_commit_bulk() does. Where it is refused (SPIL_MODEL_ERROR, SPIL_STORE_ERROR_REFUSED,
 * SPIL_STORE_ERROR_NOT_FOUND) the series may go on without it.
 */
gboolean spil_series_commit (SpilSeries *self, SpilAction *action, GError **error);

/** Makes all of it durable. @label: what the user did, for undo. Nothing was done: no step. */
gboolean spil_series_end (SpilSeries *self, const char *label, GError **error);

/** Frees it; when it was not ended, all of it is taken back, without a trace. */
void spil_series_free (SpilSeries *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilSeries, spil_series_free)

/** What came of taking back a series. */
typedef struct
{
  int64_t turned; /**< rows that were taken back */
  int64_t left; /**< rows of which something was left as it is, because it was changed or referred to since */
} SpilSeriesUndone;

/**
 * Takes back a series, whatever was done after it: rows that it added go, values that it changed are what they were. What anybody changed since is left alone, and so
 * are added rows that others refer to. Itself an undo step. SPIL_STORE_ERROR_NOT_FOUND when there is nothing here to take it back with: it was done on
 * another laptop, or taken back before.
 */
gboolean
spil_series_undo (SpilStore *store, SpilId id, const char *label, SpilSeriesUndone *undone, GError **error);

/** Whether spil_series_undo() can take it back. */
gboolean spil_series_can_undo (SpilStore *store, SpilId id, gboolean *can, GError **error);

G_END_DECLS
