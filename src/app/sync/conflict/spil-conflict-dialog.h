// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-worker.h"

G_BEGIN_DECLS

#define SPIL_TYPE_CONFLICT_DIALOG (spil_conflict_dialog_get_type ())

/** One entry of the inbox: what is written there side by side. A click or its number chooses; where that is possible another value can be typed. */
G_DECLARE_FINAL_TYPE (SpilConflictDialog, spil_conflict_dialog, SPIL, CONFLICT_DIALOG, AdwDialog)

/** Reads the entry @id and presents it over @parent; says so when it has been settled meanwhile. */
void spil_conflict_dialog_present (SpilWorker *worker, const char *id, GtkWidget *parent);

G_END_DECLS
