// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-syncer.h"

G_BEGIN_DECLS

#define SPIL_TYPE_WAIT_VIEW (spil_wait_view_get_type ())

/**
 * What a window shows that takes part but has no programme yet: the code to read out until the project leader lets the laptop in, then how far
 * the first fetch is. The window goes on by itself when the programme has come.
 */
G_DECLARE_FINAL_TYPE (SpilWaitView, spil_wait_view, SPIL, WAIT_VIEW, AdwBin)

GtkWidget *spil_wait_view_new (SpilSyncer *syncer);

G_END_DECLS
