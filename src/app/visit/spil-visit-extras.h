// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-change.h"
#include "spil-worker.h"

G_BEGIN_DECLS

#define SPIL_TYPE_VISIT_EXTRAS (spil_visit_extras_get_type ())

/**
 * What a visit may bring beyond a contact moment: the stage that the employer has come to, with evidence, and what both sides promised. Signal
 * `changed`: a person typed or chose.
 */
G_DECLARE_FINAL_TYPE (SpilVisitExtras, spil_visit_extras, SPIL, VISIT_EXTRAS, GObject)

SpilVisitExtras *spil_visit_extras_new (SpilWorker *worker);

/** Puts its groups at the end of @page. */
void spil_visit_extras_add_to_page (SpilVisitExtras *self, AdwPreferencesPage *page);

/** The relation as it is (nullable) and the stages (of SpilRecord, by number); keeps references. */
void spil_visit_extras_set_data (SpilVisitExtras *self, SpilRecord *engagement, GPtrArray *stages);

/**
 * Adds to @action what was chosen and typed; @broker (nullable) is who promises on our side. FALSE with @error set when something is missing or cannot be
 * read; its field says so and has the keyboard.
 */
gboolean spil_visit_extras_add_to (SpilVisitExtras *self, SpilAction *action, SpilId organisation,
                                   const char *broker, GError **error);

/** Puts what was typed in @draft, and back. */
void spil_visit_extras_keep (SpilVisitExtras *self, GKeyFile *draft);
void spil_visit_extras_restore (SpilVisitExtras *self, GKeyFile *draft);

G_END_DECLS
