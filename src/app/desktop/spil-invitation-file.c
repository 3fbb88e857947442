// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-invitation-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-space.h"

static gboolean
refuse (GFile *file, const char *sentence, GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);

  g_set_error (error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_INVITATION, sentence, shown);
  return FALSE;
}

// A pipe would be waited for without end.
static gboolean
is_ordinary (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                                  G_FILE_QUERY_INFO_NONE, cancellable, error);

  if (info == NULL)
    return FALSE;
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR)
    return TRUE;
  // Translators: %s is the name of a file.
  return refuse (file,
                 _ ("“%s” is no file that can be read. Choose the invitation that the project leader sent."),
                 error);
}

/* The copies that Spil makes of its data have the same ending; they are databases, or encrypted. */
static gboolean
is_copy (const char *content, gsize length)
{
  static const char *const magics[] = { "SQLite format 3", "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" };

  for (gsize i = 0; i < G_N_ELEMENTS (magics); i++)
    if (length >= strlen (magics[i]) && memcmp (content, magics[i], strlen (magics[i])) == 0)
      return TRUE;
  return FALSE;
}

/* The one line of @content, or NULL. */
static char *
find_line (const char *content, gsize length)
{
  g_autofree char *text = NULL;

  if (length > SPIL_INVITATION_FILE_MOST || !g_utf8_validate (content, (gssize) length, NULL))
    return NULL;
  text = g_strstrip (g_strndup (content, length));
  return text[0] != '\0' && strpbrk (text, "\r\n") == NULL ? g_steal_pointer (&text) : NULL;
}

static char *
check (GFile *file, const char *content, gsize length, GError **error)
{
  g_autofree char *line = NULL;
  SpilInvitationFacts facts;

  if (is_copy (content, length)) {
    // Translators: %s is the name of a file.
    refuse (
        file,
        _ ("“%s” is a copy of the data of Spil and no invitation. To put it back, choose Data and copies in the main menu, and then Put back a copy."),
        error);
    return NULL;
  }
  line = find_line (content, length);
  if (line != NULL && spil_invitation_read (line, &facts, NULL))
    return g_steal_pointer (&line);
  // Translators: %s is the name of a file.
  refuse (
      file,
      _ ("“%s” is no invitation of Spil, or it was damaged on its way. Ask the project leader to send it again."),
      error);
  return NULL;
}

static void
read_file (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GFile *file = data;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  char content[SPIL_INVITATION_FILE_MOST + 1];
  char *line = NULL;
  gsize length = 0;

  if (is_ordinary (file, cancellable, &error))
    stream = g_file_read (file, cancellable, &error);
  if (stream != NULL && g_input_stream_read_all (G_INPUT_STREAM (stream), content, sizeof content, &length,
                                                 cancellable, &error))
    line = check (file, content, length, &error);
  if (line != NULL)
    g_task_return_pointer (task, line, g_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
spil_invitation_file_read (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_file);
}

char *
spil_invitation_file_read_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
