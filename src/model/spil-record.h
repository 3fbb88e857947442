// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib-object.h>

#include "spil-day.h"
#include "spil-entity.h"
#include "spil-id.h"
#include "spil-money.h"
#include "spil-time.h"
#include "spil-value.h"

G_BEGIN_DECLS

#define SPIL_TYPE_RECORD (spil_record_get_type ())

/**
 * One row in memory: entity, id and values. Fields are named by their constants (SPIL_AREA_NAME). Property `title` names
 * the row for people. Signal `changed` (int field; its detail is the field's name: `changed::start`) follows each change of
 * a value. A value of a kind that its field cannot hold is kept for the validation to refuse, and read as null.
 * Not thread-safe: a record is handed over between threads, never shared.
 */
G_DECLARE_FINAL_TYPE (SpilRecord, spil_record, SPIL, RECORD, GObject)

/** A row with all values null. */
SpilRecord *spil_record_new (const SpilEntity *entity, SpilId id);
SpilRecord *spil_record_copy (SpilRecord *self);

const SpilEntity *spil_record_get_entity (SpilRecord *self);
SpilId spil_record_get_id (SpilRecord *self);
/** The title field's value on one line, at most 200 characters, or the entity's label where it is empty. Owned by the record until its next change. */
const char *spil_record_get_title (SpilRecord *self);

/** The value; owned by the record, valid until its next change. */
const SpilValue *spil_record_get (SpilRecord *self, int field);
/** Sets a value (copied). Setting an equal value is no change. */
void spil_record_set (SpilRecord *self, int field, const SpilValue *value);
/** Sets a value and takes ownership of it: spares the copy. */
void spil_record_take (SpilRecord *self, int field, SpilValue value);

gboolean spil_record_is_null (SpilRecord *self, int field);
/** NULL when null; owned by the record, valid until its next change. */
const char *spil_record_get_text (SpilRecord *self, int field);
/** Integers, decimals (millionths), money (cents), choices, sets, booleans; 0 when null. */
int64_t spil_record_get_integer (SpilRecord *self, int field);
gboolean spil_record_get_boolean (SpilRecord *self, int field);
/** SPIL_DAY_NONE when null. */
SpilDay spil_record_get_day (SpilRecord *self, int field);
/** Time 0 when null. */
SpilTime spil_record_get_time (SpilRecord *self, int field);
/** Nil when null. */
SpilId spil_record_get_reference (SpilRecord *self, int field);
/** The amount, with the VAT note of the choice field @vat_field (0: unknown). Zero cents when null. */
SpilMoney spil_record_get_money (SpilRecord *self, int field, int vat_field);

// What reads back as null is set as null: NULL and empty text, choice and set 0, the unknown day, time 0, the nil id.
void spil_record_set_text (SpilRecord *self, int field, const char *text);
void spil_record_set_integer (SpilRecord *self, int field, int64_t integer);
void spil_record_set_day (SpilRecord *self, int field, SpilDay day);
void spil_record_set_time (SpilRecord *self, int field, SpilTime time);
void spil_record_set_reference (SpilRecord *self, int field, SpilId id);
void spil_record_set_null (SpilRecord *self, int field);

/** spil_value_format() of a field: for people. Free with g_free(). */
char *spil_record_format (SpilRecord *self, int field);

G_END_DECLS
