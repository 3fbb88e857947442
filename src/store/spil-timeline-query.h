// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-store.h"

G_BEGIN_DECLS

typedef enum
{
  SPIL_TIMELINE_CONTACT,
  SPIL_TIMELINE_STAGE, /**< stage change */
  SPIL_TIMELINE_ACTION, /**< next action that is done or dropped, at its due day; one without a day, or done before it, where it was made */
  SPIL_TIMELINE_OFFER, /**< at its start, or the day it was made */
  SPIL_TIMELINE_APPLICATION, /**< at its receipt, or the day it was made */
  SPIL_TIMELINE_STATEMENT, /**< statement of intent, where it was signed */
  SPIL_TIMELINE_SCAN,
  SPIL_N_TIMELINE_KINDS
} SpilTimelineKind;

/** One thing that happened with an organisation. */
typedef struct
{
  SpilTimelineKind kind;
  SpilId id; /**< of the row behind it */
  SpilTime time; /**< of a day alone: its 12:00 */
  int choice; /**< contact: SPIL_CONTACT_KIND_*; action, offer, application: its state; statement: the level of who signed; scan: its kind */
  char *
      title; /**< note of a contact, stage reached, text of an action, instrument, measures, promises, method; NULL: none */
  char *detail; /**< outcome of a contact, evidence, notes; NULL: none */
  char *who; /**< broker or owner; NULL: not stated */
  char *persons; /**< names at a contact moment, with ", " between; NULL: none */
  int64_t needs; /**< contact: bits 1 << SPIL_NEED_* */
  char *advice; /**< contact: advice given; NULL: none */
  gboolean reversed; /**< contact: corrected by a later one */
  SpilMoney amount; /**< application: asked, or awarded once it is */
  char *
      from; /**< name of the organisation, merged into this one, with which it happened; NULL: with this one */
} SpilTimelineEntry;

/** What is asked of the timeline. All zero but the organisation: everything. Nothing in it is owned. */
typedef struct
{
  SpilId organisation;
  int64_t kinds; /**< bits 1 << SPIL_TIMELINE_*; 0: all kinds */
  const char *broker; /**< only what this broker or owner did; NULL: whoever */
  const char *words; /**< each must be found in what is said, wherever and within words too; NULL: any */
  int64_t offset;
  int64_t limit; /**< 0: all */
} SpilTimelineFilter;

/** What happened, newest first. Free with g_ptr_array_unref(). */
GPtrArray *spil_timeline_query_filtered (SpilStore *store, const SpilTimelineFilter *filter, GError **error);
/** How many there are of each kind: broker and words count, the kinds and the window of the filter do not. */
gboolean spil_timeline_query_counts (SpilStore *store, const SpilTimelineFilter *filter,
                                     int64_t counts[SPIL_N_TIMELINE_KINDS], GError **error);

/** What happened with @organisation, newest first, @limit (0: all) entries from the @offset-th on. Free with g_ptr_array_unref(). */
GPtrArray *
spil_timeline_query (SpilStore *store, SpilId organisation, int64_t offset, int64_t limit, GError **error);
void spil_timeline_entry_free (SpilTimelineEntry *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilTimelineEntry, spil_timeline_entry_free)

gboolean spil_timeline_query_count (SpilStore *store, SpilId organisation, int64_t *count, GError **error);

G_END_DECLS
