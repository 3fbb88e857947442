// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sync-sim-carrier.h"

/* A file on the share. */
typedef struct
{
  GBytes *bytes;
  guint author; /* number of the view that wrote it; 0: nobody's */
  guint tick; /* when */
} SimFile;

SimFile *sim_file_new (GBytes *bytes, guint author, guint tick);
void sim_file_free (SimFile *self);

struct _SimShare
{
  gatomicrefcount references;
  GMutex mutex; /* guards all that follows */
  GTree *files; /* name -> SimFile */
  GPtrArray *memories; /* of GTree */
  GRand *random;
  guint32 seed;
  guint views;
  guint now;
  gint64 room;
  gint64 used;
  gboolean folding;
  gboolean disorder;
  guint slowness;
  gboolean partly;
};

/* These want the mutex held. */

/* Adds or replaces. */
void sim_share_set (SimShare *self, const char *name, SimFile *file);
void sim_share_take (SimShare *self, const char *name);
/* The name a file really has on the share: differs from @name where case is folded; NULL: there is none. */
const char *sim_share_find (SimShare *self, const char *name, SimFile **file);
/* What view @author sees of @file; NULL: nothing yet. */
GBytes *sim_share_see (SimShare *self, const char *name, const SimFile *file, guint author);
