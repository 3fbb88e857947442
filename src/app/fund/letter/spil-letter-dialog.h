// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-worker.h"

G_BEGIN_DECLS

#define SPIL_TYPE_LETTER_DIALOG (spil_letter_dialog_get_type ())

/**
 * A letter about an application: its text with the figures filled in, to change before it is saved as ODT or PDF. A letter that is saved is kept with
 * the application. A second page holds the standard text of such letters.
 */
G_DECLARE_FINAL_TYPE (SpilLetterDialog, spil_letter_dialog, SPIL, LETTER_DIALOG, AdwDialog)

/** Shows it over @parent; @kind is a SPIL_LETTER_KIND_*, 0: what the state of the application asks for. */
void spil_letter_dialog_present (GtkWidget *parent, SpilWorker *worker, SpilId application, int kind);

G_END_DECLS
