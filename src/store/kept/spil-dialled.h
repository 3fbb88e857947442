// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-connection.h"
#include "spil-record.h"

G_BEGIN_DECLS

/*
 * The table `dialled`: each telephone number of a row twice, in national digits (spil-phone.h): as it is dialled, and turned round after a
 * "<". So it is found from its start and from its end, whichever way it was written.
 */

/** Writes the numbers of @after, which is there, in the place of those of @before. NULL: it is not there. */
gboolean
spil_dialled_change (SpilConnection *connection, SpilRecord *before, SpilRecord *after, GError **error);

/** Makes the table anew. */
gboolean spil_dialled_make_anew (SpilConnection *connection, GError **error);

/** Whether the table is what the rows make of it. */
gboolean spil_dialled_check (SpilConnection *connection, gboolean *sound, GError **error);

/** A number turned round, as the table has it. Free with g_free(). */
char *spil_dialled_turn (const char *number);

G_END_DECLS
