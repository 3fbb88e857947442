// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-import.h"

G_BEGIN_DECLS

/** Who follows a run; each function may be NULL. */
typedef struct
{
  SpilImportProgress progress;
  SpilImportRefusedFunc refused;
  gpointer user_data; /**< for both */
  GCancellable *cancellable;
} SpilImportSink;

/** spil_import_run() that also hears of refused rows. What the database itself refuses comes only in the report. */
SpilImportReport *spil_import_run_with (SpilStore *store, const char *path, const SpilImportPlan *plan,
                                        gboolean dry, const SpilImportSink *sink, GError **error);

G_END_DECLS
