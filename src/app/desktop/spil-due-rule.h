// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-day.h"

G_BEGIN_DECLS

/* When and how the desktop is told that actions are due. */

/**
 * Whether to tell now: not to who has Spil before him (@looking), and once a day at most. @told is the day on which it was told last; SPIL_DAY_NONE: never.
 */
gboolean spil_due_rule_tells (SpilDay today, SpilDay told, gboolean looking);

/** "3 actions are due today": how many, and nothing of whom or what, for it may stand on a screen that is locked. Free with g_free(). */
char *spil_due_rule_dup_title (int64_t n_due);

G_END_DECLS
