// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-fund-query.h"

G_BEGIN_DECLS

/* How what is known of the fund is said. Free the texts with g_free(). */

/** "€ 12.500,00", or "not stated". */
char *spil_fund_dup_money (gboolean known, SpilMoney money);
/** "31-07-2018", or "not stated". */
char *spil_fund_dup_day (SpilDay day);

/** "Submitted": the name of a SPIL_APPLICATION_STATE_*. Owned by gettext. */
const char *spil_fund_state_label (int state);
/** Its sign; each has a shape of its own. Static. */
const char *spil_fund_state_icon (int state);
/** Its place in the order in which an application goes through them; what ends it early comes last. */
int spil_fund_state_rank (int state);
/** Room for the sign before the name, and a note under that. */
GtkWidget *spil_fund_state_mark_new (void);
/** Makes it that of @state; @note may be empty, and stands out where @late. */
void spil_fund_state_mark_set (GtkWidget *mark, int state, const char *note, gboolean late);

/** What is at stake: "awarded € 9.800,00", "asked € 9.800,00". */
char *spil_fund_dup_stake (const SpilFundApplicationRow *row);
/** The amount of that: settled, awarded or asked; 0 cents when none is stated. */
SpilMoney spil_fund_get_stake (const SpilFundApplicationRow *row);

/** The day by which something has to be done: the decision, or the accountability; SPIL_DAY_NONE: nothing waits for a day. */
SpilDay spil_fund_get_term (const SpilFundApplicationRow *row);
/** "Decide before 12-10-2018, 9 days left", "Decision 3 days late (12-10-2018)"; NULL when nothing waits for a day. */
char *spil_fund_dup_term (const SpilFundApplicationRow *row, SpilDay today);
/** The same in a column: "12-10-2018", "3 days late". "" when nothing waits. */
char *spil_fund_dup_term_short (const SpilFundApplicationRow *row, SpilDay today);

/** "Fietsplan", or that the measures are not stated. Not to be freed. */
const char *spil_fund_get_measures (const SpilFundApplicationRow *row);

/** What the money of the fund brings: "120 avoidances a working day for 9 of 14 applications, € 812,50 each"; "not stated for any application". */
char *spil_fund_dup_avoidances (const SpilFundEffect *effect);
/** The same for CO2, in tonnes a year. */
char *spil_fund_dup_co2 (const SpilFundEffect *effect);

G_END_DECLS
