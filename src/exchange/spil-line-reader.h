// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** Reads lines of bounded length, whatever the file holds. */
typedef struct _SpilLineReader SpilLineReader;

typedef enum
{
  SPIL_LINE_READ, /**< a line */
  SPIL_LINE_TOO_LONG, /**< a line that is longer than allowed; it was skipped */
  SPIL_LINE_END, /**< there are no more */
  SPIL_LINE_FAILED, /**< the file cannot be read: the error is set */
} SpilLineResult;

/** Lines of at most @max_bytes from @stream (a reference is kept). */
SpilLineReader *spil_line_reader_new (GInputStream *stream, gsize max_bytes);
void spil_line_reader_free (SpilLineReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilLineReader, spil_line_reader_free)

/** Reads the next line, without its end (LF or CR LF); it may hold NUL characters. @line is owned by the reader until the next call. */
SpilLineResult spil_line_reader_next (SpilLineReader *self, const char **line, gsize *length, GError **error);

/** The number of the latest line, counted from 1. */
int64_t spil_line_reader_get_number (SpilLineReader *self);

G_END_DECLS
