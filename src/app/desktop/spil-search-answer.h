// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

#include "spil-store.h"

G_BEGIN_DECLS

/* What the desktop's search is answered, from the database alone; on the worker's thread. What was removed or erased is not in it. */

/** At most so many employers, and as many contact persons. */
#define SPIL_SEARCH_ANSWER_MOST 5

/**
 * A SpilJobFunc: the results for the words @data (a GStrv), as a GStrv. A result is "organisation ID", or "organisation ID person ID" for a contact person: its
 * first two words are what app.open-record opens.
 */
gpointer spil_search_answer_find (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error);

/** A SpilJobFunc: what is shown of the results @data (a GStrv), as a GVariant of type aa{sv}. What is gone is left out. */
gpointer
spil_search_answer_describe (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error);

/** What app.open-record is to be asked for a result; NULL: it is none of ours. Free with g_free(). */
char *spil_search_answer_dup_target (const char *result);

G_END_DECLS
