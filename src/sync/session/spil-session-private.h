// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-session.h"

G_BEGIN_DECLS

/** Works out keys and peers from the members, without noting anything. */
void spil_session_work_out (SpilSession *self);

G_END_DECLS
