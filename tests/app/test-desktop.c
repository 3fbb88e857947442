// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
// What the desktop is told and asked, apart from any window: when actions are told, what stands in a file of an invitation, what a search answers.
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "app-fixture.h"
#include "spil-due-rule.h"
#include "spil-invitation-file.h"
#include "spil-invitation.h"
#include "spil-search-answer.h"

static void
test_due (void)
{
  static const struct
  {
    const char *today, *told;
    gboolean looking, tells;
  } cases[] = {
    { "2018-11-15", NULL, FALSE, TRUE },
    { "2018-11-15", NULL, TRUE, FALSE },
    { "2018-11-15", "2018-11-15", FALSE, FALSE },
    { "2018-11-15", "2018-11-14", FALSE, TRUE },
    { "2018-11-15", "2018-11-14", TRUE, FALSE },
    /* The clock was set back: another day is another day. */
    { "2018-11-15", "2018-11-16", FALSE, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilDay today, told = SPIL_DAY_NONE;

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    g_assert_true (spil_day_parse (cases[i].today, &today));
    g_assert_true (cases[i].told == NULL || spil_day_parse (cases[i].told, &told));
    g_assert_cmpint (spil_due_rule_tells (today, told, cases[i].looking), ==, cases[i].tells);
  }
}

static void
test_due_title (void)
{
  g_autofree char *one = spil_due_rule_dup_title (1);
  g_autofree char *many = spil_due_rule_dup_title (3);

  g_assert_nonnull (strstr (one, "1 "));
  g_assert_nonnull (strstr (many, "3 "));
  g_assert_cmpstr (one, !=, many);
}

/* Invitations */

static char *
make_invitation (void)
{
  const SpilSigningKey root = spil_signing_key_new ();
  const SpilId space = spil_id_new ();
  const SpilInvitation invitation = spil_invitation_make (&space, &root, SPIL_ROLE_BROKER, spil_time_now ());

  return spil_invitation_to_text (&invitation);
}

static char *
read_path (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GAsyncResult *pending = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  spil_invitation_file_read (file, NULL, app_on_ready_cb, &pending);
  result = app_wait (&pending);
  return spil_invitation_file_read_finish (result, error);
}

typedef struct
{
  char *dir;
  char *path;
} Folder;

static void
folder_set_up (Folder *self, gconstpointer data)
{
  self->dir = g_dir_make_tmp ("spil-desktop-XXXXXX", NULL);
  self->path = g_build_filename (self->dir, "Uitnodiging.spil", NULL);
}

static void
folder_tear_down (Folder *self, gconstpointer data)
{
  g_unlink (self->path);
  g_rmdir (self->dir);
  g_free (self->path);
  g_free (self->dir);
}

static void
assert_refused (Folder *self, const char *content, gssize length)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;

  g_assert_true (g_file_set_contents (self->path, content, length, NULL));
  line = read_path (self->path, &error);
  g_assert_null (line);
  g_assert_error (error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_INVITATION);
  // Which file it is stands in the sentence.
  g_assert_nonnull (strstr (error->message, "Uitnodiging.spil"));
}

static void
test_invitation (Folder *self, gconstpointer data)
{
  g_autofree char *invitation = make_invitation ();
  static const char *const around[][2] = { { "", "" }, { "", "\n" }, { "", "\r\n" }, { "  ", " \n\n" } };

  for (gsize i = 0; i < G_N_ELEMENTS (around); i++) {
    g_autofree char *content = g_strconcat (around[i][0], invitation, around[i][1], NULL);
    g_autofree char *line = NULL;
    g_autoptr (GError) error = NULL;

    g_assert_true (g_file_set_contents (self->path, content, -1, NULL));
    line = read_path (self->path, &error);
    g_assert_no_error (error);
    g_assert_cmpstr (line, ==, invitation);
  }
}

static void
test_no_invitation (Folder *self, gconstpointer data)
{
  g_autofree char *invitation = make_invitation ();
  g_autofree char *two = g_strconcat (invitation, "\n", invitation, "\n", NULL);
  g_autofree char *damaged = g_strdup (invitation);
  g_autofree char *padded = g_strdup_printf ("%*s%s", SPIL_INVITATION_FILE_MOST, "", invitation);

  damaged[strlen (damaged) - 3] = damaged[strlen (damaged) - 3] == 'A' ? 'B' : 'A';
  assert_refused (self, "", 0);
  assert_refused (self, "Hallo", -1);
  assert_refused (self, "\xff\xfe\x00S", 4);
  assert_refused (self, two, -1);
  assert_refused (self, damaged, -1);
  // Longer than any invitation: not read to its end.
  assert_refused (self, padded, -1);
  // A copy of the data, which has the same ending.
  assert_refused (self, "SQLite format 3\0", 16);
}

static void
test_pipe (Folder *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;

  g_assert_cmpint (mkfifo (self->path, 0600), ==, 0);
  line = read_path (self->path, &error);
  g_assert_null (line);
  g_assert_error (error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_INVITATION);
}

static void
test_missing (Folder *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *line = read_path (self->path, &error);

  g_assert_null (line);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* The search */

static void
test_target (void)
{
#define ID "01900000-0000-7000-8000-000000000001"
  static const struct
  {
    const char *result, *target;
  } cases[] = {
    { "organisation " ID, "organisation " ID },
    { "organisation " ID " person " ID, "organisation " ID },
    { "person " ID, NULL },
    { "organisation", NULL },
    { "organisation x", NULL },
    { "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *target = spil_search_answer_dup_target (cases[i].result);

    g_assert_cmpstr (target, ==, cases[i].target);
  }
}

static GStrv
find (AppFixture *fixture, const char *text, GCancellable *cancellable, GError **error)
{
  GAsyncResult *pending = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  spil_worker_run (fixture->worker, spil_search_answer_find, g_strsplit (text, " ", -1),
                   (GDestroyNotify) g_strfreev, (GDestroyNotify) g_strfreev, cancellable, app_on_ready_cb,
                   &pending);
  result = app_wait (&pending);
  return spil_worker_run_finish (fixture->worker, result, error);
}

static void
test_find (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *endless = g_strnfill (100000, 'a');
  static const char *const nothing[] = { "", " ", "\"", "zwo* OR", "geeneen" };
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) found = NULL;

  app_open (fixture);
  app_commit (fixture, app_add_area ("Zwolle Zuid"));
  for (gsize i = 0; i < G_N_ELEMENTS (nothing); i++) {
    g_auto (GStrv) results = find (fixture, nothing[i], NULL, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (g_strv_length (results), ==, 0);
  }
  // Areas are not for the search of the desktop; nor is what nobody types.
  found = find (fixture, "zwolle", NULL, &error);
  g_assert_cmpuint (g_strv_length (found), ==, 0);
  g_clear_pointer (&found, g_strfreev);
  found = find (fixture, endless, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (found), ==, 0);
}

static void
test_cancelled (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) found = NULL;

  app_open (fixture);
  g_cancellable_cancel (cancellable);
  found = find (fixture, "zwolle", cancellable, &error);
  g_assert_null (found);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/desktop/due", test_due);
  g_test_add_func ("/desktop/due-title", test_due_title);
  g_test_add ("/desktop/invitation", Folder, NULL, folder_set_up, test_invitation, folder_tear_down);
  g_test_add ("/desktop/no-invitation", Folder, NULL, folder_set_up, test_no_invitation, folder_tear_down);
  g_test_add ("/desktop/pipe", Folder, NULL, folder_set_up, test_pipe, folder_tear_down);
  g_test_add ("/desktop/missing", Folder, NULL, folder_set_up, test_missing, folder_tear_down);
  g_test_add_func ("/desktop/target", test_target);
  g_test_add ("/desktop/find", AppFixture, NULL, app_fixture_set_up, test_find, app_fixture_tear_down);
  g_test_add ("/desktop/cancelled", AppFixture, NULL, app_fixture_set_up, test_cancelled,
              app_fixture_tear_down);
  return g_test_run ();
}
