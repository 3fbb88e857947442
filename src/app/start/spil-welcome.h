// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-worker.h"

G_BEGIN_DECLS

#define SPIL_TYPE_WELCOME (spil_welcome_get_type ())

/** What is seen while there is no programme: start from the plan, from another template, or look at the demo. */
G_DECLARE_FINAL_TYPE (SpilWelcome, spil_welcome, SPIL, WELCOME, AdwBin)

GtkWidget *spil_welcome_new (SpilWorker *worker);

G_END_DECLS
