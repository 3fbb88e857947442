// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
// What goes wrong in the middle of a call on a shared folder.
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "folder-fixture.h"

static const struct
{
  int code;
  SpilCarrierError error;
  const char *word;
} causes[] = {
  { ENODEV, SPIL_CARRIER_ERROR_ABSENT, "plug it in" },
  { ENXIO, SPIL_CARRIER_ERROR_ABSENT, "plug it in" },
  { ENOMEDIUM, SPIL_CARRIER_ERROR_ABSENT, "plug it in" },
  { EIO, SPIL_CARRIER_ERROR_ABSENT, "gives an error" },
  { EREMOTEIO, SPIL_CARRIER_ERROR_ABSENT, "gives an error" },
  { ENOTCONN, SPIL_CARRIER_ERROR_ABSENT, "broken" },
  { EHOSTDOWN, SPIL_CARRIER_ERROR_ABSENT, "broken" },
  { ENETUNREACH, SPIL_CARRIER_ERROR_ABSENT, "broken" },
  { ECONNRESET, SPIL_CARRIER_ERROR_ABSENT, "broken" },
  { ESTALE, SPIL_CARRIER_ERROR_ABSENT, "server" },
  { ETIMEDOUT, SPIL_CARRIER_ERROR_ABSENT, "does not answer" },
  { ENOSPC, SPIL_CARRIER_ERROR_FULL, "no room" },
  { EDQUOT, SPIL_CARRIER_ERROR_FULL, "your part" },
  { EFBIG, SPIL_CARRIER_ERROR_FULL, "larger" },
  { EROFS, SPIL_CARRIER_ERROR_REFUSED, "only be read" },
  { EACCES, SPIL_CARRIER_ERROR_REFUSED, "not allowed" },
  { EMFILE, SPIL_CARRIER_ERROR_FAILED, "cannot be used" },
};

/* Whether what failed is only the search for leftovers, which comes after a put that succeeded. */
static gboolean
is_sweeping (Faults *faults)
{
  return g_str_has_prefix (faults->call, "open .") || g_str_has_prefix (faults->call, "read-");
}

/* One step of @call fails. Returns FALSE when there are no so many steps. */
static gboolean
fail_at (Fixture *self, Call call, int step, gsize cause)
{
  g_autoptr (SpilCarrier) carrier = make_carrier (self->dir, &self->faults);
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (call == CALL_PUT)
    clear_folder (self);
  else if (count_names (self) == 0)
    g_assert_true (spil_carrier_put (carrier, NAME, self->bytes, NULL, &error));
  self->faults.at = 0;
  self->faults.step = step;
  self->faults.code = causes[cause].code;
  g_clear_pointer (&self->faults.call, g_free);
  done = perform (self, carrier, call, &error);
  self->faults.step = -1;
  if (self->faults.call == NULL) {
    g_assert_no_error (error);
    return FALSE;
  }
  if (call == CALL_PUT && is_sweeping (&self->faults)) {
    g_assert_true (done);
    g_assert_cmpuint (count_names (self), ==, 1);
    return TRUE;
  }
  g_assert_false (done);
  g_assert_error (error, SPIL_CARRIER_ERROR, (int) causes[cause].error);
  g_assert_nonnull (strstr (error->message, self->dir));
  g_assert_nonnull (strstr (error->message, causes[cause].word));
  g_assert_cmpuint (count_names (self), ==, call == CALL_PUT ? 0 : 1);
  return TRUE;
}

/* Each step of each call, with each cause: the right error, and nothing half left. */
static void
test_faults_all (Fixture *self, gconstpointer data)
{
  for (Call call = CALL_CHECK; call < N_CALLS; call++)
    for (gsize cause = 0; cause < G_N_ELEMENTS (causes); cause++) {
      int step = 0;

      while (fail_at (self, call, step, cause))
        step++;
      g_assert_cmpint (step, >=, 2);
    }
}

/* File systems that know less, down to those without links. */
static void
test_faults_modes (Fixture *self, gconstpointer data)
{
  for (Mode mode = MODE_RENAME_NEW; mode < N_MODES; mode++) {
    g_autoptr (GError) error = NULL;

    clear_folder (self);
    self->faults.mode = mode;
    g_assert_true (spil_carrier_put (self->carrier, NAME, self->bytes, NULL, &error));
    g_assert_no_error (error);
    g_assert_true (is_there (self, self->bytes));
    g_assert_false (spil_carrier_put (self->carrier, NAME, self->bytes, NULL, &error));
    g_assert_error (error, SPIL_CARRIER_ERROR, SPIL_CARRIER_ERROR_EXISTS);
    g_assert_cmpuint (count_names (self), ==, 1);
  }
}

/* One of several that write the same name at once. */
typedef struct
{
  SpilCarrier *carrier;
  GBytes *bytes;
  gboolean done;
  GError *error;
} Writer;

static gpointer
run_writer (gpointer data)
{
  Writer *writer = data;

  writer->done = spil_carrier_put (writer->carrier, NAME, writer->bytes, NULL, &writer->error);
  return NULL;
}

static void
race (Fixture *self, guint8 round)
{
  Writer writers[4] = { 0 };
  GThread *threads[G_N_ELEMENTS (writers)];
  g_autoptr (GBytes) winner = NULL;
  guint winners = 0;

  clear_folder (self);
  for (gsize i = 0; i < G_N_ELEMENTS (writers); i++) {
    writers[i].carrier = make_carrier (self->dir, &self->faults);
    writers[i].bytes = make_bytes (1000 + i, (guint8) (round + i));
  }
  for (gsize i = 0; i < G_N_ELEMENTS (writers); i++)
    threads[i] = g_thread_new ("writer", run_writer, &writers[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (writers); i++) {
    g_thread_join (threads[i]);
    winners += (guint) writers[i].done;
    if (writers[i].done)
      winner = g_bytes_ref (writers[i].bytes);
    else
      g_assert_error (writers[i].error, SPIL_CARRIER_ERROR, SPIL_CARRIER_ERROR_EXISTS);
    g_clear_error (&writers[i].error);
    g_object_unref (writers[i].carrier);
    g_bytes_unref (writers[i].bytes);
  }
  g_assert_cmpuint (winners, ==, 1);
  g_assert_true (is_there (self, winner));
  g_assert_cmpuint (count_names (self), ==, 1);
}

/* Several at once: one wins, whatever the file system can do. */
static void
test_faults_race (Fixture *self, gconstpointer data)
{
  for (Mode mode = MODE_RENAME_NEW; mode < N_MODES; mode++) {
    self->faults.mode = mode;
    for (guint8 round = 0; round < 40; round++)
      race (self, round);
  }
}

/* Durable before it has its name, and the name durable before the call returns. */
static void
test_faults_order (Fixture *self, gconstpointer data)
{
  static const char *const expected[N_MODES] = {
    [MODE_RENAME_NEW] = "rename-new ",
    [MODE_LINK] = "rename-new link ",
    [MODE_RENAME] = "rename-new link rename ",
  };
  const char *const made = "open open make-folder FSYNC-FOLDER open ";
  g_autoptr (GString) log = g_string_new (NULL);

  for (Mode mode = MODE_RENAME_NEW; mode < N_MODES; mode++) {
    g_autoptr (SpilCarrier) carrier = make_carrier (self->dir, &self->faults);
    g_autofree char *steps = g_strconcat (made, "look create write flush FSYNC-FILE ", expected[mode],
                                          "FSYNC-FOLDER ", NULL);

    clear_folder (self);
    g_string_truncate (log, 0);
    self->faults.mode = mode;
    self->faults.log = log;
    fsync_log = log;
    g_assert_true (spil_carrier_put (carrier, NAME, self->bytes, NULL, NULL));
    fsync_log = NULL;
    self->faults.log = NULL;
    g_assert_true (g_str_has_prefix (log->str, steps));
  }
}

/* The file got its name, but the answer was lost: that is no error, and no other file either. */
static void
test_faults_answer (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->dir, FOLDER, NULL);

  for (Mode mode = MODE_RENAME_NEW; mode <= MODE_LINK; mode++) {
    g_autoptr (GError) error = NULL;

    clear_folder (self);
    self->faults.mode = mode;
    self->faults.lose_answer = path;
    g_assert_true (spil_carrier_put (self->carrier, NAME, self->bytes, NULL, &error));
    g_assert_no_error (error);
    self->faults.lose_answer = NULL;
    g_assert_true (is_there (self, self->bytes));
    g_assert_cmpuint (count_names (self), ==, 1);
  }
}

/* A file that grows while it is read is not read beyond the limit. */
static void
test_faults_grow (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->dir, NAME, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (spil_carrier_put (self->carrier, NAME, self->bytes, NULL, &error));
  self->faults.grow = path;
  g_assert_null (spil_carrier_get (self->carrier, NAME, 9, NULL, &error));
  g_assert_error (error, SPIL_CARRIER_ERROR, SPIL_CARRIER_ERROR_TOO_LARGE);
}

/* Larger than what waits to go to the disk at once. */
static void
test_faults_large (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) much = make_bytes (LENGTH, 0);

  g_assert_true (spil_carrier_put (self->carrier, NAME, much, NULL, NULL));
  g_assert_true (is_there (self, much));
}

static void
test_faults_full (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) much = make_bytes (100000, 0);
  g_autoptr (GError) error = NULL;
  struct rlimit before;
  struct rlimit small;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = before;
  small.rlim_cur = 4096;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  g_assert_false (spil_carrier_put (self->carrier, NAME, much, NULL, &error));
  setrlimit (RLIMIT_FSIZE, &before);
  g_assert_error (error, SPIL_CARRIER_ERROR, SPIL_CARRIER_ERROR_FULL);
  g_assert_cmpuint (count_names (self), ==, 0);
  g_assert_true (spil_carrier_put (self->carrier, NAME, much, NULL, NULL));
}

static void
make_leftover (Fixture *self, const char *name, gint64 age)
{
  g_autofree char *path = g_build_filename (self->dir, FOLDER, name, NULL);
  const time_t now = (time_t) (g_get_real_time () / G_USEC_PER_SEC);
  const struct timespec times[2] = { { .tv_sec = now - age }, { .tv_sec = now - age } };

  g_assert_true (g_file_set_contents (path, "half", -1, NULL));
  g_assert_cmpint (utimensat (AT_FDCWD, path, times, 0), ==, 0);
}

/* What a laptop left that went off in the middle of a write goes after a day; nothing else does. */
static void
test_faults_leftovers (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *name;
    gint64 age; /* seconds */
    gboolean goes;
  } cases[] = {
    { ".spil-0123456789abcdef.part", 90000, TRUE },   { ".spil-0123456789abcde0.part", 80000, FALSE },
    { ".spil-0123456789abcdeX.part", 90000, FALSE },  { ".spil-0123456789abcdef1.part", 90000, FALSE },
    { ".spil-0123456789abcde2.parts", 90000, FALSE }, { "spil-0123456789abcde3.part", 90000, FALSE },
    { ".spil-0123456789abcde4.part", -90000, FALSE }, { "b", 90000, FALSE },
  };
  g_autofree char *folder = g_build_filename (self->dir, FOLDER, NULL);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    make_leftover (self, cases[i].name, cases[i].age);
  g_assert_true (spil_carrier_put (self->carrier, NAME, self->bytes, NULL, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_build_filename (folder, cases[i].name, NULL);

    g_assert_cmpint (g_file_test (path, G_FILE_TEST_EXISTS), ==, !cases[i].goes);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/faults/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("all", test_faults_all);
  ADD ("modes", test_faults_modes);
  ADD ("race", test_faults_race);
  ADD ("order", test_faults_order);
  ADD ("answer", test_faults_answer);
  ADD ("grow", test_faults_grow);
  ADD ("large", test_faults_large);
  ADD ("full", test_faults_full);
  ADD ("leftovers", test_faults_leftovers);
#undef ADD
  return g_test_run ();
}
