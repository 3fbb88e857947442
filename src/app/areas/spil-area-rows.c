// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-area-rows.h"

#include <glib/gi18n-lib.h>

#include "spil-number.h"

char *
spil_area_dup_employers (const SpilAreaRow *area)
{
  g_autofree char *count = spil_integer_format (area->n_employers);

  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s employer", "%s employers", (gulong) area->n_employers), count);
}

char *
spil_area_dup_counts (const SpilAreaRow *area)
{
  g_autofree char *employers = spil_area_dup_employers (area);
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

static void
append_figure (SpilRowGroup *group, const char *title, const char *subtitle, char *value)
{
  spil_row_group_append (group, spil_text_row_new (title, subtitle, value));
  g_free (value);
}

void
spil_area_append_results (SpilRowGroup *group, const SpilAreaResults *results)
{
  const SpilChoices *states = spil_entity_field (spil_entity (SPIL_ENTITY_OFFER), SPIL_OFFER_STATE)->choices;
  int64_t n_offers = 0;

  for (int i = 0; i < states->n_items; i++) {
    int64_t count = results->offers[states->items[i].number];

    n_offers += count;
    if (count > 0)
      // Translators: %s is the state of offers.
      append_figure (group, spil_choice_label (&states->items[i]), _ ("Offers"), spil_integer_format (count));
  }
  if (n_offers == 0)
    return;
  append_figure (group, _ ("Participants"), _ ("Running or finished, where known"),
                 spil_integer_format (results->participants));
  append_figure (group, _ ("Expected avoidances a working day"), _ ("Running or finished, where known"),
                 spil_decimal_format (results->expected));
}

// "+12" or "−150": a change has a sign.
static char *
dup_change (int64_t places)
{
  g_autofree char *number = spil_integer_format (ABS (places));

  return g_strdup_printf ("%s%s", places < 0 ? "−" : "+", number);
}

void
spil_area_append_parking (SpilRowGroup *group, const SpilParkingBalance *balance, GPtrArray *entries)
{
  g_autofree char *unknown = NULL;
  GtkWidget *total;
  g_autofree char *sum = spil_integer_format (balance->balance);

  if (balance->n_unknown > 0)
    unknown = g_strdup_printf (
        ngettext ("of %d site not stated", "of %d sites not stated", (gulong) balance->n_unknown),
        (int) balance->n_unknown);
  append_figure (group, _ ("Places at sites"), unknown, spil_integer_format (balance->places));
  for (guint i = 0; i < entries->len; i++) {
    SpilRecord *entry = entries->pdata[i];
    g_autofree char *date = spil_record_format (entry, SPIL_PARKING_ENTRY_DATE);
    g_autofree char *source = spil_record_format (entry, SPIL_PARKING_ENTRY_SOURCE);
    g_autofree char *subtitle = spil_join_facts (date[0] != '\0' ? date : _ ("date not stated"), source,
                                                 NULL);
    g_autofree char *places = dup_change (spil_record_get_integer (entry, SPIL_PARKING_ENTRY_PLACES));
    GtkWidget *row = spil_text_row_new (spil_record_get_title (entry), subtitle, places);

    spil_text_row_edit (row, entry, NULL);
    spil_row_group_append (group, row);
  }
  total = spil_text_row_new (_ ("Balance"), NULL, sum);
  gtk_widget_add_css_class (total, "total-row");
  spil_row_group_append (group, total);
}
