// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-worker.h"

G_BEGIN_DECLS

#define SPIL_TYPE_GO_DIALOG (spil_go_dialog_get_type ())

/** Go anywhere: one search field over pages, all that was put in (see spil_find_query()) and commands. */
G_DECLARE_FINAL_TYPE (SpilGoDialog, spil_go_dialog, SPIL, GO_DIALOG, AdwDialog)

AdwDialog *spil_go_dialog_new (SpilWorker *worker);
/** With @text in the search field. */
AdwDialog *spil_go_dialog_new_for (SpilWorker *worker, const char *text);

G_END_DECLS
