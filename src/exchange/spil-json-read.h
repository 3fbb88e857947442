// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <json-glib/json-glib.h>

#include "spil-value.h"

G_BEGIN_DECLS

/**
 * Reads a value in the form of spil-json.h (money in whole cents). Sets SPIL_MODEL_ERROR_INVALID with one sentence that names the field when @node cannot be
 * a value of @field.
 */
gboolean spil_json_read_value (const SpilField *field, JsonNode *node, SpilValue *value, GError **error);

/** How many bytes of JSON one parser takes at most. */
#define SPIL_JSON_MAX_BYTES (16 * 1024 * 1024)

/**
 * Reads @length bytes of JSON text. @what names it for people ("File “x.json”", "Line 12"). Refuses with
 * SPIL_EXCHANGE_ERROR_INVALID what is not strict JSON, not UTF-8, too long, or holds a NUL character.
 */
JsonNode *spil_json_parse (const char *text, gsize length, const char *what, GError **error);

G_END_DECLS
