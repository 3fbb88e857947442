// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-export.h"

#include <glib/gi18n-lib.h>

#include "spil-atomic-file.h"
#include "spil-csv.h"
#include "spil-exchange-error.h"
#include "spil-json.h"

#define BUFFER_BYTES (64 * 1024)
#define ALL "all"

typedef struct _SpilExporting SpilExporting;

/* A form of file. */
typedef struct
{
  const char *suffix;
  gboolean holds_all; /* more than one entity fits in */
  void (*begin_entity) (SpilExporting *self, const SpilEntity *entity);
  void (*add_row) (SpilExporting *self, SpilRecord *record);
  void (*end_entity) (SpilExporting *self);
  const char *begin; /* of a file with all entities */
  const char *end;
} SpilForm;

struct _SpilExporting
{
  SpilStore *store;
  const SpilForm *form;
  SpilAtomicFile *file;
  GString *buffer;
  gboolean all;
  int64_t n_entities;
  int64_t entity_rows; /* of the entity under way */
  int64_t rows;
  GCancellable *cancellable;
  SpilExportProgress progress;
  gpointer user_data;
};

/* JSON */

static void
begin_json (SpilExporting *self, const SpilEntity *entity)
{
  if (self->all)
    g_string_append_printf (self->buffer, "%s\"%s\":", self->n_entities > 0 ? ",\n" : "", entity->name);
  g_string_append_c (self->buffer, '[');
}

static void
add_json (SpilExporting *self, SpilRecord *record)
{
  g_string_append (self->buffer, self->entity_rows > 0 ? ",\n" : "\n");
  spil_json_append_row (self->buffer, record);
}

static void
end_json (SpilExporting *self)
{
  g_string_append (self->buffer, self->entity_rows > 0 ? "\n]" : "]");
  if (!self->all)
    g_string_append_c (self->buffer, '\n');
}

/* CSV */

static void
begin_csv (SpilExporting *self, const SpilEntity *entity)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();

  g_ptr_array_add (cells, (gpointer) "id");
  for (int i = 1; i < entity->n_fields; i++)
    if (entity->fields[i].number != 0)
      g_ptr_array_add (cells, (gpointer) entity->fields[i].name);
  spil_csv_append_line (self->buffer, (const char *const *) cells->pdata, cells->len);
}

static void
add_csv (SpilExporting *self, SpilRecord *record)
{
  const SpilEntity *entity = spil_record_get_entity (record);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (cells, spil_id_dup_text (spil_record_get_id (record)));
  for (int i = 1; i < entity->n_fields; i++)
    if (entity->fields[i].number != 0)
      g_ptr_array_add (cells, spil_value_to_text (&entity->fields[i], spil_record_get (record, i)));
  spil_csv_append_line (self->buffer, (const char *const *) cells->pdata, cells->len);
}

static void
end_csv (SpilExporting *self)
{
}

static const SpilForm forms[] = {
  { ".json", TRUE, begin_json, add_json, end_json, "{", "}\n" },
  { ".csv", FALSE, begin_csv, add_csv, end_csv, "", "" },
};

/* Writes the buffer away once it is large enough, or @always. */
static gboolean
flush (SpilExporting *self, gboolean always, GError **error)
{
  if (self->buffer->len < BUFFER_BYTES && !always)
    return TRUE;
  if (self->progress != NULL)
    self->progress (self->rows, self->user_data);
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error) ||
      !spil_atomic_file_write (self->file, self->buffer->str, self->buffer->len, error))
    return FALSE;
  g_string_truncate (self->buffer, 0);
  return TRUE;
}

static gboolean
on_row_read_cb (SpilRecord *record, gpointer user_data, GError **error)
{
  SpilExporting *self = user_data;

  self->form->add_row (self, record);
  self->entity_rows++;
  self->rows++;
  return flush (self, FALSE, error);
}

static gboolean
write_entity (SpilExporting *self, const SpilEntity *entity, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (entity);

  spil_query_sort_by_age (query);
  self->entity_rows = 0;
  self->form->begin_entity (self, entity);
  if (!spil_store_each (self->store, query, on_row_read_cb, self, error))
    return FALSE;
  self->form->end_entity (self);
  self->n_entities++;
  return TRUE;
}

static gboolean
write_all (SpilExporting *self, GError **error)
{
  int n_entities;
  const SpilEntity *const *entities = spil_entities (&n_entities);

  g_string_append (self->buffer, self->form->begin);
  for (int i = 0; i < n_entities; i++)
    if (!write_entity (self, entities[i], error))
      return FALSE;
  g_string_append (self->buffer, self->form->end);
  return TRUE;
}

static const SpilForm *
find_form (const char *path, gboolean all, GError **error)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++) {
    if (!g_str_has_suffix (lower, forms[i].suffix))
      continue;
    if (!all || forms[i].holds_all)
      return &forms[i];
    g_set_error (error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_UNKNOWN,
                 _ ("A %s file holds one entity; choose a name that ends in .json to export everything."),
                   forms[i].suffix);
    return NULL;
  }
  g_set_error (
      error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_UNKNOWN,
      _ ("“%s” does not tell what kind of file it is to be; choose a name that ends in .csv or .json."), path);
  return NULL;
}

/* Tells the audit table. A database that may only be read takes no audit line: there is nowhere to keep it. */
static gboolean
audit (SpilExporting *self, const char *what, GError **error)
{
  g_autofree char *result = g_strdup_printf ("%" G_GINT64_FORMAT, self->rows);
  g_autoptr (GError) fault = NULL;

  if (spil_store_audit (self->store, "export", what, result, &fault) ||
      g_error_matches (fault, SPIL_STORE_ERROR, SPIL_STORE_ERROR_READ_ONLY))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

gboolean
spil_export (SpilStore *store, const char *what, const char *path, GCancellable *cancellable,
             SpilExportProgress progress, gpointer user_data, GError **error)
{
  const gboolean all = g_strcmp0 (what, ALL) == 0;
  const SpilEntity *entity = spil_entity_by_name (what);
  const SpilForm *form = find_form (path, all, error);
  g_autoptr (SpilAtomicFile) file = NULL;
  g_autoptr (GString) buffer = g_string_sized_new (2 * BUFFER_BYTES);
  SpilExporting exporting = { .store = store,
                              .form = form,
                              .buffer = buffer,
                              .all = all,
                              .cancellable = cancellable,
                              .progress = progress,
                              .user_data = user_data };

  if (form == NULL)
    return FALSE;
  if (!all && entity == NULL) {
    g_set_error (error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_UNKNOWN,
                 _ ("There is no entity “%s”; “spilctl entities” names them, and “all” is all of them."),
                   what);
    return FALSE;
  }
  exporting.file = file = spil_atomic_file_new (path, error);
  if (file == NULL)
    return FALSE;
  return (all ? write_all (&exporting, error) : write_entity (&exporting, entity, error)) &&
         flush (&exporting, TRUE, error) && audit (&exporting, what, error) &&
         spil_atomic_file_finish (file, error);
}
