// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-employer-selection.h"

#include <glib/gi18n-lib.h>

#include "spil-entity.h"
#include "spil-text.h"

#define BIT(kind) (INT64_C (1) << SPIL_ORGANISATION_KIND_##kind)

static const struct
{
  const char *label;
  int64_t bits;
} kinds_facts[SPIL_EMPLOYER_N_KINDS] = {
  [SPIL_EMPLOYER_KINDS_EMPLOYERS] = {
      N_ ("Employers"), BIT (EMPLOYER) | BIT (SELF_EMPLOYED) },
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

SpilEmployerSelection *
spil_employer_selection_copy (const SpilEmployerSelection *self)
{
  SpilEmployerSelection *copy = g_memdup2 (self, sizeof *self);

  copy->search = g_strdup (self->search);
  copy->stage_name = g_strdup (self->stage_name);
  copy->area_name = g_strdup (self->area_name);
  copy->broker = g_strdup (self->broker);
  return copy;
}

void
spil_employer_selection_free (SpilEmployerSelection *self)
{
  if (self == NULL)
    return;
  g_free (self->search);
  g_free (self->stage_name);
  g_free (self->area_name);
  g_free (self->broker);
  g_free (self);
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
    return self->broker == NULL ? NULL : g_strdup_printf (_ ("Broker: %s"), self->broker);
  case SPIL_EMPLOYER_CONDITION_OVERDUE:
    return self->overdue ? g_strdup (_ ("Contact owed")) : NULL;
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
    return;
  case SPIL_EMPLOYER_CONDITION_OVERDUE:
    self->overdue = FALSE;
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
}

int
spil_employer_selection_count_filters (const SpilEmployerSelection *self)
{
  return (self->kinds != SPIL_EMPLOYER_KINDS_EMPLOYERS) + !spil_id_is_nil (self->stage) +
         !spil_id_is_nil (self->area) + (self->broker != NULL) + (self->overdue != FALSE);
}

gboolean
spil_employer_selection_is_narrow (const SpilEmployerSelection *self)
{
  return self->search != NULL || !spil_id_is_nil (self->stage) || !spil_id_is_nil (self->area) ||
         self->broker != NULL || self->overdue;
}

SpilEmployerFilter
spil_employer_selection_to_filter (const SpilEmployerSelection *self)
{
  return (SpilEmployerFilter) {
    .search = self->search,
    .kinds = spil_employer_kinds_bits (self->kinds),
    .stage = self->stage,
    .area = self->area,
    .broker = self->broker,
    .overdue = self->overdue,
    .today = self->today,
    .sort = self->sort,
    .descending = self->descending,
  };
}
