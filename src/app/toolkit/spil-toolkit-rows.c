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
  g_autofree char *rules = spil_trial_dup_rules (&instrument->rules);
  g_autofree char *tariff = instrument->has_tariff
                                ? spil_money_format (instrument->tariff.cents, SPIL_MONEY_BRIEF)
                                : NULL;
  g_autofree char *most = tariff != NULL ? g_strdup_printf (_ ("at most %s"), tariff) : g_strdup ("");
  g_autofree char *kind = spil_join_facts (
      label_of (SPIL_ENTITY_INSTRUMENT, SPIL_INSTRUMENT_KIND, instrument->kind), most, NULL);
  g_autofree char *offers = dup_offers (instrument);
  g_autofree char *subtitle = rules[0] != '\0' ? g_strjoin ("\n", kind, rules, offers, NULL)
                                               : g_strjoin ("\n", kind, offers, NULL);
  g_autofree char *count = spil_integer_format (instrument->participants);
  g_autofree char *people = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s participant", "%s participants", (gulong) instrument->participants),
      count);
  GtkWidget *row = spil_text_row_new (instrument->name, subtitle,
                                      instrument->participants > 0 ? people : NULL);

  spil_text_row_edit_by_id (row, SPIL_ENTITY_INSTRUMENT, instrument->id);
  return row;
}

/* A button of a row that sets one field of its row */

typedef struct
{
  const SpilEntity *entity;
  SpilId id;
  int field;
  int64_t value;
  char *label; /**< of the action */
} Step;

static void
step_free (gpointer data, GClosure *closure)
{
  g_free (((Step *) data)->label);
  g_free (data);
}

static void
on_step_clicked_cb (GtkWidget *button, const Step *step)
{
  GtkWidget *page = gtk_widget_get_ancestor (button, SPIL_TYPE_PAGE);
  SpilAction *action = spil_action_new (step->label);
  SpilChange *change = spil_action_set_row (action, step->entity, step->id);
  SpilValue value = spil_value_integer (step->value);

  gtk_widget_set_sensitive (button, FALSE);
  spil_change_assign (change, step->field, &value);
  spil_worker_commit (spil_page_get_worker (SPIL_PAGE (page)), action, NULL, NULL);
}

static void
add_step (GtkWidget *row, const char *text, const char *name, const Step *step)
{
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_step_clicked_cb), g_memdup2 (step, sizeof *step),
                         step_free, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

/* Offers */

static char *
dup_offer_dates (const SpilOfferRow *offer)
{
  g_autofree char *start = spil_day_format (offer->start);
  g_autofree char *end = spil_day_format (offer->end);

  if (start[0] == '\0' && end[0] == '\0')
    return g_strdup (_ ("no dates"));
  return g_strdup_printf ("%s – %s",
                          start[0] != '\0' ? start : _ ("not stated"), end[0] != '\0' ? end : _ ("not stated"));
}

// To the state that follows in the order of the choices.
static void
add_next_state (GtkWidget *row, const SpilOfferRow *offer)
{
  const char *next = label_of (SPIL_ENTITY_OFFER, SPIL_OFFER_STATE, offer->state + 1);
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  Step step = { spil_entity (SPIL_ENTITY_OFFER), offer->id, SPIL_OFFER_STATE, offer->state + 1, NULL };

  if (offer->state == 0 || offer->state >= SPIL_OFFER_STATE_SECURED)
    return;
  text = g_strdup_printf ("→ %s", next);
  // Translators: a button that brings an offer to its next state: the state, the instrument.
  name = g_strdup_printf (_ ("Set to ‘%s’: %s"), next, offer->instrument_name);
  // Translators: the label of an action: an offer was brought to this state.
  step.label = g_strdup_printf (_ ("Offer: %s"), next);
  add_step (row, text, name, &step);
}

GtkWidget *
spil_offer_row_new (const SpilOfferRow *offer)
{
  g_autofree char *dates = dup_offer_dates (offer);
  g_autofree char *count = spil_integer_format (offer->participants);
  g_autofree char *people = offer->participants >= 0
                                ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s participant",
                                                                "%s participants",
                                                                (gulong) offer->participants),
                                                   count)
                                : g_strdup ("");
  g_autofree char *expected = offer->expected >= 0 ? spil_decimal_format (offer->expected) : NULL;
  g_autofree char *avoidances = expected != NULL
      ? g_strdup_printf (_ ("%s avoidances a working day"), expected)
      : g_strdup ("");
  g_autofree char *figures = spil_join_facts (offer->instrument_name, people, avoidances, NULL);
  g_autofree char *subtitle = g_strjoin ("\n", figures, dates, NULL);
  GtkWidget *row = spil_text_row_new (offer->whom != NULL ? offer->whom : _ ("not stated"), subtitle, NULL);

  add_next_state (row, offer);
  spil_text_row_edit_by_id (row, SPIL_ENTITY_OFFER, offer->id);
  return row;
}

/* Trial periods */

GtkWidget *
spil_cohort_row_new (const SpilCohortRow *cohort)
{
  g_autofree char *title = spil_cohort_dup_title (cohort);
  g_autofree char *start = spil_day_format (cohort->start);
  g_autofree char *about = spil_join_facts (
      cohort->instrument_name != NULL ? cohort->instrument_name : "",
      cohort->organisation_name != NULL ? cohort->organisation_name : "", start, NULL);
  g_autofree char *outcomes = spil_cohort_dup_outcomes (cohort);
  g_autofree char *subtitle = g_strjoin ("\n", about, outcomes, NULL);
  g_autofree char *amount = spil_money_format (cohort->at_stake.cents, SPIL_MONEY_WHOLE);
  g_autofree char *end = g_strdup_printf (_ ("%s at stake"), amount);
  GtkWidget *row = spil_text_row_new (title, subtitle, end);

  spil_text_row_open (row, SPIL_ENTITY_COHORT, cohort->id);
  return row;
}

static void
add_extend (GtkWidget *row, const SpilParticipationRow *participation)
{
  g_autofree char *name = g_strdup_printf (_ ("Extend: %s"), participation->pseudonym);
  const Step step = {
    spil_entity (SPIL_ENTITY_PARTICIPATION),
    participation->id,
    SPIL_PARTICIPATION_EXTENDED,
    TRUE,
    g_strdup (_ ("Trial card extended")),
  };

  add_step (row, _ ("Extend"), name, &step);
}

GtkWidget *
spil_participation_row_new (const SpilParticipationRow *participation, const SpilTrialRules *rules)
{
  const SpilTrialFigures *figures = &participation->figures;
  g_autofree char *uses = spil_participation_dup_uses (participation, rules);
  g_autofree char *amount = figures->at_stake.cents > 0
                                ? spil_money_format (figures->at_stake.cents, SPIL_MONEY_WHOLE)
                                : NULL;
  g_autofree char *outcome = spil_join_facts (spil_trial_outcome_label (figures->outcome),
                                              participation->extended ? _ ("extended") : "", NULL);
  g_autofree char *subtitle = g_strjoin ("\n", outcome, uses, NULL);
  GtkWidget *row = spil_text_row_new (participation->pseudonym, subtitle, amount);

  if (figures->outcome == SPIL_TRIAL_EARNED && !participation->extended)
    add_extend (row, participation);
  spil_text_row_edit_by_id (row, SPIL_ENTITY_PARTICIPATION, participation->id);
  return row;
}
