// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-employer-query.h"
#include "spil-employer-selection.h"

G_BEGIN_DECLS

/* What the list and the page of an employer say of it. Free the texts with g_free(). */

/** "120", "1.250"; "not stated". */
char *spil_employer_dup_staff (const SpilEmployerRow *row);
/** "120 employees"; NULL when that is not known. */
char *spil_employer_dup_staff_words (const SpilEmployerRow *row);
char *spil_employer_dup_town (const SpilEmployerRow *row);
/** "2. Interest"; "none". */
char *spil_employer_dup_stage (const SpilEmployerRow *row);
/** The mobility broker, else the sustainability broker; "none". */
char *spil_employer_dup_broker (const SpilEmployerRow *row);
/** "A"; "none". */
char *spil_employer_dup_tier (const SpilEmployerRow *row);
/** "Parking problems, Moving premises"; "" when there is none. */
char *spil_employer_dup_urgency (const SpilEmployerRow *row);
/** "Over-capacity"; "not stated". */
char *spil_employer_dup_capacity (const SpilEmployerRow *row);
/** "31-07-2018"; "never". */
char *spil_employer_dup_last_day (const SpilEmployerRow *row);
/** "31-07-2018", with "(overdue)" when contact is owed; "never". */
char *spil_employer_dup_last_contact (const SpilEmployerRow *row);
/** "12-10-2018: call back", with "(past)" when that day is over; "none". */
char *spil_employer_dup_next_action (const SpilEmployerRow *row, SpilDay today);
/** "12-10-2018" of the next action, with "(past)" when that day is over; NULL when there is none or it has no day. */
char *spil_employer_dup_action_day (const SpilEmployerRow *row, SpilDay today);
/** "Zwolle · Interest · 12 days overdue": what distinguishes it in one line. */
char *spil_employer_dup_subtitle (const SpilEmployerRow *row);

/** How many are shown of how many: "240 employers", "12 of 240 employers". */
char *spil_employer_dup_count (int64_t shown, int64_t total, const SpilEmployerSelection *selection);

G_END_DECLS
