// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
// The secret service of a desktop, as libsecret talks with it, on a bus of the test's own (dbus-run-session).
#include "spil-vault.h"

#include <glib/gstdio.h>
#include <libsecret/secret.h>
#include <string.h>

#include "spil-space.h"

#define SERVICE_PATH "/org/freedesktop/secrets"
#define COLLECTION_PATH SERVICE_PATH "/collection/login"
/* What libsecret stores in when it is told "default". */
#define ALIAS_PATH SERVICE_PATH "/aliases/default"
#define SESSION_PATH SERVICE_PATH "/session/1"
#define NO_PROMPT "/"

static const char xml[] =
    "<node>"
    "<interface name='org.freedesktop.Secret.Service'>"
    "<method name='OpenSession'><arg type='s' direction='in'/><arg type='v' direction='in'/>"
    "<arg type='v' direction='out'/><arg type='o' direction='out'/></method>"
    "<method name='SearchItems'><arg type='a{ss}' direction='in'/><arg type='ao' direction='out'/>"
    "<arg type='ao' direction='out'/></method>"
    "<method name='GetSecrets'><arg type='ao' direction='in'/><arg type='o' direction='in'/>"
    "<arg type='a{o(oayays)}' direction='out'/></method>"
    "<method name='ReadAlias'><arg type='s' direction='in'/><arg type='o' direction='out'/></method>"
    "<property name='Collections' type='ao' access='read'/>"
    "</interface>"
    "<interface name='org.freedesktop.Secret.Collection'>"
    "<method name='CreateItem'><arg type='a{sv}' direction='in'/><arg type='(oayays)' direction='in'/>"
    "<arg type='b' direction='in'/><arg type='o' direction='out'/><arg type='o' direction='out'/></method>"
    "<property name='Items' type='ao' access='read'/><property name='Label' type='s' access='read'/>"
    "<property name='Locked' type='b' access='read'/><property name='Created' type='t' access='read'/>"
    "<property name='Modified' type='t' access='read'/>"
    "</interface>"
    "<interface name='org.freedesktop.Secret.Item'>"
    "<method name='Delete'><arg type='o' direction='out'/></method>"
    "</interface>"
    "</node>";

typedef struct
{
  char *path;
  GVariant *attributes; /* a{ss} */
  GBytes *secret;
  guint registration;
} Item;

/* The service, on a thread of its own. */
typedef struct
{
  char *address;
  GMainContext *context;
  GMainLoop *loop;
  GThread *thread;
  GDBusConnection *connection;
  GDBusNodeInfo *info;
  GPtrArray *items; /* of Item */
  guint made;
  int locked; /* atomic */
  int ready; /* atomic */
} Service;

static void
item_free (Item *item)
{
  g_free (item->path);
  g_variant_unref (item->attributes);
  g_bytes_unref (item->secret);
  g_free (item);
}

/* Whether @attributes has all of @wanted. */
static gboolean
matches (GVariant *attributes, GVariant *wanted)
{
  GVariantIter iter;
  const char *name;
  const char *value;

  g_variant_iter_init (&iter, wanted);
  while (g_variant_iter_next (&iter, "{&s&s}", &name, &value)) {
    const char *own = NULL;

    if (!g_variant_lookup (attributes, name, "&s", &own) || strcmp (own, value) != 0)
      return FALSE;
  }
  return TRUE;
}

static Item *
find_item (Service *self, const char *path)
{
  for (guint i = 0; i < self->items->len; i++)
    if (strcmp (((Item *) self->items->pdata[i])->path, path) == 0)
      return self->items->pdata[i];
  return NULL;
}

static GVariant *
search (Service *self, GVariant *wanted)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("ao"));
  for (guint i = 0; i < self->items->len; i++) {
    const Item *item = self->items->pdata[i];

    if (matches (item->attributes, wanted))
      g_variant_builder_add (&builder, "o", item->path);
  }
  return g_variant_builder_end (&builder);
}

static GVariant *
get_secrets (Service *self, GVariant *paths)
{
  GVariantBuilder builder;
  GVariantIter iter;
  const char *path;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{o(oayays)}"));
  g_variant_iter_init (&iter, paths);
  while (g_variant_iter_next (&iter, "&o", &path)) {
    const Item *item = find_item (self, path);

    if (item != NULL)
      g_variant_builder_add (&builder, "{o(o@ay@ays)}", path, SESSION_PATH,
                             g_variant_new_from_data (G_VARIANT_TYPE ("ay"), "", 0, TRUE, NULL, NULL),
                             g_variant_new_from_bytes (G_VARIANT_TYPE ("ay"), item->secret, TRUE),
                             "text/plain");
  }
  return g_variant_builder_end (&builder);
}

static void
on_called_cb (GDBusConnection *connection, const char *sender, const char *path, const char *interface,
              const char *method, GVariant *arguments, GDBusMethodInvocation *invocation, gpointer user_data);

static GVariant *
on_property_asked_cb (GDBusConnection *connection, const char *sender, const char *path,
                      const char *interface, const char *property, GError **error, gpointer user_data)
{
  Service *self = user_data;

  if (strcmp (property, "Collections") == 0)
    return g_variant_new_parsed ("[objectpath '" COLLECTION_PATH "']");
  if (strcmp (property, "Items") == 0)
    return g_variant_new_array (G_VARIANT_TYPE_OBJECT_PATH, NULL, 0);
  if (strcmp (property, "Locked") == 0)
    return g_variant_new_boolean (g_atomic_int_get (&self->locked));
  return strcmp (property, "Label") == 0 ? g_variant_new_string ("Login") : g_variant_new_uint64 (0);
}

static const GDBusInterfaceVTable vtable = { .method_call = on_called_cb,
                                             .get_property = on_property_asked_cb };

static guint
register_at (Service *self, const char *path, guint interface)
{
  return g_dbus_connection_register_object (self->connection, path, self->info->interfaces[interface],
                                            &vtable, self, NULL, NULL);
}

/* Replaces one of the same attributes. */
static const char *
create_item (Service *self, GVariant *arguments)
{
  g_autoptr (GVariant) properties = g_variant_get_child_value (arguments, 0);
  g_autoptr (GVariant) secret = g_variant_get_child_value (arguments, 1);
  g_autoptr (GVariant) value = g_variant_get_child_value (secret, 2);
  g_autoptr (GVariant) attributes = g_variant_lookup_value (
      properties, "org.freedesktop.Secret.Item.Attributes", G_VARIANT_TYPE ("a{ss}"));
  Item *item = NULL;

  for (guint i = 0; i < self->items->len && item == NULL; i++)
    if (g_variant_equal (((Item *) self->items->pdata[i])->attributes, attributes))
      item = self->items->pdata[i];
  if (item == NULL) {
    item = g_new0 (Item, 1);
    item->path = g_strdup_printf (COLLECTION_PATH "/%u", ++self->made);
    item->attributes = g_variant_ref (attributes);
    item->registration = register_at (self, item->path, 2);
    g_ptr_array_add (self->items, item);
  }
  g_clear_pointer (&item->secret, g_bytes_unref);
  item->secret = g_variant_get_data_as_bytes (value);
  return item->path;
}

static void
on_called_cb (GDBusConnection *connection, const char *sender, const char *path, const char *interface,
              const char *method, GVariant *arguments, GDBusMethodInvocation *invocation, gpointer user_data)
{
  Service *self = user_data;
  g_autoptr (GVariant) first = g_variant_n_children (arguments) > 0 ? g_variant_get_child_value (arguments, 0)
                                                                    : NULL;
  GVariant *answer = NULL;

  if (strcmp (method, "OpenSession") == 0) {
    if (strcmp (g_variant_get_string (first, NULL), "plain") == 0)
      answer = g_variant_new ("(vo)", g_variant_new_string (""), SESSION_PATH);
  } else if (strcmp (method, "SearchItems") == 0) {
    answer = g_variant_new ("(@ao@ao)", search (self, first),
                            g_variant_new_array (G_VARIANT_TYPE_OBJECT_PATH, NULL, 0));
  } else if (strcmp (method, "GetSecrets") == 0) {
    answer = g_variant_new ("(@a{o(oayays)})", get_secrets (self, first));
  } else if (strcmp (method, "ReadAlias") == 0) {
    answer = g_variant_new ("(o)", COLLECTION_PATH);
  } else if (strcmp (method, "CreateItem") == 0) {
    answer = g_variant_new ("(oo)", create_item (self, arguments), NO_PROMPT);
  } else if (strcmp (method, "Delete") == 0) {
    Item *item = find_item (self, path);

    g_dbus_connection_unregister_object (connection, item->registration);
    g_ptr_array_remove (self->items, item);
    answer = g_variant_new ("(o)", NO_PROMPT);
  }
  if (answer != NULL)
    g_dbus_method_invocation_return_value (invocation, answer);
  else
    g_dbus_method_invocation_return_error_literal (invocation, G_DBUS_ERROR, G_DBUS_ERROR_NOT_SUPPORTED,
                                                   "No.");
}

static gpointer
run_service (gpointer data)
{
  Service *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) owned = NULL;

  g_main_context_push_thread_default (self->context);
  self->connection = g_dbus_connection_new_for_address_sync (
      self->address,
      G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL,
      NULL, &error);
  g_assert_no_error (error);
  register_at (self, SERVICE_PATH, 0);
  register_at (self, COLLECTION_PATH, 1);
  register_at (self, ALIAS_PATH, 1);
  owned = g_dbus_connection_call_sync (self->connection, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                       "org.freedesktop.DBus", "RequestName",
                                       g_variant_new ("(su)", "org.freedesktop.secrets", 0), NULL,
                                       G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
  g_atomic_int_set (&self->ready, TRUE);
  g_main_loop_run (self->loop);
  g_dbus_connection_close_sync (self->connection, NULL, NULL);
  g_object_unref (self->connection);
  g_main_context_pop_thread_default (self->context);
  return NULL;
}

static Service *
service_start (const char *address)
{
  Service *self = g_new0 (Service, 1);

  self->address = g_strdup (address);
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  self->info = g_dbus_node_info_new_for_xml (xml, NULL);
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  self->thread = g_thread_new ("service", run_service, self);
  while (!g_atomic_int_get (&self->ready))
    g_thread_yield ();
  return self;
}

static void
service_stop (Service *self)
{
  g_main_loop_quit (self->loop);
  g_thread_join (self->thread);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_dbus_node_info_unref (self->info);
  g_ptr_array_unref (self->items);
  g_free (self->address);
  g_free (self);
}

static void
assert_set (SpilVault *vault, const char *name, const char *text)
{
  g_autoptr (GBytes) secret = text == NULL ? NULL : g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;

  spil_vault_set (vault, name, secret, &error);
  g_assert_no_error (error);
}

static void
assert_get (SpilVault *vault, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) secret = spil_vault_get (vault, name, &error);

  g_assert_no_error (error);
  g_assert_cmpint (secret != NULL, ==, text != NULL);
  if (text != NULL)
    g_assert_cmpmem (g_bytes_get_data (secret, NULL), g_bytes_get_size (secret), text, strlen (text));
}

/* A folder for a database. */
typedef struct
{
  char *dir;
  char *path;
} Folder;

static void
folder_init (Folder *self)
{
  self->dir = g_dir_make_tmp ("spil-keyring-XXXXXX", NULL);
  self->path = g_build_filename (self->dir, "secrets", NULL);
}

static void
folder_clear (Folder *self)
{
  g_unlink (self->path);
  g_assert_cmpint (g_rmdir (self->dir), ==, 0);
  g_free (self->dir);
  g_free (self->path);
}

static void
test_secret_service_secrets (gconstpointer data)
{
  Service *service = (Service *) data;
  g_autoptr (SpilVault) vault = NULL;
  g_autofree char *content = NULL;
  Folder folder;

  folder_init (&folder);
  vault = spil_vault_open (folder.dir, NULL);
  assert_set (vault, "seed", "abc");
  assert_set (vault, "seed", "def");
  assert_set (vault, "epoch/1", "x");
  g_assert_cmpuint (service->items->len, ==, 2);
  assert_get (vault, "seed", "def");
  assert_get (vault, "epoch/1", "x");
  assert_get (vault, "other", NULL);
  g_assert_true (g_file_get_contents (folder.path, &content, NULL, NULL));
  g_assert_nonnull (strstr (content, "in keyring\n"));
  assert_set (vault, "epoch/1", NULL);
  assert_set (vault, "epoch/1", NULL);
  assert_get (vault, "epoch/1", NULL);
  g_assert_true (spil_vault_erase (vault, NULL));
  g_assert_cmpuint (service->items->len, ==, 0);
  g_clear_pointer (&vault, spil_vault_close);
  folder_clear (&folder);
}

/* Locked: an error for who has secrets there, and the file for who has none yet. Nobody is asked to unlock it. */
static void
test_secret_service_locked (gconstpointer data)
{
  Service *service = (Service *) data;
  g_autoptr (SpilVault) vault = NULL;
  g_autoptr (SpilVault) fresh = NULL;
  g_autoptr (GError) error = NULL;
  Folder folder;
  Folder other;

  folder_init (&folder);
  folder_init (&other);
  vault = spil_vault_open (folder.dir, NULL);
  fresh = spil_vault_open (other.dir, NULL);
  assert_set (vault, "seed", "abc");
  g_atomic_int_set (&service->locked, TRUE);
  g_assert_null (spil_vault_get (vault, "seed", &error));
  g_assert_error (error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_KEYS);
  assert_set (fresh, "seed", "def");
  assert_get (fresh, "seed", "def");
  g_atomic_int_set (&service->locked, FALSE);
  assert_get (vault, "seed", "abc");
  g_assert_cmpuint (service->items->len, ==, 1);
  g_assert_true (spil_vault_erase (vault, NULL));
  g_clear_pointer (&vault, spil_vault_close);
  g_clear_pointer (&fresh, spil_vault_close);
  folder_clear (&folder);
  folder_clear (&other);
}

int
main (int argc, char **argv)
{
  Service *service;
  int status;

  g_unsetenv ("SPIL_VAULT");
  g_test_init (&argc, &argv, NULL);
  service = service_start (g_getenv ("DBUS_SESSION_BUS_ADDRESS"));
  g_test_add_data_func ("/secret-service/secrets", service, test_secret_service_secrets);
  g_test_add_data_func ("/secret-service/locked", service, test_secret_service_locked);
  status = g_test_run ();
  service_stop (service);
  secret_service_disconnect ();
  return status;
}
