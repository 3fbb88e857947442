// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-worker.h"

G_BEGIN_DECLS

/** Opens the wizard over @window, an AdwApplicationWindow, when a file is dropped there. */
void spil_import_take_drops (GtkWidget *window, SpilWorker *worker);

G_END_DECLS
