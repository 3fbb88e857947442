// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-window.h"

G_BEGIN_DECLS

/** Asks for a copy, says what it holds and what will happen, puts it in place of the database of @window and opens it. */
void spil_restore_ask (SpilWindow *window);

G_END_DECLS
