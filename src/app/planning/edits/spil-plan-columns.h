// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-plan-action.h"

G_BEGIN_DECLS

/** The word by which a column is remembered; NULL for one that is always there. */
const char *spil_plan_column_word (SpilPlanCell cell);
/** Reads which columns are hidden, from words with commas between (nullable): a bit for each SpilPlanCell. Words that mean nothing are left out. */
guint spil_plan_columns_parse (const char *text);
/** Such a text. Free with g_free(). */
char *spil_plan_columns_format (guint hidden);

G_END_DECLS
