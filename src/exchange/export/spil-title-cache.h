// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-store.h"

G_BEGIN_DECLS

/** The titles of rows that others refer to; each is read once, as long as there are not too many. */
typedef struct _SpilTitleCache SpilTitleCache;

/** Uses @store, which has to outlive it. */
SpilTitleCache *spil_title_cache_new (SpilStore *store);
void spil_title_cache_free (SpilTitleCache *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilTitleCache, spil_title_cache_free)

/** The title; "" when the row is gone. Valid until the next call. */
const char *spil_title_cache_get (SpilTitleCache *self, const SpilEntity *entity, SpilId id);

G_END_DECLS
