// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-home-data.h"

G_BEGIN_DECLS

/** The rows of the programme at a glance: budget, highest risks, indicators; each opens its page. As GtkWidget, floating. */
GPtrArray *spil_glance_rows_new (const SpilHomeData *data);

G_END_DECLS
