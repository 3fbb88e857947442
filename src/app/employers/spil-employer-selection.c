// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-employer-selection.h"

#include <glib/gi18n-lib.h>

#include "spil-entity.h"
#include "spil-number.h"
#include "spil-text.h"

#define BIT(kind) (INT64_C (1) << SPIL_ORGANISATION_KIND_##kind)

static const struct
{
  const char *label;
  int64_t bits;
} kinds_facts[SPIL_EMPLOYER_N_KINDS] = {
  [SPIL_EMPLOYER_KINDS_EMPLOYERS] = { N_ ("Employers"), BIT (EMPLOYER) | BIT (SELF_EMPLOYED) },
  [SPIL_EMPLOYER_KINDS_PARTNERS] = { N_ ("Partners and governments"), BIT (PARTNER) | BIT (GOVERNMENT) },
  [SPIL_EMPLOYER_KINDS_ALL] = { N_ ("All organisations"), 0 },
};

int64_t
spil_employer_kinds_bits (SpilEmployerKinds kinds)
{
  g_return_val_if_fail (kinds < SPIL_EMPLOYER_N_KINDS, 0);
  return kinds_facts[kinds].bits;
}

const char *
spil_employer_kinds_label (SpilEmployerKinds kinds)
{
  g_return_val_if_fail (kinds < SPIL_EMPLOYER_N_KINDS, NULL);
  return _ (kinds_facts[kinds].label);
}

SpilEmployerSelection *
spil_employer_selection_new (SpilDay today)
{
  SpilEmployerSelection *self = g_new0 (SpilEmployerSelection, 1);

  self->today = today;
  self->sort = SPIL_EMPLOYER_SORT_MATCH;
  return self;
}

// The texts that a selection owns.
static const gsize texts[] = {
  G_STRUCT_OFFSET (SpilEmployerSelection, search),    G_STRUCT_OFFSET (SpilEmployerSelection, stage_name),
  G_STRUCT_OFFSET (SpilEmployerSelection, area_name), G_STRUCT_OFFSET (SpilEmployerSelection, broker),
  G_STRUCT_OFFSET (SpilEmployerSelection, town),      G_STRUCT_OFFSET (SpilEmployerSelection, tag),
  G_STRUCT_OFFSET (SpilEmployerSelection, columns),   G_STRUCT_OFFSET (SpilEmployerSelection, unknown),
  G_STRUCT_OFFSET (SpilEmployerSelection, actor),
};

static char **
text_of (SpilEmployerSelection *self, gsize i)
{
  return G_STRUCT_MEMBER_P (self, texts[i]);
}

SpilEmployerSelection *
spil_employer_selection_copy (const SpilEmployerSelection *self)
{
  SpilEmployerSelection *copy = g_memdup2 (self, sizeof *self);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    *text_of (copy, i) = g_strdup (*text_of (copy, i));
  return copy;
}

void
spil_employer_selection_free (SpilEmployerSelection *self)
{
  if (self == NULL)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (*text_of (self, i));
  g_free (self);
}

void
spil_employer_selection_take_conditions (SpilEmployerSelection *self, const SpilEmployerSelection *other)
{
  SpilEmployerSelection *taken = spil_employer_selection_copy (other);
  SpilEmployerSelection before = *self;

  taken->today = self->today;
  g_set_str (&taken->actor, self->actor);
  *self = *taken;
  *taken = before;
  spil_employer_selection_free (taken);
}

void
spil_employer_selection_set_search (SpilEmployerSelection *self, const char *text)
{
  g_autofree char *words = spil_text_fold (text != NULL ? text : "");

  g_set_str (&self->search, words[0] != '\0' ? text : NULL);
}

void
spil_employer_selection_set_stage (SpilEmployerSelection *self, SpilId stage, const char *name)
{
  self->stage = stage;
  g_set_str (&self->stage_name, name);
}

void
spil_employer_selection_set_area (SpilEmployerSelection *self, SpilId area, const char *name)
{
  self->area = area;
  g_set_str (&self->area_name, name);
}

/* The conditions, one by one */

static char *
dup_choice (const char *format, SpilEntityNumber entity, int field, int number)
{
  return number == 0 ? NULL
                     : g_strdup_printf (format, spil_field_choice_label (
                                                    spil_entity_field (spil_entity (entity), field), number));
}

static char *
dup_text_of (const char *format, const char *text)
{
  return text == NULL ? NULL : g_strdup_printf (format, text);
}

static char *
dup_staff (const SpilEmployerSelection *self)
{
  g_autofree char *from = spil_integer_format (self->staff_from);
  g_autofree char *to = spil_integer_format (self->staff_to);

  if (self->staff_from > 0 && self->staff_to > 0)
    // Translators: a filter on the number of employees, "from 50 to 250 employees".
    return g_strdup_printf (_ ("%s to %s employees"), from, to);
  if (self->staff_from > 0)
    return g_strdup_printf (_ ("%s employees or more"), from);
  return self->staff_to > 0 ? g_strdup_printf (_ ("At most %s employees"), to) : NULL;
}

static char *
dup_broker (const SpilEmployerSelection *self)
{
  if (self->mine)
    return g_strdup (_ ("My own employers"));
  return dup_text_of (_ ("Broker: %s"), self->broker);
}

char *
spil_employer_selection_dup_text (const SpilEmployerSelection *self, SpilEmployerCondition condition)
{
  switch (condition) {
  case SPIL_EMPLOYER_CONDITION_KINDS:
    return self->kinds != SPIL_EMPLOYER_KINDS_EMPLOYERS ? g_strdup (spil_employer_kinds_label (self->kinds))
                                                        : NULL;
  case SPIL_EMPLOYER_CONDITION_STAGE:
    return spil_id_is_nil (self->stage) ? NULL : g_strdup_printf (_ ("Stage: %s"), self->stage_name);
  case SPIL_EMPLOYER_CONDITION_AREA:
    return spil_id_is_nil (self->area) ? NULL : g_strdup_printf (_ ("Area: %s"), self->area_name);
  case SPIL_EMPLOYER_CONDITION_BROKER:
    return dup_broker (self);
  case SPIL_EMPLOYER_CONDITION_TOWN:
    return dup_text_of (_ ("Town: %s"), self->town);
  case SPIL_EMPLOYER_CONDITION_TIER:
    return dup_choice (_ ("Tier: %s"), SPIL_ENTITY_ENGAGEMENT, SPIL_ENGAGEMENT_TIER, self->tier);
  case SPIL_EMPLOYER_CONDITION_TAG:
    return dup_text_of (_ ("Tag: %s"), self->tag);
  case SPIL_EMPLOYER_CONDITION_NEED:
    return dup_choice (_ ("Need: %s"), SPIL_ENTITY_CONTACT, SPIL_CONTACT_NEEDS, self->need);
  case SPIL_EMPLOYER_CONDITION_URGENCY:
    return dup_choice (_ ("Urgency: %s"), SPIL_ENTITY_ENGAGEMENT, SPIL_ENGAGEMENT_URGENCY, self->urgency);
  case SPIL_EMPLOYER_CONDITION_CAPACITY:
    return dup_choice (_ ("Capacity: %s"), SPIL_ENTITY_ENGAGEMENT, SPIL_ENGAGEMENT_CAPACITY, self->capacity);
  case SPIL_EMPLOYER_CONDITION_STAFF:
    return dup_staff (self);
  case SPIL_EMPLOYER_CONDITION_OVERDUE:
    return self->overdue ? g_strdup (_ ("Contact owed")) : NULL;
  case SPIL_EMPLOYER_CONDITION_NO_ACTION:
    return self->no_action ? g_strdup (_ ("Without a next action")) : NULL;
  case SPIL_EMPLOYER_N_CONDITIONS:
    break;
  }
  g_return_val_if_reached (NULL);
}

void
spil_employer_selection_drop (SpilEmployerSelection *self, SpilEmployerCondition condition)
{
  switch (condition) {
  case SPIL_EMPLOYER_CONDITION_KINDS:
    self->kinds = SPIL_EMPLOYER_KINDS_EMPLOYERS;
    return;
  case SPIL_EMPLOYER_CONDITION_STAGE:
    spil_employer_selection_set_stage (self, SPIL_ID_NIL, NULL);
    return;
  case SPIL_EMPLOYER_CONDITION_AREA:
    spil_employer_selection_set_area (self, SPIL_ID_NIL, NULL);
    return;
  case SPIL_EMPLOYER_CONDITION_BROKER:
    g_clear_pointer (&self->broker, g_free);
    self->mine = FALSE;
    return;
  case SPIL_EMPLOYER_CONDITION_TOWN:
    g_clear_pointer (&self->town, g_free);
    return;
  case SPIL_EMPLOYER_CONDITION_TIER:
    self->tier = 0;
    return;
  case SPIL_EMPLOYER_CONDITION_TAG:
    g_clear_pointer (&self->tag, g_free);
    return;
  case SPIL_EMPLOYER_CONDITION_NEED:
    self->need = 0;
    return;
  case SPIL_EMPLOYER_CONDITION_URGENCY:
    self->urgency = 0;
    return;
  case SPIL_EMPLOYER_CONDITION_CAPACITY:
    self->capacity = 0;
    return;
  case SPIL_EMPLOYER_CONDITION_STAFF:
    self->staff_from = self->staff_to = 0;
    return;
  case SPIL_EMPLOYER_CONDITION_OVERDUE:
    self->overdue = FALSE;
    return;
  case SPIL_EMPLOYER_CONDITION_NO_ACTION:
    self->no_action = FALSE;
    return;
  case SPIL_EMPLOYER_N_CONDITIONS:
    break;
  }
  g_return_if_reached ();
}

void
spil_employer_selection_clear (SpilEmployerSelection *self)
{
  for (int condition = 0; condition < SPIL_EMPLOYER_N_CONDITIONS; condition++)
    spil_employer_selection_drop (self, (SpilEmployerCondition) condition);
  g_clear_pointer (&self->search, g_free);
  g_clear_pointer (&self->unknown, g_free);
}

int
spil_employer_selection_count_filters (const SpilEmployerSelection *self)
{
  int n = 0;

  for (int condition = 0; condition < SPIL_EMPLOYER_N_CONDITIONS; condition++) {
    g_autofree char *text = spil_employer_selection_dup_text (self, (SpilEmployerCondition) condition);

    n += text != NULL;
  }
  return n;
}

gboolean
spil_employer_selection_is_narrow (const SpilEmployerSelection *self)
{
  return self->search != NULL ||
         spil_employer_selection_count_filters (self) > (self->kinds != SPIL_EMPLOYER_KINDS_EMPLOYERS);
}

SpilEmployerFilter
spil_employer_selection_to_filter (const SpilEmployerSelection *self)
{
  return (SpilEmployerFilter) {
    .search = self->search,
    .kinds = spil_employer_kinds_bits (self->kinds),
    .stage = self->stage,
    .area = self->area,
    // Where nobody knows who works here, nobody has employers.
    .broker = self->mine ? (self->actor != NULL ? self->actor : "") : self->broker,
    .town = self->town,
    .tier = self->tier,
    .tag = self->tag,
    .need = self->need,
    .urgency = self->urgency,
    .capacity = self->capacity,
    .staff_from = self->staff_from,
    .staff_to = self->staff_to,
    .overdue = self->overdue,
    .no_action = self->no_action,
    .no_stage = self->no_stage,
    .today = self->today,
    .sort = self->sort,
    .descending = self->descending,
  };
}
