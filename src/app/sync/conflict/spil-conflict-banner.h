// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-entity.h"
#include "spil-id.h"
#include "spil-worker.h"

G_BEGIN_DECLS

/** A row that a page is about. */
typedef struct
{
  SpilEntityNumber entity;
  SpilId id;
} SpilPageRow;

#define SPIL_TYPE_CONFLICT_BANNER (spil_conflict_banner_get_type ())

/** Says over a page that there is something to choose about the rows that it shows, and opens it. Nothing where there is not. */
G_DECLARE_FINAL_TYPE (SpilConflictBanner, spil_conflict_banner, SPIL, CONFLICT_BANNER, AdwBin)

GtkWidget *spil_conflict_banner_new (SpilWorker *worker);

/** The rows; looks anew. */
void spil_conflict_banner_set_rows (SpilConflictBanner *self, const SpilPageRow *rows, gsize n_rows);

G_END_DECLS
