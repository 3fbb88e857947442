// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** From now on the program is light or dark as the setting `color-scheme` says, at once when it changes. */
void spil_appearance_follow_settings (void);

G_END_DECLS
