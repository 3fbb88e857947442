// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

#include "spil-document.h"
#include "spil-letter-fields.h"

G_BEGIN_DECLS

/** A letter whose fields are filled in, as it goes out; people may change it before. */
typedef struct
{
  char *subject;
  char *body; /**< paragraphs with an empty line between */
  GPtrArray *unknown; /**< as in SpilLetterText, of subject and body together */
  GPtrArray *missing;
} SpilLetter;

/** Fills the text of @data in. Free with spil_letter_free(). */
SpilLetter *spil_letter_new (const SpilLetterData *data);
void spil_letter_free (SpilLetter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilLetter, spil_letter_free)

/**
 * Writes the letter of that @kind about an application in Dutch to @path (.odt or .pdf): whole, or not at all. @subject and @body NULL: as the
 * text for such letters says. SPIL_STORE_ERROR_NOT_FOUND when there is no such application; else one sentence for people.
 */
gboolean spil_letter_write (SpilStore *store, SpilId application, int kind, const char *subject,
                            const char *body, const char *path, GCancellable *cancellable, GError **error);

/** A name for its file without an ending: "Toekenningsbrief Voorbeeld BV 2018-11-15". Free with g_free(). */
char *spil_letter_dup_file_name (const SpilLetterData *data, int kind);

G_END_DECLS
