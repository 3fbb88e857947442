// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-page.h"

G_BEGIN_DECLS

#define SPIL_TYPE_SYNC_PAGE (spil_sync_page_get_type ())

/**
 * Working together: how it stands, what has to be chosen, which laptops take part. Before it is shared: the two ways to begin.
 *
 * Actions: sync.approve(s code), sync.revoke(s device), sync.accept(s device), sync.settle(s conflict), sync.folder, sync.recovery, sync.recover, sync.all-conflicts.
 */
G_DECLARE_FINAL_TYPE (SpilSyncPage, spil_sync_page, SPIL, SYNC_PAGE, SpilPage)

G_END_DECLS
