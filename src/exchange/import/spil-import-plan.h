// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-store.h"
#include "spil-table-reader.h"

G_BEGIN_DECLS

/*
 * How a table becomes rows: which column goes to which field. A list of organisations may say in the same row who their contact person is, where a
 * site is and how the relation stands; those are entities of their own, the companions of organisation.
 */

/** How many entities one row may be of. */
#define SPIL_IMPORT_MAX_PARTS 4

/** One column of the table. */
typedef struct
{
  char *header; /**< as written; "" without a row of headers */
  const SpilEntity *entity; /**< NULL: not read in */
  int field; /**< 0: the id of the row, as an export writes it */
} SpilImportColumn;

typedef struct
{
  const SpilEntity *entity; /**< what each row is */
  int64_t header_row; /**< the number of the row with the headers, where the table begins; 0: there is none */
  GPtrArray *columns; /**< of SpilImportColumn */
  SpilTableOptions options; /**< how the file is read */
  gboolean leave_existing; /**< rows that exist stay as they are; otherwise they get what the table says */
  gboolean leave_likely; /**< rows that probably exist under another name or place are not added */
} SpilImportPlan;

SpilImportPlan *spil_import_plan_new (const SpilEntity *entity);
SpilImportPlan *spil_import_plan_copy (const SpilImportPlan *self);
void spil_import_plan_free (SpilImportPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilImportPlan, spil_import_plan_free)

SpilImportColumn *spil_import_plan_add_column (SpilImportPlan *self, const char *header);
const SpilImportColumn *spil_import_plan_get_column (const SpilImportPlan *self, guint column);

/** What people call the column: its header, or else its letter. Free with g_free(). */
char *spil_import_plan_dup_column_name (const SpilImportPlan *self, guint column);

/** The entity itself, then its companions, up to NULL: at most SPIL_IMPORT_MAX_PARTS. */
void spil_import_parts (const SpilEntity *entity, const SpilEntity *parts[SPIL_IMPORT_MAX_PARTS + 1]);

/** Whether a table can be read in as @entity at all. */
gboolean spil_import_can (const SpilEntity *entity);
/** Whether a column can go to the field. */
gboolean spil_import_can_field (const SpilEntity *entity, const SpilEntity *part, const SpilField *field);

/** Whether any column goes to @entity, to that field of it (-1: any). */
gboolean spil_import_plan_has (const SpilImportPlan *self, const SpilEntity *entity, int field);

/** Proposes a field for each column, from the headers and what stands in @samples (per column a GPtrArray of char *; nullable). */
void spil_import_plan_propose (SpilImportPlan *self, GPtrArray *samples);

/** Sends the column to "name", "person.name" or "id", as the command line calls fields; "" to none. SPIL_EXCHANGE_ERROR_UNKNOWN. */
gboolean spil_import_plan_map (SpilImportPlan *self, guint column, const char *target, GError **error);
/** The column with that header, letter or number (from 1). SPIL_EXCHANGE_ERROR_UNKNOWN. */
gboolean
spil_import_plan_find_column (const SpilImportPlan *self, const char *text, guint *column, GError **error);

/** What a table with the same columns has alike. Free with g_free(). */
char *spil_import_plan_dup_signature (const SpilImportPlan *self);
/** The mapping as one text, and back: for the entity import_layout. Free with g_free(). FALSE: it does not fit the columns. */
char *spil_import_plan_dup_definition (const SpilImportPlan *self);
gboolean spil_import_plan_set_definition (SpilImportPlan *self, const char *definition);

/** Why nothing can be read in with this plan: a required field without a column. SPIL_EXCHANGE_ERROR_INVALID. */
gboolean spil_import_plan_check (const SpilImportPlan *self, GError **error);

G_END_DECLS
