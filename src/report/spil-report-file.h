// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

#include "spil-document.h"
#include "spil-report-progress.h"
#include "spil-store.h"

G_BEGIN_DECLS

/** A file that comes to be whole or not at all: it is written beside its place, then put there. */
typedef struct _SpilReportFile SpilReportFile;

/** Whether a document can be written to a file with that name: it ends in .pdf or .odt. */
gboolean spil_report_file_knows (const char *path);

/** Begins a file that will stand at @path. NULL with one sentence for people when it cannot be written there. */
SpilReportFile *spil_report_file_new (const char *path, GError **error);

/** Where to write; owned by the file. */
GOutputStream *spil_report_file_get_stream (SpilReportFile *self);

/** Writes @document in the format that the name of the file asks for, PDF when it asks for none. Errors: as spil_pdf_write(). */
gboolean spil_report_file_write (SpilReportFile *self, SpilDocument *document, GCancellable *cancellable,
                                 SpilReportProgress progress, gpointer user_data, GError **error);

/** Makes the file safe on disk and puts it in its place. */
gboolean spil_report_file_commit (SpilReportFile *self, GError **error);

/** The same for a report of what is in @store, of which a line is added to its audit table: @kind ("akt", "visit", "letter", "person", "data"). */
gboolean spil_report_file_deliver (SpilReportFile *self, SpilStore *store, const char *kind, GError **error);

/** Turns an error of writing to the stream into one sentence for people; other errors stay as they are. */
void spil_report_file_explain (SpilReportFile *self, GError **error);

/** Frees; what was not committed leaves no trace. */
void spil_report_file_free (SpilReportFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilReportFile, spil_report_file_free)

G_END_DECLS
