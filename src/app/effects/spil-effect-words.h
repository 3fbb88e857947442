// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-effect-query.h"
#include "spil-indicator-query.h"

G_BEGIN_DECLS

/* What to say of indicators and effects. Free the texts with g_free(). */

/** "ton CO₂ per year". */
char *spil_indicator_dup_unit (const SpilIndicatorRow *indicator);
/** "412 of 600", "412" or "not measured". */
char *spil_indicator_dup_value (const SpilIndicatorRow *indicator);
/** "Higher is better · gross · measured on 01-10-2018": what further is to be known about the value. */
char *spil_indicator_dup_facts (const SpilIndicatorRow *indicator);

/** Its name, or what it is about. */
char *spil_effect_dup_title (const SpilEffectRow *effect);
/** A figure, not more precise than it is worth: "1.234", "9,8"; "not known". */
char *spil_effect_dup_value (SpilEffectValue value);
/** A decimal link of the chain: "0,39"; "not known". */
char *spil_effect_dup_decimal (int64_t decimal);
/** A share of it: "55%". */
char *spil_effect_dup_share (int64_t decimal);

G_END_DECLS
