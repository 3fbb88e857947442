// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-recent.h"

static char *
find_mime_type (const char *path)
{
  g_autofree char *content_type = g_content_type_guess (path, NULL, 0, NULL);
  char *mime_type = g_content_type_get_mime_type (content_type);

  return mime_type != NULL ? mime_type : g_strdup ("application/octet-stream");
}

void
spil_recent_add (const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *mime_type = find_mime_type (path);
  const GtkRecentData data = {
    .mime_type = mime_type,
    .app_name = (char *) g_get_application_name (),
    .app_exec = (char *) "spil %f",
  };

  if (uri != NULL)
    gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

void
spil_recent_forget (const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

  // An error says that it is not there.
  if (uri != NULL)
    gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), uri, NULL);
}
