// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-employer-selection.h"

G_BEGIN_DECLS

/*
 * How a saved filter is written: lines of text, the first "spil-employers 1", then one condition a line, "name value". It
 * synchronises between versions of Spil: names and values never change their meaning, new conditions get new names, and a line
 * that a version does not know is left aside, kept, and written again.
 */

/** The definition of @self: what is searched for, its conditions, its order and its columns. Free with g_free(). */
char *spil_filter_definition_write (const SpilEmployerSelection *self);

/**
 * Reads a definition; today and who works here are not in it. A text that is not one asks nothing. @n_unknown (nullable) gets how
 * many lines this version does not know. Free with spil_employer_selection_free().
 */
SpilEmployerSelection *spil_filter_definition_read (const char *text, SpilDay today, int *n_unknown);

/** The order of @self, as "name" or "name descending"; "" where what is searched for comes first. Free with g_free(). */
char *spil_filter_definition_dup_sort (const SpilEmployerSelection *self);
/** Gives @self the order that @text names. FALSE: it names none. */
gboolean spil_filter_definition_take_sort (SpilEmployerSelection *self, const char *text);

/** Whether both ask the same, in the same order; with the same columns where both name columns. */
gboolean spil_filter_definition_same (const SpilEmployerSelection *a, const SpilEmployerSelection *b);

G_END_DECLS
