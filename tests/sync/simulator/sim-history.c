// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "sim-history.h"

#include "sim-rows.h"

SimHistory *
sim_history_new_empty (guint32 seed, int n_devices)
{
  SimHistory *self = g_new0 (SimHistory, 1);

  self->seed = seed;
  self->n_devices = n_devices;
  self->steps = g_array_new (FALSE, TRUE, sizeof (SimStep));
  return self;
}

SimHistory *
sim_history_copy (const SimHistory *self)
{
  SimHistory *copy = sim_history_new_empty (self->seed, self->n_devices);

  if (self->steps->len > 0)
    g_array_append_vals (copy->steps, self->steps->data, self->steps->len);
  return copy;
}

void
sim_history_free (SimHistory *self)
{
  g_array_unref (self->steps);
  g_free (self);
}

/* Making one */

typedef struct
{
  GRand *random;
  SimHistory *history;
  GArray *rows; // of int: added so far, wherever
  int groups[SIM_MAX_DEVICES]; // which laptops can reach each other now
  gboolean clocks; // that go wrong
  gboolean newer; // versions
  int busy; // so many rows of each kind are worked on
} Maker;

static int
pick (Maker *self, int n)
{
  return n > 0 ? g_rand_int_range (self->random, 0, n) : 0;
}

static gboolean
chance (Maker *self, int percent)
{
  return pick (self, 100) < percent;
}

// The latest rows are the ones people work on together.
static int
pick_row (Maker *self, int kind)
{
  int n = (int) self->rows->len;

  for (int tries = 0; tries < 20 && n > 0; tries++) {
    int place = chance (self, 70) ? n - 1 - pick (self, MIN (n, self->busy)) : pick (self, n);
    int row = g_array_index (self->rows, int, place);

    if (kind < 0 || sim_row_kind (row) == kind)
      return row;
  }
  return -1;
}

static int
pick_peer (Maker *self, int device)
{
  int other = pick (self, self->history->n_devices);

  for (int tries = 0; tries < 5; tries++) {
    if (other != device && self->groups[other] == self->groups[device])
      return other;
    other = pick (self, self->history->n_devices);
  }
  return other;
}

static void
add_step (Maker *self, SimStep step)
{
  step.seed = g_rand_int (self->random);
  g_array_append_val (self->history->steps, step);
}

static void
make_add (Maker *self, int device)
{
  int kind = pick (self, SIM_ROW_KINDS);
  int row = (int) self->rows->len * SIM_ROW_KINDS + kind;

  add_step (self, (SimStep) { .op = SIM_ADD,
                              .device = device,
                              .row = row,
                              .other = pick_row (self, sim_kind_target (kind)),
                              .count = pick_row (self, sim_kind_second_target (kind)),
                              .value = pick (self, 4) + 1,
                              .joined = chance (self, 15) });
  g_array_append_val (self->rows, row);
}

static void
make_change (Maker *self, int device, int row)
{
  int kind = sim_row_kind (row);
  gboolean refers = sim_kind_target (kind) >= 0 && chance (self, 40);

  add_step (self, (SimStep) { .op = refers ? SIM_REFER : SIM_SET,
                              .device = device,
                              .row = row,
                              .other = refers ? pick_row (self, sim_kind_target (kind)) : 0,
                              .field = pick (self, sim_kind_n_groups (kind)),
                              .value = pick (self, 4),
                              .joined = chance (self, 20) });
}

static void
make_fetch (Maker *self, int device)
{
  if (chance (self, 10))
    add_step (self, (SimStep) { .op = SIM_REPEAT, .device = device, .count = 1 + pick (self, 3) });
  else
    add_step (self, (SimStep) { .op = SIM_FETCH,
                                .device = device,
                                .other = pick_peer (self, device),
                                .count = chance (self, 50) ? 0 : 1 + pick (self, 4) });
}

static void
make_rare (Maker *self, int device, int row)
{
  switch (pick (self, 6)) {
  case 0:
    if (self->clocks)
      add_step (self, (SimStep) { .op = SIM_CLOCK, .device = device, .value = pick (self, 7301) - 3650 });
    break;
  case 1:
    add_step (self, (SimStep) { .op = SIM_ERASE, .device = device, .row = pick_row (self, SIM_KIND_PERSON) });
    break;
  case 2:
    if (self->newer)
      add_step (self, (SimStep) { .op = SIM_NEWER,
                                  .device = device,
                                  .row = row,
                                  .field = pick (self, 3),
                                  .value = pick (self, 4) });
    break;
  case 3:
    // The network breaks up, or is whole again.
    for (int i = 0; i < self->history->n_devices; i++)
      self->groups[i] = chance (self, 50) ? 0 : pick (self, 3);
    break;
  default:
    add_step (self, (SimStep) { .op = chance (self, 70) ? SIM_SETTLE : SIM_SETTLE_OWN,
                                .device = device,
                                .row = pick (self, 8),
                                .field = pick (self, 3),
                                .value = pick (self, 4) + 1 });
    break;
  }
}

static void
make_step (Maker *self)
{
  int device = pick (self, self->history->n_devices);
  int row = pick_row (self, -1);
  int what = pick (self, 100);

  if (row < 0 || what < 14)
    make_add (self, device);
  else if (what < 48)
    make_change (self, device, row);
  else if (what < 57)
    add_step (self,
              (SimStep) { .op = SIM_DELETE, .device = device, .row = row, .joined = chance (self, 20) });
  else if (what < 66)
    add_step (self, (SimStep) { .op = what < 63 ? SIM_UNDO : SIM_REDO, .device = device });
  else if (what < 78)
    make_rare (self, device, row);
  else
    make_fetch (self, device);
}

// Most are small: what goes wrong at all goes wrong among few. Some are as large as it gets.
static int
choose_size (Maker *self, int *n_steps)
{
  int what = pick (self, 1000);

  if (what < 850) {
    *n_steps = 5 + pick (self, 36);
    return 2 + pick (self, 3);
  }
  if (what < 990) {
    *n_steps = 20 + pick (self, 80);
    return 3 + pick (self, 6);
  }
  *n_steps = 150 + pick (self, 150);
  return 10 + pick (self, SIM_MAX_DEVICES - 9);
}

SimHistory *
sim_history_new (guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (int));
  Maker maker = { .random = random, .rows = rows };
  int n_steps;
  int n_devices = choose_size (&maker, &n_steps);

  maker.history = sim_history_new_empty (seed, n_devices);
  maker.clocks = chance (&maker, 40);
  maker.newer = chance (&maker, 20);
  maker.busy = 2 + pick (&maker, 6);
  // Rows to work on that all have.
  for (int i = 0; i < maker.busy; i++)
    make_add (&maker, 0);
  for (int i = 1; i < n_devices; i++)
    add_step (&maker, (SimStep) { .op = SIM_FETCH, .device = i });
  while ((int) maker.history->steps->len < n_steps + maker.busy + n_devices)
    make_step (&maker);
  return maker.history;
}
