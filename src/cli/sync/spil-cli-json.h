// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>

#include "spil-id.h"
#include "spil-time.h"

G_BEGIN_DECLS

/* Members of a JSON object that is being written; each looks itself whether a comma comes first. */

/** NULL becomes `null`. */
void spil_cli_json_text (GString *out, const char *key, const char *text);
void spil_cli_json_integer (GString *out, const char *key, int64_t integer);
void spil_cli_json_boolean (GString *out, const char *key, gboolean boolean);
/** Nil becomes `null`. */
void spil_cli_json_id (GString *out, const char *key, SpilId id);
/** ISO 8601; 1970 itself becomes `null`: never. */
void spil_cli_json_time (GString *out, const char *key, SpilTime time);

/** The key alone, for a value that the caller writes. */
void spil_cli_json_key (GString *out, const char *key);

G_END_DECLS
