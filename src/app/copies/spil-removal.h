// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-window.h"

G_BEGIN_DECLS

/** Removes all that Spil keeps on this laptop, after a word has been typed: the database and the secrets. Ends at the welcome page. */
void spil_removal_ask (SpilWindow *window);

G_END_DECLS
