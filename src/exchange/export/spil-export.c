// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-export.h"

#include <glib/gi18n-lib.h>

#include "spil-exchange-error.h"
#include "spil-export-private.h"

#define ALL "all"

static const SpilExportForm forms[] = {
  { ".json", SPIL_TABLE_FOUND, 0, TRUE, spil_export_json },
  { ".csv", SPIL_TABLE_CSV, 0, FALSE, NULL },
  { ".ods", SPIL_TABLE_ODS, 0, FALSE, NULL },
  { ".xlsx", SPIL_TABLE_XLSX, 0, FALSE, NULL },
  { ".vcf", SPIL_TABLE_FOUND, SPIL_ENTITY_PERSON, FALSE, spil_export_vcards },
  { ".ics", SPIL_TABLE_FOUND, SPIL_ENTITY_NEXT_ACTION, FALSE, spil_export_calendar },
};

const SpilExportForm *
spil_export_form (const char *path, GError **error)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    if (g_str_has_suffix (lower, forms[i].suffix))
      return &forms[i];
  g_set_error (
      error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_UNKNOWN,
      _ ("“%s” does not tell what kind of file it is to be; choose a name that ends in .ods, .xlsx, .csv or "
         ".json (persons also .vcf, next actions also .ics)."),
      path);
  return NULL;
}

/* Whether @entity (NULL: all) fits in @form. */
static gboolean
check_form (const SpilExportForm *form, const SpilEntity *entity, GError **error)
{
  if (entity == NULL && !form->holds_all)
    g_set_error (error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_UNKNOWN,
                 _ ("A %s file holds one entity; choose a name that ends in .json to export everything."),
                 form->suffix);
  else if (entity != NULL && form->only != 0 && form->only != entity->number)
    g_set_error (error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_UNKNOWN,
                 _ ("A %s file holds %s only; choose a name that ends in .ods, .xlsx or .csv."), form->suffix,
                 spil_entity_label_plural (spil_entity_by_number (form->only)));
  else
    return TRUE;
  return FALSE;
}

gboolean
spil_exporting_audit (SpilExporting *self, const char *what, GError **error)
{
  g_autofree char *result = g_strdup_printf ("%" G_GINT64_FORMAT, self->rows);
  g_autoptr (GError) fault = NULL;

  /* A database that may only be read takes no audit line: there is nowhere to keep it. */
  if (spil_store_audit (self->store, "export", what, result, &fault) ||
      g_error_matches (fault, SPIL_STORE_ERROR, SPIL_STORE_ERROR_READ_ONLY))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

static gboolean
write_query (SpilExporting *self, const SpilExportForm *form, SpilQuery *query, GError **error)
{
  return form->write != NULL ? form->write (self, query, error)
                             : spil_export_table (self, query, form->table, error);
}

gboolean
spil_export_query (SpilStore *store, SpilQuery *query, const char *path, GCancellable *cancellable,
                   SpilExportProgress progress, gpointer user_data, GError **error)
{
  const SpilExportForm *form = spil_export_form (path, error);
  const SpilEntity *entity = spil_query_get_entity (query);
  SpilExporting exporting = {
    .store = store, .path = path, .cancellable = cancellable, .progress = progress, .user_data = user_data
  };

  return form != NULL && check_form (form, entity, error) && write_query (&exporting, form, query, error) &&
         spil_exporting_audit (&exporting, entity->name, error);
}

gboolean
spil_export (SpilStore *store, const char *what, const char *path, GCancellable *cancellable,
             SpilExportProgress progress, gpointer user_data, GError **error)
{
  const gboolean all = g_strcmp0 (what, ALL) == 0;
  const SpilEntity *entity = spil_entity_by_name (what);
  const SpilExportForm *form = spil_export_form (path, error);
  SpilExporting exporting = {
    .store = store, .path = path, .cancellable = cancellable, .progress = progress, .user_data = user_data
  };
  g_autoptr (SpilQuery) query = NULL;

  if (form == NULL || (all && !check_form (form, NULL, error)))
    return FALSE;
  if (all)
    return spil_export_json_all (&exporting, error) && spil_exporting_audit (&exporting, ALL, error);
  if (entity == NULL) {
    g_set_error (error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_UNKNOWN,
                 _ ("There is no entity “%s”; “spilctl entities” names them, and “all” is all of them."),
                 what);
    return FALSE;
  }
  query = spil_query_new (entity);
  spil_query_sort_by_age (query);
  return spil_export_query (store, query, path, cancellable, progress, user_data, error);
}
