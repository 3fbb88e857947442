// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-syncer.h"

#include <glib/gstdio.h>

#include "app-fixture.h"
#include "spil-sync-store.h"

// Short enough to wait for, long enough not to be all that a thread does.
#define COMMIT_MS 1
#define LOOK_MS 5

typedef struct
{
  AppFixture app;
  SpilSyncer *syncer;
  char *root; /**< of what is not this laptop's */
  char *folder; /**< that is shared */
  char *other_dir; /**< of another laptop */
  SpilStore *other; /**< there, once it takes part */
} Fixture;

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    remove_tree (child);
  }
  g_remove (path);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  app_fixture_set_up (&self->app, data);
  self->root = g_dir_make_tmp ("spil-shared-XXXXXX", NULL);
  self->folder = g_build_filename (self->root, "shared", NULL);
  self->other_dir = g_build_filename (self->root, "other", NULL);
  g_assert_cmpint (g_mkdir (self->folder, 0700), ==, 0);
  app_open (&self->app);
  self->syncer = spil_syncer_new (self->app.worker);
  spil_syncer_set_delays (self->syncer, COMMIT_MS, LOOK_MS);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_pointer (&self->other, spil_store_close);
  spil_syncer_close (self->syncer);
  // The worker may still have a look to take for the syncer, which is kept until then.
  spil_worker_close (self->app.worker);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (self->syncer);
  g_assert_finalize_object (self->app.worker);
  remove_tree (self->app.dir);
  remove_tree (self->root);
  g_free (self->app.dir);
  g_free (self->root);
  g_free (self->folder);
  g_free (self->other_dir);
}

// Waits until @holds does; the deadline of the test itself is what ends a wait in vain.
#define WAIT_UNTIL(holds) \
  while (!(holds)) \
  g_main_context_iteration (NULL, TRUE)

static SpilSyncFacts *
facts_of (Fixture *self)
{
  return spil_syncer_get_facts (self->syncer);
}

static void
run (Fixture *self, SpilJobFunc func, gpointer data)
{
  GAsyncResult *ready = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  spil_syncer_run (self->syncer, func, data, NULL, g_free, NULL, app_on_ready_cb, &ready);
  result = app_wait (&ready);
  text = spil_syncer_run_finish (self->syncer, result, &error);
  g_assert_no_error (error);
}

static gpointer
create (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Fixture *self = data;

  spil_space_create (store, self->folder, "Marieke", NULL, NULL, cancellable, error);
  return NULL;
}

static gboolean
is_current (Fixture *self)
{
  return !spil_syncer_get_busy (self->syncer) && spil_syncer_get_level (self->syncer) == SPIL_SYNC_CURRENT;
}

static void
share (Fixture *self)
{
  spil_syncer_start (self->syncer);
  run (self, create, self);
  WAIT_UNTIL (is_current (self));
}

/* Another laptop, on the thread of the test */

typedef struct
{
  Fixture *fixture;
  char *text;
} Word;

static gpointer
invite (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  ((Word *) data)->text = spil_space_invite (store, SPIL_ROLE_BROKER, error);
  return NULL;
}

static gpointer
approve (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  spil_space_approve (store, ((Word *) data)->text, cancellable, error);
  return NULL;
}

static void
sync_other (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilSyncReport) report = spil_sync_run (self->other, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
}

static void
add_other (Fixture *self)
{
  Word invitation = { self, NULL };
  Word code = { self, NULL };
  g_autoptr (GError) error = NULL;

  run (self, invite, &invitation);
  self->other = spil_store_create (self->other_dir, &error);
  g_assert_no_error (error);
  g_assert_true (
      spil_space_join (self->other, invitation.text, self->folder, "Sjoerd", &code.text, NULL, &error));
  WAIT_UNTIL (facts_of (self)->requests->len == 1);
  g_assert_cmpint (spil_syncer_get_level (self->syncer), ==, SPIL_SYNC_TO_DO);
  run (self, approve, &code);
  WAIT_UNTIL (facts_of (self)->requests->len == 0 && !spil_syncer_get_busy (self->syncer));
  sync_other (self);
  g_free (invitation.text);
  g_free (code.text);
}

/* The tests */

static void
test_alone (Fixture *self, gconstpointer data)
{
  g_autofree char *sentence = NULL;
  gboolean busy, up_to_date;

  spil_syncer_start (self->syncer);
  WAIT_UNTIL (spil_syncer_is_known (self->syncer));
  sentence = spil_syncer_dup_sentence (self->syncer);
  g_object_get (self->syncer, "busy", &busy, "up-to-date", &up_to_date, NULL);
  g_assert_cmpstr (sentence, ==, "Only on this laptop");
  g_assert_false (busy);
  g_assert_false (up_to_date);
  g_assert_cmpint (facts_of (self)->state->standing, ==, SPIL_SPACE_NONE);
  // Nothing to do, and it does nothing.
  spil_syncer_sync (self->syncer);
  g_assert_false (spil_syncer_get_busy (self->syncer));
}

static void
test_share (Fixture *self, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;

  share (self);
  g_assert_true (spil_sync_facts_is_leader (facts_of (self)));
  g_assert_cmpstr (facts_of (self)->state->person, ==, "Marieke");
  g_assert_cmpuint (facts_of (self)->members->len, ==, 1);
  dir = g_dir_open (self->folder, 0, NULL);
  g_assert_nonnull (g_dir_read_name (dir));
}

static void
test_refused (Fixture *self, gconstpointer data)
{
  GAsyncResult *ready = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  spil_syncer_start (self->syncer);
  remove_tree (self->folder);
  spil_syncer_run (self->syncer, create, self, NULL, NULL, NULL, app_on_ready_cb, &ready);
  result = app_wait (&ready);
  g_assert_null (spil_syncer_run_finish (self->syncer, result, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (facts_of (self)->state->standing, ==, SPIL_SPACE_NONE);
  g_assert_cmpint (spil_syncer_get_level (self->syncer), ==, SPIL_SYNC_ALONE);
}

static void
on_facts_cb (SpilSyncer *syncer, int64_t *most)
{
  const SpilSyncReport *report = spil_syncer_get_facts (syncer)->report;

  if (report->unsent > 0)
    g_assert_cmpint (spil_syncer_get_level (syncer), !=, SPIL_SYNC_CURRENT);
  *most = MAX (*most, report->unsent);
}

static void
test_commit (Fixture *self, gconstpointer data)
{
  int64_t most = 0;

  // Nobody looks at the folder: what is sent is sent because of the change.
  spil_syncer_set_delays (self->syncer, COMMIT_MS, G_MAXINT);
  share (self);
  g_signal_connect (self->syncer, "changed", G_CALLBACK (on_facts_cb), &most);
  app_commit (&self->app, app_add_area ("N35"));
  // It is seen, said, and sent without being asked for.
  WAIT_UNTIL (most == 1 && is_current (self));
  g_assert_cmpint (facts_of (self)->report->unsent, ==, 0);
  g_signal_handlers_disconnect_by_data (self->syncer, &most);
}

static void
test_away (Fixture *self, gconstpointer data)
{
  g_autofree char *away = g_build_filename (self->root, "away", NULL);

  share (self);
  g_assert_cmpint (g_rename (self->folder, away), ==, 0);
  WAIT_UNTIL (spil_syncer_get_level (self->syncer) == SPIL_SYNC_TROUBLE);
  app_commit (&self->app, app_add_area ("N35"));
  WAIT_UNTIL (facts_of (self)->report->unsent == 1);
  g_assert_false (is_current (self));
  // It is back, and what waited goes.
  g_assert_cmpint (g_rename (away, self->folder), ==, 0);
  WAIT_UNTIL (is_current (self));
  g_assert_cmpint (facts_of (self)->report->unsent, ==, 0);
}

static void
on_changed_cb (SpilWorker *worker, const SpilEntityMask *mask, gboolean *seen)
{
  *seen = *seen || spil_entity_mask_has (mask, SPIL_ENTITY_AREA);
}

static void
test_others (Fixture *self, gconstpointer data)
{
  g_autoptr (SpilAction) action = app_add_area ("N35");
  g_autoptr (GError) error = NULL;
  gboolean seen = FALSE;

  share (self);
  add_other (self);
  WAIT_UNTIL (is_current (self));
  g_assert_cmpuint (facts_of (self)->members->len, ==, 2);
  g_signal_connect (self->app.worker, "changed", G_CALLBACK (on_changed_cb), &seen);
  g_assert_true (spil_store_commit (self->other, action, &error));
  sync_other (self);
  // The folder shows it; nobody asks here.
  WAIT_UNTIL (seen && is_current (self));
  g_signal_handlers_disconnect_by_data (self->app.worker, &seen);
}

static void
test_pause (Fixture *self, gconstpointer data)
{
  GAsyncResult *ready = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  share (self);
  spil_syncer_pause (self->syncer, app_on_ready_cb, &ready);
  result = app_wait (&ready);
  g_assert_true (spil_syncer_pause_finish (self->syncer, result, NULL));
  g_assert_false (spil_syncer_is_known (self->syncer));
  g_assert_cmpint (facts_of (self)->state->standing, ==, SPIL_SPACE_NONE);
  spil_syncer_start (self->syncer);
  WAIT_UNTIL (is_current (self));
  g_assert_cmpint (facts_of (self)->state->standing, ==, SPIL_SPACE_MEMBER);
}

// What is remembered of the folder cannot be read: that is no reason to say that there is none.
static void
test_damaged (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilStore) store = NULL;
  g_autoptr (GBytes) nonsense = g_bytes_new_static ("nonsense", 8);
  g_autoptr (SpilSyncer) later = NULL;
  g_autofree char *sentence = NULL;

  share (self);
  spil_syncer_close (self->syncer);
  store = spil_store_open (self->app.dir, &error);
  g_assert_no_error (error);
  g_assert_true (spil_store_set_note (store, "space", nonsense, &error));
  later = spil_syncer_new (self->app.worker);
  spil_syncer_start (later);
  WAIT_UNTIL (spil_syncer_is_known (later));
  g_assert_cmpint (spil_syncer_get_level (later), ==, SPIL_SYNC_TROUBLE);
  sentence = spil_syncer_dup_sentence (later);
  g_assert_cmpstr (sentence, !=, "Only on this laptop");
}

static void
test_closed (Fixture *self, gconstpointer data)
{
  GAsyncResult *ready = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  share (self);
  spil_syncer_close (self->syncer);
  spil_syncer_run (self->syncer, create, self, NULL, NULL, NULL, app_on_ready_cb, &ready);
  result = app_wait (&ready);
  g_assert_null (spil_syncer_run_finish (self->syncer, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/app/syncer/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("alone", test_alone);
  ADD ("share", test_share);
  ADD ("refused", test_refused);
  ADD ("commit", test_commit);
  ADD ("away", test_away);
  ADD ("others", test_others);
  ADD ("pause", test_pause);
  ADD ("damaged", test_damaged);
  ADD ("closed", test_closed);
#undef ADD
  return g_test_run ();
}
