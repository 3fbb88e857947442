// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-employer-facts.h"

#include <glib/gi18n-lib.h>

#include "spil-employer-texts.h"
#include "spil-employer-words.h"
#include "spil-relation-query.h"

static char *
dup_staff (SpilRecord *organisation)
{
  g_autofree char *count = NULL;
  g_autofree char *day = NULL;

  if (spil_record_is_null (organisation, SPIL_ORGANISATION_STAFF_COUNT))
    return NULL;
  count = spil_record_format (organisation, SPIL_ORGANISATION_STAFF_COUNT);
  if (spil_record_is_null (organisation, SPIL_ORGANISATION_STAFF_DATE))
    return g_steal_pointer (&count);
  day = spil_record_format (organisation, SPIL_ORGANISATION_STAFF_DATE);
  // Translators: a number of staff and the day on which it was counted.
  return g_strdup_printf (_ ("%s (on %s)"), count, day);
}

void
spil_employer_show_facts (SpilFactGrid *grid, const SpilEmployerData *data)
{
  SpilRecord *organisation = data->organisation;
  g_autofree char *staff = dup_staff (organisation);
  g_autofree char *address = spil_employer_dup_address (
      spil_record_get_text (organisation, SPIL_ORGANISATION_STREET),
      spil_record_get_text (organisation, SPIL_ORGANISATION_HOUSE_NUMBER),
      spil_record_get_text (organisation, SPIL_ORGANISATION_POSTCODE),
      spil_record_get_text (organisation, SPIL_ORGANISATION_TOWN));

  spil_fact_grid_clear (grid);
  spil_fact_grid_add_field (grid, organisation, SPIL_ORGANISATION_KIND);
  spil_fact_grid_add_field (grid, organisation, SPIL_ORGANISATION_SECTOR);
  spil_fact_grid_add (grid, _ ("Employees"), staff);
  spil_fact_grid_add (grid, _ ("Address"), address);
  spil_fact_grid_add_field (grid, organisation, SPIL_ORGANISATION_KVK_NUMBER);
  spil_fact_grid_add_field (grid, organisation, SPIL_ORGANISATION_WEBSITE);
  spil_fact_grid_add_field (grid, organisation, SPIL_ORGANISATION_PHONE);
  spil_fact_grid_add_field (grid, organisation, SPIL_ORGANISATION_EMAIL);
  if (!spil_record_is_null (organisation, SPIL_ORGANISATION_NOTES))
    spil_fact_grid_add_field (grid, organisation, SPIL_ORGANISATION_NOTES);
}

// "Every 60 days", said of whom: of the relation itself or of its tier; NULL when there is none. Free with g_free().
static char *
dup_cadence (const SpilEmployerData *data)
{
  gboolean own = data->engagement != NULL && !spil_record_is_null (data->engagement, SPIL_ENGAGEMENT_CADENCE);
  g_autofree char *every = NULL;

  if (data->cadence <= 0)
    return NULL;
  every = g_strdup_printf (ngettext ("Every day", "Every %d days", (gulong) data->cadence), data->cadence);
  // Translators: %s is "Every 60 days"; nothing is agreed with this employer, so what holds for its tier counts.
  return own ? g_steal_pointer (&every) : g_strdup_printf (_ ("%s (of its tier)"), every);
}

static char *
dup_next_contact (const SpilEmployerRow *row)
{
  g_autofree char *debt = spil_contact_debt_dup_text (row->debt);
  g_autofree char *day = NULL;

  if (!row->debt.applies || row->debt.never)
    return g_steal_pointer (&debt);
  day = spil_day_format (row->debt.due);
  return g_strdup_printf ("%s · %s", day, debt);
}

// "Parking (3), Bicycle"
static char *
dup_needs (const SpilEmployerData *data)
{
  const SpilField *field = spil_entity_field (spil_entity (SPIL_ENTITY_CONTACT), SPIL_CONTACT_NEEDS);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  for (guint i = 0; i < data->needs->len; i++) {
    const SpilNeedCount *need = &g_array_index (data->needs, SpilNeedCount, i);
    const SpilChoice *choice = spil_choices_by_number (field->choices, need->need);

    if (choice != NULL && need->count > 1)
      g_strv_builder_take (builder, g_strdup_printf ("%s (%d×)", spil_choice_label (choice), need->count));
    else if (choice != NULL)
      g_strv_builder_add (builder, spil_choice_label (choice));
  }
  parts = g_strv_builder_end (builder);
  return parts[0] != NULL ? g_strjoinv (", ", parts) : NULL;
}

void
spil_employer_show_relation (SpilFactGrid *grid, const SpilEmployerData *data)
{
  g_autoptr (SpilRecord) none = spil_record_new (spil_entity (SPIL_ENTITY_ENGAGEMENT), SPIL_ID_NIL);
  SpilRecord *engagement = data->engagement != NULL ? data->engagement : none;
  g_autofree char *stage = spil_employer_dup_stage (data->row);
  g_autofree char *last = spil_employer_dup_last_contact (data->row);
  g_autofree char *cadence = dup_cadence (data);
  g_autofree char *next = dup_next_contact (data->row);
  g_autofree char *needs = dup_needs (data);

  spil_fact_grid_clear (grid);
  spil_fact_grid_add (grid, _ ("Stage"), stage);
  spil_fact_grid_add_field (grid, engagement, SPIL_ENGAGEMENT_TIER);
  spil_fact_grid_add (grid, _ ("Last contact"), last);
  spil_fact_grid_add (grid, _ ("Next contact"), next);
  spil_fact_grid_add (grid, _ ("Cadence"), cadence);
  spil_fact_grid_add_field (grid, engagement, SPIL_ENGAGEMENT_MOBILITY_BROKER);
  spil_fact_grid_add_field (grid, engagement, SPIL_ENGAGEMENT_SUSTAINABILITY_BROKER);
  spil_fact_grid_add_field (grid, engagement, SPIL_ENGAGEMENT_URGENCY);
  spil_fact_grid_add_field (grid, engagement, SPIL_ENGAGEMENT_CAPACITY);
  spil_fact_grid_add (grid, _ ("Needs"), needs);
}
