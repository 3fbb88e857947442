// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-carrier.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-folder-carrier.h"

/* Longer than any that Spil gives; every file system takes it. */
#define NAME_MAX_LENGTH 128
#define PATH_MAX_LENGTH 640

G_DEFINE_QUARK (spil - carrier - error - quark, spil_carrier_error)

G_DEFINE_INTERFACE (SpilCarrier, spil_carrier, G_TYPE_OBJECT)

static void
spil_carrier_default_init (SpilCarrierInterface *interface)
{
}

void
spil_carrier_item_free (SpilCarrierItem *self)
{
  g_free (self->name);
  g_free (self);
}

/* Whether @length bytes at @name are a name. Not one that begins with a hyphen: commands would take it for an option. */
static gboolean
is_name (const char *name, gsize length)
{
  if (length == 0 || length > NAME_MAX_LENGTH || name[0] == '-')
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_islower (name[i]) && !g_ascii_isdigit (name[i]) && name[i] != '-')
      return FALSE;
  return TRUE;
}

gboolean
spil_carrier_is_name (const char *name)
{
  g_return_val_if_fail (name != NULL, FALSE);

  return is_name (name, strlen (name));
}

gboolean
spil_carrier_is_path (const char *path)
{
  const char *slash;

  g_return_val_if_fail (path != NULL, FALSE);

  if (strlen (path) > PATH_MAX_LENGTH)
    return FALSE;
  for (; (slash = strchr (path, '/')) != NULL; path = slash + 1)
    if (!is_name (path, (gsize) (slash - path)))
      return FALSE;
  return is_name (path, strlen (path));
}

/* A name that Spil would not give never reaches a carrier: it could lead out of the folder. */
static gboolean
check_path (const char *path, GError **error)
{
  g_autofree char *shown = NULL;

  if (spil_carrier_is_path (path))
    return TRUE;
  shown = g_strescape (path, NULL);
  g_set_error (error, SPIL_CARRIER_ERROR, SPIL_CARRIER_ERROR_FAILED,
               _ ("“%s” is no name of a file in the shared folder."), shown);
  return FALSE;
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const SpilCarrierItem *const *first = a;
  const SpilCarrierItem *const *second = b;

  return strcmp ((*first)->name, (*second)->name);
}

/* Whatever a carrier says: names of Spil, sorted, each once. */
static void
tidy (GPtrArray *items)
{
  for (guint i = items->len; i-- > 0;)
    if (!spil_carrier_is_name (((SpilCarrierItem *) items->pdata[i])->name))
      g_ptr_array_remove_index_fast (items, i);
  g_ptr_array_sort (items, compare_items);
  for (guint i = items->len; i-- > 1;)
    if (compare_items (&items->pdata[i - 1], &items->pdata[i]) == 0)
      g_ptr_array_remove_index (items, i);
}

const char *
spil_carrier_get_label (SpilCarrier *self)
{
  g_return_val_if_fail (SPIL_IS_CARRIER (self), NULL);

  return SPIL_CARRIER_GET_IFACE (self)->get_label (self);
}

gboolean
spil_carrier_check (SpilCarrier *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (SPIL_IS_CARRIER (self), FALSE);

  return !g_cancellable_set_error_if_cancelled (cancellable, error) &&
         SPIL_CARRIER_GET_IFACE (self)->check (self, cancellable, error);
}

GPtrArray *
spil_carrier_list (SpilCarrier *self, const char *folder, gboolean folders, GCancellable *cancellable,
                   GError **error)
{
  GPtrArray *items;

  g_return_val_if_fail (SPIL_IS_CARRIER (self), NULL);
  g_return_val_if_fail (folder != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
      (*folder != '\0' && !check_path (folder, error)))
    return NULL;
  items = SPIL_CARRIER_GET_IFACE (self)->list (self, folder, folders, cancellable, error);
  if (items != NULL)
    tidy (items);
  return items;
}

GBytes *
spil_carrier_get (SpilCarrier *self, const char *name, gsize limit, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (SPIL_IS_CARRIER (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !check_path (name, error))
    return NULL;
  return SPIL_CARRIER_GET_IFACE (self)->get (self, name, limit, cancellable, error);
}

gboolean
spil_carrier_put (SpilCarrier *self, const char *name, GBytes *bytes, GCancellable *cancellable,
                  GError **error)
{
  g_return_val_if_fail (SPIL_IS_CARRIER (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  return !g_cancellable_set_error_if_cancelled (cancellable, error) && check_path (name, error) &&
         SPIL_CARRIER_GET_IFACE (self)->put (self, name, bytes, cancellable, error);
}

gboolean
spil_carrier_remove (SpilCarrier *self, const char *name, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (SPIL_IS_CARRIER (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  return !g_cancellable_set_error_if_cancelled (cancellable, error) && check_path (name, error) &&
         SPIL_CARRIER_GET_IFACE (self)->remove (self, name, cancellable, error);
}

/* The path that @uri stands for; NULL when it is no folder of this machine. Free with g_free(). */
static char *
dup_path (const char *uri)
{
  g_autofree char *host = NULL;
  g_autofree char *path = NULL;

  if (g_path_is_absolute (uri))
    return g_strdup (uri);
  path = g_filename_from_uri (uri, &host, NULL);
  if (path == NULL || (host != NULL && strcmp (host, "localhost") != 0))
    return NULL;
  return g_steal_pointer (&path);
}

SpilCarrier *
spil_carrier_new (const char *uri, GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *shown = NULL;

  g_return_val_if_fail (uri != NULL, NULL);

  path = dup_path (uri);
  if (path != NULL)
    return spil_folder_carrier_new (path);
  shown = g_utf8_make_valid (uri, -1);
  g_set_error (
      error, SPIL_CARRIER_ERROR, SPIL_CARRIER_ERROR_REFUSED,
      _ ("“%s” is no folder on this laptop; connect to the share first, and choose the folder itself."),
      shown);
  return NULL;
}
