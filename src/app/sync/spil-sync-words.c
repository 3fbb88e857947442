// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-sync-words.h"

#include <glib/gi18n-lib.h>

static char *
dup_clock (SpilTime time)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (time.ms / 1000);

  return local != NULL ? g_date_time_format (local, "%H:%M") : g_strdup ("");
}

char *
spil_sync_dup_when (SpilTime time)
{
  g_autofree char *clock = NULL;
  int days;

  if (time.ms == 0)
    return g_strdup (_ ("not seen yet"));
  clock = dup_clock (time);
  days = spil_day_between (spil_time_day (time), spil_time_day (spil_time_now ()));
  if (days == 0)
    // Translators: %s is a time of the day: "14:02".
    return g_strdup_printf (_ ("today at %s"), clock);
  if (days == 1)
    // Translators: %s is a time of the day: "14:02".
    return g_strdup_printf (_ ("yesterday at %s"), clock);
  return spil_day_format (spil_time_day (time));
}

char *
spil_sync_dup_folder_path (const char *carrier)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (carrier);
  g_autofree char *path = g_file_get_path (file);

  return path != NULL ? g_filename_display_name (path) : g_strdup (carrier);
}

char *
spil_sync_dup_folder_name (const char *carrier)
{
  g_autofree char *path = spil_sync_dup_folder_path (carrier);

  return g_path_get_basename (path);
}

char *
spil_sync_dup_own_name (void)
{
  const char *name = g_get_real_name ();

  return g_strdup (name == NULL || g_strcmp0 (name, "Unknown") == 0 || g_strcmp0 (name, "root") == 0 ? ""
                                                                                                     : name);
}
