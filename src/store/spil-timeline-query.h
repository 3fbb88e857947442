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
} SpilTimelineKind;

/** One thing that happened with an organisation. */
typedef struct
{
  SpilTimelineKind kind;
  SpilId id; /**< of the row behind it */
  SpilTime time; /**< of a day alone: its 12:00 */
  int choice; /**< contact: SPIL_CONTACT_KIND_*; action, offer, application: its state */
  char *title; /**< note of a contact, stage reached, text of an action, instrument, measures; NULL: none */
  char *detail; /**< outcome of a contact, evidence, notes; NULL: none */
  char *who; /**< broker or owner; NULL: not stated */
  char *persons; /**< names at a contact moment, with ", " between; NULL: none */
  int64_t needs; /**< contact: bits 1 << SPIL_NEED_* */
  char *advice; /**< contact: advice given; NULL: none */
  gboolean reversed; /**< contact: corrected by a later one */
  SpilMoney amount; /**< application: asked, or awarded once it is */
} SpilTimelineEntry;

/** What happened with @organisation, newest first, @limit (0: all) entries from the @offset-th on. Free with g_ptr_array_unref(). */
GPtrArray *
spil_timeline_query (SpilStore *store, SpilId organisation, int64_t offset, int64_t limit, GError **error);
void spil_timeline_entry_free (SpilTimelineEntry *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilTimelineEntry, spil_timeline_entry_free)

gboolean spil_timeline_query_count (SpilStore *store, SpilId organisation, int64_t *count, GError **error);

G_END_DECLS
