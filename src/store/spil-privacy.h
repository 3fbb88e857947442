// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-store.h"

G_BEGIN_DECLS

/** What an erasure removed, or would remove. */
typedef struct
{
  int64_t n_fields; /**< personal values of the person's own row */
  int64_t n_notes; /**< notes of contact moments */
  int64_t n_log; /**< entries of the change log that held such values and can no longer be read */
  gboolean
      traces_left; /**< another program was reading: traces in the file wait for the next spil_store_scrub() */
  GPtrArray *mentions; /**< of SpilRecord: other rows in which the name still stands, for people to look at */
} SpilErasure;

void spil_erasure_free (SpilErasure *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilErasure, spil_erasure_free)

/** What erasing the person would remove; changes nothing. */
SpilErasure *spil_store_survey_person (SpilStore *self, SpilId person, GError **error);

/**
 * Erases the personal values of the person and the notes of the contact moments with that person, here and, with the next
 * synchronisations, on every laptop: their keys are destroyed, so that the change log, packets and copies cannot be read
 * either. The rows stay, empty, for the figures. Cannot be undone.
 */
SpilErasure *spil_store_erase_person (SpilStore *self, SpilId person, GError **error);

/** Removes the traces of what was erased from the file itself: free pages, search index, write-ahead log. Takes time on a large database. */
gboolean spil_store_scrub (SpilStore *self, GError **error);

/** Whether spil_store_scrub() is still to be done. */
gboolean spil_store_needs_scrub (SpilStore *self);

/** The persons whose retention date has come, as SpilRecord, the oldest first. */
GPtrArray *spil_store_due_for_erasure (SpilStore *self, GError **error);

G_END_DECLS
