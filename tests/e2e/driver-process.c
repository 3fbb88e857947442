// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "driver-private.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <signal.h>
#include <sys/prctl.h>

const char *
driver_get_data (Driver *self)
{
  return self->data;
}

char *
run_spilctl (const char *data, const char *const *arguments)
{
  g_autoptr (GPtrArray) command = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *output = NULL;

  g_ptr_array_add (command, (char *) g_getenv ("SPILCTL"));
  g_ptr_array_add (command, (char *) "--data");
  g_ptr_array_add (command, (char *) data);
  for (int i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (command, (char *) arguments[i]);
  g_ptr_array_add (command, NULL);
  process = g_subprocess_newv ((const char *const *) command->pdata, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 0);
  return g_strchomp (output);
}

char *
driver_spilctl (Driver *self, const char *const *arguments)
{
  return run_spilctl (self->data, arguments);
}

const char *
driver_get_sandbox (void)
{
  return g_getenv ("E2E_SANDBOX");
}

static gboolean
is_application (Driver *self, AtspiAccessible *accessible)
{
  g_autofree char *name = NULL;

  if (driver_get_sandbox () == NULL)
    return (int) atspi_accessible_get_process_id (accessible, NULL) ==
           atoi (g_subprocess_get_identifier (self->process));
  name = accessible_name (accessible);
  // Its program's name, or its id: toolkits differ.
  return g_ascii_strcasecmp (name, strrchr (driver_get_sandbox (), '.') + 1) == 0 ||
         g_str_equal (name, driver_get_sandbox ());
}

static gboolean
find_application (Driver *self, gpointer data)
{
  g_autoptr (AtspiAccessible) desktop = atspi_get_desktop (0);
  int n;

  atspi_accessible_clear_cache_single (desktop);
  n = atspi_accessible_get_child_count (desktop, NULL);
  for (int i = 0; i < n; i++) {
    g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (desktop, i, NULL);

    if (child != NULL && is_application (self, child)) {
      self->application = g_steal_pointer (&child);
      return TRUE;
    }
  }
  return FALSE;
}

static gboolean
has_window (Driver *self, gpointer data)
{
  return atspi_accessible_get_child_count (self->application, NULL) > 0;
}

static gboolean
is_calm (AtspiAccessible *accessible, gpointer data)
{
  return !accessible_has_state (accessible, ATSPI_STATE_BUSY);
}

// The first page has what it shows.
static gboolean
has_page (Driver *self, gpointer data)
{
  return driver_walk (self->application, is_calm, NULL);
}

static const char *const domains[] = { "dbind", "GLib-GObject" };

// libatspi warns of what has gone while it was read, or lets go of it twice; what is on screen changes under its hands.
static gboolean
is_of_atspi (const char *domain, const char *message)
{
  return g_strcmp0 (domain, "dbind") == 0 ||
         (g_strcmp0 (domain, "GLib-GObject") == 0 && strstr (message, "g_object_unref: assertion") != NULL);
}

static gboolean
is_fatal (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  return !is_of_atspi (domain, message);
}

static void
pass_over (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  if (!is_of_atspi (domain, message))
    g_log_default_handler (domain, level, message, data);
}

// In the child: a test that fails leaves no window behind that takes the next one's keys.
static void
end_with_test (gpointer data)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL);
}

static Driver *
start (const char *data, gboolean usual, const char *const *arguments)
{
  Driver *self = g_new0 (Driver, 1);
  g_autoptr (GPtrArray) command = g_ptr_array_new ();
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GError) error = NULL;

  // For messages about what is on screen
  setlocale (LC_ALL, "");
  for (gsize i = 0; i < G_N_ELEMENTS (domains); i++)
    self->log_handlers[i] = g_log_set_handler (domains[i], G_LOG_LEVEL_MASK | G_LOG_FLAG_FATAL, pass_over,
                                               NULL);
  g_test_log_set_fatal_handler (is_fatal, NULL);
  self->listener = atspi_event_listener_new (driver_on_focus, self, NULL);
  if (!atspi_event_listener_register (self->listener, "object:state-changed:focused", &error))
    g_error ("The focus cannot be followed: %s", error->message);
  self->data = g_strdup (data);
  g_ptr_array_add (command, (char *) g_getenv ("SPIL"));
  if (!usual) {
    g_ptr_array_add (command, (char *) "--data");
    g_ptr_array_add (command, self->data);
  }
  for (int i = 0; arguments != NULL && arguments[i] != NULL; i++)
    g_ptr_array_add (command, (char *) arguments[i]);
  g_ptr_array_add (command, NULL);
  self->said = g_strconcat (data, "-said", NULL);
  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_subprocess_launcher_set_child_setup (launcher, end_with_test, NULL, NULL);
  g_subprocess_launcher_set_stderr_file_path (launcher, self->said);
  self->process = g_subprocess_launcher_spawnv (launcher, (const char *const *) command->pdata, &error);
  g_assert_no_error (error);
  driver_wait (self, find_application, NULL, "the application");
  driver_wait (self, has_window, NULL, "its window");
  driver_wait (self, has_page, NULL, "its first page");
  return self;
}

Driver *
driver_start_on (const char *data, const char *const *arguments)
{
  return start (data, FALSE, arguments);
}

Driver *
driver_start_usual (const char *data, const char *const *arguments)
{
  return start (data, TRUE, arguments);
}

static char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("spil-e2e-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

Driver *
driver_start_empty (void)
{
  g_autofree char *data = make_folder ();
  Driver *self = driver_start_on (data, NULL);

  self->owns_data = TRUE;
  return self;
}

char *
driver_make_data (DriverSetup setup)
{
  char *data = make_folder ();
  g_autofree char *made = run_spilctl (data,
                                       (const char *[]) { "init", "--template", "werkgeversaanpak-2018",
                                                          setup == DRIVER_DEMO ? "--demo" : NULL, NULL });

  return data;
}

Driver *
driver_start_made (char *data, const char *page)
{
  g_autofree char *owned = data;
  Driver *self = driver_start_on (owned, page != NULL ? (const char *[]) { "--page", page, NULL } : NULL);

  self->owns_data = TRUE;
  return self;
}

Driver *
driver_start (DriverSetup setup, const char *page)
{
  return driver_start_made (driver_make_data (setup), page);
}

void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
      remove_folder (child);
    else
      g_unlink (child);
  }
  g_rmdir (path);
}

static gboolean
has_ended (Driver *self, gpointer data)
{
  return g_subprocess_get_identifier (self->process) == NULL;
}

// Warnings are failures, but for one of libadwaita's: it measures the title of an AdwAlertDialog in two fonts.
static void
check_said (Driver *self)
{
  g_autofree char *said = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (self->said, &said, NULL, NULL));
  lines = g_strsplit (said, "\n", -1);
  for (int i = 0; lines[i] != NULL; i++)
    if (strstr (lines[i], "WARNING **") != NULL && strstr (lines[i], "Trying to measure GtkLabel") == NULL)
      g_error ("The application said: %s", said);
  g_unlink (self->said);
}

static void
driver_free (Driver *self)
{
  if (self->owns_data)
    remove_folder (self->data);
  g_free (self->said);
  g_free (self->failure);
  atspi_event_listener_deregister (self->listener, "object:state-changed:focused", NULL);
  g_clear_object (&self->listener);
  for (gsize i = 0; i < G_N_ELEMENTS (domains); i++)
    g_log_remove_handler (domains[i], self->log_handlers[i]);
  g_clear_object (&self->focus);
  g_clear_object (&self->application);
  g_clear_object (&self->process);
  g_free (self->data);
  g_free (self);
}

void
driver_stop (Driver *self)
{
  gint64 deadline = g_get_monotonic_time () + DEADLINE_SECONDS * G_TIME_SPAN_SECOND;

  driver_key (self, "ctrl+q");
  while (!has_ended (self, NULL) && g_get_monotonic_time () < deadline) {
    g_main_context_iteration (NULL, FALSE);
    g_usleep (STEP_MS * 1000);
  }
  if (!has_ended (self, NULL)) {
    g_subprocess_force_exit (self->process);
    g_error ("The application did not close on Ctrl+Q");
  }
  g_assert_true (g_subprocess_get_if_exited (self->process));
  g_assert_cmpint (g_subprocess_get_exit_status (self->process), ==, 0);
  check_said (self);
  driver_free (self);
}

void
driver_kill (Driver *self)
{
  g_subprocess_force_exit (self->process);
  g_subprocess_wait (self->process, NULL, NULL);
  g_unlink (self->said);
  driver_free (self);
}
