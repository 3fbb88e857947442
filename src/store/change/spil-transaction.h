// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-kept.h"
#include "spil-links.h"
#include "spil-log.h"
#include "spil-store-private.h"
#include "spil-words.h"

G_BEGIN_DECLS

/*
 * One change of the database by one user action, undo or redo, in four steps:
 *   begin    takes the database for itself and reads its clock;
 *   plan     reads the rows as they are, and works out what happens to each: a row is planned once;
 *   apply    stamps, writes the rows, the search tables and the bytes for the log;
 *   finish   checks what holds between rows, writes log, audit line and clock, and makes it durable.
 * Clearing it before it is finished takes all of it back.
 */

/** What happens to a row that exists. */
typedef struct
{
  SpilLogKind kind; // SET, DELETE, RESTORE or ERASE
  SpilRow row; // as it was
  SpilRecord *after; // SET: as it will be
  uint64_t groups; // SET: bits of the column groups that are written
  uint64_t settled; // bits of the cells whose rivals are settled
  uint64_t reopened; // bits of the cells in which a settlement is taken back
  gboolean again; // DELETE: an earlier deletion gets its place again
  GArray *seen; // DELETE: of SpilLogBase, what it had seen; NULL: all there is now
} SpilPlannedChange;

/** A reference that was not there when its row was written: it may come later in the same action. */
typedef struct
{
  const SpilEntity *entity;
  const SpilField *field;
  SpilId id;
  SpilId target;
} SpilPendingReference;

typedef enum
{
  SPIL_TRANSACTION_ACTION, /**< a user's action: everything is validated */
  SPIL_TRANSACTION_UNDO, /**< takes back or repeats one: rows that are fixed may be changed back, and what was valid then is so now */
} SpilTransactionKind;

typedef struct
{
  SpilStore *store;
  SpilTransactionKind kind;
  gboolean open;
  gboolean lenient; // what the opposite of an entry cannot take back is left as it is
  int64_t n_left; // rows of which something was left so
  SpilClock clock;
  SpilId programme; // in use
  SpilLocalStamp stamp;
  int64_t undo_position; // of the latest step that is done
  int64_t wall; // physical time, milliseconds
  SpilDay today;

  GPtrArray *adds; // of SpilChange; NULL: added and deleted again
  GPtrArray *own_adds; // those of them that were made here
  GPtrArray *planned; // of SpilPlannedChange
  GHashTable *rows; // SpilPlanKey -> SpilPlannedChange
  GHashTable *added; // SpilPlanKey -> place in `adds` plus one; only when the action does more than add

  SpilLogWriter log;
  SpilLogWriter before; // of SET changes, the values they replaced: for undo
  SpilWords words; // that rows are found by, still to be written
  SpilKept kept; // the tables that are made of others, likewise
  GArray *pending; // of SpilPendingReference
  SpilId last_live[SPIL_ENTITY_NUMBER_LIMIT]; // per entity, a row that is known to be live
  GPtrArray *ruled; // of SpilRuledRow: see spil-rules.h
  GArray *gone; // of SpilLinkRow that were deleted
  gboolean leaves_orphans; // one of them got the place of an earlier deletion again
  guint counts[SPIL_ENTITY_NUMBER_LIMIT][SPIL_LOG_N_KINDS]; // of changes by SpilLogKind
} SpilTransaction;

gboolean
spil_transaction_begin (SpilTransaction *self, SpilStore *store, SpilTransactionKind kind, GError **error);
void spil_transaction_clear (SpilTransaction *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpilTransaction, spil_transaction_clear)

/** Plans all changes of @action, which must live until the end. */
gboolean spil_transaction_plan_action (SpilTransaction *self, SpilAction *action, GError **error);

/**
 * Plans the opposite of entry @sequence, whose SET changes had the values @before. What others have changed since, so that it no longer
 * is as the entry left it, is left out; with `lenient` rows that were added and then changed, or that are referred to now, as well. What the entry settled is open again; what it had taken back of a settlement is settled again.
 */
gboolean
spil_transaction_plan_opposite (SpilTransaction *self, GBytes *before, int64_t sequence, GError **error);

/** Plans that the key of the row's personal values is destroyed. */
gboolean spil_transaction_plan_erase (SpilTransaction *self, const SpilEntity *entity, const SpilId *id,
                                      GError **error);

/** Whether anything is planned. */
gboolean spil_transaction_is_empty (SpilTransaction *self);

gboolean spil_transaction_apply (SpilTransaction *self, GError **error);

/**
 * @action ("commit", "undo", "redo") and @label are for audit and log; @undoes is the number of the entry of this device that is
 * taken back (0: none); @undo_position the place of the latest step that is done, afterwards.
 */
gboolean spil_transaction_finish (SpilTransaction *self, const char *action, const char *label,
                                  int64_t undoes, int64_t undo_position, GError **error);

/* Parts, for the files that make up this one. */

/** The plan for a row, made at its first change; its row number is 0 when there is none. NULL with @error on failure. */
SpilPlannedChange *
spil_transaction_plan_row (SpilTransaction *self, const SpilEntity *entity, const SpilId *id, GError **error);

/** The plan for a row that has one; NULL otherwise. */
SpilPlannedChange *
spil_transaction_find_planned (SpilTransaction *self, const SpilEntity *entity, const SpilId *id);

/** The row as it will be: as it was, until something is set in it. */
SpilRecord *spil_planned_ensure_after (SpilPlannedChange *planned);

/** Completes the plans of all rows, and leaves out those that change nothing. */
gboolean spil_transaction_close_plan (SpilTransaction *self, GError **error);

/** Checks that @target can be referred to, now or, if it may still be added, at the end. */
gboolean
spil_transaction_refer (SpilTransaction *self, SpilRecord *record, const SpilField *field, GError **error);

/** Leaves the rows that were to be deleted and that others, which stay, refer to. */
gboolean spil_transaction_leave_referred (SpilTransaction *self, GError **error);

/** Checks what was left to the end, and that nothing refers to what is deleted. */
gboolean spil_transaction_check_references (SpilTransaction *self, GError **error);

G_END_DECLS
