// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-change.h"
#include "spil-query.h"

G_BEGIN_DECLS

/** What a caller can act on. The message of such an error is one sentence for people: what happened, where, and what to do. */
typedef enum
{
  SPIL_STORE_ERROR_FAILED, /**< anything else */
  SPIL_STORE_ERROR_MISSING, /**< there is no database in that folder yet */
  SPIL_STORE_ERROR_EXISTS, /**< there is a database already */
  SPIL_STORE_ERROR_CORRUPT, /**< the file is damaged or not a Spil database */
  SPIL_STORE_ERROR_NEWER, /**< made by a newer version of Spil */
  SPIL_STORE_ERROR_READ_ONLY, /**< folder or file may not be written */
  SPIL_STORE_ERROR_FULL, /**< the disk is full */
  SPIL_STORE_ERROR_BUSY, /**< another program holds the database */
  SPIL_STORE_ERROR_NOT_FOUND, /**< no row with that id */
  SPIL_STORE_ERROR_REFUSED, /**< a rule between rows forbids it */
  SPIL_STORE_ERROR_NOTHING, /**< nothing to undo or redo */
  SPIL_STORE_ERROR_KEYS, /**< the key of personal data that come from elsewhere is not there yet */
} SpilStoreError;

#define SPIL_STORE_ERROR (spil_store_error_quark ())
GQuark spil_store_error_quark (void);

/** One open database. Belongs to the thread that opened it; each function asserts that. */
typedef struct _SpilStore SpilStore;

/** Makes DIR (with parents, only for the user) and an empty database `spil.db` in it. SPIL_STORE_ERROR_EXISTS when there is one. */
SpilStore *spil_store_create (const char *dir, GError **error);

/** Opens the database in DIR; brings its tables up to this version's descriptors (additive migration). */
SpilStore *spil_store_open (const char *dir, GError **error);

/** Opens it without ever changing it, also from a folder or a disk that may not be written. Changes are refused: SPIL_STORE_ERROR_READ_ONLY. */
SpilStore *spil_store_open_read_only (const char *dir, GError **error);

void spil_store_close (SpilStore *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilStore, spil_store_close)

/** Path of the database file; owned by the store. */
const char *spil_store_get_path (SpilStore *self);

/** Who works here, for the log and the audit table; the name that was kept, else the user's real name. */
void spil_store_set_actor (SpilStore *self, const char *name);
/** Keeps the name for the next times that this database is opened. */
gboolean spil_store_keep_actor (SpilStore *self, const char *name, GError **error);
const char *spil_store_get_actor (SpilStore *self);

/** This database's device id, and the programme that is in use (nil in an empty database; the only or the first one otherwise). */
SpilId spil_store_get_device (SpilStore *self);
SpilId spil_store_get_programme (SpilStore *self);

/**
 * Carries out @action whole or not at all: one transaction, one entry of the change log, one undo step, one line of the audit table.
 * Rows that are added without a programme get the one in use. Everything is validated: values, rows and the rules between rows.
 * An action without changes does nothing. Errors: SPIL_MODEL_ERROR and SPIL_STORE_ERROR; then nothing has changed.
 */
gboolean spil_store_commit (SpilStore *self, SpilAction *action, GError **error);

/**
 * The same for imports, templates and generators of many rows, which leave the search index in order for what comes after; still
 * one transaction, one log entry, one undo step.
 */
gboolean spil_store_commit_bulk (SpilStore *self, SpilAction *action, GError **error);

/**
 * Takes back the latest action of this device that is not undone yet, or repeats the latest undone one. Itself a new entry of the change log. @label
 * (nullable; free with g_free()) gets the action's label. SPIL_STORE_ERROR_NOTHING when there is none.
 */
gboolean spil_store_undo (SpilStore *self, char **label, GError **error);
gboolean spil_store_redo (SpilStore *self, char **label, GError **error);

/** The label of what undo or redo would take, or NULL. Free with g_free(). */
char *spil_store_dup_undo_label (SpilStore *self);
char *spil_store_dup_redo_label (SpilStore *self);

/** The row, or NULL with SPIL_STORE_ERROR_NOT_FOUND when it does not exist or is deleted. */
SpilRecord *spil_store_get (SpilStore *self, const SpilEntity *entity, SpilId id, GError **error);

/** The rows that @query selects, as SpilRecord; an empty array when there are none. Free with g_ptr_array_unref(). */
GPtrArray *spil_store_list (SpilStore *self, SpilQuery *query, GError **error);

/** Called for each row. Return FALSE with @error set to stop. */
typedef gboolean (*SpilRecordFunc) (SpilRecord *record, gpointer user_data, GError **error);

/** The rows that @query selects, one after another, in memory that does not grow with their number. @func does not change the database. */
gboolean
spil_store_each (SpilStore *self, SpilQuery *query, SpilRecordFunc func, gpointer user_data, GError **error);

/** How many rows @query selects, its window left aside. */
gboolean spil_store_count (SpilStore *self, SpilQuery *query, int64_t *count, GError **error);

/** Title of a row for people; "" when @id is nil or its row is gone. Free with g_free(). */
char *spil_store_dup_title (SpilStore *self, const SpilEntity *entity, SpilId id);

/** The rows whose title equals @text when folded (see spil_text_fold()): ids as SpilId in a GArray. For references by name. */
GArray *
spil_store_find_by_title (SpilStore *self, const SpilEntity *entity, const char *text, GError **error);

/** One entry of a row's history, newest first. */
typedef struct
{
  SpilTime time;
  char *actor;
  SpilId device;
  int64_t sequence;
  char *label; /**< the action */
  SpilChange *change; /**< what it did to the row */
} SpilHistoryEntry;

/** The history of a row, as SpilHistoryEntry. Free with g_ptr_array_unref(). */
GPtrArray *spil_store_history (SpilStore *self, const SpilEntity *entity, SpilId id, GError **error);

/** Called for each line of the dump, without its newline. Return FALSE with @error set to stop. */
typedef gboolean (*SpilDumpFunc) (const char *line, gpointer user_data, GError **error);

/**
 * All synchronised state as canonical JSON lines, sorted by name of the entity and id; nothing local to the laptop. Rows that are deleted are left
 * out: when the last trace of them goes is each laptop's own affair.
 */
gboolean spil_store_dump (SpilStore *self, SpilDumpFunc func, gpointer user_data, GError **error);

/** SHA-256 of the dump and of what is to be settled (see spil-conflict-query.h), lower-case hex. Free with g_free(). */
char *spil_store_digest (SpilStore *self, GError **error);

/** A fault that a check found: one sentence for people. Full check: file, tables, references, log = data, search index, audit chain, rules. Returns the sentences; empty when all is well. */
GPtrArray *spil_store_check (SpilStore *self, GError **error);

/** Adds a line to the audit table for what is not a commit: "export", "report", "restore". @object says what; no secrets, no personal data. */
gboolean spil_store_audit (SpilStore *self, const char *action, const char *object, const char *result,
                           GError **error);

/** Bits of the entities that the commits, undos and redos since the last call touched: test with spil_entity_mask_has(). For refreshing what is on screen. */
typedef struct
{
  uint64_t bits[2];
} SpilEntityMask;

SpilEntityMask spil_store_take_touched (SpilStore *self);
void spil_entity_mask_add (SpilEntityMask *mask, int entity);
gboolean spil_entity_mask_has (const SpilEntityMask *mask, int entity);
gboolean spil_entity_mask_is_empty (const SpilEntityMask *mask);

G_END_DECLS
