// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
// What goes wrong in the middle of a call on a shared folder.
#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "spil-folder-carrier.h"

#define FOLDER "0123456789abcdef0123456789abcdef"
#define NAME FOLDER "/a"
/* More than one write, and a flush in between. */
#define LENGTH ((gsize) 9 << 20)

/* How a file system lets a file get its name. */
typedef enum
{
  MODE_RENAME_NEW,
  MODE_LINK,
  MODE_RENAME,
  N_MODES,
} Mode;

static int
limit_mode (Mode mode, const char *call)
{
  if (mode != MODE_RENAME_NEW && strcmp (call, "rename-new") == 0)
    return EINVAL;
  return mode == MODE_RENAME && strcmp (call, "link") == 0 ? EPERM : 0;
}

/* What the folder does; asked on the carrier's thread. */
typedef struct
{
  GMutex mutex;
  GCond changed;
  Mode mode;
  int step; /* the step that fails; -1: none */
  int code; /* the errno of that step; 0: the process dies */
  int at; /* the step that comes */
  char *call; /* what failed */
  const char *hang_at; /* the call that does not return */
  gboolean hanging;
  GCancellable *cancel; /* cancelled when it hangs */
} Faults;

static int
fault (const char *call, const char *name, gpointer user_data)
{
  Faults *self = user_data;

  g_mutex_lock (&self->mutex);
  if (g_strcmp0 (self->hang_at, call) == 0) {
    self->hanging = TRUE;
    g_cond_broadcast (&self->changed);
    if (self->cancel != NULL)
      g_cancellable_cancel (self->cancel);
    while (self->hang_at != NULL)
      g_cond_wait (&self->changed, &self->mutex);
  }
  g_mutex_unlock (&self->mutex);
  if (self->at++ == self->step) {
    if (self->code == 0)
      raise (SIGKILL);
    g_free (self->call);
    self->call = g_strdup_printf ("%s %s", call, name);
    return self->code;
  }
  return limit_mode (self->mode, call);
}

typedef struct
{
  char *dir;
  SpilCarrier *carrier;
  Faults faults;
  GBytes *bytes;
} Fixture;

static SpilCarrier *
make_carrier (const char *dir, Faults *faults)
{
  SpilCarrier *carrier = spil_folder_carrier_new (dir);

  spil_folder_carrier_set_fault (SPIL_FOLDER_CARRIER (carrier), fault, faults);
  return carrier;
}

static GBytes *
make_bytes (gsize length, guint8 seed)
{
  guint8 *data = g_malloc (length);

  for (gsize i = 0; i < length; i++)
    data[i] = (guint8) (i * 31 + (i >> 12) + seed);
  return g_bytes_new_take (data, length);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_mutex_init (&self->faults.mutex);
  g_cond_init (&self->faults.changed);
  self->faults.step = -1;
  self->dir = g_dir_make_tmp ("spil-faults-XXXXXX", NULL);
  self->carrier = make_carrier (self->dir, &self->faults);
  self->bytes = g_bytes_new_static ("abc", 3);
}

static void
clear_folder (Fixture *self)
{
  g_autofree char *path = g_build_filename (self->dir, FOLDER, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *file = g_build_filename (path, name, NULL);

    g_assert_cmpint (g_unlink (file), ==, 0);
  }
  if (dir != NULL)
    g_assert_cmpint (g_rmdir (path), ==, 0);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->carrier);
  clear_folder (self);
  g_assert_cmpint (g_rmdir (self->dir), ==, 0);
  g_free (self->dir);
  g_free (self->faults.call);
  g_bytes_unref (self->bytes);
  g_cond_clear (&self->faults.changed);
  g_mutex_clear (&self->faults.mutex);
}

/* How many files the folder really has. */
static guint
count_names (Fixture *self)
{
  g_autofree char *path = g_build_filename (self->dir, FOLDER, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint count = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    count++;
  return count;
}

/* Whether the file is there, and if so that it is whole: as a reader on another laptop sees it. */
static gboolean
is_there (Fixture *self, GBytes *whole)
{
  g_autoptr (SpilCarrier) reader = spil_folder_carrier_new (self->dir);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = spil_carrier_list (reader, FOLDER, FALSE, NULL, &error);
  g_autoptr (GBytes) bytes = NULL;

  g_assert_no_error (error);
  bytes = spil_carrier_get (reader, NAME, LENGTH, NULL, &error);
  if (bytes == NULL) {
    g_assert_error (error, SPIL_CARRIER_ERROR, SPIL_CARRIER_ERROR_NOT_FOUND);
    g_assert_cmpuint (items->len, ==, 0);
    return FALSE;
  }
  g_assert_cmpuint (items->len, ==, 1);
  g_assert_cmpstr (((SpilCarrierItem *) items->pdata[0])->name, ==, "a");
  g_assert_true (g_bytes_equal (bytes, whole));
  return TRUE;
}

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

typedef enum
{
  CALL_CHECK,
  CALL_LIST,
  CALL_GET,
  CALL_PUT,
  CALL_REMOVE,
  N_CALLS,
} Call;

static gboolean
perform (Fixture *self, SpilCarrier *carrier, Call call, GError **error)
{
  g_autoptr (GBytes) got = NULL;
  g_autoptr (GPtrArray) items = NULL;

  switch (call) {
  case CALL_CHECK:
    return spil_carrier_check (carrier, NULL, error);
  case CALL_LIST:
    items = spil_carrier_list (carrier, FOLDER, FALSE, NULL, error);
    return items != NULL;
  case CALL_GET:
    got = spil_carrier_get (carrier, NAME, LENGTH, NULL, error);
    return got != NULL;
  case CALL_PUT:
    return spil_carrier_put (carrier, NAME, self->bytes, NULL, error);
  case CALL_REMOVE:
    return spil_carrier_remove (carrier, NAME, NULL, error);
  case N_CALLS:
  default:
    g_assert_not_reached ();
  }
}

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
hang_at (Fixture *self, const char *call)
{
  g_mutex_lock (&self->faults.mutex);
  self->faults.hanging = FALSE;
  self->faults.hang_at = call;
  g_mutex_unlock (&self->faults.mutex);
}

/* Waits until the call really hangs. */
static void
await_hanging (Fixture *self)
{
  g_mutex_lock (&self->faults.mutex);
  while (!self->faults.hanging)
    g_cond_wait (&self->faults.changed, &self->faults.mutex);
  g_mutex_unlock (&self->faults.mutex);
}

static void
release (Fixture *self)
{
  g_mutex_lock (&self->faults.mutex);
  self->faults.hang_at = NULL;
  g_cond_broadcast (&self->faults.changed);
  g_mutex_unlock (&self->faults.mutex);
}

/* Waits until the thread that was left behind works again. */
static void
await_answer (Fixture *self)
{
  gboolean answers = FALSE;

  spil_folder_carrier_set_patience (SPIL_FOLDER_CARRIER (self->carrier), SPIL_FOLDER_CARRIER_PATIENCE_MS);
  while (!answers) {
    g_autoptr (GPtrArray) items = spil_carrier_list (self->carrier, "", FALSE, NULL, NULL);

    answers = items != NULL;
  }
}

/* A share that does not answer: every call fails at once from then on, and goes on when the share does. */
static void
test_faults_hang (Fixture *self, gconstpointer data)
{
  spil_folder_carrier_set_patience (SPIL_FOLDER_CARRIER (self->carrier), 1);
  hang_at (self, "open");
  for (Call call = CALL_CHECK; call < N_CALLS; call++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (perform (self, self->carrier, call, &error));
    g_assert_error (error, SPIL_CARRIER_ERROR, SPIL_CARRIER_ERROR_ABSENT);
    g_assert_nonnull (strstr (error->message, "does not answer"));
    g_assert_nonnull (strstr (error->message, self->dir));
    await_hanging (self);
  }
  release (self);
  await_answer (self);
  g_assert_true (spil_carrier_put (self->carrier, NAME, self->bytes, NULL, NULL));
  g_assert_true (is_there (self, self->bytes));
}

/* The carrier may go while its thread is stuck. What the thread still does afterwards leaves nothing on the share. */
static void
test_faults_left (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  spil_folder_carrier_set_patience (SPIL_FOLDER_CARRIER (self->carrier), 300);
  hang_at (self, "write");
  g_assert_false (spil_carrier_put (self->carrier, NAME, self->bytes, NULL, &error));
  g_assert_error (error, SPIL_CARRIER_ERROR, SPIL_CARRIER_ERROR_ABSENT);
  await_hanging (self);
  g_assert_finalize_object (g_steal_pointer (&self->carrier));
  g_assert_cmpuint (count_names (self), ==, 1);
  release (self);
  while (count_names (self) != 0)
    g_thread_yield ();
  g_assert_false (is_there (self, self->bytes));
}

/* A call that the user ends in the middle returns at once, and its work is undone. */
static void
test_faults_cancel (Fixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  self->faults.cancel = cancellable;
  hang_at (self, "write");
  g_assert_false (spil_carrier_put (self->carrier, NAME, self->bytes, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_names (self), ==, 1);
  release (self);
  await_answer (self);
  g_assert_cmpuint (count_names (self), ==, 0);
  g_clear_error (&error);
  g_assert_false (spil_carrier_check (self->carrier, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
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

/* More than one write. */
#define KILL_LENGTH (((gsize) 1 << 20) + 1)

/* In the child: writes the file, and dies at a step. */
static int
put_and_die (char **argv)
{
  Faults faults = { .mode = (Mode) atoi (argv[3]), .step = atoi (argv[4]), .code = 0 };
  g_autoptr (SpilCarrier) carrier = NULL;
  g_autoptr (GBytes) bytes = make_bytes (KILL_LENGTH, 1);

  g_mutex_init (&faults.mutex);
  g_cond_init (&faults.changed);
  carrier = make_carrier (argv[2], &faults);
  return spil_carrier_put (carrier, NAME, bytes, NULL, NULL) ? 0 : 1;
}

/* Returns whether the child died. */
static gboolean
run_child (Fixture *self, Mode mode, int step)
{
  g_autofree char *mode_text = g_strdup_printf ("%d", (int) mode);
  g_autofree char *step_text = g_strdup_printf ("%d", step);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) child = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "/proc/self/exe",
                                                    "--put-and-die", self->dir, mode_text, step_text, NULL);

  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait (child, NULL, &error));
  if (g_subprocess_get_if_signaled (child)) {
    g_assert_cmpint (g_subprocess_get_term_sig (child), ==, SIGKILL);
    return TRUE;
  }
  g_assert_cmpint (g_subprocess_get_exit_status (child), ==, 0);
  return FALSE;
}

/* kill -9 at every step: the file is there whole or not at all, and what is left does not keep it from being written again. */
static void
test_faults_kill (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) whole = make_bytes (KILL_LENGTH, 1);

  for (Mode mode = MODE_RENAME_NEW; mode < N_MODES; mode++) {
    int absent = 0;
    int step = 0;
    gboolean died = TRUE;

    for (; died; step++) {
      gboolean there;

      clear_folder (self);
      died = run_child (self, mode, step);
      there = is_there (self, whole);
      absent += !there;
      g_assert_cmpint (spil_carrier_put (self->carrier, NAME, whole, NULL, NULL), ==, !there);
      g_assert_true (is_there (self, whole));
    }
    /* Two writes, and what comes before and after. */
    g_assert_cmpint (absent, >=, 6);
    g_assert_cmpint (absent, <, step);
  }
}

int
main (int argc, char **argv)
{
  if (argc == 5 && strcmp (argv[1], "--put-and-die") == 0)
    return put_and_die (argv);
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/faults/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("all", test_faults_all);
  ADD ("modes", test_faults_modes);
  ADD ("race", test_faults_race);
  ADD ("large", test_faults_large);
  ADD ("full", test_faults_full);
  ADD ("hang", test_faults_hang);
  ADD ("left", test_faults_left);
  ADD ("cancel", test_faults_cancel);
  ADD ("leftovers", test_faults_leftovers);
  ADD ("kill", test_faults_kill);
#undef ADD
  return g_test_run ();
}
