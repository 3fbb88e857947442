// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** A file that comes to be whole or not at all: it is written beside its place, then put there. */
typedef struct _SpilReportFile SpilReportFile;

/** Begins a file that will stand at @path. NULL with one sentence for people when it cannot be written there. */
SpilReportFile *spil_report_file_new (const char *path, GError **error);

/** Where to write; owned by the file. */
GOutputStream *spil_report_file_get_stream (SpilReportFile *self);

/** Makes the file safe on disk and puts it in its place. */
gboolean spil_report_file_commit (SpilReportFile *self, GError **error);

/** Turns an error of writing to the stream into one sentence for people; other errors stay as they are. */
void spil_report_file_explain (SpilReportFile *self, GError **error);

/** Frees; what was not committed leaves no trace. */
void spil_report_file_free (SpilReportFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilReportFile, spil_report_file_free)

G_END_DECLS
