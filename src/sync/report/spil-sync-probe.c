// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-carrier-name.h"
#include "spil-sync.h"

// In each of these the last name is the newest.
static const char *const watched[] = { SPIL_FOLDER_SEGMENTS, SPIL_FOLDER_MEMBERS,   SPIL_FOLDER_STATE,
                                       SPIL_FOLDER_REQUEST,  SPIL_FOLDER_SUCCESSOR, SPIL_FOLDER_RESCUED };

static gboolean
add_newest (SpilCarrier *carrier, const char *device, const char *folder, GChecksum *sum,
            GCancellable *cancellable)
{
  g_autofree char *path = g_strconcat (device, "/", folder, NULL);
  g_autoptr (GPtrArray)
      items = spil_carrier_list (carrier, path, g_str_equal (folder, SPIL_FOLDER_RESCUED), cancellable, NULL);
  g_autofree char *count = items != NULL ? g_strdup_printf (" %s %u ", path, items->len) : NULL;

  if (items == NULL)
    return FALSE;
  g_checksum_update (sum, (const guchar *) count, -1);
  if (items->len > 0)
    g_checksum_update (
        sum, (const guchar *) ((SpilCarrierItem *) g_ptr_array_index (items, items->len - 1))->name, -1);
  return TRUE;
}

static gboolean
add_device (SpilCarrier *carrier, const char *device, GChecksum *sum, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) folders = spil_carrier_list (carrier, device, TRUE, cancellable, NULL);

  for (guint i = 0; folders != NULL && i < folders->len; i++) {
    const char *name = ((SpilCarrierItem *) g_ptr_array_index (folders, i))->name;

    for (gsize j = 0; j < G_N_ELEMENTS (watched); j++)
      if (g_str_equal (name, watched[j]) && !add_newest (carrier, device, name, sum, cancellable))
        return FALSE;
  }
  return folders != NULL;
}

char *
spil_sync_probe (const char *uri, const SpilId *own, GCancellable *cancellable)
{
  g_autoptr (SpilCarrier) carrier = spil_carrier_new (uri, NULL);
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GPtrArray) devices = NULL;
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *own_name = own != NULL ? spil_carrier_name_dup_device (own) : NULL;

  if (carrier == NULL)
    return NULL;
  files = spil_carrier_list (carrier, "", FALSE, cancellable, NULL);
  devices = files != NULL ? spil_carrier_list (carrier, "", TRUE, cancellable, NULL) : NULL;
  // A folder with nothing in it is a share that is not connected.
  if (devices == NULL || files->len == 0)
    return NULL;
  for (guint i = 0; i < files->len; i++)
    g_checksum_update (sum, (const guchar *) ((SpilCarrierItem *) g_ptr_array_index (files, i))->name, -1);
  for (guint i = 0; i < devices->len; i++) {
    const char *name = ((SpilCarrierItem *) g_ptr_array_index (devices, i))->name;

    if (g_strcmp0 (name, own_name) != 0 && !add_device (carrier, name, sum, cancellable))
      return NULL;
  }
  return g_strdup (g_checksum_get_string (sum));
}
