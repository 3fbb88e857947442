// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

#include "spil-table-reader.h"

G_BEGIN_DECLS

/** How much of a text is looked at to find out what it is, in bytes. */
#define SPIL_TEXT_LOOK_BYTES (64 * 1024)

/** A text file of any encoding, read as UTF-8, block by block. */
typedef struct _SpilTextInput SpilTextInput;

/** Opens @path; SPIL_ENCODING_FOUND looks at its beginning. SPIL_EXCHANGE_ERROR. */
SpilTextInput *spil_text_input_new (const char *path, SpilTextEncoding encoding, GError **error);
void spil_text_input_free (SpilTextInput *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilTextInput, spil_text_input_free)

/**
 * Appends what the next block holds to @text, without a byte order mark and NUL characters; nothing at the end of the file. Each
 * block ends between characters. SPIL_EXCHANGE_ERROR.
 */
gboolean spil_text_input_read (SpilTextInput *self, GString *text, GError **error);

/** The encoding as given or found. */
SpilTextEncoding spil_text_input_get_encoding (SpilTextInput *self);

double spil_text_input_get_progress (SpilTextInput *self);

/** Appends sentences about what was not quite right so far to @notes, of char *. */
void spil_text_input_add_notes (SpilTextInput *self, GPtrArray *notes);

G_END_DECLS
