// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-report-file.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "spil-odt.h"
#include "spil-pdf.h"

struct _SpilReportFile
{
  char *path;
  char *temporary; /* NULL: there is nothing to remove */
  int fd;
  GOutputStream *stream;
};

/* Says what went wrong with @path and what to do about it. */
static void
set_error (GError **error, const char *path, int code)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *dir = g_path_get_dirname (path);
  g_autofree char *folder = g_filename_display_name (dir);
  GIOErrorEnum kind = g_io_error_from_errno (code);

  /* A folder that is there but takes no files (of the system, for one). */
  if (kind == G_IO_ERROR_NOT_FOUND && g_file_test (dir, G_FILE_TEST_IS_DIR))
    kind = G_IO_ERROR_PERMISSION_DENIED;

  switch (kind) {
  case G_IO_ERROR_NOT_FOUND:
  case G_IO_ERROR_NOT_DIRECTORY:
    g_set_error (error, G_IO_ERROR, kind,
                 _ ("%s cannot be written: the folder %s does not exist. Make it first or choose another."),
                 name, folder);
    break;
  case G_IO_ERROR_PERMISSION_DENIED:
  case G_IO_ERROR_READ_ONLY:
    g_set_error (error, G_IO_ERROR, kind,
                 _ ("%s cannot be written: you may not write in the folder %s. Choose another folder."), name,
                 folder);
    break;
  case G_IO_ERROR_NO_SPACE:
    g_set_error (error, G_IO_ERROR, kind,
                 _ ("%s cannot be written: the disk is full. Make room or choose another folder."), name);
    break;
  case G_IO_ERROR_IS_DIRECTORY:
    g_set_error (error, G_IO_ERROR, kind, _ ("%s cannot be written: it is a folder. Choose another name."),
                 name);
    break;
  default:
    g_set_error (error, G_IO_ERROR, kind, _ ("%s cannot be written in the folder %s: %s."), name, folder,
                 g_strerror (code));
    break;
  }
}

/* What the files of a format end in; the first is the usual one. */
typedef struct
{
  const char *ending;
  gboolean (*write) (SpilDocument *document, GOutputStream *stream, GCancellable *cancellable,
                     SpilReportProgress progress, gpointer user_data, GError **error);
} Format;

static gboolean
write_pdf (SpilDocument *document, GOutputStream *stream, GCancellable *cancellable,
           SpilReportProgress progress, gpointer user_data, GError **error)
{
  return spil_pdf_write (document, stream, cancellable, progress, user_data, NULL, error);
}

static const Format formats[] = { { ".pdf", write_pdf }, { ".odt", spil_odt_write } };

/* NULL: none of them. */
static const Format *
find_format (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_has_suffix (lower, formats[i].ending))
      return &formats[i];
  return NULL;
}

gboolean
spil_report_file_knows (const char *path)
{
  g_return_val_if_fail (path != NULL, FALSE);

  return find_format (path) != NULL;
}

SpilReportFile *
spil_report_file_new (const char *path, GError **error)
{
  g_autoptr (SpilReportFile) self = NULL;
  g_autoptr (GOutputStream) raw = NULL;
  g_autofree char *dir = NULL, *name = NULL, *hidden = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (*path == '\0' || g_file_test (path, G_FILE_TEST_IS_DIR)) {
    set_error (error, path, EISDIR);
    return NULL;
  }
  dir = g_path_get_dirname (path);
  name = g_path_get_basename (path);
  hidden = g_strdup_printf (".%.40s.XXXXXX", name);
  self = g_new0 (SpilReportFile, 1);
  self->path = g_strdup (path);
  self->temporary = g_build_filename (dir, hidden, NULL);
  self->fd = g_mkstemp_full (self->temporary, O_WRONLY | O_CLOEXEC, 0666);
  if (self->fd < 0) {
    set_error (error, path, errno);
    g_clear_pointer (&self->temporary, g_free);
    return NULL;
  }
  raw = g_unix_output_stream_new (self->fd, FALSE);
  self->stream = g_buffered_output_stream_new_sized (raw, 64 * 1024);
  return g_steal_pointer (&self);
}

GOutputStream *
spil_report_file_get_stream (SpilReportFile *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->stream;
}

gboolean
spil_report_file_write (SpilReportFile *self, SpilDocument *document, GCancellable *cancellable,
                        SpilReportProgress progress, gpointer user_data, GError **error)
{
  const Format *format;

  g_return_val_if_fail (self != NULL && self->stream != NULL, FALSE);

  format = find_format (self->path);
  return (format != NULL ? format : &formats[0])
      ->write (document, self->stream, cancellable, progress, user_data, error);
}

static void
close_file (SpilReportFile *self)
{
  g_clear_object (&self->stream);
  if (self->fd >= 0)
    close (self->fd);
  self->fd = -1;
}

gboolean
spil_report_file_commit (SpilReportFile *self, GError **error)
{
  g_return_val_if_fail (self != NULL && self->stream != NULL, FALSE);

  if (!g_output_stream_flush (self->stream, NULL, error)) {
    spil_report_file_explain (self, error);
    return FALSE;
  }
  if (fsync (self->fd) != 0 || g_rename (self->temporary, self->path) != 0) {
    set_error (error, self->path, errno);
    return FALSE;
  }
  g_clear_pointer (&self->temporary, g_free);
  close_file (self);
  return TRUE;
}

gboolean
spil_report_file_deliver (SpilReportFile *self, SpilStore *store, const char *kind, GError **error)
{
  g_autoptr (GError) fault = NULL;

  if (!spil_report_file_commit (self, error))
    return FALSE;
  /* A database that may only be read takes no audit line: there is nowhere to keep it. */
  if (spil_store_audit (store, "report", kind, "ok", &fault) ||
      g_error_matches (fault, SPIL_STORE_ERROR, SPIL_STORE_ERROR_READ_ONLY))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

void
spil_report_file_explain (SpilReportFile *self, GError **error)
{
  g_return_if_fail (self != NULL);

  if (error == NULL || !g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return;
  g_clear_error (error);
  set_error (error, self->path, ENOSPC);
}

void
spil_report_file_free (SpilReportFile *self)
{
  if (self == NULL)
    return;
  close_file (self);
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  g_free (self->temporary);
  g_free (self->path);
  g_free (self);
}
