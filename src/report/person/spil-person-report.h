// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

#include "spil-document.h"
#include "spil-store.h"

G_BEGIN_DECLS

/** Everything that is kept about one contact person, for that person to see (AVG, article 15). */
typedef struct
{
  SpilRecord *person;
  char *organisation; /**< title; NULL: it is gone */
  char *programme; /**< NULL: none */
  GPtrArray *contacts; /**< of SpilRecord: contact moments with the person, the oldest first */
  GPtrArray *mentions; /**< of SpilRecord: other rows in which the name stands */
  GPtrArray *history; /**< of SpilHistoryEntry, of the person's row, newest first */
  char *actor; /**< who made this; NULL: not known */
  SpilTime made;
} SpilPersonData;

/** NULL with SPIL_STORE_ERROR_NOT_FOUND when there is no such person. Free with spil_person_data_free(). */
SpilPersonData *spil_person_data_gather (SpilStore *store, SpilId person, GError **error);
void spil_person_data_free (SpilPersonData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilPersonData, spil_person_data_free)

/** The same to read. Free with spil_document_free(). */
SpilDocument *spil_person_report_new (const SpilPersonData *data);

/** The same for machines: JSON in the notation of `spilctl --json`, to take to another (AVG, article 20). Free with g_free(). */
char *spil_person_report_dup_json (const SpilPersonData *data);

/** Whether a file of that name can be written. */
gboolean spil_person_report_knows (const char *path);

/** Writes it, in Dutch, whole or not at all: to @path that ends in .pdf, .odt or .json. */
gboolean spil_person_report_write (SpilStore *store, SpilId person, const char *path, GError **error);

G_END_DECLS
