// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-series.h"

G_BEGIN_DECLS

/** The rows that an import has read and not yet written: what is asked of the database here shows them too. */
typedef struct _SpilImportStage SpilImportStage;

SpilImportStage *spil_import_stage_new (SpilStore *store);
void spil_import_stage_free (SpilImportStage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilImportStage, spil_import_stage_free)

/** The row as it will be; NULL with or without @error. Free with g_object_unref(). */
SpilRecord *
spil_import_stage_get (SpilImportStage *self, const SpilEntity *entity, SpilId id, GError **error);

/** The rows of @entity whose reference @field is @target, as they will be; owned by the stage until the next change. NULL with @error. */
GPtrArray *spil_import_stage_list (SpilImportStage *self, const SpilEntity *entity, int field, SpilId target,
                                   GError **error);

/** The rows of @entity that are called so when folded, as they will be (SpilRecord). Free with g_ptr_array_unref(). */
GPtrArray *
spil_import_stage_find (SpilImportStage *self, const SpilEntity *entity, const char *title, GError **error);

/** What comes next is of row @number of the table; @created: it adds one. */
void spil_import_stage_begin_row (SpilImportStage *self, int64_t number, gboolean created);

/** @before (NULL: it is new) becomes @after. @parent: the field by which spil_import_stage_list() may find it; 0: none. */
gboolean spil_import_stage_put (SpilImportStage *self, SpilRecord *before, SpilRecord *after, int parent,
                                GError **error);

/** How many changes wait. */
guint spil_import_stage_get_n_changes (SpilImportStage *self);

/** Hears of a row that the database refused. */
typedef void (*SpilImportStageRefused) (int64_t row, gboolean created, const char *reason,
                                        gpointer user_data);

/** Writes what waits. A row that is refused is left out, the others are written. FALSE when the database failed. */
gboolean spil_import_stage_flush (SpilImportStage *self, SpilSeries *series, SpilImportStageRefused refused,
                                  gpointer user_data, GError **error);

G_END_DECLS
