// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "folder-fixture.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static int
limit_mode (Mode mode, const char *call)
{
  if (mode != MODE_RENAME_NEW && strcmp (call, "rename-new") == 0)
    return EINVAL;
  return mode == MODE_RENAME && strcmp (call, "link") == 0 ? EPERM : 0;
}

GString *fsync_log;

/* Takes the place of that of the system. */
int
fsync (int fd)
{
  struct stat there;

  if (fsync_log != NULL && fstat (fd, &there) == 0)
    g_string_append (fsync_log, S_ISDIR (there.st_mode) ? "FSYNC-FOLDER " : "FSYNC-FILE ");
  return (int) syscall (SYS_fsync, fd);
}

/* Gives the file in @path its name, as the server did when its answer got lost. */
static void
publish (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autofree char *part = g_build_filename (path, g_dir_read_name (dir), NULL);
  g_autofree char *file = g_build_filename (path, "a", NULL);

  g_assert_cmpint (link (part, file), ==, 0);
}

static void
add_to (const char *path)
{
  g_autofd int fd = g_open (path, O_WRONLY | O_APPEND | O_CLOEXEC, 0);

  g_assert_cmpint (write (fd, "0123456789", 10), ==, 10);
}

static int
fault (const char *call, const char *name, gpointer user_data)
{
  Faults *self = user_data;

  g_mutex_lock (&self->mutex);
  if (g_strcmp0 (self->hang_at, call) == 0) {
    self->hanging = TRUE;
    g_cond_broadcast (&self->changed);
    if (self->cancel != NULL)
      g_cancellable_cancel (self->cancel);
    while (self->hang_at != NULL)
      g_cond_wait (&self->changed, &self->mutex);
  }
  g_mutex_unlock (&self->mutex);
  if (self->log != NULL)
    g_string_append_printf (self->log, "%s ", call);
  if (self->lose_answer != NULL && strcmp (call, self->mode == MODE_LINK ? "link" : "rename-new") == 0) {
    publish (self->lose_answer);
    return self->mode == MODE_LINK ? EEXIST : EIO;
  }
  if (self->grow != NULL && strcmp (call, "read") == 0)
    add_to (self->grow);
  if (self->at++ == self->step) {
    if (self->code == 0)
      raise (SIGKILL);
    g_free (self->call);
    self->call = g_strdup_printf ("%s %s", call, name);
    return self->code;
  }
  return limit_mode (self->mode, call);
}

SpilCarrier *
make_carrier (const char *dir, Faults *faults)
{
  SpilCarrier *carrier = spil_folder_carrier_new (dir);

  spil_folder_carrier_set_fault (SPIL_FOLDER_CARRIER (carrier), fault, faults);
  return carrier;
}

GBytes *
make_bytes (gsize length, guint8 seed)
{
  guint8 *data = g_malloc (length);

  for (gsize i = 0; i < length; i++)
    data[i] = (guint8) (i * 31 + (i >> 12) + seed);
  return g_bytes_new_take (data, length);
}

void
set_up (Fixture *self, gconstpointer data)
{
  g_mutex_init (&self->faults.mutex);
  g_cond_init (&self->faults.changed);
  self->faults.step = -1;
  self->dir = g_dir_make_tmp ("spil-faults-XXXXXX", NULL);
  self->carrier = make_carrier (self->dir, &self->faults);
  self->bytes = g_bytes_new_static ("abc", 3);
}

void
clear_folder (Fixture *self)
{
  g_autofree char *path = g_build_filename (self->dir, FOLDER, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *file = g_build_filename (path, name, NULL);

    g_assert_cmpint (g_unlink (file), ==, 0);
  }
  if (dir != NULL)
    g_assert_cmpint (g_rmdir (path), ==, 0);
}

void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->carrier);
  clear_folder (self);
  g_assert_cmpint (g_rmdir (self->dir), ==, 0);
  g_free (self->dir);
  g_free (self->faults.call);
  g_bytes_unref (self->bytes);
  g_cond_clear (&self->faults.changed);
  g_mutex_clear (&self->faults.mutex);
}

guint
count_names (Fixture *self)
{
  g_autofree char *path = g_build_filename (self->dir, FOLDER, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint count = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    count++;
  return count;
}

gboolean
is_there (Fixture *self, GBytes *whole)
{
  g_autoptr (SpilCarrier) reader = spil_folder_carrier_new (self->dir);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = spil_carrier_list (reader, FOLDER, FALSE, NULL, &error);
  g_autoptr (GBytes) bytes = NULL;

  g_assert_no_error (error);
  bytes = spil_carrier_get (reader, NAME, LENGTH, NULL, &error);
  if (bytes == NULL) {
    g_assert_error (error, SPIL_CARRIER_ERROR, SPIL_CARRIER_ERROR_NOT_FOUND);
    g_assert_cmpuint (items->len, ==, 0);
    return FALSE;
  }
  g_assert_cmpuint (items->len, ==, 1);
  g_assert_cmpstr (((SpilCarrierItem *) items->pdata[0])->name, ==, "a");
  g_assert_true (g_bytes_equal (bytes, whole));
  return TRUE;
}

gboolean
perform (Fixture *self, SpilCarrier *carrier, Call call, GError **error)
{
  g_autoptr (GBytes) got = NULL;
  g_autoptr (GPtrArray) items = NULL;

  switch (call) {
  case CALL_CHECK:
    return spil_carrier_check (carrier, NULL, error);
  case CALL_LIST:
    items = spil_carrier_list (carrier, FOLDER, FALSE, NULL, error);
    return items != NULL;
  case CALL_GET:
    got = spil_carrier_get (carrier, NAME, LENGTH, NULL, error);
    return got != NULL;
  case CALL_PUT:
    return spil_carrier_put (carrier, NAME, self->bytes, NULL, error);
  case CALL_REMOVE:
    return spil_carrier_remove (carrier, NAME, NULL, error);
  case N_CALLS:
  default:
    g_assert_not_reached ();
  }
}
