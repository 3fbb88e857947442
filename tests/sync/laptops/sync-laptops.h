// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-carrier.h"
#include "spil-conflict-query.h"
#include "spil-sync-run.h"
#include "spil-sync-store.h"
#include "spil-sync.h"
#include "sync-sim-carrier.h"

G_BEGIN_DECLS

/** A laptop with a database of its own. */
typedef struct
{
  char *dir;
  SpilStore *store;
  SpilCarrier *carrier; /**< takes the place of the folder; NULL: the folder it joined over */
} Laptop;

/** A folder that laptops share. Free with laptops_remove_dir(). */
char *laptops_make_dir (void);
void laptops_remove_dir (char *dir);
/** Puts a copy of the folder @from at @to, which may be there. */
void laptops_copy_dir (const char *from, const char *to);
/** The number of files below @dir. */
guint laptops_count_files (const char *dir);
/** The only file below @dir whose path holds @part; fails the test when there is another number of them. Free with g_free(). */
char *laptops_find_file (const char *dir, const char *part);

Laptop *laptop_new (void);
void laptop_free (Laptop *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Laptop, laptop_free)

/** Closes the database and opens it again. */
void laptop_reopen (Laptop *self);

/** A laptop that begins to share over @folder, with a programme in its database. */
Laptop *laptop_new_leader (const char *folder);
/** A laptop that @leader lets in, and that has all there is. */
Laptop *laptop_new_member (Laptop *leader, const char *folder, SpilRole role);

/** Copies all files of @folder to @share. */
void laptops_fill_share (const char *folder, SimShare *share);

/** A second laptop with the same database, secrets and identity: a copied disk. */
Laptop *laptop_clone (Laptop *self);

/** One run, which must succeed. */
SpilSyncReport *laptop_sync (Laptop *self);
/** The same, and nothing may be amiss. */
void laptop_sync_well (Laptop *self);
/** Runs of all of @laptops (ends with NULL), twice: what one sends in the first round the others have after the second. */
void laptops_sync_all (Laptop *const *laptops);
/** All have the same data. */
void laptops_assert_same (Laptop *const *laptops);

/** Sends what a laptop that only reads along has changed all the same, as a tampered with Spil would. */
void laptop_send_as_broker (Laptop *self);

/** Whether the report has a problem of that kind; its sentence, or NULL. */
const char *report_find (const SpilSyncReport *report, SpilProblemKind kind);
/** Fails the test, with what is amiss, unless the report has a problem of that kind and is not up to date. */
void report_assert (const SpilSyncReport *report, SpilProblemKind kind);

void laptop_add_programme (Laptop *self);
SpilId laptop_add_task (Laptop *self, const char *name);
/** A person: a row with personal data. */
SpilId laptop_add_person (Laptop *self, const char *name);
void laptop_rename_task (Laptop *self, SpilId task, const char *name);
/** "": there is no such row. Free with g_free(). */
char *laptop_task_name (Laptop *self, SpilId task);
int64_t laptop_count_tasks (Laptop *self);
char *laptop_digest (Laptop *self);

G_END_DECLS
