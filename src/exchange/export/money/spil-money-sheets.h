// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

#include "spil-budget-query.h"
#include "spil-table-writer.h"

G_BEGIN_DECLS

/** A file with money under way. */
typedef struct
{
  SpilStore *store;
  const char *path;
  SpilTableFormat format;
  const SpilBudgetVersionRow *version; /**< NULL: there is no budget */
  GPtrArray *lines; /**< of SpilBudgetLineFigures */
  const SpilBookingFilter *filter;
  SpilTableWriter *writer; /**< made by the first sheet */
  int64_t rows; /**< written */
} SpilMoneyFile;

/** Begins a sheet: that of a new file, or the next one. */
gboolean spil_money_file_begin (SpilMoneyFile *self, const char *title, const SpilTableColumn *columns,
                                guint n_columns, GError **error);
/** Adds a row. */
gboolean spil_money_file_add (SpilMoneyFile *self, const SpilCell *cells, GError **error);

/* Each writes a sheet. */
gboolean spil_money_sheet_lines (SpilMoneyFile *self, GError **error);
gboolean spil_money_sheet_bookings (SpilMoneyFile *self, GCancellable *cancellable, GError **error);
gboolean spil_money_sheet_forecast (SpilMoneyFile *self, GError **error);
gboolean spil_money_sheet_sources (SpilMoneyFile *self, GError **error);
gboolean spil_money_sheet_cofinancing (SpilMoneyFile *self, GError **error);
gboolean spil_money_sheet_versions (SpilMoneyFile *self, GError **error);
gboolean spil_money_sheet_changes (SpilMoneyFile *self, GError **error);
gboolean spil_money_sheet_about (SpilMoneyFile *self, GError **error);

/** "excluding VAT"; NULL when it is not known. */
const char *spil_money_vat_label (SpilVat vat);

G_END_DECLS
