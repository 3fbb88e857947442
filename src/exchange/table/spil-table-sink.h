// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-atomic-file.h"
#include "spil-table-writer.h"

G_BEGIN_DECLS

/* What stands behind a SpilTableWriter: one implementation for each format. */

typedef struct _SpilTableSink SpilTableSink;

typedef struct
{
  /** Adds a row of as many cells as there are columns. SPIL_EXCHANGE_ERROR, G_FILE_ERROR. */
  gboolean (*add) (SpilTableSink *self, const SpilCell *cells, GError **error);
  /** Writes what is left to the file, which is finished after it. */
  gboolean (*finish) (SpilTableSink *self, GError **error);
  void (*free) (SpilTableSink *self);
} SpilTableSinkClass;

/** Begins the struct of each implementation; nothing in it is owned. */
struct _SpilTableSink
{
  const SpilTableSinkClass *klass;
  SpilAtomicFile *file;
  const char *title;
  const SpilTableColumn *columns;
  guint n_columns;
};

/** Each begins a table with its row of titles, with @model's fields. SPIL_EXCHANGE_ERROR, G_FILE_ERROR. */
SpilTableSink *spil_csv_writer_open (const SpilTableSink *model, GError **error);
SpilTableSink *spil_ods_writer_open (const SpilTableSink *model, GError **error);
SpilTableSink *spil_xlsx_writer_open (const SpilTableSink *model, GError **error);

G_END_DECLS
