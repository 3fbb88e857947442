// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-export-list.h"
#include "spil-worker.h"

G_BEGIN_DECLS

#define SPIL_TYPE_EXPORT_DIALOG (spil_export_dialog_get_type ())

/** Asks in which form a list is to be exported and where to, shows how far it is, and says in a toast that it is there. */
G_DECLARE_FINAL_TYPE (SpilExportDialog, spil_export_dialog, SPIL, EXPORT_DIALOG, AdwDialog)

AdwDialog *spil_export_dialog_new (SpilWorker *worker, SpilExportList *list);

G_END_DECLS
