// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-store.h"

G_BEGIN_DECLS

/** How much to invent. */
typedef struct
{
  int employers; /**< each with a site, one to three persons, a relation and its first stage */
  int contacts; /**< contact moments, spread evenly over 2018 in the order of time, each with a person */
  int tasks; /**< activities under ten-fold summaries, with half as many links again */
} SpilGeneratorSize;

/** Called after each batch of rows. */
typedef void (*SpilGeneratorProgress) (int64_t rows, gpointer user_data);

/**
 * Fills the empty database @store with the programme of SPIL_DEMO_TEMPLATE, marked as demo, and invented rows on top: for measuring
 * and for tests of large databases. Rows are committed in batches, so that memory holds the list of employers and one batch only. The same size gives the same
 * rows, ids included. @progress may be NULL.
 */
gboolean spil_generator_fill (SpilStore *store, const SpilGeneratorSize *size, SpilGeneratorProgress progress,
                              gpointer user_data, GError **error);

G_END_DECLS
