// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>
#include <stdint.h>

G_BEGIN_DECLS

/*
 * The descriptors: everything that exists in Spil is described once, in entities/x.def, and what handles all
 * entities alike (tables, change log, undo, search, command line, forms, import and export) follows from here.
 *
 * Constants made from the .def files:
 *   SPIL_ENTITY_AREA             the stable number of an entity
 *   SPIL_AREA_NAME               the stable number of a field of that entity, and its index in `fields`
 *   SPIL_AREA_KIND_CORRIDOR      the stable number of an item of the choices `area_kind`
 */

/** What a field holds, and how SpilValue keeps it. */
typedef enum
{
  SPIL_TYPE_TEXT, /**< UTF-8 text */
  SPIL_TYPE_INTEGER, /**< whole number */
  SPIL_TYPE_DECIMAL, /**< integer: millionths */
  SPIL_TYPE_MONEY, /**< integer: cents */
  SPIL_TYPE_DATE, /**< integer: number of a SpilDay */
  SPIL_TYPE_TIME, /**< integer: milliseconds of a SpilTime */
  SPIL_TYPE_CHOICE, /**< integer: number of a SpilChoice */
  SPIL_TYPE_SET, /**< integer: bit 1 << number for each SpilChoice chosen; none chosen is null */
  SPIL_TYPE_REFERENCE, /**< id of a row of `target` */
  SPIL_TYPE_BOOLEAN, /**< integer: 0 or 1 */
  SPIL_TYPE_ORDER, /**< text: see spil-order.h */
} SpilType;

typedef enum
{
  SPIL_FIELD_TITLE = 1 << 0, /**< names the row for people */
  SPIL_FIELD_REQUIRED = 1 << 1, /**< may not be null or an empty text */
  SPIL_FIELD_SEARCH = 1 << 2, /**< found by full-text search */
  SPIL_FIELD_INDEX = 1 << 3, /**< lists are filtered or sorted by it */
  SPIL_FIELD_PRIVATE = 1 << 4, /**< personal data */
  SPIL_FIELD_MULTILINE = 1 << 5, /**< text of several lines */
  SPIL_FIELD_HIDDEN = 1 << 6, /**< not in forms */
  SPIL_FIELD_NATURAL_KEY = 1 << 7, /**< equal values suggest a duplicate row */
  SPIL_FIELD_NOT_NEGATIVE = 1 << 8, /**< zero or more */
  SPIL_FIELD_NOT_FUTURE = 1 << 9, /**< a day or time that has come */
  SPIL_FIELD_PERCENT = 1 << 10, /**< integer from 0 to 100 */
  SPIL_FIELD_SHARE = 1 << 11, /**< decimal from 0 to 1 */
  SPIL_FIELD_LATER = 1 << 12, /**< may be filled in once on a row that is otherwise immutable */
  SPIL_FIELD_YEAR = 1 << 13, /**< integer: a calendar year, 1900-2199, written without a thousands point */
  SPIL_FIELD_PHONE = 1 << 14, /**< text: a telephone number, found by its digits */
  SPIL_FIELD_BESIDE = 1
                      << 15, /**< stands beside the day in the indexes: many rows are looked through for it */
  SPIL_FIELD_PAST = 1 << 16, /**< reference that tells of the past: what it refers to may be deleted */
} SpilFieldFlags;

typedef enum
{
  SPIL_ENTITY_FLAG_APPEND_ONLY = 1 << 0, /**< rows are added, never changed: reverse and add a new row */
  SPIL_ENTITY_FLAG_IMMUTABLE = 1 << 1, /**< rows are never changed once added */
  SPIL_ENTITY_FLAG_PERSONAL = 1 << 2, /**< a row is about one person */
} SpilEntityFlags;

/** One item that can be chosen. */
typedef struct
{
  int number;
  const char *name; /**< English, stable: files and command line */
  const char *label; /**< msgid */
} SpilChoice;

typedef struct
{
  const char *name;
  const SpilChoice *items; /**< in the order for people */
  int n_items;
} SpilChoices;

typedef struct
{
  int number; /**< stable; 0: there is no such field (a retired number) */
  const char *name; /**< English, stable: column of the table, files and command line */
  const char *label; /**< msgid */
  SpilType type;
  SpilFieldFlags flags;
  int group; /**< number of the column group: fields of one group share a clock */
  int target; /**< SPIL_TYPE_REFERENCE: number of the entity referred to */
  const SpilChoices *choices; /**< SPIL_TYPE_CHOICE and SPIL_TYPE_SET */
} SpilField;

typedef struct
{
  int number;
  const char *name;
  const char *label; /**< msgid, singular */
  const char *label_plural; /**< msgid */
  SpilEntityFlags flags;
  const SpilField *fields; /**< index = number; entry 0 and retired numbers have number 0 */
  int n_fields; /**< length of `fields`: highest number + 1 */
  int title; /**< number of the field that names a row, or 0 */
} SpilEntity;

/** Number of the field `programme`, the same in every entity but the programme itself, which has no such field. */
#define SPIL_FIELD_PROGRAMME 1

// Numbers of entities, fields and choices, from the .def files.
// clang-format off
#define ENTITY(E, name, number, flags, label, plural) SPIL_ENTITY_##E = number,
#define FIELD(E, F, name, number, group, type, flags, label)
#define REF(E, F, name, number, group, target, flags, label)
#define CHOICE(E, F, name, number, group, choices, flags, label)
#define SET(E, F, name, number, group, choices, flags, label)
#define END(E, name)
typedef enum
{
#include "entities/all.def"
} SpilEntityNumber;
#undef ENTITY
#undef FIELD
#undef REF
#undef CHOICE
#undef SET
#undef END

#define ENTITY(E, name, number, flags, label, plural) enum {
#define FIELD(E, F, name, number, group, type, flags, label) SPIL_##E##_##F = number,
#define REF(E, F, name, number, group, target, flags, label) SPIL_##E##_##F = number,
#define CHOICE(E, F, name, number, group, choices, flags, label) SPIL_##E##_##F = number,
#define SET(E, F, name, number, group, choices, flags, label) SPIL_##E##_##F = number,
#define END(E, name) };
#include "entities/all.def"
#undef ENTITY
#undef FIELD
#undef REF
#undef CHOICE
#undef SET
#undef END

#define CHOICES(C, name) enum {
#define ITEM(C, I, name, number, label) SPIL_##C##_##I = number,
#define END_CHOICES(C, name) };
#include "entities/choices.def"
#undef CHOICES
#undef ITEM
#undef END_CHOICES
// clang-format on

/** The largest number of an entity plus one, and the largest number of fields: for arrays indexed by number. */
#define SPIL_ENTITY_NUMBER_LIMIT 128
#define SPIL_FIELD_NUMBER_LIMIT 64

/** All entities, in the order of the descriptors. */
const SpilEntity *const *spil_entities (int *n_entities);

/** The entity with that number, which must exist. */
const SpilEntity *spil_entity (SpilEntityNumber number);

/** The entity with that number or name; NULL when there is none. */
const SpilEntity *spil_entity_by_number (int number);
const SpilEntity *spil_entity_by_name (const char *name);

/** The field with that number, which must exist. */
const SpilField *spil_entity_field (const SpilEntity *entity, int number);

/** The field with that name; NULL when there is none. */
const SpilField *spil_entity_field_by_name (const SpilEntity *entity, const char *name);

/** TRUE where rows are never changed after they were added (append-only and immutable entities), fields with SPIL_FIELD_LATER excepted. */
gboolean spil_entity_is_fixed (const SpilEntity *entity);

/** Whether the field is a reference, and what it refers to has to stay as long as its row does (not SPIL_FIELD_PAST). */
gboolean spil_field_holds (const SpilField *field);

/** The field that refers to @target, or NULL; the first where there are several. */
const SpilField *spil_entity_reference_to (const SpilEntity *entity, int target);

/** Labels in the language of the program; owned by gettext. */
const char *spil_entity_label (const SpilEntity *entity);
const char *spil_entity_label_plural (const SpilEntity *entity);
const char *spil_field_label (const SpilField *field);
const char *spil_choice_label (const SpilChoice *choice);

/** "text", "money" ... for machines. */
const char *spil_type_name (SpilType type);

/** The item with that number, or whose name or label (in any letter case) is @text; NULL when there is none. */
const SpilChoice *spil_choices_by_number (const SpilChoices *choices, int64_t number);
const SpilChoice *spil_choices_by_text (const SpilChoices *choices, const char *text);

/** Label of the chosen item in the language of the program; "" when there is none. Owned by gettext. */
const char *spil_field_choice_label (const SpilField *field, int64_t number);

G_END_DECLS
