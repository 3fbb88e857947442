// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "laptops-fixture.h"
#include "naive.h"

G_BEGIN_DECLS

#define WORLD_LINES 5
#define WORLD_PM_LINE 4
#define WORLD_OUTSIDE_LINE 5

/** Three laptops, each with what it should hold. */
typedef struct
{
  Laptops laptops;
  Naive *naive[3];
  GRand *random;
  SpilId decision;
  uint32_t seed;
  int step;
  GPtrArray *trace; // of char *: what was done, for who has to find out
  guint n_done;
  guint n_refused;
  guint n_faults;
} World;

/** Stops the test, with what was done last and the seed that does it again. */
void world_fail (World *self, const char *format, ...) G_GNUC_NORETURN G_GNUC_PRINTF (2, 3);
/** Notes what was done. */
void world_tell (World *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

int world_below (World *self, int n);
gboolean world_chance (World *self, int percent);
/** A day of 2018; now and then the first or the last one of a quarter. */
SpilDay world_day (World *self);

/** Compares all figures of a laptop with what they add up to. */
void world_check (World *self, int laptop);
/** Compares what the check tells with what is known to be wrong. */
void world_check_faults (World *self, int laptop);

/** Does one thing or another on one laptop or another, and checks it. */
void world_step (World *self);
/** All laptops exchange all, and all are checked. */
void world_meet (World *self, int laptop);

G_END_DECLS
