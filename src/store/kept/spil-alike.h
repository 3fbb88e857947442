// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-connection.h"
#include "spil-likeness-rule.h"

G_BEGIN_DECLS

/*
 * The table `alike`: for each organisation what another would have to have the same for them to be one: numbers that stand for its KvK number,
 * name, sound of the name, address, telephone number and domain (spil-duplicate-rule.h). Those that share one are compared; the table proves
 * nothing. Kept as spil-kept.h says.
 */

/** One organisation has at most so many. */
#define SPIL_ALIKE_KEYS 6

/** Of which sort the keys are changes the table's text, so that it is made anew: count up when a rule behind them changes. */
#define SPIL_ALIKE_RULE "1"

/** Writes the keys of those facts to @keys and gives their number. */
int spil_alike_keys (const SpilDuplicateFacts *facts, int64_t keys[SPIL_ALIKE_KEYS]);

/** What one change does to the table: gathered row by row, written at the end. */
typedef struct
{
  GArray *writes; // what comes later counts
} SpilAlikes;

void spil_alikes_init (SpilAlikes *self);
void spil_alikes_clear (SpilAlikes *self);

/** An organisation was @before and is @after. NULL: it is not there. */
void spil_alikes_change (SpilAlikes *self, SpilRecord *before, SpilRecord *after);

/** Writes what was gathered. */
gboolean spil_alikes_write (SpilAlikes *self, SpilConnection *connection, GError **error);

/** Makes the table anew; within a change of the caller. */
gboolean spil_alikes_make_anew (SpilConnection *connection, GError **error);

/** Whether the table is what the organisations make of it. */
gboolean spil_alikes_check (SpilConnection *connection, gboolean *sound, GError **error);

G_END_DECLS
