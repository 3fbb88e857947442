// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-entity.h"
#include "spil-id.h"

G_BEGIN_DECLS

typedef enum
{
  SPIL_VALUE_NULL = 0, /**< not known, not stated */
  SPIL_VALUE_INTEGER,
  SPIL_VALUE_TEXT,
  SPIL_VALUE_ID,
} SpilValueKind;

/** The value of one field of one row. SpilType says how to read it. All zero bytes is null. */
typedef struct
{
  SpilValueKind kind;
  union
  {
    int64_t integer;
    char *text; /**< owned */
    SpilId id;
  };
} SpilValue;

#define SPIL_VALUE_INIT ((SpilValue) { .kind = SPIL_VALUE_NULL })

/** Makes values; text is copied. */
SpilValue spil_value_integer (int64_t integer);
SpilValue spil_value_text (const char *text);
SpilValue spil_value_id (SpilId id);

void spil_value_clear (SpilValue *value);
SpilValue spil_value_copy (const SpilValue *value);
gboolean spil_value_equal (const SpilValue *a, const SpilValue *b);

/** The kind in which a type is kept. */
SpilValueKind spil_type_value_kind (SpilType type);

/**
 * Reads what a person or a script typed for @field: see VALUES in spilctl(1). An empty text is null. References are read
 * as ids only. Returns FALSE and sets @error (SPIL_MODEL_ERROR_INVALID, one sentence for people) when it cannot be read.
 */
gboolean spil_value_parse (const SpilField *field, const char *text, SpilValue *value, GError **error);

/** For people, in Dutch forms: "31-07-2018", "€ 1.234,50", "Ja", label of a choice; "" for null; references as ids. Free with g_free(). */
char *spil_value_format (const SpilField *field, const SpilValue *value);

/** For machines, independent of the locale; the form that spil_value_parse() reads back: ISO dates, decimals with a point, names of choices ("a,b" for sets). "" for null. Free with g_free(). */
char *spil_value_to_text (const SpilField *field, const SpilValue *value);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpilValue, spil_value_clear)

G_END_DECLS
