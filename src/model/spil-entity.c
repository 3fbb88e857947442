// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-entity.h"

#include <glib/gi18n-lib.h>
#include <string.h>

// Short names for the flags, as the .def files write them.
enum
{
  TITLE = SPIL_FIELD_TITLE,
  REQUIRED = SPIL_FIELD_REQUIRED,
  SEARCH = SPIL_FIELD_SEARCH,
  INDEX = SPIL_FIELD_INDEX,
  BESIDE = SPIL_FIELD_BESIDE,
  PRIVATE = SPIL_FIELD_PRIVATE,
  MULTILINE = SPIL_FIELD_MULTILINE,
  HIDDEN = SPIL_FIELD_HIDDEN,
  NATURAL_KEY = SPIL_FIELD_NATURAL_KEY,
  NOT_NEGATIVE = SPIL_FIELD_NOT_NEGATIVE,
  NOT_FUTURE = SPIL_FIELD_NOT_FUTURE,
  PERCENT = SPIL_FIELD_PERCENT,
  SHARE = SPIL_FIELD_SHARE,
  LATER = SPIL_FIELD_LATER,
  YEAR = SPIL_FIELD_YEAR,
  PHONE = SPIL_FIELD_PHONE,
  PAST = SPIL_FIELD_PAST,
  APPEND_ONLY = SPIL_ENTITY_FLAG_APPEND_ONLY,
  IMMUTABLE = SPIL_ENTITY_FLAG_IMMUTABLE,
  PERSONAL = SPIL_ENTITY_FLAG_PERSONAL,
};

// clang-format off
#define CHOICES(C, cname) static const SpilChoice choice_items_##C[] = {
#define ITEM(C, I, iname, number, label) { number, #iname, label },
#define END_CHOICES(C, cname) };                                                                             \
  static const SpilChoices choices_##C = { #cname, choice_items_##C, G_N_ELEMENTS (choice_items_##C) };
#include "entities/choices.def"
#undef CHOICES
#undef ITEM
#undef END_CHOICES

// The field `programme` that every entity has; the programme itself has a hole there.
#define PROGRAMME_FIELD(E)                                                                                   \
  [SPIL_FIELD_PROGRAMME] = { .number = SPIL_ENTITY_##E == SPIL_ENTITY_PROGRAMME ? 0 : SPIL_FIELD_PROGRAMME,  \
                             .name = "programme", .label = N_ ("Programme"), .type = SPIL_TYPE_REFERENCE,    \
                             .flags = SPIL_FIELD_HIDDEN, .group = SPIL_FIELD_PROGRAMME,                      \
                             .target = SPIL_ENTITY_PROGRAMME },

#define ANY_FIELD(E, F, fname, fnumber, fgroup, ftype, fflags, flabel, ...)                                  \
  [fnumber] = { .number = fnumber, .name = #fname, .label = flabel, .type = ftype,                             \
                .flags = (SpilFieldFlags) (fflags),                                                          \
                .group = fgroup ? fgroup : fnumber, __VA_ARGS__ },

#define ENTITY(E, name, number, flags, label, plural)                                                        \
  static const SpilField fields_##E[] = { PROGRAMME_FIELD (E)
#define FIELD(E, F, name, number, group, type, flags, label)                                                 \
  ANY_FIELD (E, F, name, number, group, SPIL_TYPE_##type, flags, label)
#define REF(E, F, name, number, group, to, flags, label)                                                     \
  ANY_FIELD (E, F, name, number, group, SPIL_TYPE_REFERENCE, flags, label, .target = SPIL_ENTITY_##to)
#define CHOICE(E, F, name, number, group, list, flags, label)                                                \
  ANY_FIELD (E, F, name, number, group, SPIL_TYPE_CHOICE, flags, label, .choices = &choices_##list)
#define SET(E, F, name, number, group, list, flags, label)                                                   \
  ANY_FIELD (E, F, name, number, group, SPIL_TYPE_SET, flags, label, .choices = &choices_##list)
#define END(E, name) };
#include "entities/all.def"
#undef ENTITY
#undef FIELD
#undef REF
#undef CHOICE
#undef SET
#undef END

// The title of an entity: the number of its field that is flagged so, added up by the preprocessor.
#define ENTITY(E, name, number, flags, label, plural) enum { title_##E = 0
#define FIELD(E, F, name, number, group, type, flags, label) +(((flags) & TITLE) ? number : 0)
#define REF(E, F, name, number, group, to, flags, label)
#define CHOICE(E, F, name, number, group, list, flags, label)
#define SET(E, F, name, number, group, list, flags, label)
#define END(E, name) };
#include "entities/all.def"
#undef ENTITY
#undef END

#define ENTITY(E, ename, enumber, eflags, elabel, plural)                                                    \
  static const SpilEntity entity_##E = { .number = enumber, .name = #ename, .label = elabel,                 \
                                         .label_plural = plural, .flags = (SpilEntityFlags) (eflags),        \
                                         .fields = fields_##E,                                               \
                                         .n_fields = G_N_ELEMENTS (fields_##E), .title = title_##E };        \
  G_STATIC_ASSERT (enumber < SPIL_ENTITY_NUMBER_LIMIT);                                                      \
  G_STATIC_ASSERT (G_N_ELEMENTS (fields_##E) <= SPIL_FIELD_NUMBER_LIMIT);
#define END(E, name)
#undef FIELD
#define FIELD(E, F, name, number, group, type, flags, label)
#include "entities/all.def"
#undef ENTITY

#define ENTITY(E, name, number, flags, label, plural) &entity_##E,
static const SpilEntity *const all_entities[] = {
#include "entities/all.def"
};
#undef ENTITY

#define ENTITY(E, name, number, flags, label, plural) [number] = &entity_##E,
static const SpilEntity *const entities_by_number[SPIL_ENTITY_NUMBER_LIMIT] = {
#include "entities/all.def"
};
#undef ENTITY
#undef FIELD
#undef REF
#undef CHOICE
#undef SET
#undef END

// clang-format on

const SpilEntity *const *
spil_entities (int *n_entities)
{
  if (n_entities != NULL)
    *n_entities = G_N_ELEMENTS (all_entities);
  return all_entities;
}

const SpilEntity *
spil_entity (SpilEntityNumber number)
{
  const SpilEntity *entity = spil_entity_by_number (number);

  g_assert (entity != NULL);
  return entity;
}

const SpilEntity *
spil_entity_by_number (int number)
{
  return number > 0 && number < SPIL_ENTITY_NUMBER_LIMIT ? entities_by_number[number] : NULL;
}

const SpilEntity *
spil_entity_by_name (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (all_entities); i++)
    if (g_strcmp0 (all_entities[i]->name, name) == 0)
      return all_entities[i];
  return NULL;
}

const SpilField *
spil_entity_field (const SpilEntity *entity, int number)
{
  g_assert (entity != NULL && number > 0 && number < entity->n_fields && entity->fields[number].number != 0);
  return &entity->fields[number];
}

const SpilField *
spil_entity_field_by_name (const SpilEntity *entity, const char *name)
{
  g_return_val_if_fail (entity != NULL, NULL);

  for (int i = 1; i < entity->n_fields; i++)
    if (entity->fields[i].number != 0 && g_strcmp0 (entity->fields[i].name, name) == 0)
      return &entity->fields[i];
  return NULL;
}

gboolean
spil_entity_is_fixed (const SpilEntity *entity)
{
  return (entity->flags & (SPIL_ENTITY_FLAG_APPEND_ONLY | SPIL_ENTITY_FLAG_IMMUTABLE)) != 0;
}

gboolean
spil_field_holds (const SpilField *field)
{
  return field->number != 0 && field->type == SPIL_TYPE_REFERENCE && (field->flags & SPIL_FIELD_PAST) == 0;
}

const SpilField *
spil_entity_reference_to (const SpilEntity *entity, int target)
{
  for (int i = SPIL_FIELD_PROGRAMME + 1; i < entity->n_fields; i++)
    if (entity->fields[i].number != 0 && entity->fields[i].type == SPIL_TYPE_REFERENCE &&
        entity->fields[i].target == target)
      return &entity->fields[i];
  return NULL;
}

const char *
spil_entity_label (const SpilEntity *entity)
{
  return _ (entity->label);
}

const char *
spil_entity_label_plural (const SpilEntity *entity)
{
  return _ (entity->label_plural);
}

const char *
spil_field_label (const SpilField *field)
{
  return _ (field->label);
}

const char *
spil_choice_label (const SpilChoice *choice)
{
  return _ (choice->label);
}

const char *
spil_type_name (SpilType type)
{
  static const char *const names[] = {
    [SPIL_TYPE_TEXT] = "text",       [SPIL_TYPE_INTEGER] = "integer", [SPIL_TYPE_DECIMAL] = "decimal",
    [SPIL_TYPE_MONEY] = "money",     [SPIL_TYPE_DATE] = "date",       [SPIL_TYPE_TIME] = "time",
    [SPIL_TYPE_CHOICE] = "choice",   [SPIL_TYPE_SET] = "set",         [SPIL_TYPE_REFERENCE] = "reference",
    [SPIL_TYPE_BOOLEAN] = "boolean", [SPIL_TYPE_ORDER] = "order",
  };

  g_assert (type < G_N_ELEMENTS (names));
  return names[type];
}

const SpilChoice *
spil_choices_by_number (const SpilChoices *choices, int64_t number)
{
  for (int i = 0; i < choices->n_items; i++)
    if (choices->items[i].number == number)
      return &choices->items[i];
  return NULL;
}

const SpilChoice *
spil_choices_by_text (const SpilChoices *choices, const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (int i = 0; i < choices->n_items; i++) {
    g_autofree char *name = g_utf8_casefold (choices->items[i].name, -1);
    g_autofree char *label = g_utf8_casefold (spil_choice_label (&choices->items[i]), -1);

    if (strcmp (folded, name) == 0 || strcmp (folded, label) == 0)
      return &choices->items[i];
  }
  return NULL;
}

const char *
spil_field_choice_label (const SpilField *field, int64_t number)
{
  const SpilChoice *choice = field->choices != NULL ? spil_choices_by_number (field->choices, number) : NULL;

  return choice != NULL ? spil_choice_label (choice) : "";
}
