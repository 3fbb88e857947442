// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

#include "spil-documents.h"
#include "spil-employer-query.h"
#include "spil-timeline-query.h"
#include "spil-visit-section.h"

G_BEGIN_DECLS

/** Everything that the page of one employer shows. */
typedef struct
{
  SpilId id;
  SpilDay today;
  SpilEmployerRow *row;
  SpilRecord *organisation;
  SpilRecord *engagement; /**< NULL: no relation yet */
  int usual_days; /**< till the next action where there is no cadence; 0: not set */
  int cadence; /**< days between contacts, of the relation or else of its tier; 0: none */
  GPtrArray *stages; /**< of SpilRecord, by number, as all that follow */
  GPtrArray *actions; /**< open, the one that is due first in front */
  GPtrArray *persons;
  GPtrArray *sites;
  GPtrArray *applications;
  GPtrArray *statements;
  GPtrArray *scans;
  GPtrArray *interventions;
  SpilDocuments *documents;
  GArray *needs; /**< of SpilNeedCount, the most frequent first */
  GPtrArray *tags_in_use; /**< of char * */
  SpilVisits *visits; /**< what its brokers did and plan */
  GHashTable *titles; /**< titles (char *) of the rows that those refer to, by SpilId * */
  GPtrArray *timeline; /**< of SpilTimelineEntry, newest first */
  int64_t counts[SPIL_N_TIMELINE_KINDS]; /**< how many there are of each kind, as broker and words select */
  int64_t n_timeline; /**< how many there are in all that are selected */
} SpilEmployerData;

/** What spil_employer_data_load() is asked: the employer, and what of its timeline. Texts are copied. */
gpointer spil_employer_request_new (const SpilTimelineFilter *timeline);
void spil_employer_request_free (gpointer request);

/** A SpilJobFunc; gives SpilEmployerData (of the head where the employer is merged into another), or NULL without an error when the employer is gone. */
gpointer
spil_employer_data_load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error);
void spil_employer_data_free (SpilEmployerData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilEmployerData, spil_employer_data_free)

/** The title of the row that @field of @record refers to; NULL when there is none. */
const char *spil_employer_data_title (const SpilEmployerData *self, SpilRecord *record, int field);

G_END_DECLS
