// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-record.h"

G_BEGIN_DECLS

/** Sets SPIL_MODEL_ERROR_INVALID: the row and the label of @field, a colon, and the sentence made of @format. Returns FALSE. */
gboolean spil_validate_refuse (SpilRecord *record, int field, GError **error, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

/** The rules that belong to the entity of @record, from one table. */
gboolean spil_validate_entity_rules (SpilRecord *record, GError **error);

G_END_DECLS
