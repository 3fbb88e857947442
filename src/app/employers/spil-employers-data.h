// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

#include "spil-chart.h"
#include "spil-employer-selection.h"

G_BEGIN_DECLS

/** What the page of employers shows besides the list itself. */
typedef struct
{
  SpilEmployerKinds kinds; /**< of which `total` is counted */
  int64_t total;
  int64_t n_organisations; /**< of all kinds */
  GPtrArray *stages; /**< of SpilRecord, by number */
  GPtrArray *areas; /**< of SpilRecord */
  GPtrArray *brokers; /**< of char * */
  SpilChart *funnel; /**< NULL when it was not asked for */
} SpilEmployersData;

/** What spil_employers_data_load() is asked. Free with g_free(). */
gpointer spil_employers_request_new (SpilEmployerKinds kinds, gboolean with_funnel);

/** A SpilJobFunc; gives SpilEmployersData. */
gpointer
spil_employers_data_load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error);
void spil_employers_data_free (SpilEmployersData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilEmployersData, spil_employers_data_free)

G_END_DECLS
