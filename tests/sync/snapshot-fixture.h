// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sync-laptops.h"

G_BEGIN_DECLS

/** A folder with the project leader's laptop and a broker's, which are up to date; some rows, also of a person. */
typedef struct
{
  char *folder;
  Laptop *leader;
  Laptop *anna;
  SpilId task;
  SpilId person;
} SnapshotFixture;

/** The name of that person. */
#define SNAPSHOT_CANARY "Petronella Kanariedochter"

void snapshot_set_up (SnapshotFixture *self, gconstpointer data);
void snapshot_tear_down (SnapshotFixture *self, gconstpointer data);

/** Has @laptop make a snapshot of how it stands now, whether or not it is time for one. */
void snapshot_make (Laptop *laptop);
/** The same over a carrier that may go away meanwhile: then it returns FALSE. */
gboolean snapshot_try_make (Laptop *laptop);
/** Adds so much that cannot be compressed that a snapshot has several pieces. */
void snapshot_grow (Laptop *laptop, int n_mebibytes);
/** How many packets of @laptop came with a snapshot; 0: it did not begin with one. */
guint snapshot_count_bare (Laptop *laptop);
/** A laptop that @leader let in and that did not synchronise since. */
Laptop *snapshot_new_admitted (Laptop *leader, const char *folder);
/** The paths below @folder that hold "/snapshots/": heads or pieces. */
GPtrArray *snapshot_list (const char *folder, gboolean pieces);
/** How many files of snapshots are left beside the database of @laptop. */
guint snapshot_count_left (Laptop *laptop);
/** Takes all heads, pieces and witnesses out of @folder, or copies them from one into another. */
void snapshot_remove_all (const char *folder);
void snapshot_copy_all (const char *from, const char *to);
/** Takes a segment of @laptop out of @folder; its name. */
char *snapshot_lose_segment (const char *folder, Laptop *laptop);
/** Whether a file of that name is anywhere below @folder. */
gboolean snapshot_is_somewhere (const char *folder, const char *name);
/** Whether @text stands in any file below @dir. */
gboolean snapshot_is_in_files (const char *dir, const char *text);

G_END_DECLS
