// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

#include "spil-employer-query.h"

G_BEGIN_DECLS

/** Everything that the page of one employer shows. */
typedef struct
{
  SpilId id;
  SpilDay today;
  SpilEmployerRow *row;
  SpilRecord *organisation;
  SpilRecord *engagement; /**< NULL: no relation yet */
  int cadence; /**< days between contacts, of the relation or else of its tier; 0: none */
  GPtrArray *stages; /**< of SpilRecord, by number, as all that follow */
  GPtrArray *actions; /**< open, the one that is due first in front */
  GPtrArray *persons;
  GPtrArray *sites;
  GPtrArray *offers;
  GPtrArray *applications;
  GPtrArray *statements;
  GHashTable *titles; /**< titles (char *) of the rows that those refer to, by SpilId * */
  GPtrArray *timeline; /**< of SpilTimelineEntry, newest first */
  int64_t n_timeline; /**< how many there are in all */
} SpilEmployerData;

/** What spil_employer_data_load() is asked. Free with g_free(). */
gpointer spil_employer_request_new (SpilId id, int n_timeline);

/** A SpilJobFunc; gives SpilEmployerData, or NULL without an error when the employer is gone. */
gpointer
spil_employer_data_load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error);
void spil_employer_data_free (SpilEmployerData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilEmployerData, spil_employer_data_free)

/** The title of the row that @field of @record refers to; NULL when there is none. */
const char *spil_employer_data_title (const SpilEmployerData *self, SpilRecord *record, int field);

G_END_DECLS
