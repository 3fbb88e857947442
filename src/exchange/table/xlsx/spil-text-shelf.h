// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Many texts, to be had again by their number. What passes SPIL_TEXT_SHELF_MEMORY goes to a file in the cache folder of the user that
 * has no name, so that nobody else sees it and nothing of it is left.
 */
typedef struct _SpilTextShelf SpilTextShelf;

#define SPIL_TEXT_SHELF_MEMORY (4 * 1024 * 1024)
#define SPIL_TEXT_SHELF_MAX_TEXTS 8000000
#define SPIL_TEXT_SHELF_MAX_BYTES (1024 * 1024 * 1024)

SpilTextShelf *spil_text_shelf_new (void);
void spil_text_shelf_free (SpilTextShelf *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilTextShelf, spil_text_shelf_free)

/** Adds a text of @length bytes; its number is how many there were. SPIL_EXCHANGE_ERROR when a bound is passed or the disk is full. */
gboolean spil_text_shelf_add (SpilTextShelf *self, const char *text, gsize length, GError **error);

/** Sets @out to text @number. FALSE, without an error, when there is none of that number; SPIL_EXCHANGE_ERROR. */
gboolean spil_text_shelf_get (SpilTextShelf *self, guint64 number, GString *out, GError **error);

G_END_DECLS
