// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Sets what time it is for all code of this program, in milliseconds since 1970; 0: as it is. This file takes the place of
 * g_get_real_time(), so no laptop needs a door through which its clock can be turned.
 */
void sim_clock_set (int64_t milliseconds);

G_END_DECLS
