// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

#include "spil-syncer.h"

G_BEGIN_DECLS

#define SPIL_TYPE_SYNC_STATE (spil_sync_state_get_type ())

/** The line at the foot of the sidebar: an icon and a sentence. It opens the page, and tells a screen reader when it gets worse. */
G_DECLARE_FINAL_TYPE (SpilSyncState, spil_sync_state, SPIL, SYNC_STATE, GtkBox)

void spil_sync_state_set_syncer (SpilSyncState *self, SpilSyncer *syncer);

/** The icon that goes with a level. */
const char *spil_sync_level_icon (SpilSyncLevel level);

G_END_DECLS
