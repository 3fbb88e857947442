// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "sim-world.h"

#include "sim-clock.h"
#include "sim-rows.h"
#include "spil-conflict-query.h"
#include "spil-model-error.h"
#include "spil-privacy.h"

// One of so many histories ends with a full check.
#define CHECKED 8

void
sim_world_fault (SimWorld *self, const char *kind, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list values;

  if (self->fault != NULL)
    return;
  va_start (values, format);
  text = g_strdup_vprintf (format, values);
  va_end (values);
  self->fault = g_strdup_printf ("%s: %s", kind, text);
}

void
sim_world_turn_to (SimWorld *self, int device)
{
  sim_clock_set (self->now + self->devices[device].skew);
}

gboolean
sim_world_is_ended (SimWorld *self)
{
  for (int i = 0; i < self->n_devices; i++)
    if (self->devices[i].revoked)
      return TRUE;
  return FALSE;
}

// Whether a change may be refused so: what a person wants is not always possible.
static gboolean
is_refusal (const GError *error)
{
  return error->domain == SPIL_MODEL_ERROR ||
         g_error_matches (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NOT_FOUND) ||
         g_error_matches (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_REFUSED) ||
         g_error_matches (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_READ_ONLY) ||
         g_error_matches (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NOTHING);
}

static gboolean
judge (SimWorld *self, int device, gboolean done, GError **error)
{
  if (done)
    sim_world_capture (self, device);
  else if (*error == NULL)
    sim_world_fault (self, "error", "laptop %d refuses and does not say why", device);
  else if (!is_refusal (*error))
    sim_world_fault (self, "error", "laptop %d: %s", device, (*error)->message);
  return done;
}

static gboolean
is_change (SimOp op)
{
  return op == SIM_ADD || op == SIM_SET || op == SIM_REFER || op == SIM_DELETE;
}

static gboolean
may_join (const SimStep *first, const SimStep *next)
{
  return is_change (next->op) && next->joined && next->device == first->device;
}

// Carries out the step at @place, with those that are joined to it. Returns the place of the next.
static guint
change (SimWorld *self, const SimHistory *history, guint place)
{
  const SimStep *first = &g_array_index (history->steps, SimStep, place);
  g_autoptr (SpilAction) action = spil_action_new ("Changed");
  g_autoptr (GError) error = NULL;
  const SimStep *step = first;

  do {
    sim_step_add_to_action (step, action);
    step = &g_array_index (history->steps, SimStep, ++place);
  } while (place < history->steps->len && may_join (first, step));
  judge (self, first->device, spil_store_commit (self->devices[first->device].store, action, &error), &error);
  return place;
}

static void
turn (SimWorld *self, const SimStep *step)
{
  SpilStore *store = self->devices[step->device].store;
  g_autoptr (GError) error = NULL;

  judge (self, step->device,
         step->op == SIM_UNDO ? spil_store_undo (store, NULL, &error) : spil_store_redo (store, NULL, &error),
         &error);
}

static void
erase (SimWorld *self, const SimStep *step)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilErasure) erasure = NULL;

  if (step->row < 0 || sim_row_kind (step->row) != SIM_KIND_PERSON)
    return;
  erasure = spil_store_erase_person (self->devices[step->device].store, sim_row_id (step->row), &error);
  if (judge (self, step->device, erasure != NULL, &error) && self->carriage != NULL)
    for (int i = 0; i < self->n_devices; i++)
      self->devices[i].early = TRUE;
}

static gboolean
is_settled (SpilStore *store, const char *id)
{
  g_autoptr (SpilConflict) conflict = spil_store_conflict (store, id, NULL);

  return conflict == NULL;
}

static gboolean
plan_settlement (const SpilConflict *conflict, const SimStep *step, SpilAction *action)
{
  g_autoptr (SpilChange) values = NULL;

  if (step->op == SIM_SETTLE)
    return spil_conflict_settle (conflict, (guint) step->field % conflict->sides->len, action, NULL);
  if (!spil_conflict_takes_value (conflict))
    return FALSE;
  values = spil_change_new (SPIL_CHANGE_SET, conflict->entity, conflict->row);
  sim_assign_group (values, conflict->group, step->value);
  return values->assignments->len > 0 && spil_conflict_settle_with (conflict, values, action, NULL);
}

static void
settle (SimWorld *self, const SimStep *step)
{
  SpilStore *store = self->devices[step->device].store;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) inbox = spil_store_conflicts (store, 0, &error);
  g_autoptr (SpilAction) action = spil_action_new ("Settled");
  const SpilConflict *conflict;

  if (inbox == NULL)
    sim_world_fault (self, "error", "laptop %d: %s", step->device, error->message);
  if (inbox == NULL || inbox->len == 0)
    return;
  conflict = g_ptr_array_index (inbox, (guint) step->row % inbox->len);
  if (plan_settlement (conflict, step, action) &&
      judge (self, step->device, spil_store_commit (store, action, &error), &error) &&
      !is_settled (store, conflict->id))
    sim_world_fault (self, "settle", "what was settled is in the inbox still: %s", conflict->id);
}

static void
fetch (SimWorld *self, const SimStep *step)
{
  if (step->other != step->device && step->other < self->n_devices)
    sim_world_deliver (self, step->device, self->devices[step->other].known,
                       step->seed % 2 != 0 ? step->other : -1, step->count, step->seed);
}

static guint
perform (SimWorld *self, const SimHistory *history, guint place)
{
  const SimStep *step = &g_array_index (history->steps, SimStep, place);

  // Often nothing happens for a while, sometimes all at once.
  self->now += step->seed % 3 == 0 ? 0 : (int64_t) (step->seed % 100000);
  sim_world_turn_to (self, step->device);
  if (is_change (step->op))
    return change (self, history, place);
  if (self->carriage != NULL && (step->op == SIM_FETCH || step->op >= SIM_MISCHIEF)) {
    self->carriage->step (self, step);
    return place + 1;
  }
  switch (step->op) {
  case SIM_UNDO:
  case SIM_REDO:
    turn (self, step);
    break;
  case SIM_SETTLE:
  case SIM_SETTLE_OWN:
    settle (self, step);
    break;
  case SIM_ERASE:
    erase (self, step);
    break;
  case SIM_CLOCK:
    self->devices[step->device].skew = (int64_t) step->value * 24 * 3600 * 1000;
    break;
  case SIM_FETCH:
    fetch (self, step);
    break;
  case SIM_REPEAT:
    sim_world_repeat (self, step->device, step->count, step->seed);
    break;
  case SIM_NEWER:
    sim_world_write_newer (self, step);
    break;
  default:
    break;
  }
  return place + 1;
}

// Without a carrier between them.
static void
gather (SimWorld *self, const SimHistory *history)
{
  int64_t all[SIM_MAX_DEVICES + 1];

  for (int i = 0; i <= self->n_devices; i++)
    all[i] = (int64_t) self->entries[i]->len;
  for (int i = 0; i < self->n_devices && self->fault == NULL; i++)
    sim_world_deliver (self, i, all, -1, 0, history->seed + (guint32) i);
}

char *
sim_world_run (SimWorld *self, const SimHistory *history)
{
  guint place = 0;

  while (place < history->steps->len && self->fault == NULL) {
    const SimStep *step = &g_array_index (history->steps, SimStep, place);

    place = perform (self, history, place);
    if (step->seed % 8 == 0 && self->fault == NULL)
      sim_world_check_device (self, step->device);
  }
  if (self->fault == NULL && self->carriage != NULL)
    self->carriage->gather (self, history);
  else if (self->fault == NULL)
    gather (self, history);
  // The full check takes longer than all the rest.
  if (self->fault == NULL)
    sim_world_check_all (self, history->seed % CHECKED == 0);
  return g_strdup (self->fault);
}
