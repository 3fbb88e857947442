// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

#include "spil-budget-query.h"
#include "spil-documents.h"

G_BEGIN_DECLS

/** A booking that belongs together with the one that is shown. */
typedef struct
{
  const SpilBudgetBookingRow *row; /**< owned by the data */
  int depth; /**< 0: the first of them, from which the others come */
} SpilBookingLink;

/** What the page of one booking shows. */
typedef struct
{
  GPtrArray *rows; /**< of SpilBudgetBookingRow: all of its line */
  const SpilBudgetBookingRow *row; /**< the one that is shown */
  SpilRecord *record;
  GArray *
      chain; /**< of SpilBookingLink, first the one from which the others come: reservation, commitments, expenses, reversals and releases */
  char *decision; /**< title; "": none */
  SpilId payment; /**< of which it is the booking; nil: none */
  SpilDocuments *documents;
  GPtrArray *history; /**< of SpilHistoryEntry */
} SpilBookingData;

/** What to read. */
typedef struct
{
  SpilBookingKind kind;
  SpilId id;
} SpilBookingRequest;

/** On the worker's thread: reads it for a SpilBookingRequest; NULL without an error when the booking is gone. */
gpointer
spil_booking_data_load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error);
void spil_booking_data_free (SpilBookingData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilBookingData, spil_booking_data_free)

/**
 * What belongs together with the booking @id among @rows (of SpilBudgetBookingRow), as SpilBookingLink: what it comes from, and all that came from that, each after what it
 * comes from. Free with g_array_unref().
 */
GArray *spil_booking_chain_new (GPtrArray *rows, SpilId id);

G_END_DECLS
