// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-export-budget.h"

#include <glib/gi18n-lib.h>

#include "spil-exchange-error.h"
#include "spil-export-private.h"
#include "spil-money-sheets.h"

static void
clear_file (SpilMoneyFile *self)
{
  g_clear_pointer (&self->writer, spil_table_writer_free);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpilMoneyFile, clear_file)

gboolean
spil_money_file_begin (SpilMoneyFile *self, const char *title, const SpilTableColumn *columns,
                       guint n_columns, GError **error)
{
  if (self->writer != NULL)
    return spil_table_writer_begin_sheet (self->writer, title, columns, n_columns, error);
  self->writer = spil_table_writer_new (self->path, self->format, title, columns, n_columns, error);
  return self->writer != NULL;
}

gboolean
spil_money_file_add (SpilMoneyFile *self, const SpilCell *cells, GError **error)
{
  self->rows++;
  return spil_table_writer_add (self->writer, cells, error);
}

static gboolean
find_format (SpilMoneyFile *self, GError **error)
{
  const SpilExportForm *form = spil_export_form (self->path, error);

  if (form == NULL)
    return FALSE;
  self->format = form->table;
  if (form->table != SPIL_TABLE_FOUND)
    return TRUE;
  g_set_error (error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_UNKNOWN,
               _ ("Budget and bookings go to a table; choose a name that ends in .ods, .xlsx or .csv."));
  return FALSE;
}

static gboolean
finish (SpilMoneyFile *self, const char *what, GCancellable *cancellable, GError **error)
{
  SpilExporting exporting = { .store = self->store, .path = self->path, .rows = self->rows };

  return !g_cancellable_set_error_if_cancelled (cancellable, error) &&
         spil_table_writer_finish (self->writer, error) && spil_exporting_audit (&exporting, what, error);
}

/* The version with that id; nil: the one in force, or the first there is. */
static SpilBudgetVersionRow *
find_version (SpilStore *store, SpilId id, GPtrArray **versions, GError **error)
{
  g_autoptr (GError) fault = NULL;
  g_autoptr (SpilBudgetVersionRow) current = NULL;

  *versions = spil_budget_query_versions (store, error);
  if (*versions == NULL)
    return NULL;
  if (spil_id_is_nil (id)) {
    current = spil_budget_query_current (store, spil_day_today (), &fault);
    if (fault != NULL) {
      g_propagate_error (error, g_steal_pointer (&fault));
      return NULL;
    }
  }
  for (guint i = 0; i < (*versions)->len; i++) {
    SpilBudgetVersionRow *version = (*versions)->pdata[i];

    if (spil_id_equal (version->id, current != NULL ? current->id : id))
      return version;
  }
  g_set_error_literal (error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_INVALID,
                       _ ("There is no budget to export. Decide on a budget first."));
  return NULL;
}

static gboolean
write_sheets (SpilMoneyFile *self, GCancellable *cancellable, GError **error)
{
  if (!spil_money_sheet_lines (self, error))
    return FALSE;
  // A CSV file is one table.
  return self->format == SPIL_TABLE_CSV ||
         (spil_money_sheet_bookings (self, cancellable, error) && spil_money_sheet_forecast (self, error) &&
          spil_money_sheet_sources (self, error) && spil_money_sheet_cofinancing (self, error) &&
          spil_money_sheet_changes (self, error) && spil_money_sheet_versions (self, error) &&
          spil_money_sheet_about (self, error));
}

gboolean
spil_export_budget (SpilStore *store, SpilId version, const SpilBookingFilter *filter, const char *path,
                    GCancellable *cancellable, GError **error)
{
  SpilBookingFilter all = SPIL_BOOKING_FILTER_ALL;
  g_auto (SpilMoneyFile) file = { .store = store, .path = path, .filter = filter != NULL ? filter : &all };
  g_autoptr (GPtrArray) versions = NULL;

  if (!find_format (&file, error))
    return FALSE;
  file.version = find_version (store, version, &versions, error);
  if (file.version == NULL)
    return FALSE;
  all.version = file.version->id;
  file.lines = spil_budget_query_lines (store, file.version->id, SPIL_DAY_NONE, error);
  return file.lines != NULL && write_sheets (&file, cancellable, error) &&
         finish (&file, "budget", cancellable, error);
}

gboolean
spil_export_register (SpilStore *store, const SpilBookingFilter *filter, const char *path,
                      GCancellable *cancellable, GError **error)
{
  const SpilBookingFilter all = SPIL_BOOKING_FILTER_ALL;
  g_auto (SpilMoneyFile) file = { .store = store, .path = path, .filter = filter != NULL ? filter : &all };

  return find_format (&file, error) && spil_money_sheet_bookings (&file, cancellable, error) &&
         finish (&file, "bookings", cancellable, error);
}
