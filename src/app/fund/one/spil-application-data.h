// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-documents.h"
#include "spil-fund-query.h"

G_BEGIN_DECLS

/** What the page of one application shows. */
typedef struct
{
  SpilRecord *record;
  SpilFundApplicationRow *row; /**< its figures */
  char *scheme; /**< name of its scheme */
  SpilId line; /**< budget line of the scheme; nil: none */
  SpilDay day;
  char *next; /**< what the usual next step does; NULL: there is none */
  gboolean next_allowed;
  char *window; /**< what is amiss with the day of receipt; NULL: nothing */
  GPtrArray *requirements; /**< of SpilRequirementRow */
  GPtrArray *costs; /**< of SpilRecord: cost items */
  GPtrArray *payments; /**< of SpilRecord */
  GPtrArray *history; /**< of SpilFundEvent, oldest first */
  SpilDocuments *documents;
} SpilApplicationData;

/** NULL without an error when the application is gone. */
SpilApplicationData *
spil_application_data_load (SpilStore *store, SpilId application, SpilDay day, GError **error);
void spil_application_data_free (SpilApplicationData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilApplicationData, spil_application_data_free)

G_END_DECLS
