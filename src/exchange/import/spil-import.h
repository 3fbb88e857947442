// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

#include "spil-import-plan.h"
#include "spil-series.h"

G_BEGIN_DECLS

/*
 * Reading in a table. First a look at the file gives a plan, with a proposal for each column; people change it; a dry run tells what
 * would happen, and the run does exactly that. A run is all or nothing, one undo step, and can be taken back at any time (spil_import_undo()).
 */

/** How many refused cells and likely duplicates a report lists at most; it counts all. */
#define SPIL_IMPORT_MAX_LISTED 10000

/** A cell or a row that was refused. */
typedef struct
{
  int64_t row; /**< as a spreadsheet numbers it */
  char *column; /**< header or letter; NULL: the row as a whole */
  char *value; /**< what stands there, on one line; NULL */
  char *reason; /**< one sentence for people */
} SpilImportRefusal;

/** A row that was added although something like it exists; or that was left for that reason. */
typedef struct
{
  int64_t row;
  char *name; /**< in the table */
  SpilId existing;
  char *existing_name;
  char *reason; /**< "Same name, same phone number" */
} SpilImportLikely;

typedef struct
{
  SpilId id; /**< of the import; nil: a dry run, or nothing was changed */
  gboolean dry;
  int64_t rows; /**< of the table, without headers and totals; what follows adds up to it */
  int64_t created;
  int64_t updated;
  int64_t skipped; /**< nothing in them is new */
  int64_t rejected;
  GPtrArray *refusals; /**< of SpilImportRefusal; one row may have several */
  GPtrArray *likely; /**< of SpilImportLikely */
  int64_t n_likely;
  GPtrArray *notes; /**< of char *: sentences about the file as a whole */
} SpilImportReport;

void spil_import_report_free (SpilImportReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilImportReport, spil_import_report_free)

/** What people see before they choose. */
typedef struct
{
  SpilImportPlan *plan; /**< proposed, or as it was the last time for the same columns */
  gboolean remembered; /**< the latter */
  GPtrArray *rows; /**< of GPtrArray of char *: the first rows, from the header row on */
  GPtrArray *samples; /**< per column of GPtrArray of char *: a few different texts */
  char **sheets; /**< their names; empty for CSV and vCard */
  GPtrArray *notes; /**< of char *, of what was read */
} SpilImportLook;

/** Looks at the first rows of a file. @options: nullable. @header_row: -1 to find it, 0 for none. SPIL_EXCHANGE_ERROR. */
SpilImportLook *spil_import_look (SpilStore *store, const char *path, const SpilEntity *entity,
                                  const SpilTableOptions *options, int64_t header_row, GError **error);
void spil_import_look_free (SpilImportLook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilImportLook, spil_import_look_free)

/** Called now and then, on the thread that runs: how much of the file was read, from 0 to 1, and how many rows. */
typedef void (*SpilImportProgress) (double share, int64_t rows, gpointer user_data);

/** Called for each row that is refused, in order, with its cells as they stand in the file and its reasons joined. */
typedef gboolean (*SpilImportRefusedFunc) (const SpilTableRow *row, const char *reasons, gpointer user_data,
                                           GError **error);

/**
 * Reads in @path as @plan says; @dry: only to see what would happen, and nothing is changed. Memory does not grow with the number of
 * rows, but for some 100 bytes for each organisation. @cancellable: all is taken back, G_IO_ERROR_CANCELLED. Errors are about the file or the database as a
 * whole; then nothing was changed either.
 */
SpilImportReport *
spil_import_run (SpilStore *store, const char *path, const SpilImportPlan *plan, gboolean dry,
                 SpilImportProgress progress, gpointer user_data, GCancellable *cancellable, GError **error);

/** Writes the refused rows of the file to a CSV file with the headers and one column with the reasons, by a dry run. */
gboolean spil_import_save_refused (SpilStore *store, const char *path, const SpilImportPlan *plan,
                                   const char *to, GCancellable *cancellable, GError **error);

/** Takes back the import @id; see spil_series_undo(). */
gboolean spil_import_undo (SpilStore *store, SpilId id, SpilSeriesUndone *undone, GError **error);

/** One sentence about what was taken back and what was left. Free with g_free(). */
char *spil_import_dup_undone_text (const SpilSeriesUndone *undone);

G_END_DECLS
