// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* How long it takes until a new laptop has all data of a space, through a folder, when it begins with a snapshot; and what making that costs. */
#include <glib/gstdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench-organisations.h"
#include "bench-rows.h"
#include "spil-space.h"
#include "spil-sync.h"

#define ROWS_AT_ONCE 10000
#define ACTIONS 100
#define QUICK_ACTIONS 10

typedef enum
{
  MEASUREMENTS, /* no words to search for */
  ORGANISATIONS,
} Kind;

static void
remove_below (const char *path)
{
  g_autoptr (GDir) entries = g_dir_open (path, 0, NULL);
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL) {
    g_autofree char *below = g_build_filename (path, name, NULL);

    if (g_file_test (below, G_FILE_TEST_IS_DIR))
      remove_below (below);
    g_remove (below);
  }
}

/* The shared folder, with nothing in it. */
static char *
make_folder (void)
{
  char *folder = g_build_filename (bench_dir (), "snapshot-folder", NULL);

  remove_below (folder);
  g_mkdir_with_parents (folder, 0700);
  return folder;
}

static void
sync_well (SpilStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilSyncReport) report = spil_sync_run (store, NULL, NULL, NULL, &error);

  bench_assert_no_error (error);
  if (!report->up_to_date)
    g_error ("not up to date: %s", report->problems->len > 0
                                       ? ((SpilProblem *) g_ptr_array_index (report->problems, 0))->sentence
                                       : "");
}

static SpilId
add_indicator (SpilStore *store)
{
  g_autoptr (SpilAction) action = spil_action_new ("Indicator toegevoegd");
  SpilId id = spil_id_new ();
  SpilChange *change = spil_action_add_row (action, spil_entity (SPIL_ENTITY_INDICATOR), id);
  g_auto (SpilValue) name = spil_value_text ("Spitsmijdingen");
  g_auto (SpilValue) unit = spil_value_text ("ritten per dag");
  g_autoptr (GError) error = NULL;

  spil_change_assign (change, SPIL_INDICATOR_NAME, &name);
  spil_change_assign (change, SPIL_INDICATOR_UNIT, &unit);
  spil_store_commit (store, action, &error);
  bench_assert_no_error (error);
  return id;
}

static SpilStore *
make_leader (Kind kind, int n_actions, const char *folder)
{
  SpilStore *store = bench_store_new ("snapshot-leader");
  SpilId indicator = add_indicator (store);
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < n_actions; i++) {
    g_autoptr (SpilAction) action = kind == MEASUREMENTS
                                        ? bench_measurements_new (ROWS_AT_ONCE, indicator, (guint32) i)
                                        : bench_organisations_new (ROWS_AT_ONCE, (guint32) i);

    spil_store_commit_bulk (store, action, &error);
    bench_assert_no_error (error);
  }
  spil_space_create (store, folder, "Leida Leider", NULL, NULL, NULL, &error);
  bench_assert_no_error (error);
  return store;
}

/* A laptop that was let in, and has nothing yet. */
static SpilStore *
make_member (SpilStore *leader, const char *folder)
{
  g_autofree char *dir = bench_make_dir ("snapshot-member");
  g_autoptr (GError) error = NULL;
  g_autofree char *invitation = spil_space_invite (leader, SPIL_ROLE_BROKER, &error);
  g_autofree char *code = NULL;
  SpilStore *store = spil_store_create (dir, &error);

  bench_assert_no_error (error);
  spil_space_join (store, invitation, folder, "Bram Broker", &code, NULL, &error);
  bench_assert_no_error (error);
  spil_space_approve (leader, code, NULL, &error);
  bench_assert_no_error (error);
  return store;
}

static void
assert_same (SpilStore *a, SpilStore *b)
{
  g_autofree char *x = spil_store_digest (a, NULL);
  g_autofree char *y = spil_store_digest (b, NULL);

  if (g_strcmp0 (x, y) != 0)
    g_error ("the new laptop has other data");
}

static void
measure (Kind kind, int n_actions)
{
  const char *of = kind == MEASUREMENTS ? "measurements (nothing to search)" : "organisations (with search)";
  g_autofree char *figure = g_strdup_printf ("Snapshot, a new laptop gets %d %s", n_actions * ROWS_AT_ONCE,
                                             of);
  g_autofree char *first_figure = g_strdup_printf ("Snapshot, first run with %d %s", n_actions * ROWS_AT_ONCE,
                                                   of);
  g_autofree char *folder = make_folder ();
  g_autoptr (SpilStore) leader = make_leader (kind, n_actions, folder);
  g_autoptr (SpilStore) member = NULL;
  g_auto (BenchSeries) time = { 0 };
  g_auto (BenchSeries) first = { 0 };
  BenchRow row = { .figure = figure, .clock = BENCH_ELAPSED };
  BenchRow first_row = { .figure = first_figure, .clock = BENCH_ELAPSED };
  BenchTimer timer;

  bench_series_init (&time);
  bench_series_init (&first);
  bench_timer_start (&timer);
  sync_well (leader);
  bench_timer_stop (&timer, &first);
  member = make_member (leader, folder);
  bench_timer_start (&timer);
  sync_well (member);
  bench_timer_stop (&timer, &time);
  assert_same (leader, member);
  if (kind == MEASUREMENTS)
    row.target.median = 5.0 * n_actions / ACTIONS;
  bench_report (&first_row, &first, NULL);
  bench_report (&row, &time, NULL);
}

int
main (void)
{
  static const char *const dirs[] = { "snapshot-leader", "snapshot-member" };
  g_autofree char *folder = NULL;
  int n_actions = g_getenv ("SPIL_BENCH_QUICK") != NULL ? QUICK_ACTIONS : ACTIONS;

  g_setenv ("SPIL_VAULT", "file", TRUE);
  measure (MEASUREMENTS, n_actions);
  measure (ORGANISATIONS, n_actions);
  // Some gigabytes that nobody needs any more.
  for (gsize i = 0; i < G_N_ELEMENTS (dirs); i++) {
    g_autofree char *dir = bench_make_dir (dirs[i]);
  }
  folder = make_folder ();
  return 0;
}
