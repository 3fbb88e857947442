// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SPIL_TYPE_CHIPS (spil_chips_get_type ())

/**
 * A few things to choose from, side by side, on as many lines as it takes: one of them (arrow keys go from one to the next) or any
 * number. Signal `changed`: a person chose.
 */
G_DECLARE_FINAL_TYPE (SpilChips, spil_chips, SPIL, CHIPS, GtkWidget)

/** @label is what a screen reader calls the whole. */
GtkWidget *spil_chips_new (const char *label, gboolean multiple);

/** Adds one at the end. */
void spil_chips_add (SpilChips *self, const char *label);
/** What it says, and whether it is there to be chosen. */
void spil_chips_set_label (SpilChips *self, int index, const char *label);
/** A sign of its own before what it says, coloured by a style class, instead of the one that says it is chosen. */
void spil_chips_set_icon (SpilChips *self, int index, const char *icon, const char *css_class);
void spil_chips_set_shown (SpilChips *self, int index, gboolean shown);
void spil_chips_clear (SpilChips *self);
int spil_chips_get_count (SpilChips *self);

gboolean spil_chips_get_chosen (SpilChips *self, int index);
/** Where one is chosen: that one instead of the one before. */
void spil_chips_set_chosen (SpilChips *self, int index, gboolean chosen);
/** The first that is chosen, or -1. */
int spil_chips_get_first_chosen (SpilChips *self);

G_END_DECLS
