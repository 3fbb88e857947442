// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-area-query.h"

G_BEGIN_DECLS

#define SPIL_TYPE_AREA_CHECK_FORM (spil_area_check_form_get_type ())

/**
 * The four preconditions of an area with their evidence, as the latest check has them; saving adds a check. It stands in a SpilPage.
 */
G_DECLARE_FINAL_TYPE (SpilAreaCheckForm, spil_area_check_form, SPIL, AREA_CHECK_FORM, AdwPreferencesGroup)

/** Shows the latest check of @area. What a person has changed and not saved yet stays, as long as it is about the same check. */
void spil_area_check_form_set_area (SpilAreaCheckForm *self, const SpilAreaRow *area);

/** Fills in what the shared need of @area says: a shared problem, with the need and the employers as its evidence. For a person to complete and save. */
void spil_area_check_form_propose (SpilAreaCheckForm *self, const SpilAreaRow *area);

/** Moves the keyboard to the first answer. */
void spil_area_check_form_start (SpilAreaCheckForm *self);

G_END_DECLS
