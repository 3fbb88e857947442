// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-connection.h"

G_BEGIN_DECLS

/*
 * The table `merged`: each organisation that is merged into another, with its head: where the chain of `merged_into` ends. Laptops that merged
 * apart from each other may have made a circle; then the smallest id in it is the head, everywhere alike. What was merged into an organisation that is gone
 * is not merged.
 */

/** Brings the table up to date. @changed (of SpilId) gets each organisation whose head is another now, and its heads before and after. */
gboolean spil_merged_update (SpilConnection *connection, GHashTable *changed, GError **error);

/** Whether the table is what the organisations make of it. */
gboolean spil_merged_check (SpilConnection *connection, gboolean *sound, GError **error);

G_END_DECLS
