// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-run.h"
#include "spil-session.h"

G_BEGIN_DECLS

/** The person's name in one line; the user's own where none is given. Free with g_free(). */
char *spil_space_dup_person (const char *person);
/** The name of this laptop. Free with g_free(). */
char *spil_space_dup_device_name (void);

/** Whether the database has no change of anybody: SPIL_SPACE_ERROR_NOT_EMPTY. */
gboolean spil_space_check_empty (SpilStore *store, GError **error);

/** Goes on with an identity of its own that nobody knows yet: what was sent stays the old one's, what was not becomes the new one's. */
gboolean spil_space_renew (SpilStore *store, GError **error);

/** A carrier that can be reached, whatever is in it. */
SpilCarrier *spil_space_open_carrier (const char *uri, GCancellable *cancellable, GError **error);

/** Brings what is new of the members, or the wish to join, to the carrier when that is there; when not, the next run does. */
void spil_space_publish (SpilSession *session, GCancellable *cancellable);

/** Adds an entry that the project leader makes, notes it and publishes it. Takes @entry. */
gboolean
spil_space_add_entry (SpilSession *session, GBytes *entry, GCancellable *cancellable, GError **error);

G_END_DECLS
