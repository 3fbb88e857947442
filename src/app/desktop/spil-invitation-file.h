// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** The name of such a file ends so. */
#define SPIL_INVITATION_ENDING ".spil"

/** No invitation is longer, in bytes. */
#define SPIL_INVITATION_FILE_MOST 4096

/**
 * Reads the invitation that stands in @file: UTF-8 text of one line, as the project leader saved it. Nothing in it is trusted: more than an invitation can be is not read,
 * and what is none is refused. Finish with spil_invitation_file_read_finish().
 */
void spil_invitation_file_read (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback,
                                gpointer user_data);
/** The line. Errors: SPIL_SPACE_ERROR_INVITATION, in a sentence that names the file; G_IO_ERROR. Free with g_free(). */
char *spil_invitation_file_read_finish (GAsyncResult *result, GError **error);

G_END_DECLS
