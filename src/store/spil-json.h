// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-record.h"

G_BEGIN_DECLS

/*
 * Rows as JSON, the same on every machine: fields in the order of their numbers; money in cents, days and
 * times in ISO 8601, decimals as numbers, choices by name, sets as arrays of names, references as ids.
 */

/** Appends @text in quotes, with what JSON asks to be escaped. */
void spil_json_append_text (GString *json, const char *text);

/** Appends the value of @field; `null` for null. */
void spil_json_append_value (GString *json, const SpilField *field, const SpilValue *value);

/** Appends `{"name":...}` with the fields that are not null. */
void spil_json_append_values (GString *json, SpilRecord *record);

/** Appends `{"entity":"area","id":"...","values":{...}}`. */
void spil_json_append_record (GString *json, SpilRecord *record);

/** Appends `{"id":"...","name":...}`: the row as one flat object with every field, `null` for what is not known. For lists and exports. */
void spil_json_append_row (GString *json, SpilRecord *record);

G_END_DECLS
