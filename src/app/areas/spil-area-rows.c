// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-area-rows.h"

#include <glib/gi18n-lib.h>

#include "spil-number.h"
#include "spil-row-group.h"

static char *
dup_employers (const SpilAreaRow *area)
{
  g_autofree char *count = spil_integer_format (area->n_employers);

  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s employer", "%s employers", (gulong) area->n_employers), count);
}

char *
spil_area_dup_counts (const SpilAreaRow *area)
{
  g_autofree char *employers = dup_employers (area);
  g_autofree char *staff = spil_integer_format (area->staff);
  g_autofree char *people = g_strdup_printf (_ ("%s staff"), staff);
  g_autofree char *unknown = spil_integer_format (area->n_staff_unknown);
  g_autofree char *sites = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s site without a staff count",
                                                         "%s sites without a staff count",
                                                         (gulong) area->n_staff_unknown),
                                            unknown);

  return spil_join_facts (employers, area->staff > 0 ? people : "", area->n_staff_unknown > 0 ? sites : "",
                          NULL);
}

static const char *
label_of (int field, int number)
{
  return spil_field_choice_label (spil_entity_field (spil_entity (SPIL_ENTITY_AREA), field), number);
}

GtkWidget *
spil_area_list_row_new (const SpilAreaRow *area)
{
  g_autofree char *facts = spil_join_facts (
      label_of (SPIL_AREA_KIND, area->kind), area->municipality != NULL ? area->municipality : "",
      label_of (SPIL_AREA_STANCE, area->stance), area->priority ? _ ("Priority area") : "", NULL);
  g_autofree char *counts = spil_area_dup_counts (area);
  g_autofree char *subtitle = g_strjoin ("\n", facts, counts, NULL);
  GtkWidget *row = spil_text_row_new (area->name, subtitle, spil_approach_label (area->approach));

  spil_text_row_open (row, SPIL_ENTITY_AREA, area->id);
  return row;
}

static void
answers_of (SpilRecord *check, SpilAreaAnswers *answers)
{
  *answers = (SpilAreaAnswers) { 0 };
  answers->answers[SPIL_PRECONDITION_COHERENCE] = (int) spil_record_get_integer (check,
                                                                                 SPIL_AREA_CHECK_COHERENCE);
  answers->answers[SPIL_PRECONDITION_PROBLEM] = (int) spil_record_get_integer (check,
                                                                               SPIL_AREA_CHECK_PROBLEM);
  answers->answers[SPIL_PRECONDITION_URGENCY] = (int) spil_record_get_integer (check,
                                                                               SPIL_AREA_CHECK_URGENCY);
  answers->answers[SPIL_PRECONDITION_PARK_MANAGEMENT] = (int) spil_record_get_integer (
      check, SPIL_AREA_CHECK_PARK_MANAGEMENT);
}

GtkWidget *
spil_area_check_row_new (SpilRecord *check)
{
  g_autofree char *date = spil_record_format (check, SPIL_AREA_CHECK_DATE);
  g_autofree char *reason = NULL;
  g_autofree char *met = NULL;
  SpilAreaAnswers answers;

  answers_of (check, &answers);
  reason = spil_area_dup_reason (&answers);
  // Translators: in how many of the four preconditions the answer is yes.
  met = g_strdup_printf (_ ("%d of %d"), spil_area_count_met (&answers), SPIL_N_PRECONDITIONS);
  return spil_text_row_new (date, reason, met);
}

GtkWidget *
spil_area_employer_row_new (const SpilEmployerRow *employer)
{
  g_autofree char *staff = employer->staff >= 0 ? spil_integer_format (employer->staff) : NULL;
  g_autofree char *end = staff != NULL ? g_strdup_printf (_ ("%s staff"), staff) : NULL;
  g_autofree char *subtitle = spil_join_facts (
      employer->stage_name != NULL ? employer->stage_name : "",
      employer->mobility_broker != NULL ? employer->mobility_broker : "", NULL);
  GtkWidget *row = spil_text_row_new (employer->name, subtitle, end);

  spil_text_row_open (row, SPIL_ENTITY_ORGANISATION, employer->id);
  return row;
}

GtkWidget *
spil_area_task_row_new (SpilRecord *task)
{
  g_autofree char *start = spil_record_format (task, SPIL_TASK_START);
  g_autofree char *end = spil_record_format (task, SPIL_TASK_END);
  g_autofree char *state = spil_record_format (task, SPIL_TASK_STATE);
  g_autofree char *dates = NULL;
  g_autofree char *subtitle = NULL;
  const char *owner = spil_record_get_text (task, SPIL_TASK_OWNER);
  GtkWidget *row;

  if (start[0] == '\0' && end[0] == '\0')
    dates = g_strdup (_ ("no dates"));
  else if (g_str_equal (start, end))
    dates = g_strdup (start);
  else
    dates = g_strdup_printf (
        "%s – %s", start[0] != '\0' ? start : _ ("not stated"), end[0] != '\0' ? end : _ ("not stated"));
  subtitle = spil_join_facts (dates, owner != NULL ? owner : "", NULL);
  row = spil_text_row_new (spil_record_get_title (task), subtitle, state);
  spil_text_row_open (row, SPIL_ENTITY_TASK, spil_record_get_id (task));
  return row;
}
