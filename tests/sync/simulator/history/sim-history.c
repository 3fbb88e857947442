// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "sim-history.h"

#include <string.h>

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
  int weights[SIM_N_OPS]; // how often each thing happens in this history
  int kinds[SIM_ROW_KINDS]; // and how often a row is of each kind
  int busy; // so many rows are worked on most
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

// One of @n, each as often as its weight says.
static int
pick_weighted (Maker *self, const int *weights, int n)
{
  int sum = 0;
  int place;

  for (int i = 0; i < n; i++)
    sum += weights[i];
  place = pick (self, sum);
  for (int i = 0; i < n; i++) {
    place -= weights[i];
    if (place < 0)
      return i;
  }
  return 0;
}

// People work on a few rows together, mostly on some that have been there for a while, sometimes on the latest. @kind -1: any.
static int
pick_row (Maker *self, int kind)
{
  int n = (int) self->rows->len;

  for (int tries = 0; tries < 20 && n > 0; tries++) {
    int what = pick (self, 100);
    int place = what < 60   ? pick (self, MIN (n, self->busy))
                : what < 80 ? n - 1 - pick (self, MIN (n, self->busy))
                            : pick (self, n);
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

  for (int tries = 0; tries < 5 && (other == device || self->groups[other] != self->groups[device]); tries++)
    other = pick (self, self->history->n_devices);
  return other;
}

static void
add_step (Maker *self, SimStep step)
{
  step.seed = g_rand_int (self->random);
  g_array_append_val (self->history->steps, step);
}

static int
pick_target (Maker *self, int kind)
{
  return kind < 0 ? -1 : pick_row (self, kind);
}

static void
make_add (Maker *self, int device)
{
  int kind = pick_weighted (self, self->kinds, SIM_ROW_KINDS);
  int other = pick_target (self, sim_kind_target (kind));
  int second = pick_target (self, sim_kind_second_target (kind));
  int row;

  // What it has to refer to comes first.
  while (sim_kind_needs_target (kind) && (other < 0 || (second < 0 && sim_kind_second_target (kind) >= 0))) {
    kind = other < 0 ? sim_kind_target (kind) : sim_kind_second_target (kind);
    other = pick_target (self, sim_kind_target (kind));
    second = pick_target (self, sim_kind_second_target (kind));
  }
  row = (int) self->rows->len * SIM_ROW_KINDS + kind;
  add_step (self, (SimStep) { .op = SIM_ADD,
                              .device = device,
                              .row = row,
                              .other = other,
                              .count = second,
                              .value = pick (self, 4) + 1,
                              .joined = chance (self, 15) });
  g_array_append_val (self->rows, row);
}

static void
make_change (Maker *self, int device, int row, SimOp op)
{
  int kind = sim_row_kind (row);

  add_step (self, (SimStep) { .op = op,
                              .device = device,
                              .row = row,
                              .other = op == SIM_REFER ? pick_target (self, sim_kind_target (kind)) : 0,
                              .field = chance (self, 60) ? 0 : pick (self, sim_kind_n_groups (kind)),
                              .value = pick (self, 4),
                              .joined = chance (self, 15) });
}

static void
make_meeting (Maker *self, int device)
{
  // Now and then the network breaks up, or is whole again.
  if (chance (self, 15))
    for (int i = 0; i < self->history->n_devices; i++)
      self->groups[i] = chance (self, 50) ? 0 : pick (self, 3);
  add_step (self, (SimStep) { .op = SIM_FETCH,
                              .device = device,
                              .other = pick_peer (self, device),
                              .count = chance (self, 60) ? 0 : 1 + pick (self, 4) });
}

static void
make_other (Maker *self, int device, int row, SimOp op)
{
  SimStep step = { .op = op, .device = device, .row = row, .value = pick (self, 4) };

  switch (op) {
  case SIM_SETTLE:
  case SIM_SETTLE_OWN:
    step.row = pick (self, 4);
    step.field = pick (self, 3);
    step.value++;
    break;
  case SIM_ERASE:
    step.row = pick_row (self, SIM_KIND_PERSON);
    break;
  case SIM_CLOCK:
    step.value = pick (self, 7301) - 3650;
    break;
  case SIM_REPEAT:
    step.count = 1 + pick (self, 3);
    break;
  case SIM_NEWER:
    step.field = pick (self, 3);
    break;
  default:
    break;
  }
  add_step (self, step);
}

static void
make_step (Maker *self)
{
  int device = pick (self, self->history->n_devices);
  int row = pick_row (self, -1);
  SimOp op = (SimOp) pick_weighted (self, self->weights, SIM_N_OPS);

  if (op == SIM_ADD || row < 0)
    make_add (self, device);
  else if (op == SIM_SET || op == SIM_REFER || op == SIM_DELETE)
    make_change (self, device, row, op);
  else if (op == SIM_FETCH)
    make_meeting (self, device);
  else
    make_other (self, device, row, op);
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

// All about activities that are part of each other and wait for each other.
static void
choose_planning (Maker *self)
{
  memset (self->kinds, 0, sizeof self->kinds);
  self->kinds[SIM_KIND_TASK] = 3;
  self->kinds[SIM_KIND_DEPENDENCY] = 2;
  self->weights[SIM_ADD] += 10;
  self->weights[SIM_REFER] = 60;
  self->busy = 3;
}

// All about one organisation, and what to make of it.
static void
choose_quarrel (Maker *self)
{
  memset (self->kinds, 0, sizeof self->kinds);
  self->kinds[SIM_KIND_ORGANISATION] = 1;
  self->weights[SIM_SETTLE] = 20;
  self->weights[SIM_UNDO] = 15;
  self->weights[SIM_REDO] = 8;
  self->busy = 1;
}

// Each history is about something else: what happens often in one does not happen in another.
static void
choose_mood (Maker *self)
{
  static const int usual[SIM_N_OPS] = {
    [SIM_ADD] = 6,    [SIM_SET] = 40,       [SIM_REFER] = 12, [SIM_DELETE] = 6, [SIM_UNDO] = 8,
    [SIM_REDO] = 4,   [SIM_SETTLE] = 8,     [SIM_ERASE] = 2,  [SIM_CLOCK] = 2,  [SIM_FETCH] = 20,
    [SIM_REPEAT] = 2, [SIM_SETTLE_OWN] = 2, [SIM_NEWER] = 2,
  };
  static const int factors[] = { 0, 1, 1, 4 };

  for (int i = 0; i < SIM_N_OPS; i++)
    self->weights[i] = usual[i] *
                       factors[i == SIM_FETCH || i == SIM_SET ? 1 + pick (self, 3) : pick (self, 4)];
  for (int i = 0; i < SIM_ROW_KINDS; i++)
    self->kinds[i] = factors[pick (self, 4)];
  self->kinds[SIM_KIND_ORGANISATION]++;
  self->busy = 1 + pick (self, 5);
  if (chance (self, 20))
    choose_planning (self);
  else if (chance (self, 15))
    choose_quarrel (self);
}

static void
make_steps (Maker *self, int n_steps)
{
  int n_first = 1 + self->busy + pick (self, 3);

  // Rows to work on that all have.
  for (int i = 0; i < n_first; i++)
    make_add (self, 0);
  for (int i = 0; i < self->history->n_devices; i++)
    add_step (self, (SimStep) { .op = SIM_FETCH, .device = i });
  while ((int) self->history->steps->len < n_steps + n_first + self->history->n_devices)
    make_step (self);
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
  choose_mood (&maker);
  make_steps (&maker, n_steps);
  return maker.history;
}

SimHistory *
sim_history_new_carried (guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (int));
  Maker maker = { .random = random, .rows = rows };

  maker.history = sim_history_new_empty (seed, 2 + pick (&maker, SIM_CARRIED_DEVICES - 1));
  choose_mood (&maker);
  maker.weights[SIM_NEWER] = maker.weights[SIM_REPEAT] = 0;
  maker.weights[SIM_FETCH] += 20;
  // Half of the carriers do nothing wrong.
  maker.weights[SIM_MISCHIEF] = chance (&maker, 50) ? 5 + pick (&maker, 20) : 0;
  maker.weights[SIM_ABSENT] = chance (&maker, 30) ? 6 : 0;
  maker.weights[SIM_REVOKE] = chance (&maker, 15) ? 2 : 0;
  make_steps (&maker, 10 + pick (&maker, 40));
  return maker.history;
}
