// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

#include "spil-chart.h"
#include "spil-employer-selection.h"

G_BEGIN_DECLS

/** What saved filters of this page have in their field `page`. */
#define SPIL_EMPLOYERS_FILTER_PAGE "employers"

/** What the chart of the funnel is about. */
typedef enum
{
  SPIL_FUNNEL_UNTIL_NOW, /**< all until today */
  SPIL_FUNNEL_THIS_QUARTER,
  SPIL_FUNNEL_LAST_QUARTER,
  SPIL_FUNNEL_THIS_YEAR,
  SPIL_FUNNEL_N_PERIODS,
} SpilFunnelPeriod;

/** What the page of employers shows besides the list itself. */
typedef struct
{
  SpilEmployerKinds kinds; /**< of which `total` is counted */
  int64_t total;
  int64_t n_organisations; /**< of all kinds */
  GPtrArray *stages; /**< of SpilRecord, by number */
  GPtrArray *areas; /**< of SpilRecord */
  GPtrArray *brokers; /**< of char *; empty when they were not asked for, as the next two */
  GPtrArray *towns; /**< of char * */
  GPtrArray *tags; /**< of char * */
  gboolean with_choices; /**< those three were asked for */
  GPtrArray *filters; /**< of SpilRecord: the saved filters of this page, by name */
  char *actor; /**< who works here; NULL: not known */
  SpilChart *funnel; /**< NULL when it was not asked for */
} SpilEmployersData;

/** What spil_employers_data_load() is asked. */
typedef struct
{
  SpilEmployerKinds kinds;
  gboolean
      with_choices; /**< brokers, towns and tags to choose from: they take a moment where there are many employers */
  gboolean with_funnel;
  SpilFunnelPeriod period; /**< of the funnel */
  SpilDay today;
} SpilEmployersRequest;

/** A SpilJobFunc; gives SpilEmployersData. */
gpointer
spil_employers_data_load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error);
void spil_employers_data_free (SpilEmployersData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilEmployersData, spil_employers_data_free)

G_END_DECLS
