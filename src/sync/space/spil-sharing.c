// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-sharing.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "spil-space.h"

static char *
dup_line (const SpilMember *member)
{
  g_autofree char *line = g_strdup_printf ("%s (%s), %s", member->person, spil_role_label (member->role),
                                           member->device_name);

  if (member->own)
    // Translators: %s is a person with a role and a laptop.
    return g_strdup_printf (_ ("%s: this laptop"), line);
  if (member->revoked)
    // Translators: %s is a person with a role and a laptop.
    return g_strdup_printf (_ ("%s: was ended, and keeps what it had until then"), line);
  return g_steal_pointer (&line);
}

gboolean
spil_sharing_read (SpilStore *store, char **folder, GPtrArray **members, GError **error)
{
  g_autoptr (SpilSpaceState) state = spil_space_get_state (store, error);
  g_autoptr (GPtrArray) laptops = NULL;
  g_autoptr (GFile) file = NULL;

  *folder = NULL;
  *members = NULL;
  if (state == NULL)
    return FALSE;
  if (state->standing != SPIL_SPACE_MEMBER)
    return TRUE;
  laptops = spil_space_members (store, error);
  if (laptops == NULL)
    return FALSE;
  file = g_file_new_for_uri (state->carrier);
  *folder = g_file_get_parse_name (file);
  *members = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < laptops->len; i++)
    g_ptr_array_add (*members, dup_line (laptops->pdata[i]));
  return TRUE;
}
