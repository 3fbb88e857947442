// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-window.h"

G_BEGIN_DECLS

/** Takes part with the invitation in @file: the form for that, with the invitation filled in; or why that cannot be. */
void spil_invitation_open (SpilWindow *window, GFile *file);

G_END_DECLS
