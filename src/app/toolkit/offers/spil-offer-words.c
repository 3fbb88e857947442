// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-offer-words.h"

#include <glib/gi18n-lib.h>

#include "spil-number.h"
#include "spil-offer-step.h"
#include "spil-page.h"
#include "spil-row-group.h"

char *
spil_offer_dup_dates (const SpilOfferRow *offer)
{
  g_autofree char *start = spil_day_format (offer->start);
  g_autofree char *end = spil_day_format (offer->end);

  if (start[0] == '\0' && end[0] == '\0')
    return g_strdup (_ ("no dates"));
  if (end[0] == '\0')
    return g_strdup_printf (_ ("from %s"), start);
  return g_strdup_printf ("%s – %s", start[0] != '\0' ? start : _ ("not stated"), end);
}

// "20 participants · 4 avoidances a working day"; "" when neither is known.
static char *
dup_figures (const SpilOfferRow *offer)
{
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

  return spil_join_facts (people, avoidances, NULL);
}

// "Whom · instrument": what a screen reader calls it.
static char *
dup_name (const SpilOfferRow *offer)
{
  return spil_join_facts (offer->whom != NULL ? offer->whom : _ ("not stated"), offer->instrument_name, NULL);
}

// What the button of a row needs of its offer.
static SpilOfferRow *
copy_row (const SpilOfferRow *offer)
{
  SpilOfferRow *copy = g_memdup2 (offer, sizeof *offer);

  copy->instrument_name = g_strdup (offer->instrument_name);
  copy->whom = g_strdup (offer->whom);
  copy->notes = g_strdup (offer->notes);
  copy->owner = g_strdup (offer->owner);
  return copy;
}

static void
free_row (gpointer data, GClosure *closure)
{
  spil_offer_row_free (data);
}

static void
on_step_clicked_cb (GtkWidget *button, const SpilOfferRow *offer)
{
  GtkWidget *page = gtk_widget_get_ancestor (button, SPIL_TYPE_PAGE);

  if (page != NULL)
    spil_offer_step_to (spil_page_get_worker (SPIL_PAGE (page)), page, offer, offer->state + 1);
}

static GtkWidget *
make_step_button (const SpilOfferRow *offer)
{
  const char *next = spil_offer_state_label (offer->state + 1);
  g_autofree char *text = g_strdup_printf ("→ %s", next);
  g_autofree char *about = dup_name (offer);
  // Translators: a button that brings an offer to its next state: the state, to whom and what.
  g_autofree char *name = g_strdup_printf (_ ("Set to ‘%s’: %s"), next, about);
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  // The name says more than the label, by which a button is named otherwise.
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_step_clicked_cb), copy_row (offer), free_row, 0);
  return button;
}

GtkWidget *
spil_offer_row_new (const SpilOfferRow *offer, gboolean whom)
{
  g_autofree char *dates = spil_offer_dup_dates (offer);
  g_autofree char *figures = dup_figures (offer);
  g_autofree char *about = spil_join_facts (whom ? offer->instrument_name : "",
                                            spil_offer_state_label (offer->state), dates, NULL);
  g_autofree char *subtitle = figures[0] != '\0' ? g_strjoin ("\n", about, figures, NULL) : g_strdup (about);
  const char *title = whom ? offer->whom : offer->instrument_name;
  GtkWidget *row = spil_text_row_new (title != NULL ? title : _ ("not stated"), subtitle, NULL);

  if (offer->state > 0 && offer->state < SPIL_OFFER_STATE_SECURED)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_step_button (offer));
  spil_text_row_open (row, SPIL_ENTITY_OFFER, offer->id);
  return row;
}
