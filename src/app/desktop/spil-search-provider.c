// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-search-provider.h"

#include "spil-search-answer.h"
#include "spil-settings.h"

/* How long the database stays open for the next letter that is typed. */
#define SECONDS_AFTER 10

struct _SpilSearchProvider
{
  GObject parent_instance;

  SpilApplication *application; /**< borrowed */
  guint registration;
  SpilWorker *worker; /**< without a window; NULL: the database is not open */
  guint closing; /**< timeout that closes it */
  GCancellable *searching; /**< the search that runs: the next one takes its place */
};

G_DEFINE_FINAL_TYPE (SpilSearchProvider, spil_search_provider, G_TYPE_OBJECT)

static const char interface_xml[] =
    "<node><interface name='org.gnome.Shell.SearchProvider2'>"
    "<method name='GetInitialResultSet'>"
    "<arg type='as' name='terms' direction='in'/><arg type='as' name='results' direction='out'/></method>"
    "<method name='GetSubsearchResultSet'>"
    "<arg type='as' name='previous_results' direction='in'/><arg type='as' name='terms' direction='in'/>"
    "<arg type='as' name='results' direction='out'/></method>"
    "<method name='GetResultMetas'>"
    "<arg type='as' name='identifiers' direction='in'/><arg type='aa{sv}' name='metas' direction='out'/></method>"
    "<method name='ActivateResult'><arg type='s' name='identifier' direction='in'/>"
    "<arg type='as' name='terms' direction='in'/><arg type='u' name='timestamp' direction='in'/></method>"
    "<method name='LaunchSearch'>"
    "<arg type='as' name='terms' direction='in'/><arg type='u' name='timestamp' direction='in'/></method>"
    "</interface></node>";

/* The database */

static void
close_own (SpilSearchProvider *self)
{
  g_clear_handle_id (&self->closing, g_source_remove);
  if (self->worker != NULL)
    spil_worker_close (self->worker);
  g_clear_object (&self->worker);
}

static gboolean
on_closing_cb (gpointer user_data)
{
  SpilSearchProvider *self = user_data;

  self->closing = 0;
  close_own (self);
  return G_SOURCE_REMOVE;
}

static SpilWorker *
find_worker (SpilSearchProvider *self)
{
  SpilWindow *window = spil_application_find_window (self->application);

  if (window != NULL) {
    close_own (self);
    return spil_window_get_worker (window);
  }
  if (self->worker == NULL) {
    self->worker = spil_worker_new (spil_application_get_dir (self->application));
    // Whether that went well the first job hears.
    spil_worker_open (self->worker, SPIL_WORKER_READ_ONLY, NULL, NULL);
  }
  g_clear_handle_id (&self->closing, g_source_remove);
  self->closing = g_timeout_add_seconds (SECONDS_AFTER, on_closing_cb, self);
  return self->worker;
}

/* Answers */

/* A call that waits for the database. */
typedef struct
{
  GApplication *application; /* stays until it was answered */
  GDBusMethodInvocation *invocation;
} Call;

static Call *
call_new (SpilSearchProvider *self, GDBusMethodInvocation *invocation)
{
  Call *call = g_new0 (Call, 1);

  call->application = G_APPLICATION (self->application);
  call->invocation = invocation;
  g_application_hold (call->application);
  return call;
}

// @result is NULL where nothing was found: whatever went wrong is told in the window, not in the search.
static void
answer_call (Call *call, GVariant *result, const char *nothing)
{
  GVariant *answer = result != NULL ? result : g_variant_new (nothing, NULL);

  g_dbus_method_invocation_return_value (call->invocation, g_variant_new_tuple (&answer, 1));
  g_application_release (call->application);
  g_free (call);
}

static void
on_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_auto (GStrv) found = spil_worker_run_finish (SPIL_WORKER (source), result, NULL);

  answer_call (user_data, found != NULL ? g_variant_new_strv ((const char *const *) found, -1) : NULL, "as");
}

static void
on_described_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GVariant) metas = spil_worker_run_finish (SPIL_WORKER (source), result, NULL);

  answer_call (user_data, metas, "aa{sv}");
}

static void
find (SpilSearchProvider *self, GVariant *terms, GDBusMethodInvocation *invocation)
{
  // Of two searches the last one counts: what was typed has gone on.
  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  self->searching = g_cancellable_new ();
  spil_worker_run (find_worker (self), spil_search_answer_find, g_variant_dup_strv (terms, NULL),
                   (GDestroyNotify) g_strfreev, (GDestroyNotify) g_strfreev, self->searching, on_found_cb,
                   call_new (self, invocation));
}

static void
describe (SpilSearchProvider *self, GVariant *results, GDBusMethodInvocation *invocation)
{
  spil_worker_run (find_worker (self), spil_search_answer_describe, g_variant_dup_strv (results, NULL),
                   (GDestroyNotify) g_strfreev, (GDestroyNotify) g_variant_unref, NULL, on_described_cb,
                   call_new (self, invocation));
}

static void
open_result (SpilSearchProvider *self, const char *result)
{
  g_autofree char *target = spil_search_answer_dup_target (result);

  if (target != NULL)
    g_action_group_activate_action (G_ACTION_GROUP (self->application), "open-record",
                                    g_variant_new_string (target));
}

static void
look_further (SpilSearchProvider *self, GVariant *terms)
{
  g_autofree const char **words = g_variant_get_strv (terms, NULL);
  g_autofree char *text = g_strjoinv (" ", (char **) words);

  g_action_group_activate_action (G_ACTION_GROUP (self->application), "search", g_variant_new_string (text));
}

static void
answer_nothing (const char *method, GDBusMethodInvocation *invocation)
{
  const char *type = g_str_equal (method, "GetResultMetas") ? "(aa{sv})"
                     : g_str_has_prefix (method, "Get")     ? "(as)"
                                                            : NULL;

  g_dbus_method_invocation_return_value (invocation, type != NULL ? g_variant_new (type, NULL) : NULL);
}

static void
on_call_cb (GDBusConnection *connection, const char *sender, const char *path, const char *interface,
            const char *method, GVariant *parameters, GDBusMethodInvocation *invocation, gpointer user_data)
{
  SpilSearchProvider *self = user_data;
  gboolean is_subsearch = g_str_equal (method, "GetSubsearchResultSet");
  g_autoptr (GVariant) first = g_variant_get_child_value (parameters, is_subsearch ? 1 : 0);

  if (!spil_settings_get_switch ("search-provider", FALSE))
    answer_nothing (method, invocation);
  else if (is_subsearch || g_str_equal (method, "GetInitialResultSet"))
    find (self, first, invocation);
  else if (g_str_equal (method, "GetResultMetas"))
    describe (self, first, invocation);
  else {
    if (g_str_equal (method, "ActivateResult"))
      open_result (self, g_variant_get_string (first, NULL));
    else
      look_further (self, first);
    g_dbus_method_invocation_return_value (invocation, NULL);
  }
}

/* The object */

static void
spil_search_provider_dispose (GObject *object)
{
  SpilSearchProvider *self = SPIL_SEARCH_PROVIDER (object);

  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  close_own (self);
  G_OBJECT_CLASS (spil_search_provider_parent_class)->dispose (object);
}

static void
spil_search_provider_class_init (SpilSearchProviderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = spil_search_provider_dispose;
}

static void
spil_search_provider_init (SpilSearchProvider *self)
{
}

SpilSearchProvider *
spil_search_provider_new (SpilApplication *application)
{
  SpilSearchProvider *self = g_object_new (SPIL_TYPE_SEARCH_PROVIDER, NULL);

  self->application = application;
  return self;
}

gboolean
spil_search_provider_export (SpilSearchProvider *self, GDBusConnection *connection,
                             const char *application_path, GError **error)
{
  static const GDBusInterfaceVTable table = { on_call_cb };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (interface_xml, error);
  g_autofree char *path = g_strconcat (application_path, "/SearchProvider", NULL);

  if (node == NULL)
    return FALSE;
  self->registration = g_dbus_connection_register_object (connection, path, node->interfaces[0], &table, self,
                                                          NULL, error);
  return self->registration != 0;
}

void
spil_search_provider_unexport (SpilSearchProvider *self, GDBusConnection *connection)
{
  if (self->registration != 0)
    g_dbus_connection_unregister_object (connection, self->registration);
  self->registration = 0;
}
