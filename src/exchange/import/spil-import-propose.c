// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <string.h>

#include "spil-duplicate-rule.h"
#include "spil-import-plan.h"
#include "spil-synonyms.h"

/* So many of ten samples have to look alike. */
#define MOST 8

typedef struct
{
  SpilImportPlan *plan;
  const SpilEntity *parts[SPIL_IMPORT_MAX_PARTS + 1];
  GPtrArray *found; /* per column a GArray of SpilSynonym */
  gboolean has_person;
} SpilProposing;

/* What @header may mean, as far as a column can go there. */
static GArray *
find_possible (SpilProposing *self, const char *header)
{
  GArray *found = spil_synonyms_find (header, self->parts);

  for (guint i = found->len; i > 0; i--) {
    const SpilSynonym *synonym = &g_array_index (found, SpilSynonym, i - 1);

    if (synonym->field != 0 && !spil_import_can_field (self->plan->entity, synonym->entity,
                                                       spil_entity_field (synonym->entity, synonym->field)))
      g_array_remove_index (found, i - 1);
  }
  return found;
}

static gboolean
means (GArray *found, int entity, int field)
{
  for (guint i = 0; i < found->len; i++) {
    const SpilSynonym *synonym = &g_array_index (found, SpilSynonym, i);

    if (synonym->entity->number == entity && synonym->field == field)
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_part (GArray *found)
{
  return found->len > 0 && g_array_index (found, SpilSynonym, 0).part;
}

/* Whether a column can only be the name of the organisation (@person FALSE) or of a person. */
static gboolean
has_name_of (SpilProposing *self, gboolean person)
{
  for (guint i = 0; i < self->found->len; i++) {
    GArray *found = g_ptr_array_index (self->found, i);
    const gboolean of_person = means (found, SPIL_ENTITY_PERSON, SPIL_PERSON_NAME);
    const gboolean of_organisation = means (found, SPIL_ENTITY_ORGANISATION, SPIL_ORGANISATION_NAME);

    if (of_person != of_organisation && of_person == person)
      return TRUE;
  }
  return FALSE;
}

/* Where a list names persons, their words are theirs: "E-mail" beside "Contactpersoon". A plain "Naam" beside "Bedrijf" names a person too. */
static gboolean
prefers (SpilProposing *self, const SpilSynonym *synonym, GArray *found)
{
  const gboolean person = synonym->entity->number == SPIL_ENTITY_PERSON;
  const gboolean name = means (found, SPIL_ENTITY_ORGANISATION, SPIL_ORGANISATION_NAME);

  if (name && found->len > 1)
    return person == has_name_of (self, FALSE);
  return person == self->has_person;
}

static gboolean
is_free (SpilProposing *self, const SpilSynonym *synonym)
{
  for (guint i = 0; i < self->plan->columns->len; i++) {
    const SpilImportColumn *column = spil_import_plan_get_column (self->plan, i);

    if (column->entity != synonym->entity || column->field != synonym->field)
      continue;
    // Parts of a name join each other, but not a whole one.
    for (guint j = 0; synonym->part && j < ((GArray *) self->found->pdata[i])->len; j++) {
      const SpilSynonym *other = &g_array_index ((GArray *) self->found->pdata[i], SpilSynonym, j);

      if (other->entity == synonym->entity && other->field == synonym->field && other->part)
        return TRUE;
    }
    return FALSE;
  }
  return TRUE;
}

static gboolean
take (SpilProposing *self, guint column, gboolean preferred)
{
  GArray *found = g_ptr_array_index (self->found, column);
  SpilImportColumn *to = g_ptr_array_index (self->plan->columns, column);

  for (guint i = 0; i < found->len; i++) {
    const SpilSynonym *synonym = &g_array_index (found, SpilSynonym, i);

    if ((preferred && found->len > 1 && !prefers (self, synonym, found)) || !is_free (self, synonym))
      continue;
    to->entity = synonym->entity;
    to->field = synonym->field;
    return TRUE;
  }
  return FALSE;
}

/* What stands in a column */

static gboolean
looks_kvk (const char *text)
{
  return strlen (text) == 8 && strspn (text, "0123456789") == 8;
}

static gboolean
looks_postcode (const char *text)
{
  g_autofree char *postcode = spil_duplicate_normalise_postcode (text);

  return postcode != NULL;
}

static gboolean
looks_email (const char *text)
{
  const char *at = strchr (text, '@');

  return at != NULL && at != text && strchr (at, '.') != NULL && strchr (text, ' ') == NULL;
}

static gboolean
looks_website (const char *text)
{
  return g_str_has_prefix (text, "http") || g_str_has_prefix (text, "www.");
}

static gboolean
looks_phone (const char *text)
{
  g_autofree char *digits = spil_duplicate_normalise_phone (text);

  return digits != NULL && (text[0] == '0' || text[0] == '+' || text[0] == '(') && strlen (digits) < 14 &&
         strspn (text, "0123456789+-() ./") == strlen (text);
}

static const struct
{
  gboolean (*looks) (const char *text);
  int field;
} contents[] = {
  { looks_kvk, SPIL_ORGANISATION_KVK_NUMBER }, { looks_postcode, SPIL_ORGANISATION_POSTCODE },
  { looks_email, SPIL_ORGANISATION_EMAIL },    { looks_website, SPIL_ORGANISATION_WEBSITE },
  { looks_phone, SPIL_ORGANISATION_PHONE },
};

static gboolean
mostly (GPtrArray *samples, gboolean (*looks) (const char *text))
{
  guint n = 0;

  for (guint i = 0; i < samples->len; i++)
    n += looks (g_ptr_array_index (samples, i)) ? 1 : 0;
  return samples->len > 0 && n * 10 >= samples->len * MOST;
}

static gboolean
looks_name (const char *text)
{
  return strlen (text) > 2 && g_unichar_isalpha (g_utf8_get_char (text)) && strchr (text, '@') == NULL;
}

static void
propose_content (SpilProposing *self, guint column, GPtrArray *samples)
{
  SpilSynonym synonym = { .entity = self->plan->entity };
  SpilImportColumn *to = g_ptr_array_index (self->plan->columns, column);

  for (gsize i = 0; i < G_N_ELEMENTS (contents) && to->entity == NULL; i++) {
    synonym.field = contents[i].field;
    if (!mostly (samples, contents[i].looks) || !is_free (self, &synonym))
      continue;
    to->entity = synonym.entity;
    to->field = synonym.field;
  }
}

/* Without headers the first column of words is what the rows are called. */
static void
propose_name (SpilProposing *self, GPtrArray *samples)
{
  for (guint i = 0; i < self->plan->columns->len && i < samples->len; i++) {
    SpilImportColumn *to = g_ptr_array_index (self->plan->columns, i);

    if (to->entity != NULL || !mostly (g_ptr_array_index (samples, i), looks_name))
      continue;
    to->entity = self->plan->entity;
    to->field = self->plan->entity->title;
    return;
  }
}

void
spil_import_plan_propose (SpilImportPlan *self, GPtrArray *samples)
{
  SpilProposing proposing = { .plan = self };

  proposing.found = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  spil_import_parts (self->entity, proposing.parts);
  for (guint i = 0; i < self->columns->len; i++) {
    SpilImportColumn *column = g_ptr_array_index (self->columns, i);

    column->entity = NULL;
    g_ptr_array_add (proposing.found, find_possible (&proposing, column->header));
  }
  // A plain "Naam" is of a person where the organisation has a column of its own.
  proposing.has_person = has_name_of (&proposing, TRUE);
  for (guint i = 0; !proposing.has_person && has_name_of (&proposing, FALSE) && i < self->columns->len; i++)
    proposing.has_person = means (proposing.found->pdata[i], SPIL_ENTITY_PERSON, SPIL_PERSON_NAME);
  // What can mean one thing only comes first, and parts of a name come where there is no whole one.
  for (guint i = 0; i < self->columns->len; i++)
    if (((GArray *) proposing.found->pdata[i])->len == 1 && !is_part (proposing.found->pdata[i]))
      take (&proposing, i, FALSE);
  for (guint i = 0; i < self->columns->len; i++)
    if (spil_import_plan_get_column (self, i)->entity == NULL && !is_part (proposing.found->pdata[i]) &&
        !take (&proposing, i, TRUE))
      take (&proposing, i, FALSE);
  for (guint i = 0; i < self->columns->len; i++)
    if (is_part (proposing.found->pdata[i]))
      take (&proposing, i, FALSE);
  for (guint i = 0; samples != NULL && i < self->columns->len && i < samples->len; i++)
    if (self->entity->number == SPIL_ENTITY_ORGANISATION)
      propose_content (&proposing, i, g_ptr_array_index (samples, i));
  if (samples != NULL && self->entity->title != 0 &&
      !spil_import_plan_has (self, self->entity, self->entity->title))
    propose_name (&proposing, samples);
  g_ptr_array_unref (proposing.found);
}
