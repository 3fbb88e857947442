// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-table-reader.h"
#include "spil-value.h"

G_BEGIN_DECLS

/**
 * Reads a cell for @field, not a reference, in the notations that lists have: "31 juli 2018", "31-7-18", "2018-07-31 00:00", "1.234,50" and
 * "1234.5", "x" for yes, choices by label, name, number or another word for them. An empty cell, also "-", "n.v.t." and the like, is null.
 * FALSE with SPIL_MODEL_ERROR_INVALID, one sentence for people.
 */
gboolean
spil_import_read_cell (const SpilField *field, const SpilCell *cell, SpilValue *value, GError **error);

/** Whether a cell says nothing. */
gboolean spil_import_is_blank (const char *text);

/** Splits "Stationsweg 12-a" into street and number; FALSE when there is no number at its end. Free both with g_free(). */
gboolean spil_import_split_address (const char *address, char **street, char **number);

/** "8011ab" becomes "8011 AB"; what is no Dutch postcode stays. Free with g_free(). */
char *spil_import_tidy_postcode (const char *postcode);

G_END_DECLS
