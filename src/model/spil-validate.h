// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-change.h"

G_BEGIN_DECLS

/**
 * Whether @value can stand in @field at all: kind, length, UTF-8 without NUL, choice that exists, sign, percentage, share, amount in
 * range. Sets SPIL_MODEL_ERROR_INVALID with one sentence that names the field and the cure.
 */
gboolean spil_validate_value (const SpilEntity *entity, const SpilField *field, const SpilValue *value,
                              GError **error);

/**
 * Whether the row as a whole is right as seen alone: required fields, each value, and the rules between its fields (end not before
 * start, KvK number of 8 digits, an amount or PM, shares that sum to at most 1, a day that is not to come on @today; SPIL_DAY_NONE: any day).
 * Rules that need other rows are checked by the store.
 */
gboolean spil_validate_record (SpilRecord *record, SpilDay today, GError **error);

/**
 * Whether a person may make that change: fields that exist, each value, and nothing that is fixed. @before is the row as it is, or NULL
 * when not at hand. Sets SPIL_MODEL_ERROR_INVALID, or SPIL_MODEL_ERROR_FIXED for a row that may not be changed or deleted.
 */
gboolean spil_validate_change (const SpilChange *change, SpilRecord *before, GError **error);

G_END_DECLS
