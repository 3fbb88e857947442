// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gstdio.h>
#include <malloc.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench-organisations.h"
#include "bench-sync.h"

#define SEGMENTS 100
#define QUICK_SEGMENTS 10

/* What the rows are of. */
typedef enum
{
  MEASUREMENTS, /* no words to search for */
  ORGANISATIONS,
} Kind;

static char *
segment_path (int number)
{
  g_autofree char *name = g_strdup_printf ("segment-%d", number);

  return g_build_filename (bench_dir (), "sync-segments", name, NULL);
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

/* Has a laptop write rows, and puts each 10000 of them into a file. */
static void
make_segments (const BenchSpace *space, Kind kind, int n_segments)
{
  g_autofree char *dir = bench_make_dir ("sync-segments");
  g_autoptr (SpilStore) store = bench_store_new ("sync-source");
  SpilId indicator = add_indicator (store);
  int64_t sent = 0;

  for (int i = 0; i < n_segments; i++) {
    g_autoptr (SpilAction) action = kind == MEASUREMENTS
                                        ? bench_measurements_new (BENCH_SYNC_ROWS, indicator, (guint32) i)
                                        : bench_organisations_new (BENCH_SYNC_ROWS, (guint32) i);
    g_autoptr (GBytes) segment = NULL;
    g_autofree char *path = segment_path (i);
    g_autoptr (GError) error = NULL;

    spil_store_commit_bulk (store, action, &error);
    bench_assert_no_error (error);
    segment = bench_space_pack (space, store, sent + 1, bench_last_entry (store));
    sent = bench_last_entry (store);
    g_file_set_contents (path, g_bytes_get_data (segment, NULL), (gssize) g_bytes_get_size (segment), &error);
    bench_assert_no_error (error);
  }
}

/* In a process of its own, so that its memory is not this one's. */
static void
make_segments_apart (const BenchSpace *space, Kind kind, int n_segments)
{
  pid_t child = fork ();
  int status;

  if (child == 0) {
    make_segments (space, kind, n_segments);
    _exit (0);
  }
  if (child < 0 || waitpid (child, &status, 0) != child || status != 0)
    g_error ("the segments could not be made");
}

/* A line of /proc/self/status, in MB (10^6 bytes). */
static double
memory (const char *name)
{
  g_autofree char *status = NULL;
  const char *line;
  int64_t kib;

  g_file_get_contents ("/proc/self/status", &status, NULL, NULL);
  line = status != NULL ? strstr (status, name) : NULL;
  if (line == NULL)
    g_error ("the kernel does not tell %s", name);
  kib = g_ascii_strtoll (line + strlen (name) + 1, NULL, 10);
  return (double) kib * 1024 / 1e6;
}

/* From here on the peak counts; returns what there is now. */
static double
reset_peak (void)
{
  FILE *file = fopen ("/proc/self/clear_refs", "w");

  malloc_trim (0);
  if (file == NULL || fputs ("5", file) == EOF || fclose (file) != 0)
    g_error ("the peak of the memory cannot be reset");
  return memory ("VmRSS");
}

static void
apply (const BenchSpace *space, int n_segments, BenchSeries *time, BenchSeries *growth)
{
  g_autoptr (SpilStore) store = bench_receiver_store_new ("sync-receiver");
  double before = reset_peak ();
  BenchReceiver receiver;
  BenchTimer timer;

  bench_timer_start (&timer);
  bench_receiver_init (&receiver, space, store);
  for (int i = 0; i < n_segments; i++) {
    g_autofree char *path = segment_path (i);
    g_autoptr (GBytes) segment = NULL;
    g_autoptr (GError) error = NULL;
    char *data;
    gsize length;

    g_file_get_contents (path, &data, &length, &error);
    bench_assert_no_error (error);
    segment = g_bytes_new_take (data, length);
    bench_receiver_take (&receiver, segment);
  }
  bench_receiver_clear (&receiver);
  bench_timer_stop (&timer, time);
  bench_series_add_amount (growth, memory ("VmHWM") - before);
}

static void
measure (const BenchSpace *space, Kind kind, int n_segments)
{
  const char *of = kind == MEASUREMENTS ? "measurements (nothing to search)" : "organisations (with search)";
  g_autofree char *figure = g_strdup_printf ("Sync, %d %s", n_segments * BENCH_SYNC_ROWS, of);
  g_autofree char *memory_figure = g_strdup_printf ("%s, memory", figure);
  g_auto (BenchSeries) time = { 0 };
  g_auto (BenchSeries) growth = { 0 };
  BenchRow row = { .figure = figure, .clock = BENCH_ELAPSED };
  BenchRow memory_row = { .figure = memory_figure, .unit = "MB" };

  bench_series_init (&time);
  bench_series_init (&growth);
  make_segments_apart (space, kind, n_segments);
  apply (space, n_segments, &time, &growth);
  if (kind == MEASUREMENTS) {
    row.target.median = 10.0 * n_segments / SEGMENTS;
    memory_row.target.median = 64;
  }
  bench_report (&row, &time, NULL);
  bench_report (&memory_row, &growth, NULL);
}

void
bench_sync_million (const BenchSpace *space)
{
  int n_segments = g_getenv ("SPIL_BENCH_QUICK") != NULL ? QUICK_SEGMENTS : SEGMENTS;
  g_autofree char *dir = NULL;

  measure (space, MEASUREMENTS, n_segments);
  measure (space, ORGANISATIONS, n_segments);
  // Some gigabytes that nobody needs any more.
  dir = bench_make_dir ("sync-segments");
  g_clear_pointer (&dir, g_free);
  dir = bench_make_dir ("sync-source");
  g_clear_pointer (&dir, g_free);
  dir = bench_make_dir ("sync-receiver");
}
