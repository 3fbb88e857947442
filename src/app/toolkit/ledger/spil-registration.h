// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-toolkit-query.h"

G_BEGIN_DECLS

#define SPIL_TYPE_REGISTRATION (spil_registration_get_type ())

/**
 * Registers participants of a trial period fast: the next pseudonym is proposed, Enter registers it and proposes the one after. Never a name: what looks
 * like one is warned for. It stands in a SpilPage, whose worker it uses.
 */
G_DECLARE_FINAL_TYPE (SpilRegistration, spil_registration, SPIL, REGISTRATION, AdwPreferencesGroup)

/** @taken: the pseudonyms in use for the instrument (char *). Both borrowed until the next call. */
void spil_registration_set_cohort (SpilRegistration *self, const SpilCohortRow *cohort, GPtrArray *taken);

/** Moves the keyboard to where one types. */
void spil_registration_start (SpilRegistration *self);

G_END_DECLS
