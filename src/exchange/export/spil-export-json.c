// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-atomic-file.h"
#include "spil-export-private.h"
#include "spil-json.h"

#define BUFFER_BYTES (64 * 1024)

/* A file of JSON under way. */
typedef struct
{
  SpilExporting *exporting;
  SpilAtomicFile *file;
  GString *text;
  gboolean any; /* a row of this entity was written */
} JsonFile;

static gboolean
flush (JsonFile *self, gboolean always, GError **error)
{
  if (self->text->len < BUFFER_BYTES && !always)
    return TRUE;
  if (!spil_atomic_file_write (self->file, self->text->str, self->text->len, error))
    return FALSE;
  g_string_truncate (self->text, 0);
  return TRUE;
}

static gboolean
on_row_read_cb (SpilRecord *record, gpointer user_data, GError **error)
{
  JsonFile *self = user_data;

  g_string_append (self->text, self->any ? ",\n" : "\n");
  spil_json_append_row (self->text, record);
  self->any = TRUE;
  return spil_exporting_count (self->exporting, error) && flush (self, FALSE, error);
}

static gboolean
write_array (JsonFile *self, SpilQuery *query, GError **error)
{
  self->any = FALSE;
  g_string_append_c (self->text, '[');
  if (g_cancellable_set_error_if_cancelled (self->exporting->cancellable, error) ||
      !spil_store_each (self->exporting->store, query, on_row_read_cb, self, error))
    return FALSE;
  g_string_append (self->text, self->any ? "\n]" : "]");
  return TRUE;
}

gboolean
spil_export_json (SpilExporting *self, SpilQuery *query, GError **error)
{
  g_autoptr (SpilAtomicFile) file = spil_atomic_file_new (self->path, error);
  g_autoptr (GString) text = g_string_new (NULL);
  JsonFile json = { .exporting = self, .file = file, .text = text };

  if (file == NULL || !write_array (&json, query, error))
    return FALSE;
  g_string_append_c (text, '\n');
  return flush (&json, TRUE, error) && spil_atomic_file_finish (file, error);
}

gboolean
spil_export_json_all (SpilExporting *self, GError **error)
{
  g_autoptr (SpilAtomicFile) file = spil_atomic_file_new (self->path, error);
  g_autoptr (GString) text = g_string_new ("{");
  JsonFile json = { .exporting = self, .file = file, .text = text };
  int n_entities;
  const SpilEntity *const *entities = spil_entities (&n_entities);

  if (file == NULL)
    return FALSE;
  for (int i = 0; i < n_entities; i++) {
    g_autoptr (SpilQuery) query = spil_query_new (entities[i]);

    spil_query_sort_by_age (query);
    g_string_append_printf (text, "%s\"%s\":", i > 0 ? ",\n" : "", entities[i]->name);
    if (!write_array (&json, query, error))
      return FALSE;
  }
  g_string_append (text, "}\n");
  return flush (&json, TRUE, error) && spil_atomic_file_finish (file, error);
}
