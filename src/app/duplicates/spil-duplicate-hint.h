// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-worker.h"

G_BEGIN_DECLS

#define SPIL_TYPE_DUPLICATE_HINT (spil_duplicate_hint_get_type ())

/**
 * While an organisation is typed: those that may be the same, each with why, and a button (Alt+1 to Alt+3) to open it instead. Signal `chosen`
 * (const SpilId *).
 */
G_DECLARE_FINAL_TYPE (SpilDuplicateHint, spil_duplicate_hint, SPIL, DUPLICATE_HINT, AdwBin)

GtkWidget *spil_duplicate_hint_new (void);

/** Looks for what may be @organisation, as far as it is typed; the answer comes later, unless asked again. */
void spil_duplicate_hint_ask (SpilDuplicateHint *self, SpilWorker *worker, SpilRecord *organisation);

G_END_DECLS
