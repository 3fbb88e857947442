// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-synonyms.h"

#include <stdlib.h>
#include <string.h>

#include "spil-text.h"

/* Words for a field. */
typedef struct
{
  int entity;
  int field;
  gboolean part;
  const char *words;
} SpilFieldWords;

/* Words for an item of a choice. */
typedef struct
{
  const char *choices;
  int item;
  const char *words;
} SpilItemWords;

// clang-format off
#define WORDS(E, F, text) { SPIL_ENTITY_##E, SPIL_##E##_##F, FALSE, text },
#define PART(E, F, text) { SPIL_ENTITY_##E, SPIL_##E##_##F, TRUE, text },
#define ITEM_WORDS(C, name, I, text)
static const SpilFieldWords field_words[] = {
#include "entities/synonyms.def"
};
#undef WORDS
#undef PART
#undef ITEM_WORDS

#define WORDS(E, F, text)
#define PART(E, F, text)
#define ITEM_WORDS(C, name, I, text) { #name, SPIL_##C##_##I, text },
static const SpilItemWords item_words[] = {
#include "entities/synonyms.def"
};
#undef WORDS
#undef PART
#undef ITEM_WORDS
// clang-format on

char *
spil_synonyms_normalise (const char *words)
{
  g_autofree char *folded = spil_text_fold (words);
  GString *normal = g_string_new (NULL);
  int depth = 0;

  for (const char *c = folded; *c != '\0'; c = g_utf8_next_char (c)) {
    const gunichar character = g_utf8_get_char (c);

    if (character == '(' || character == '[')
      depth++;
    else if ((character == ')' || character == ']') && depth > 0)
      depth--;
    else if (depth == 0 && g_unichar_isalnum (character))
      g_string_append_unichar (normal, character);
  }
  return g_string_free_and_steal (normal);
}

/* Whether @normal is one of the words, which are separated by "|" and may hold spaces. */
static gboolean
is_among (const char *words, const char *normal)
{
  const char *n = normal;

  for (const char *w = words;; w++) {
    if (*w == '\0' || *w == '|') {
      if (n != NULL && *n == '\0')
        return TRUE;
      if (*w == '\0')
        return FALSE;
      n = normal;
    } else if (*w != ' ' && n != NULL) {
      n = *n == *w ? n + 1 : NULL;
    }
  }
}

static gboolean
is_label (const SpilField *field, const char *normal)
{
  const char *const names[] = { spil_field_label (field), field->label, field->name };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *name = spil_synonyms_normalise (names[i]);

    if (strcmp (name, normal) == 0)
      return TRUE;
  }
  return FALSE;
}

static void
add (GArray *found, const SpilEntity *entity, int field, gboolean part)
{
  const SpilSynonym synonym = { .entity = entity, .field = field, .part = part };

  for (guint i = 0; i < found->len; i++) {
    const SpilSynonym *other = &g_array_index (found, SpilSynonym, i);

    if (other->entity == entity && other->field == field)
      return;
  }
  g_array_append_val (found, synonym);
}

static void
find_labels (GArray *found, const SpilEntity *entity, const char *normal)
{
  for (int i = 2; i < entity->n_fields; i++)
    if (entity->fields[i].number != 0 && (entity->fields[i].flags & SPIL_FIELD_HIDDEN) == 0 &&
        is_label (&entity->fields[i], normal))
      add (found, entity, i, FALSE);
}

static void
find_words (GArray *found, const SpilEntity *entity, const char *normal)
{
  for (gsize i = 0; i < G_N_ELEMENTS (field_words); i++)
    if (field_words[i].entity == entity->number && is_among (field_words[i].words, normal))
      add (found, entity, field_words[i].field, field_words[i].part);
}

GArray *
spil_synonyms_find (const char *header, const SpilEntity *const *entities)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (SpilSynonym));
  g_autofree char *normal = spil_synonyms_normalise (header);

  if (normal[0] == '\0')
    return found;
  for (int i = 0; entities[i] != NULL; i++) {
    // "id" heads the first column of an export.
    if (i == 0 && strcmp (normal, "id") == 0)
      add (found, entities[i], 0, FALSE);
    find_labels (found, entities[i], normal);
    find_words (found, entities[i], normal);
  }
  return found;
}

static const SpilChoice *
find_item_words (const SpilChoices *choices, const char *text)
{
  g_autofree char *normal = spil_synonyms_normalise (text);

  for (gsize i = 0; i < G_N_ELEMENTS (item_words); i++)
    if (strcmp (item_words[i].choices, choices->name) == 0 && is_among (item_words[i].words, normal))
      return spil_choices_by_number (choices, item_words[i].item);
  return NULL;
}

const SpilChoice *
spil_synonyms_find_choice (const SpilChoices *choices, const char *text)
{
  const SpilChoice *choice = spil_choices_by_text (choices, text);

  if (choice == NULL && text[0] != '\0' && strspn (text, "0123456789") == strlen (text) && strlen (text) < 4)
    choice = spil_choices_by_number (choices, atoi (text));
  return choice != NULL ? choice : find_item_words (choices, text);
}
