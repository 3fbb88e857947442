// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-worker.h"

G_BEGIN_DECLS

#define SPIL_TYPE_ERASE_DIALOG (spil_erase_dialog_get_type ())

/** Erases the personal data of one or several persons: first what that is and where the name stands besides, then what was erased. */
G_DECLARE_FINAL_TYPE (SpilEraseDialog, spil_erase_dialog, SPIL, ERASE_DIALOG, AdwDialog)

/** @persons (GArray of SpilId) is taken. @name: of the person, where it is one. */
AdwDialog *spil_erase_dialog_new (SpilWorker *worker, GArray *persons, const char *name);

/** For one person. */
AdwDialog *spil_erase_dialog_new_for_person (SpilWorker *worker, SpilRecord *person);

G_END_DECLS
