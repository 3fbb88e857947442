// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

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

/**
 * The persons whose data have been kept long enough, as SpilRecord, the oldest first: whose retention date has come, or who have none while the
 * retention period of contact persons has gone by since the last contact moment with them (without any: since they were added).
 */
GPtrArray *spil_store_due_for_erasure (SpilStore *self, GError **error);
/** How many they are, without reading them. */
gboolean spil_store_count_due_for_erasure (SpilStore *self, int64_t *count, GError **error);

/** More than this are not counted. */
#define SPIL_RETENTION_MAX_COUNT 10000

/** What has been kept long enough of a category whose rows are erased together. */
typedef struct
{
  SpilId rule; /**< the retention period */
  int category; /**< SPIL_RETENTION_CATEGORY_NOTES or PARTICIPATIONS */
  int months;
  SpilDay before; /**< notes of contact moments, and participations in periods that began, before this day */
  int64_t count; /**< at most SPIL_RETENTION_MAX_COUNT */
} SpilRetentionTotal;

/** Those of which there is anything, as SpilRetentionTotal. Free with g_ptr_array_unref(). */
GPtrArray *spil_store_retention_totals (SpilStore *self, GError **error);

/** Whether there is anything in them: quicker. */
gboolean spil_store_has_kept (SpilStore *self, gboolean *any, GError **error);

/**
 * Erases the notes, or the pseudonyms, of one of those totals, in steps of some thousand rows; @count gets how many. The rows stay for the
 * figures. Cannot be undone. What was done before an error or @cancellable stays done.
 */
gboolean spil_store_erase_kept (SpilStore *self, const SpilRetentionTotal *total, GCancellable *cancellable,
                                int64_t *count, GError **error);

/** Erases the note of one contact moment, that should not have been written so; it stays for the figures. Cannot be undone. */
gboolean spil_store_erase_note (SpilStore *self, SpilId contact, GError **error);

G_END_DECLS
