// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-secret-service.h"

#include <glib/gi18n-lib.h>
#include <libsecret/secret.h>

static const SecretSchema schema = {
  SPIL_APPLICATION_ID,
  SECRET_SCHEMA_NONE,
  {
      { "dir", SECRET_SCHEMA_ATTRIBUTE_STRING },
      { "name", SECRET_SCHEMA_ATTRIBUTE_STRING },
      { NULL, 0 },
  },
};

/* Whether there is a bus to ask on. Without this look GLib would try to start one. */
static gboolean
has_bus (void)
{
  const char *address = g_getenv ("DBUS_SESSION_BUS_ADDRESS");
  g_autofree char *socket = NULL;

  if (address != NULL)
    return *address != '\0' && !g_str_has_prefix (address, "disabled:");
  socket = g_build_filename (g_get_user_runtime_dir (), "bus", NULL);
  return g_file_test (socket, G_FILE_TEST_EXISTS);
}

/* In the sandbox libsecret keeps an encrypted file, with a key from the portal: nothing there is ever locked. */
static gboolean
is_sandboxed (void)
{
  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS);
}

static gboolean
answers (gpointer data, GCancellable *cancellable)
{
  g_autoptr (SecretService) service = NULL;
  g_autoptr (SecretCollection) collection = NULL;

  if (!has_bus ())
    return FALSE;
  if (is_sandboxed ())
    return TRUE;
  service = secret_service_get_sync (SECRET_SERVICE_NONE, cancellable, NULL);
  if (service == NULL)
    return FALSE;
  collection = secret_collection_for_alias_sync (service, SECRET_COLLECTION_DEFAULT, SECRET_COLLECTION_NONE,
                                                 cancellable, NULL);
  return collection != NULL && !secret_collection_get_locked (collection);
}

static gboolean
load (gpointer data, const char *dir, const char *name, char **text, GCancellable *cancellable,
      GError **error)
{
  g_autoptr (GError) cause = NULL;
  char *password = secret_password_lookup_sync (&schema, cancellable, &cause, "dir", dir, "name", name, NULL);

  *text = g_strdup (password);
  secret_password_free (password);
  if (cause == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

static gboolean
save (gpointer data, const char *dir, const char *name, const char *text, GCancellable *cancellable,
      GError **error)
{
  return secret_password_store_sync (&schema, SECRET_COLLECTION_DEFAULT,
                                     _ ("Spil: key of this laptop for the shared data"), text, cancellable,
                                     error, "dir", dir, "name", name, NULL);
}

static gboolean
forget (gpointer data, const char *dir, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (name == NULL)
    secret_password_clear_sync (&schema, cancellable, &cause, "dir", dir, NULL);
  else
    secret_password_clear_sync (&schema, cancellable, &cause, "dir", dir, "name", name, NULL);
  if (cause == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

const SpilSecretService SPIL_SECRET_SERVICE_OF_DESKTOP = {
  .answers = answers,
  .load = load,
  .save = save,
  .forget = forget,
};
