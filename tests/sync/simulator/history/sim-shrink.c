// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <string.h>

#include "sim-history.h"

typedef struct
{
  SimHistory *best;
  char *kind; // of fault
  SimRunFunc run;
  gpointer user_data;
  int left; // runs
} Shrinker;

static char *
first_word (const char *fault)
{
  return g_strndup (fault, strcspn (fault, " :\n"));
}

// Takes @candidate when it still goes wrong in the same way.
static gboolean
try_history (Shrinker *self, SimHistory *candidate)
{
  g_autofree char *fault = NULL;
  g_autofree char *kind = NULL;

  if (self->left <= 0) {
    sim_history_free (candidate);
    return FALSE;
  }
  self->left--;
  fault = self->run (candidate, self->user_data);
  kind = fault != NULL ? first_word (fault) : NULL;
  if (g_strcmp0 (kind, self->kind) != 0) {
    sim_history_free (candidate);
    return FALSE;
  }
  sim_history_free (self->best);
  self->best = candidate;
  return TRUE;
}

static gboolean
names_device (const SimStep *step, int device)
{
  return step->device == device || (step->op == SIM_FETCH && step->other == device);
}

static gboolean
drop_device (Shrinker *self, int device)
{
  SimHistory *candidate = sim_history_new_empty (self->best->seed, self->best->n_devices - 1);

  for (guint i = 0; i < self->best->steps->len; i++) {
    SimStep step = g_array_index (self->best->steps, SimStep, i);

    if (names_device (&step, device))
      continue;
    step.device -= step.device > device;
    step.other -= step.op == SIM_FETCH && step.other > device;
    g_array_append_val (candidate->steps, step);
  }
  return try_history (self, candidate);
}

static gboolean
drop_devices (Shrinker *self)
{
  gboolean dropped = FALSE;

  for (int device = self->best->n_devices - 1; device >= 0 && self->best->n_devices > 2; device--)
    dropped = drop_device (self, device) || dropped;
  return dropped;
}

// Leaves out @length steps at a time, from the end, where that can be.
static gboolean
drop_steps (Shrinker *self, guint length)
{
  gboolean dropped = FALSE;
  guint end = self->best->steps->len;

  while (end > 0 && self->left > 0) {
    guint first = end > length ? end - length : 0;
    SimHistory *candidate = sim_history_copy (self->best);

    g_array_remove_range (candidate->steps, first, end - first);
    dropped = try_history (self, candidate) || dropped;
    end = MIN (first, self->best->steps->len);
  }
  return dropped;
}

static gboolean
try_value (Shrinker *self, guint place, gsize offset, int value)
{
  SimHistory *candidate;
  int held;

  memcpy (&held, (char *) &g_array_index (self->best->steps, SimStep, place) + offset, sizeof held);
  if (held == value)
    return FALSE;
  candidate = sim_history_copy (self->best);
  memcpy ((char *) &g_array_index (candidate->steps, SimStep, place) + offset, &value, sizeof value);
  return try_history (self, candidate);
}

static gboolean
simplify_step (Shrinker *self, guint place)
{
  SimOp op = g_array_index (self->best->steps, SimStep, place).op;
  gboolean simpler = try_value (self, place, offsetof (SimStep, joined), FALSE);

  if (op == SIM_FETCH)
    simpler = try_value (self, place, offsetof (SimStep, count), 0) || simpler;
  if (op == SIM_CLOCK)
    simpler = try_value (self, place, offsetof (SimStep, value), 3650) ||
              try_value (self, place, offsetof (SimStep, value), -3650) || simpler;
  if (op == SIM_SET || op == SIM_SETTLE || op == SIM_NEWER)
    simpler = try_value (self, place, offsetof (SimStep, field), 0) || simpler;
  if (op == SIM_SETTLE || op == SIM_SETTLE_OWN)
    simpler = try_value (self, place, offsetof (SimStep, row), 0) || simpler;
  return simpler;
}

static gboolean
simplify_steps (Shrinker *self)
{
  gboolean simpler = FALSE;

  for (guint i = 0; i < self->best->steps->len; i++)
    simpler = simplify_step (self, i) || simpler;
  return simpler;
}

SimHistory *
sim_history_shrink (const SimHistory *failing, const char *fault, SimRunFunc run, gpointer user_data,
                    int budget)
{
  g_autofree char *kind = first_word (fault);
  Shrinker self = {
    .best = sim_history_copy (failing), .kind = kind, .run = run, .user_data = user_data, .left = budget
  };
  gboolean smaller = TRUE;

  while (smaller && self.left > 0) {
    smaller = FALSE;
    for (guint length = MAX (self.best->steps->len / 2, 1); length > 0; length /= 2)
      smaller = drop_steps (&self, length) || smaller;
    smaller = drop_devices (&self) || smaller;
    smaller = simplify_steps (&self) || smaller;
  }
  return self.best;
}
