// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-toolkit-rows.h"

#include <glib/gi18n-lib.h>

#include "spil-number.h"
#include "spil-page.h"
#include "spil-row-group.h"
#include "spil-toolkit-words.h"

static const char *
label_of (SpilEntityNumber entity, int field, int number)
{
  return spil_field_choice_label (spil_entity_field (spil_entity (entity), field), number);
}

/* Instruments */

// "2 running, 5 in all".
static char *
dup_offers (const SpilInstrumentRow *instrument)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int state = SPIL_OFFER_STATE_PIPELINE; state <= SPIL_OFFER_STATE_SECURED; state++)
    if (instrument->offers[state] > 0)
      g_string_append_printf (text, "%s%s: %d", text->len > 0 ? " · " : "",
                              label_of (SPIL_ENTITY_OFFER, SPIL_OFFER_STATE, state),
                              (int) instrument->offers[state]);
  return g_strdup (text->len > 0 ? text->str : _ ("No offers yet"));
}

GtkWidget *
spil_instrument_row_new (const SpilInstrumentRow *instrument)
{
  g_autofree char *rules = spil_trial_dup_sentence (&instrument->rules, instrument->places,
                                                    instrument->period_every_weeks);
  g_autofree char *tariff = instrument->has_tariff
                                ? spil_money_format (instrument->tariff.cents, SPIL_MONEY_BRIEF)
                                : NULL;
  g_autofree char *most = tariff != NULL ? g_strdup_printf (_ ("at most %s"), tariff) : g_strdup ("");
  g_autofree char *kind = spil_join_facts (
      label_of (SPIL_ENTITY_INSTRUMENT, SPIL_INSTRUMENT_KIND, instrument->kind), most, NULL);
  g_autofree char *offers = dup_offers (instrument);
  g_autofree char *count = spil_integer_format (instrument->participants);
  g_autofree char *people = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s participant", "%s participants", (gulong) instrument->participants),
      count);
  g_autofree char *facts = spil_join_facts (offers, instrument->participants > 0 ? people : "", NULL);
  g_autofree char *subtitle = rules[0] != '\0' ? g_strjoin ("\n", kind, rules, facts, NULL)
                                               : g_strjoin ("\n", kind, facts, NULL);
  GtkWidget *row = spil_text_row_new (instrument->name, subtitle, NULL);

  spil_text_row_open (row, SPIL_ENTITY_INSTRUMENT, instrument->id);
  return row;
}

/* Trial periods */

GtkWidget *
spil_cohort_row_new (const SpilCohortRow *cohort)
{
  g_autofree char *title = spil_cohort_dup_title (cohort);
  g_autofree char *start = spil_day_format (cohort->start);
  g_autofree char *about = spil_join_facts (cohort->instrument_name != NULL ? cohort->instrument_name : "",
                                            spil_cohort_whom (cohort), start, NULL);
  g_autofree char *outcomes = spil_cohort_dup_outcomes (cohort);
  int64_t stake = cohort->stake == SPIL_STAKE_LAPSED ? 0 : cohort->at_stake.cents;
  g_autofree char *amount = spil_money_format (stake, SPIL_MONEY_WHOLE);
  g_autofree char *at_stake = stake > 0 ? g_strdup_printf (_ ("%s at stake"), amount) : g_strdup ("");
  g_autofree char *figures = spil_join_facts (outcomes, at_stake, NULL);
  g_autofree char *subtitle = g_strjoin ("\n", about, figures, NULL);
  GtkWidget *row = spil_text_row_new (title, subtitle, NULL);

  spil_text_row_open (row, SPIL_ENTITY_COHORT, cohort->id);
  return row;
}
