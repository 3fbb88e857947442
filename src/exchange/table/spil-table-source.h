// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-row-maker.h"

G_BEGIN_DECLS

/* What stands behind a SpilTableReader: one implementation for each format. The path of the file is shown as @name in messages. */

typedef struct _SpilTableSource SpilTableSource;

typedef struct
{
  /** Makes the next row, between spil_row_maker_begin() and the return; @end when there are no more. SPIL_EXCHANGE_ERROR. */
  gboolean (*next) (SpilTableSource *self, SpilRowMaker *row, gboolean *end, GError **error);
  double (*get_progress) (SpilTableSource *self);
  /** Appends sentences to @notes, of char *. */
  void (*add_notes) (SpilTableSource *self, GPtrArray *notes);
  void (*free) (SpilTableSource *self);
} SpilTableSourceClass;

/** Begins the struct of each implementation. */
struct _SpilTableSource
{
  const SpilTableSourceClass *klass;
};

/** Each opens @path; it changes @options to what it found and may append names to @sheets. SPIL_EXCHANGE_ERROR. */
typedef SpilTableSource *(*SpilTableSourceOpen) (const char *path, SpilTableOptions *options,
                                                 GPtrArray *sheets, GError **error);

SpilTableSource *
spil_csv_reader_open (const char *path, SpilTableOptions *options, GPtrArray *sheets, GError **error);
SpilTableSource *
spil_xlsx_reader_open (const char *path, SpilTableOptions *options, GPtrArray *sheets, GError **error);
SpilTableSource *
spil_ods_reader_open (const char *path, SpilTableOptions *options, GPtrArray *sheets, GError **error);
SpilTableSource *
spil_vcard_reader_open (const char *path, SpilTableOptions *options, GPtrArray *sheets, GError **error);

G_END_DECLS
