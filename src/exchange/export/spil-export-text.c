// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-atomic-file.h"
#include "spil-export-private.h"

#define BUFFER_BYTES (64 * 1024)
/* How many rows pass between looks at the cancel button. */
#define ROWS_BETWEEN 128

gboolean
spil_exporting_count (SpilExporting *self, GError **error)
{
  if (self->rows++ % ROWS_BETWEEN != 0)
    return TRUE;
  if (self->progress != NULL)
    self->progress (self->rows, self->user_data);
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

/* A file of text under way. */
typedef struct
{
  SpilExporting *exporting;
  SpilTextRowFunc func;
  SpilAtomicFile *file;
  GString *text;
} TextFile;

static gboolean
flush (TextFile *self, GError **error)
{
  if (!spil_atomic_file_write (self->file, self->text->str, self->text->len, error))
    return FALSE;
  g_string_truncate (self->text, 0);
  return TRUE;
}

static gboolean
on_row_read_cb (SpilRecord *record, gpointer user_data, GError **error)
{
  TextFile *self = user_data;

  return self->func (self->exporting, record, self->text, error) &&
         spil_exporting_count (self->exporting, error) &&
         (self->text->len < BUFFER_BYTES || flush (self, error));
}

gboolean
spil_exporting_write_text (SpilExporting *self, SpilQuery *query, const char *begin, SpilTextRowFunc func,
                           const char *end, GError **error)
{
  g_autoptr (SpilAtomicFile) file = spil_atomic_file_new (self->path, error);
  g_autoptr (GString) text = g_string_new (begin);
  TextFile text_file = { self, func, file, text };

  if (file == NULL || g_cancellable_set_error_if_cancelled (self->cancellable, error) ||
      !spil_store_each (self->store, query, on_row_read_cb, &text_file, error))
    return FALSE;
  g_string_append (text, end);
  return flush (&text_file, error) && spil_atomic_file_finish (file, error);
}

char *
spil_export_local_time (SpilTime time)
{
  g_autoptr (GDateTime) instant = g_date_time_new_from_unix_local (time.ms / 1000);

  return instant != NULL ? g_date_time_format (instant, "%Y-%m-%dT%H:%M") : g_strdup ("");
}
