// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spilctl-run.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

void
fixture_set_up (Fixture *fixture, gconstpointer template)
{
  g_autoptr (GError) error = NULL;

  fixture->dir = g_dir_make_tmp ("spilctl-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->data = g_build_filename (fixture->dir, "data", NULL);
  if (template != NULL) {
    g_autofree char *out = done (fixture, "init", "--template", (const char *) template, NULL);
  }
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  if (dir != NULL)
    g_chmod (path, 0700);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    remove_tree (child);
  }
  g_remove (path);
}

void
fixture_tear_down (Fixture *fixture, gconstpointer template)
{
  remove_tree (fixture->dir);
  g_free (fixture->dir);
  g_free (fixture->data);
}

char *
fixture_path (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->dir, name, NULL);
}

char *
fixture_write (Fixture *fixture, const char *name, const char *text, gssize length)
{
  g_autoptr (GError) error = NULL;
  char *path = fixture_path (fixture, name);

  g_file_set_contents (path, text, length, &error);
  g_assert_no_error (error);
  return path;
}

void
run_free (Run *run)
{
  g_free (run->out);
  g_free (run->err);
  g_free (run);
}

static char *
take (GBytes *bytes, gsize *length)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (length != NULL)
    *length = size;
  return g_strndup (size > 0 ? data : "", size);
}

Run *
spilctlv (Fixture *fixture, const char *const *arguments, const char *input)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE |
      (input != NULL ? G_SUBPROCESS_FLAGS_STDIN_PIPE : G_SUBPROCESS_FLAGS_NONE));
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) given = input != NULL ? g_bytes_new (input, strlen (input)) : NULL;
  g_autoptr (GBytes) out = NULL;
  g_autoptr (GBytes) err = NULL;
  g_autoptr (GError) error = NULL;
  Run *run = g_new0 (Run, 1);

  g_ptr_array_add (argv, (gpointer) g_getenv ("SPILCTL"));
  g_ptr_array_add (argv, (gpointer) "--data");
  g_ptr_array_add (argv, fixture->data);
  for (; *arguments != NULL; arguments++)
    g_ptr_array_add (argv, (gpointer) *arguments);
  g_ptr_array_add (argv, NULL);
  if (fixture->locale != NULL) {
    g_subprocess_launcher_setenv (launcher, "LC_ALL", fixture->locale, TRUE);
    g_subprocess_launcher_unsetenv (launcher, "LANGUAGE");
  }
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, given, NULL, &out, &err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  run->status = g_subprocess_get_exit_status (process);
  run->out = take (out, &run->out_length);
  run->err = take (err, NULL);
  return run;
}

/* The arguments of a call: @first and those that follow it. */
static GPtrArray *
collect (const char *first, va_list args)
{
  GPtrArray *arguments = g_ptr_array_new ();

  for (const char *argument = first; argument != NULL; argument = va_arg (args, const char *))
    g_ptr_array_add (arguments, (gpointer) argument);
  g_ptr_array_add (arguments, NULL);
  return arguments;
}

Run *
spilctl (Fixture *fixture, const char *argument, ...)
{
  g_autoptr (GPtrArray) arguments = NULL;
  va_list args;

  va_start (args, argument);
  arguments = collect (argument, args);
  va_end (args);
  return spilctlv (fixture, (const char *const *) arguments->pdata, NULL);
}

static char *
run_done (Fixture *fixture, GPtrArray *arguments)
{
  g_autoptr (Run) run = spilctlv (fixture, (const char *const *) arguments->pdata, NULL);

  g_assert_cmpstr (run->err, ==, "");
  g_assert_cmpint (run->status, ==, 0);
  return g_steal_pointer (&run->out);
}

char *
done (Fixture *fixture, const char *argument, ...)
{
  g_autoptr (GPtrArray) arguments = NULL;
  va_list args;

  va_start (args, argument);
  arguments = collect (argument, args);
  va_end (args);
  return run_done (fixture, arguments);
}

JsonNode *
done_json (Fixture *fixture, const char *argument, ...)
{
  g_autoptr (GPtrArray) arguments = NULL;
  g_autofree char *out = NULL;
  g_autoptr (GError) error = NULL;
  JsonNode *node;
  va_list args;

  va_start (args, argument);
  arguments = collect (argument, args);
  va_end (args);
  g_ptr_array_insert (arguments, 0, (gpointer) "--json");
  out = run_done (fixture, arguments);
  node = json_from_string (out, &error);
  g_assert_no_error (error);
  return node;
}

void
assert_refused (const Run *run, int status, const char *words)
{
  const gsize length = strlen (run->err);

  if (run->status != status || strstr (run->err, words) == NULL)
    g_test_message ("status %d, “%s” for “%s”", run->status, run->err, words);
  g_assert_cmpint (run->status, ==, status);
  g_assert_nonnull (strstr (run->err, words));
  g_assert_true (g_str_has_prefix (run->err, "spilctl: "));
  g_assert_true (strchr (run->err, '\n') == run->err + length - 1);
  g_assert_cmpstr (run->out, ==, "");
}

const char *
row_text (JsonNode *rows, guint index, const char *member)
{
  return json_object_get_string_member_with_default (
      json_array_get_object_element (json_node_get_array (rows), index), member, NULL);
}

gint64
row_integer (JsonNode *rows, guint index, const char *member)
{
  return json_object_get_int_member_with_default (
      json_array_get_object_element (json_node_get_array (rows), index), member, G_MININT64);
}

guint
row_count (JsonNode *rows)
{
  return json_array_get_length (json_node_get_array (rows));
}
