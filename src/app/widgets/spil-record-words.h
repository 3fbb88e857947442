// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-record.h"

G_BEGIN_DECLS

/* What to call a row in lists. Free the texts with g_free(). */

/** Its title on one line. */
char *spil_record_dup_one_line (SpilRecord *record);

/** What distinguishes it further: its first few filled-in values besides the title, "Bedrijventerrein · Zwolle". */
char *spil_record_dup_subtitle (SpilRecord *record);

/** "Risk added", "Risk changed", "Risk deleted": labels of actions. */
char *spil_entity_dup_added (const SpilEntity *entity);
char *spil_entity_dup_changed (const SpilEntity *entity);
char *spil_entity_dup_deleted (const SpilEntity *entity);

/** Whether words are looked for in any of its fields. */
gboolean spil_entity_can_be_searched (const SpilEntity *entity);

/** The value of a field for people; where nothing is known: "not stated". */
char *spil_record_dup_fact (SpilRecord *record, int field);

G_END_DECLS
