// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-offer-step.h"

#include <glib/gi18n-lib.h>

#include "spil-offer-rule.h"
#include "spil-short-form.h"

// A step of an offer while its form is open.
typedef struct
{
  SpilId offer;
  int state;
  char *notes; /**< that it has now; NULL: none */
  SpilFieldEditor *editors[4]; /**< start, end, participants, expected avoidances; NULL: not asked */
  GtkTextView *words; /**< result or how it is secured; NULL: not asked */
} Step;

static void
step_free (gpointer data)
{
  Step *self = data;

  g_free (self->notes);
  g_free (self);
}

const char *
spil_offer_state_label (int state)
{
  return spil_field_choice_label (spil_entity_field (spil_entity (SPIL_ENTITY_OFFER), SPIL_OFFER_STATE),
                                  state);
}

static SpilAction *
make_action (SpilId offer, int state, SpilChange **change)
{
  // Translators: the label of an action: an offer was brought to this state.
  g_autofree char *label = g_strdup_printf (_ ("Offer: %s"), spil_offer_state_label (state));
  SpilAction *action = spil_action_new (label);
  SpilValue value = spil_value_integer (state);

  *change = spil_action_set_row (action, spil_entity (SPIL_ENTITY_OFFER), offer);
  spil_change_assign (*change, SPIL_OFFER_STATE, &value);
  return action;
}

static gboolean
assign_words (SpilShortForm *form, Step *self, SpilChange *change)
{
  guint needs = spil_offer_needs (self->state);
  SpilOfferNeed need = needs & SPIL_OFFER_NEEDS_SECURING ? SPIL_OFFER_NEEDS_SECURING
                                                         : SPIL_OFFER_NEEDS_RESULT;
  g_autofree char *words = NULL;
  g_auto (SpilValue) notes = SPIL_VALUE_INIT;

  if (self->words == NULL)
    return TRUE;
  words = spil_short_form_dup_note (self->words);
  if (words == NULL) {
    spil_short_form_refuse (
        form,
        need == SPIL_OFFER_NEEDS_SECURING
            ? _ ("Write down how it goes on by itself, for instance in the travel scheme.")
            : _ ("Write down what came of it, in a sentence."),
        GTK_WIDGET (self->words));
    return FALSE;
  }
  notes.kind = SPIL_VALUE_TEXT;
  notes.text = spil_offer_dup_notes (self->notes, need, spil_day_today (), words);
  spil_change_assign (change, SPIL_OFFER_NOTES, &notes);
  return TRUE;
}

// The day that the state needs is there.
static gboolean
check_days (SpilShortForm *form, Step *self, SpilChange *change)
{
  static const struct
  {
    SpilOfferNeed need;
    int field;
    const char *message;
  } days[] = {
    { SPIL_OFFER_NEEDS_START, SPIL_OFFER_START, N_ ("Fill in when it starts.") },
    { SPIL_OFFER_NEEDS_END, SPIL_OFFER_END, N_ ("Fill in when it ended.") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++) {
    const SpilValue *value = spil_change_get (change, days[i].field);

    if ((spil_offer_needs (self->state) & days[i].need) != 0 &&
        (value == NULL || value->kind == SPIL_VALUE_NULL)) {
      spil_field_editor_set_error (self->editors[i], _ (days[i].message));
      gtk_widget_grab_focus (spil_field_editor_get_input (self->editors[i]));
      return FALSE;
    }
  }
  return TRUE;
}

static SpilAction *
save (SpilShortForm *form, gpointer data)
{
  Step *self = data;
  SpilChange *change;
  g_autoptr (SpilAction) action = make_action (self->offer, self->state, &change);

  for (gsize i = 0; i < G_N_ELEMENTS (self->editors); i++)
    if (!spil_short_form_assign (form, self->editors[i], change))
      return NULL;
  if (!check_days (form, self, change) || !assign_words (form, self, change))
    return NULL;
  return g_steal_pointer (&action);
}

static SpilFieldEditor *
add_day (SpilShortForm *form, int field, SpilDay day, gboolean propose)
{
  SpilDay shown = !spil_day_is_known (day) && propose ? spil_day_today () : day;
  SpilValue value = spil_value_integer (shown.number);

  return spil_short_form_add_field (form, SPIL_ENTITY_OFFER, field,
                                    spil_day_is_known (shown) ? &value : NULL);
}

static SpilFieldEditor *
add_number (SpilShortForm *form, int field, int64_t number)
{
  SpilValue value = spil_value_integer (number);

  return spil_short_form_add_field (form, SPIL_ENTITY_OFFER, field, number >= 0 ? &value : NULL);
}

static void
add_fields (SpilShortForm *form, Step *self, const SpilOfferRow *offer)
{
  guint needs = spil_offer_needs (self->state);

  if (needs & SPIL_OFFER_NEEDS_RESULT)
    self->words = spil_short_form_add_note (form, _ ("What came of it?"));
  if (needs & SPIL_OFFER_NEEDS_SECURING)
    self->words = spil_short_form_add_note (form, _ ("How does it go on by itself?"));
  if (needs & (SPIL_OFFER_NEEDS_START | SPIL_OFFER_NEEDS_END)) {
    self->editors[0] = add_day (form, SPIL_OFFER_START, offer->start, (needs & SPIL_OFFER_NEEDS_START) != 0);
    self->editors[1] = add_day (form, SPIL_OFFER_END, offer->end, (needs & SPIL_OFFER_NEEDS_END) != 0);
  }
  self->editors[2] = add_number (form, SPIL_OFFER_PARTICIPANTS, offer->participants);
  if (needs & SPIL_OFFER_NEEDS_START)
    self->editors[3] = add_number (form, SPIL_OFFER_EXPECTED_AVOIDANCES, offer->expected);
}

void
spil_offer_step_to (SpilWorker *worker, GtkWidget *parent, const SpilOfferRow *offer, int state)
{
  SpilShortForm *form;
  SpilChange *change;
  Step *step;
  g_autofree char *title = NULL;
  g_autofree char *about = NULL;

  g_return_if_fail (SPIL_IS_WORKER (worker));
  g_return_if_fail (offer != NULL);

  if (state < SPIL_OFFER_STATE_PIPELINE || state > SPIL_OFFER_STATE_SECURED || state == offer->state)
    return;
  if (state < offer->state || spil_offer_needs (state) == 0) {
    spil_worker_commit (worker, make_action (offer->id, state, &change), NULL, NULL);
    return;
  }
  step = g_new0 (Step, 1);
  step->offer = offer->id;
  step->state = state;
  step->notes = g_strdup (offer->notes);
  // Translators: the title of a form; %s is a state of an offer.
  title = g_strdup_printf (_ ("Offer to ‘%s’"), spil_offer_state_label (state));
  about = g_strdup_printf ("%s · %s", offer->instrument_name,
                           offer->whom != NULL ? offer->whom : _ ("not stated"));
  form = spil_short_form_new (worker, title, save, step, step_free);
  spil_short_form_set_description (form, about);
  add_fields (form, step, offer);
  adw_dialog_present (ADW_DIALOG (form), parent);
}
