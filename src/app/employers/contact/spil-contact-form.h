// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-contact-data.h"
#include "spil-worker.h"

G_BEGIN_DECLS

#define SPIL_TYPE_CONTACT_FORM (spil_contact_form_get_type ())

/**
 * What is written down of a contact moment, and in one go what happens next: the note first, then how and with whom, the next
 * action, and folded away the needs and the outcome. Signal `changed`: a person typed or chose.
 */
G_DECLARE_FINAL_TYPE (SpilContactForm, spil_contact_form, SPIL, CONTACT_FORM, AdwBin)

/** @correction: what was written down before is put right; there is no next action then. */
GtkWidget *spil_contact_form_new (SpilWorker *worker, gboolean correction);

/**
 * Shows whom it is about, once that is read; @data must live as long as the form. Typing may have begun; where it has not, the draft in @data is put
 * back: then TRUE.
 */
gboolean spil_contact_form_set_data (SpilContactForm *self, const SpilContactData *data);

/** What was typed, for spil_draft_keep(). Free with g_free(). */
char *spil_contact_form_dup_draft (SpilContactForm *self);

/** Where the note is typed. */
GtkWidget *spil_contact_form_get_note (SpilContactForm *self);

/**
 * The action that keeps it all, for @organisation; NULL with @error set when something is missing or cannot be read. @at_field
 * tells whether a field says so already; it has the keyboard then.
 */
SpilAction *spil_contact_form_make_action (SpilContactForm *self, SpilId organisation, gboolean *at_field,
                                           GError **error);

G_END_DECLS
