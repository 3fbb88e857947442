// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-owner-rule.h"

#include "spil-text.h"

#define NAME_CHARS 200

static gboolean
holds (GPtrArray *names, const char *name)
{
  g_autofree char *folded = spil_text_fold (name);

  for (guint i = 0; i < names->len; i++) {
    g_autofree char *other = spil_text_fold (names->pdata[i]);

    if (g_str_equal (folded, other))
      return TRUE;
  }
  return FALSE;
}

char **
spil_owner_split (const char *owner)
{
  g_auto (GStrv) parts = g_strsplit_set (owner != NULL ? owner : "", ",;", -1);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; parts[i] != NULL; i++) {
    g_autofree char *name = spil_text_one_line (parts[i], NAME_CHARS);

    g_strstrip (name);
    if (name[0] != '\0' && !holds (names, name))
      g_ptr_array_add (names, g_steal_pointer (&name));
  }
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

char *
spil_owner_tidy (const char *owner)
{
  g_auto (GStrv) names = spil_owner_split (owner);

  return names[0] != NULL ? g_strjoinv (", ", names) : NULL;
}

gboolean
spil_owner_names (const char *owner, const char *name)
{
  g_auto (GStrv) names = spil_owner_split (owner);
  g_autofree char *folded = spil_text_fold (name);

  for (int i = 0; names[i] != NULL; i++) {
    g_autofree char *other = spil_text_fold (names[i]);

    if (g_str_equal (folded, other))
      return TRUE;
  }
  return FALSE;
}
