// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-store.h"

G_BEGIN_DECLS

/** The programme in use at a glance. */
typedef struct
{
  SpilId id;
  char *name;
  char *region; /**< NULL: not stated */
  SpilDay start;
  SpilDay end;
  int64_t modules; /**< bits 1 << SPIL_MODULE_*; 0: not stated, then all are in use */
  int vat; /**< SPIL_VAT_NOTE_*; 0: not stated */
  gboolean demo; /**< holds demo data: say so wherever it shows */
  int64_t n_organisations; /**< of all kinds */
  int64_t n_areas;
  int64_t n_tasks;
} SpilProgrammeRow;

/** NULL with SPIL_STORE_ERROR_NOT_FOUND in an empty database. Free with spil_programme_row_free(). */
SpilProgrammeRow *spil_programme_query (SpilStore *store, GError **error);
void spil_programme_row_free (SpilProgrammeRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilProgrammeRow, spil_programme_row_free)

/** TRUE when the programme uses that module (SPIL_MODULE_*). */
gboolean spil_programme_row_has_module (const SpilProgrammeRow *self, int module);

G_END_DECLS
