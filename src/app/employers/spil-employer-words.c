// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-employer-words.h"

#include <glib/gi18n-lib.h>

#include "spil-entity.h"
#include "spil-number.h"

char *
spil_employer_dup_staff (const SpilEmployerRow *row)
{
  return row->staff >= 0 ? spil_integer_format (row->staff) : g_strdup (_ ("not stated"));
}

char *
spil_employer_dup_staff_words (const SpilEmployerRow *row)
{
  g_autofree char *number = NULL;

  if (row->staff < 0)
    return NULL;
  number = spil_integer_format (row->staff);
  return g_strdup_printf (ngettext ("%s employee", "%s employees", (gulong) row->staff), number);
}

char *
spil_employer_dup_town (const SpilEmployerRow *row)
{
  return g_strdup (row->town != NULL ? row->town : _ ("not stated"));
}

char *
spil_employer_dup_stage (const SpilEmployerRow *row)
{
  if (row->stage_name == NULL)
    // Translators: the employer has no stage in the funnel, no broker or no next action.
    return g_strdup (_ ("none"));
  return g_strdup_printf ("%d. %s", row->stage_number, row->stage_name);
}

char *
spil_employer_dup_broker (const SpilEmployerRow *row)
{
  if (row->mobility_broker != NULL)
    return g_strdup (row->mobility_broker);
  return g_strdup (row->sustainability_broker != NULL ? row->sustainability_broker : _ ("none"));
}

static const SpilField *
relation_field (int field)
{
  return spil_entity_field (spil_entity (SPIL_ENTITY_ENGAGEMENT), field);
}

char *
spil_employer_dup_tier (const SpilEmployerRow *row)
{
  return g_strdup (row->tier != 0 ? spil_field_choice_label (relation_field (SPIL_ENGAGEMENT_TIER), row->tier)
                                  : _ ("none"));
}

char *
spil_employer_dup_urgency (const SpilEmployerRow *row)
{
  const SpilChoices *choices = relation_field (SPIL_ENGAGEMENT_URGENCY)->choices;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  for (int i = 0; i < choices->n_items; i++)
    if ((row->urgency >> choices->items[i].number) & 1)
      g_strv_builder_add (builder, spil_choice_label (&choices->items[i]));
  parts = g_strv_builder_end (builder);
  return g_strjoinv (", ", parts);
}

char *
spil_employer_dup_capacity (const SpilEmployerRow *row)
{
  return g_strdup (row->capacity != 0
                       ? spil_field_choice_label (relation_field (SPIL_ENGAGEMENT_CAPACITY), row->capacity)
                       : _ ("not stated"));
}

char *
spil_employer_dup_last_day (const SpilEmployerRow *row)
{
  // Translators: there never was contact with the employer.
  return row->contacted ? spil_day_format (spil_time_day (row->last_contact)) : g_strdup (_ ("never"));
}

char *
spil_employer_dup_last_contact (const SpilEmployerRow *row)
{
  g_autofree char *day = spil_employer_dup_last_day (row);

  // Translators: %s is the day of the last contact, and the next one should have been by now.
  return row->contacted && spil_contact_debt_is_owed (row->debt) ? g_strdup_printf (_ ("%s (overdue)"), day)
                                                                 : g_steal_pointer (&day);
}

char *
spil_employer_dup_action_day (const SpilEmployerRow *row, SpilDay today)
{
  g_autofree char *day = NULL;

  if (row->action_text == NULL || !spil_day_is_known (row->action_due))
    return NULL;
  day = spil_day_format (row->action_due);
  // Translators: %s is the day on which something should have been done.
  return spil_day_compare (row->action_due, today) < 0 ? g_strdup_printf (_ ("%s (past)"), day)
                                                       : g_steal_pointer (&day);
}

char *
spil_employer_dup_next_action (const SpilEmployerRow *row, SpilDay today)
{
  g_autofree char *day = NULL;

  if (row->action_text == NULL)
    return g_strdup (_ ("none"));
  if (!spil_day_is_known (row->action_due))
    return g_strdup (row->action_text);
  day = spil_day_format (row->action_due);
  if (spil_day_compare (row->action_due, today) < 0)
    // Translators: the day on which something should have been done, and what.
    return g_strdup_printf (_ ("%s (past): %s"), day, row->action_text);
  // Translators: the day on which something is to be done, and what.
  return g_strdup_printf (_ ("%s: %s"), day, row->action_text);
}

char *
spil_employer_dup_subtitle (const SpilEmployerRow *row)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  if (row->town != NULL)
    g_strv_builder_add (builder, row->town);
  if (row->stage_name != NULL)
    g_strv_builder_add (builder, row->stage_name);
  if (spil_contact_debt_is_owed (row->debt))
    g_strv_builder_take (builder, spil_contact_debt_dup_text (row->debt));
  parts = g_strv_builder_end (builder);
  return g_strjoinv (" · ", parts);
}

static const char *
count_format (SpilEmployerKinds kinds, int64_t total)
{
  if (kinds == SPIL_EMPLOYER_KINDS_EMPLOYERS)
    return ngettext ("%s employer", "%s employers", (gulong) total);
  return ngettext ("%s organisation", "%s organisations", (gulong) total);
}

char *
spil_employer_dup_count (int64_t shown, int64_t total, const SpilEmployerSelection *selection)
{
  g_autofree char *all = spil_integer_format (total);
  g_autofree char *part = NULL;
  g_autofree char *of_all = NULL;

  if (!spil_employer_selection_is_narrow (selection))
    return g_strdup_printf (count_format (selection->kinds, total), all);
  part = spil_integer_format (shown);
  // Translators: how many are shown of how many there are; "%s employers" is put around it.
  of_all = g_strdup_printf (_ ("%s of %s"), part, all);
  return g_strdup_printf (count_format (selection->kinds, total), of_all);
}
