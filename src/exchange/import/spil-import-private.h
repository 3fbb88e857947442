// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-import-index.h"
#include "spil-import-stage.h"
#include "spil-import.h"

G_BEGIN_DECLS

/** What the columns of numbers add up to, for tables that state it themselves. */
typedef struct
{
  int64_t sum; /**< since the beginning */
  int64_t part; /**< since the last total */
} SpilImportSum;

/** A run. */
typedef struct
{
  SpilStore *store;
  const SpilImportPlan *plan;
  const SpilEntity *parts[SPIL_IMPORT_MAX_PARTS + 1]; /**< what a row may be of, the entity first */
  char *file; /**< its name, for people */
  SpilImportReport *report;
  SpilImportStage *stage;
  SpilImportIndex *index; /**< NULL: no organisations are looked for */
  GHashTable *references; /**< "entity text" -> SpilId: rows that were found by name */
  SpilImportSum *sums; /**< by column */
  SpilNorms norms;
  SpilDay today;
  int64_t nameless; /**< rows with facts of a person who is not named */
  GString *reasons; /**< why the row under way is refused */
} SpilImporting;

/** A row of the table, read. */
typedef struct
{
  const SpilTableRow *row;
  SpilRecord *said[SPIL_IMPORT_MAX_PARTS]; /**< by part: what the row says, all else null */
  SpilDuplicateTraits traits; /**< of an organisation, as the row says it */
  SpilId id; /**< it names the row itself */
  gboolean refused;
} SpilImportRow;

void spil_import_row_clear (SpilImportRow *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpilImportRow, spil_import_row_clear)

/** Refuses the cell (@column -1: the row); the report lists it. */
void spil_import_refuse (SpilImporting *self, SpilImportRow *row, int column, const char *reason);

/** The cell of a column; empty where the row is shorter. */
const SpilCell *spil_import_cell (const SpilTableRow *row, guint column);

/** Reads the cells of a row; what cannot be read refuses it. FALSE when the database failed. */
gboolean spil_import_row_read (SpilImporting *self, SpilImportRow *row, GError **error);

/** Finds the row that a cell refers to, by id or name. */
gboolean spil_import_refer (SpilImporting *self, const SpilField *field, const SpilCell *cell,
                            SpilValue *value, char **refusal, GError **error);

/** What becomes of a row. */
typedef enum
{
  SPIL_IMPORT_REFUSED,
  SPIL_IMPORT_SKIPPED,
  SPIL_IMPORT_CREATED,
  SPIL_IMPORT_UPDATED,
} SpilImportOutcome;

/** Works out what becomes of the row and puts it in the stage. FALSE when the database failed. */
gboolean
spil_import_row_place (SpilImporting *self, SpilImportRow *row, SpilImportOutcome *outcome, GError **error);

/** The field by which a row belongs to another: its organisation, or else the first that it cannot do without; 0: none. */
int spil_import_parent_field (const SpilEntity *entity);

/** What there is already of the row; @existing stays NULL when there is nothing, and the row is refused when it may be more than one. */
gboolean spil_import_match (SpilImporting *self, SpilImportRow *row, SpilRecord **existing, GError **error);

/** The organisation that is most like what the row adds, in the report. @likely: there is one. */
gboolean spil_import_note_likely (SpilImporting *self, SpilImportRow *row, const SpilDuplicateTraits *traits,
                                  gboolean *likely, GError **error);

/** Whether the row is the header once more, or a total; a total is compared with what the rows add up to. Neither is read in. */
gboolean spil_import_is_no_row (SpilImporting *self, const SpilTableRow *row);

/** Adds the numbers of the row. */
void spil_import_add_up (SpilImporting *self, const SpilTableRow *row);

/** Begins a run of @self, whose store and plan are set; end it with spil_importing_clear(). */
gboolean spil_importing_begin (SpilImporting *self, const char *path, gboolean dry, GCancellable *cancellable,
                               GError **error);
void spil_importing_clear (SpilImporting *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpilImporting, spil_importing_clear)

/** What the reader says of the file goes into the report. */
void spil_import_add_notes (SpilImporting *self, SpilTableReader *reader);

/** A SpilImportStageRefused of a run: the database refused what looked right by itself. */
void spil_import_refuse_written (int64_t number, gboolean created, const char *reason, gpointer user_data);

/**
 * Ends a run in which something was changed: the run itself and the mapping of the columns are kept, with what else is in @action, so that it is found again
 * and goes when it is taken back.
 */
gboolean
spil_import_end (SpilImporting *self, SpilSeries *series, SpilAction *action, SpilId id, GError **error);

G_END_DECLS
