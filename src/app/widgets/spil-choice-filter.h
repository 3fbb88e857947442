// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-id.h"

G_BEGIN_DECLS

#define SPIL_TYPE_CHOICE_FILTER (spil_choice_filter_get_type ())

/** A drop-down that narrows a list: "All areas", and one of a number of choices, each with a key. Signal `changed`: a person chose. */
G_DECLARE_FINAL_TYPE (SpilChoiceFilter, spil_choice_filter, SPIL, CHOICE_FILTER, AdwBin)

/** @all is what stands there when nothing is narrowed, @name what a screen reader calls it. */
GtkWidget *spil_choice_filter_new (const char *name, const char *all);

/** Makes the choices anew: begin, add each, end. What was chosen stays chosen where it is still there; without choices it hides. */
void spil_choice_filter_begin (SpilChoiceFilter *self);
void spil_choice_filter_add (SpilChoiceFilter *self, const char *label, const char *key);
void spil_choice_filter_add_row (SpilChoiceFilter *self, const char *label, SpilId id);
void spil_choice_filter_end (SpilChoiceFilter *self);

/** Narrows nothing. */
void spil_choice_filter_clear (SpilChoiceFilter *self);

/** What is chosen; NULL when nothing is narrowed. Owned by the filter. */
const char *spil_choice_filter_get_key (SpilChoiceFilter *self);
const char *spil_choice_filter_get_label (SpilChoiceFilter *self);
/** The row that is chosen; nil when nothing is narrowed. */
SpilId spil_choice_filter_get_id (SpilChoiceFilter *self);

G_END_DECLS
