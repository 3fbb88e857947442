// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-window.h"

G_BEGIN_DECLS

/**
 * The preferences of who works on this laptop: settings, and the name that is in the database of @window. What is changed holds at once.
 */
AdwDialog *spil_preferences_dialog_new (SpilWindow *window);

G_END_DECLS
