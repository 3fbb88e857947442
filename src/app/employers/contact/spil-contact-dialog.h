// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-worker.h"

G_BEGIN_DECLS

#define SPIL_TYPE_CONTACT_DIALOG (spil_contact_dialog_get_type ())

/** To write down a contact moment: the fast way, from any page, to a saved note with its next action. */
G_DECLARE_FINAL_TYPE (SpilContactDialog, spil_contact_dialog, SPIL, CONTACT_DIALOG, AdwDialog)

/** @organisation nil: the employer is chosen first, by typing. */
AdwDialog *spil_contact_dialog_new (SpilWorker *worker, SpilId organisation);

/** To put right the contact moment @contact with @organisation: it stays, struck through, and a new one takes its place. */
AdwDialog *spil_contact_dialog_new_correction (SpilWorker *worker, SpilId organisation, SpilId contact);

G_END_DECLS
