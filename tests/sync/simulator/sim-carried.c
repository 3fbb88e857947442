// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "sim-carried.h"

#include "spil-sync-run.h"

// So many rounds must do for all to reach all, once the carrier behaves.
#define ROUNDS 8
#define LONG_ABSENCE_DAYS 200
// Characters of what happened that tell enough.
#define LOG_SHOWN 2000

typedef struct
{
  SimShare *share;
  SpilCarrier *views[SIM_CARRIED_DEVICES + 1];
  SimMischief kinds; // what can happen here
  gboolean trouble; // something has happened to the files
  gboolean slow;
  int64_t sent[SIM_CARRIED_DEVICES + 1]; // how many entries of each laptop are on the carrier for certain
  gboolean well[SIM_CARRIED_DEVICES + 1]; // its last run said that all is well
  char *mark; // the file that says whose carrier it is
  GBytes *mark_bytes;
  GString *log; // what happened to the files
} Carried;

/* One run */

static void
read_known (SimWorld *world, int device)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) vector = spil_store_get_vector (world->devices[device].store, &error);

  if (vector == NULL) {
    sim_world_fault (world, "error", "laptop %d: %s", device, error->message);
    return;
  }
  for (guint i = 0; i < vector->len; i++) {
    const SpilVectorItem *item = &g_array_index (vector, SpilVectorItem, i);

    for (int j = 0; j <= world->n_devices; j++) {
      int64_t *known = &world->devices[device].known[j];

      if (!spil_id_equal (world->devices[j].id, item->device))
        continue;
      if (item->sequence < *known && !world->devices[j].revoked)
        sim_world_fault (world, "lost", "laptop %d had %d changes of laptop %d and has %d", device,
                         (int) *known, j, (int) item->sequence);
      if (item->sequence > (int64_t) world->entries[j]->len)
        sim_world_fault (world, "forged", "laptop %d has change %d of laptop %d, which made %u", device,
                         (int) item->sequence, j, world->entries[j]->len);
      *known = item->sequence;
    }
  }
}

// "Up to date" is the truth: all that is on the carrier for certain is there, and all of its own was sent.
static void
check_truth (SimWorld *world, int device, const SpilSyncReport *report)
{
  const Carried *carried = world->carried;
  const SimDevice *own = &world->devices[device];

  if (!report->up_to_date)
    return;
  if (report->unsent + report->waiting + report->quarantined > 0 || report->problems->len > 0)
    sim_world_fault (world, "truth", "laptop %d says that it is up to date, and what is amiss", device);
  for (int i = 0; i <= world->n_devices && !carried->trouble && !carried->slow && !own->revoked; i++)
    if (own->known[i] < carried->sent[i] && !world->devices[i].revoked)
      sim_world_fault (world, "truth",
                       "laptop %d says that it is up to date with %d of %d changes of laptop %d", device,
                       (int) own->known[i], (int) carried->sent[i], i);
}

static void
tell_report (SimWorld *world, int device, const SpilSyncReport *report)
{
  Carried *carried = world->carried;

  g_string_append_printf (
      carried->log, "# laptop %d: sent %d received %d unsent %d waiting %d refused %d%s\n", device,
      (int) report->sent, (int) report->received, (int) report->unsent, (int) report->waiting,
      (int) report->quarantined, report->up_to_date ? ", up to date" : "");
  for (guint i = 0; i < report->problems->len; i++)
    g_string_append_printf (carried->log, "#   %s\n",
                            ((SpilProblem *) g_ptr_array_index (report->problems, i))->sentence);
}

static void
synchronise (SimWorld *world, int device)
{
  Carried *carried = world->carried;
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilSyncReport) report = NULL;

  sim_world_turn_to (world, device);
  report = spil_sync_run_over (world->devices[device].store, carried->views[device], NULL, NULL, NULL,
                               &error);
  if (report == NULL) {
    sim_world_fault (world, "error", "laptop %d cannot synchronise: %s", device, error->message);
    return;
  }
  tell_report (world, device, report);
  read_known (world, device);
  if (report->unsent == 0)
    carried->sent[device] = (int64_t) world->entries[device]->len;
  carried->well[device] = report->up_to_date;
  check_truth (world, device, report);
}

/* Steps */

static void
misbehave (SimWorld *world)
{
  Carried *carried = world->carried;
  g_autofree char *done = sim_share_misbehave (carried->share, carried->kinds);

  carried->trouble = TRUE;
  g_string_append_printf (carried->log, "# the carrier: %s\n", done != NULL ? done : "nothing");
}

static void
end_membership (SimWorld *world, int device)
{
  SimDevice *leader = &world->devices[world->n_devices];
  SimDevice *revoked = &world->devices[device];
  g_autoptr (GError) error = NULL;

  // One is enough, and one has to be left to compare with.
  if (sim_world_is_ended (world))
    return;
  sim_world_turn_to (world, world->n_devices);
  if (!spil_space_revoke (leader->store, &revoked->id, NULL, &error)) {
    sim_world_fault (world, "error", "laptop %d cannot be revoked: %s", device, error->message);
    return;
  }
  revoked->revoked = TRUE;
  world->cut[device] = leader->known[device];
  for (int i = 0; i <= world->n_devices; i++)
    world->devices[i].early = TRUE;
  synchronise (world, world->n_devices);
}

static void
step (SimWorld *world, const SimStep *step)
{
  Carried *carried = world->carried;

  sim_share_tick (carried->share, 1 + step->seed % 4);
  if (step->seed % 7 == 0)
    sim_share_remember (carried->share);
  switch (step->op) {
  case SIM_FETCH:
    synchronise (world, step->device);
    break;
  case SIM_MISCHIEF:
    misbehave (world);
    break;
  case SIM_ABSENT:
    sim_view_set_absent (carried->views[step->device], step->value % 2 != 0);
    // Some stay away for long.
    if (step->seed % 3 == 0)
      world->now += (int64_t) LONG_ABSENCE_DAYS * 24 * 3600 * 1000;
    break;
  case SIM_REVOKE:
    end_membership (world, step->device);
    break;
  default:
    break;
  }
}

/* The end */

static gboolean
has_all (SimWorld *world, int device)
{
  const Carried *carried = world->carried;

  for (int i = 0; i <= world->n_devices; i++)
    if (!world->devices[i].revoked && world->devices[device].known[i] < (int64_t) world->entries[i]->len)
      return FALSE;
  return carried->well[device] || sim_world_is_ended (world);
}

static gboolean
all_have_all (SimWorld *world)
{
  for (int i = 0; i <= world->n_devices; i++)
    if (!world->devices[i].revoked && !has_all (world, i))
      return FALSE;
  return TRUE;
}

static void
tell_stuck (SimWorld *world)
{
  const Carried *carried = world->carried;
  gsize skipped = carried->log->len > LOG_SHOWN ? carried->log->len - LOG_SHOWN : 0;

  for (int i = 0; i <= world->n_devices; i++)
    if (!world->devices[i].revoked && !has_all (world, i))
      sim_world_fault (world, "stuck", "laptop %d never gets there\n%s", i, carried->log->str + skipped);
}

// Without the file that says whose it is, somebody has to look at what folder it is; it is theirs.
static void
put_mark_back (Carried *self)
{
  g_autoptr (GBytes) bytes = sim_share_read (self->share, self->mark);

  if (bytes == NULL || !g_bytes_equal (bytes, self->mark_bytes))
    sim_share_write (self->share, self->mark, self->mark_bytes);
}

static void
gather (SimWorld *world, const SimHistory *history)
{
  Carried *carried = world->carried;

  for (int i = 0; i <= world->n_devices; i++) {
    sim_view_set_absent (carried->views[i], FALSE);
    // Clocks that are wrong are told as long as they are.
    world->devices[i].skew = 0;
  }
  sim_share_set_slowness (carried->share, 0, FALSE);
  sim_share_tick (carried->share, 1000);
  put_mark_back (carried);
  for (int round = 0; round < ROUNDS && world->fault == NULL && (round == 0 || !all_have_all (world));
       round++)
    for (int i = world->n_devices; i >= 0 && world->fault == NULL; i--)
      synchronise (world, i);
  if (world->fault == NULL)
    tell_stuck (world);
}

static void
free_carried (SimWorld *world)
{
  Carried *carried = world->carried;

  for (int i = 0; i <= world->n_devices; i++)
    g_object_unref (carried->views[i]);
  sim_share_unref (carried->share);
  g_free (carried->mark);
  g_bytes_unref (carried->mark_bytes);
  g_string_free (carried->log, TRUE);
  g_free (carried);
}

static void
keep_mark (Carried *self)
{
  g_autoptr (GPtrArray) names = sim_share_names (self->share, "spil-space-");

  g_assert_cmpuint (names->len, ==, 1);
  self->mark = g_strdup (g_ptr_array_index (names, 0));
  self->mark_bytes = sim_share_read (self->share, self->mark);
}

static const SimCarriage carriage = { .step = step, .gather = gather, .free = free_carried };

void
sim_world_carry (SimWorld *world, SimShare *share, guint32 seed)
{
  static const SimMischief kinds[] = { SIM_ANYTHING, SIM_LOSE, SIM_LOSE | SIM_ROLL_BACK | SIM_EMPTY,
                                       SIM_FLIP | SIM_TRUNCATE, SIM_CONFLICT | SIM_SHOUT | SIM_SWAP };
  Carried *carried = g_new0 (Carried, 1);

  world->carriage = &carriage;
  world->carried = carried;
  carried->share = share;
  carried->kinds = kinds[seed % G_N_ELEMENTS (kinds)];
  carried->slow = seed % 3 == 0;
  carried->log = g_string_new (NULL);
  keep_mark (carried);
  sim_share_remember (share);
  sim_share_set_disorder (share, seed % 2 == 0);
  sim_share_set_case_folding (share, seed % 5 == 0);
  if (carried->slow)
    sim_share_set_slowness (share, 6, seed % 2 == 0);
  for (int i = 0; i <= world->n_devices; i++) {
    carried->views[i] = sim_share_view (share, "share");
    read_known (world, i);
  }
}
