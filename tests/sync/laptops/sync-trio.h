// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sync-laptops.h"

G_BEGIN_DECLS

/** The project leader's laptop and two brokers', over a simulated share; all are up to date. */
typedef struct
{
  SimShare *share;
  char *folder; /**< over which they were let in */
  Laptop *leader;
  Laptop *anna;
  Laptop *bram;
  Laptop *all[4]; /**< ends with NULL */
} Trio;

void trio_set_up (Trio *self, gconstpointer data);
void trio_tear_down (Trio *self, gconstpointer data);

/** A copy of all of @model, with what its folder has on the share; for tests that begin many times. */
void trio_set_up_fast (Trio *self, const Trio *model);

/** Writes what is on the share to the folder, for copies to begin with. */
void trio_write_folder (Trio *self);

/** The names on the share of the files of @laptop in its folder @folder; "": in all of them. */
GPtrArray *trio_files (Trio *self, Laptop *laptop, const char *folder);
/** The newest of them. Free with g_free(). */
char *trio_newest (Trio *self, Laptop *laptop, const char *folder);

G_END_DECLS
