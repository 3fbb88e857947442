// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-store.h"

G_BEGIN_DECLS

/** A new folder for one test; free with remove_dir(). */
char *make_dir (void);
/** Removes the folder with what is in it. */
void remove_dir (char *dir);

/** A store in a new folder, with a programme. */
typedef struct
{
  char *dir;
  SpilStore *store;
  SpilId programme;
} Fixture;

void fixture_set_up (Fixture *fixture, gconstpointer data);
void fixture_tear_down (Fixture *fixture, gconstpointer data);

/** Closes the store and opens it again. */
void fixture_reopen (Fixture *fixture);

/** Commits @action, frees it, and fails the test when that does not succeed. */
void commit (SpilStore *store, SpilAction *action);
/** Commits and frees it; it must fail with that error. */
void commit_fails (SpilStore *store, SpilAction *action, GQuark domain, int code);

/** A row with the least that is valid: a sample in each required field; what it refers to is added to @action too. */
SpilRecord *sample_record (SpilAction *action, const SpilEntity *entity, int seed, gboolean all_fields);

/** Adds one row with its title and returns its id. */
SpilId add_organisation (SpilStore *store, const char *name);
SpilId add_task (SpilStore *store, const char *name);

int64_t count_rows (SpilStore *store, const SpilEntity *entity);
char *digest_of (SpilStore *store);

/** Runs SQL on the database file on a connection of its own. */
void run_sql (const char *dir, const char *sql);

G_END_DECLS
