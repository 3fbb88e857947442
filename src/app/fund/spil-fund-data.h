// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-fund-query.h"

G_BEGIN_DECLS

/** What the fund page shows. */
typedef struct
{
  GPtrArray *schemes; /**< of SpilFundSchemeRow */
  const SpilFundSchemeRow *scheme; /**< the one that is shown; owned by @schemes; NULL: there is none */
  GPtrArray *items; /**< of SpilFundItem: its applications, first received first */
} SpilFundData;

/** @scheme nil or gone: the first. */
SpilFundData *spil_fund_data_load (SpilStore *store, SpilId scheme, SpilDay day, GError **error);
void spil_fund_data_free (SpilFundData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilFundData, spil_fund_data_free)

/** What the page of one application shows. */
typedef struct
{
  SpilRecord *record;
  GPtrArray *rows; /**< of SpilFundApplicationRow; holds @row */
  const SpilFundApplicationRow *row; /**< its figures */
  char *scheme; /**< name of its scheme */
  GPtrArray *assessments; /**< of SpilRecord */
  GPtrArray *payments; /**< of SpilRecord */
} SpilApplicationData;

/** NULL without an error when the application is gone. */
SpilApplicationData *spil_application_data_load (SpilStore *store, SpilId application, GError **error);
void spil_application_data_free (SpilApplicationData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilApplicationData, spil_application_data_free)

G_END_DECLS
