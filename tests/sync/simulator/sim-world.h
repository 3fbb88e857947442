// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sim-history.h"
#include "sim-model.h"
#include "spil-sync-store.h"

G_BEGIN_DECLS

/** An entry of a laptop's change log, as it travels, with what the model makes of it. */
typedef struct
{
  SpilLogEntry log; // what it refers to is owned by the others here
  char *actor;
  char *label;
  GBytes *payload;
  int64_t needs[SIM_MAX_DEVICES + 1]; // what its laptop had of each laptop when it was made
  gboolean keyed; // it adds rows with personal values
  GPtrArray *writes; // of SimWrite
} SimEntry;

typedef struct
{
  SpilId id;
  SpilStore *store; // NULL: of a later version, which only writes
  char *dir;
  int64_t skew; // of its clock, in milliseconds
  int64_t known[SIM_MAX_DEVICES + 1]; // how many entries of each laptop it has
  gboolean
      early; // it shows less than what it has: an erasure or a revocation may have come before the changes
  gboolean revoked;
} SimDevice;

typedef struct _SimWorld SimWorld;

/** How changes get from one laptop to another, when not directly. */
typedef struct
{
  void (*step) (SimWorld *world, const SimStep *step); // FETCH, MISCHIEF, ABSENT, REVOKE
  void (*gather) (SimWorld *world, const SimHistory *history); // all reaches all
  void (*free) (SimWorld *world);
} SimCarriage;

/** All laptops, and all that was ever written. The laptop after the last is of a later version, or over a carrier the project leader's. */
struct _SimWorld
{
  int n_devices;
  SimDevice devices[SIM_MAX_DEVICES + 1];
  GArray *ids; // of SpilId, by number
  GPtrArray *entries[SIM_MAX_DEVICES + 1]; // of SimEntry, per laptop
  int64_t now;
  SimWrong wrong;
  char *fault; // the first one; NULL while all is well
  const SimCarriage *carriage; // NULL: directly
  gpointer carried; // its own
  int64_t cut[SIM_MAX_DEVICES + 1]; // entries beyond do not count: it was revoked; 0: all do
};

/** Files of empty laptops, which the worlds are made from. */
typedef struct
{
  char *dir;
  GPtrArray *files; // of GBytes, by number
  SpilId programme;
} SimNursery;

SimNursery *sim_nursery_new (void);
void sim_nursery_free (SimNursery *self);

/** @n_devices laptops that share a programme. */
SimWorld *sim_world_new (SimNursery *nursery, int n_devices, SimWrong wrong);
void sim_world_free (SimWorld *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SimWorld, sim_world_free)

/** Carries out all steps, lets all reach all, and compares. Returns what went wrong, or NULL. Free with g_free(). */
char *sim_world_run (SimWorld *self, const SimHistory *history);

/* Parts of it */

/** Notes a fault, unless there is one. */
void sim_world_fault (SimWorld *self, const char *kind, const char *format, ...) G_GNUC_PRINTF (3, 4);

/** Whether some membership has ended: then not all know yet that some entries do not count, and what is held back stays so. */
gboolean sim_world_is_ended (SimWorld *self);

/** Begins a world of @n_devices laptops without databases. */
SimWorld *sim_world_new_empty (int n_devices, SimWrong wrong);
/** A new folder in memory. */
char *sim_make_dir (void);
/** When all begins, in milliseconds. */
#define SIM_BEGIN G_GINT64_CONSTANT (1538380800000) // 1 October 2018

/** Makes it the time that it is on a laptop. */
void sim_world_turn_to (SimWorld *self, int device);

/** Reads the entries that a laptop has written since the last time, and checks what they are based on. */
void sim_world_capture (SimWorld *self, int device);
void sim_entry_free (SimEntry *self);

/** A laptop of a later version writes about the row of @step, having seen what laptop `device` has, which gets it. */
void sim_world_write_newer (SimWorld *self, const SimStep *step);

/** Brings to @device what @known says (per laptop), at most @count (0: all), in an order by @seed. The keys come from @keeper (-1: each from its author). */
void
sim_world_deliver (SimWorld *self, int device, const int64_t *known, int keeper, int count, guint32 seed);
/** Brings @count entries that it has once more. */
void sim_world_repeat (SimWorld *self, int device, int count, guint32 seed);

/** All writes that a laptop has, as SimWrite (not owned). */
GPtrArray *sim_world_writes (SimWorld *self, int device);

/** Compares a laptop with the model. */
void sim_world_check_device (SimWorld *self, int device);
/** Compares all laptops, which must have all there is: rows and inbox of each, digests of two; @in_full: of all, and one database is checked in full. */
void sim_world_check_all (SimWorld *self, gboolean in_full);

G_END_DECLS
