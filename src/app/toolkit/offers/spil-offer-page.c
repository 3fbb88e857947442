// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-offer-page.h"

#include <glib/gi18n-lib.h>

#include "spil-cohort-add.h"
#include "spil-columns.h"
#include "spil-effect-query.h"
#include "spil-fact-row.h"
#include "spil-figure-strip.h"
#include "spil-number.h"
#include "spil-offer-query.h"
#include "spil-offer-step.h"
#include "spil-offer-words.h"
#include "spil-row-group.h"
#include "spil-toolkit-query.h"
#include "spil-toolkit-rows.h"
#include "spil-trial-figures.h"

struct _SpilOfferPage
{
  SpilRowPage parent_instance;

  GtkLabel *whom;
  GtkLabel *about;
  AdwWrapBox *steps;
  GtkWidget *buttons[SPIL_OFFER_STATE_SECURED + 1]; /**< in `steps`, by state */
  SpilFigureStrip *figures;
  SpilRowGroup *cohorts;
  SpilRowGroup *effects;
  SpilRowGroup *facts;
  GtkWidget *notes_group;
  GtkLabel *notes;
  SpilRowGroup *documents;
};

G_DEFINE_FINAL_TYPE (SpilOfferPage, spil_offer_page, SPIL_TYPE_ROW_PAGE)

// What the page shows.
typedef struct
{
  GPtrArray *offers; /**< of SpilOfferRow: the one */
  SpilRecord *record;
  GPtrArray *cohorts; /**< of SpilCohortRow */
  GPtrArray *effects; /**< of SpilEffectRow, of all offers */
  GPtrArray *documents; /**< of SpilRecord */
} Data;

static void
data_free (Data *data)
{
  g_clear_object (&data->record);
  g_clear_pointer (&data->offers, g_ptr_array_unref);
  g_clear_pointer (&data->cohorts, g_ptr_array_unref);
  g_clear_pointer (&data->effects, g_ptr_array_unref);
  g_clear_pointer (&data->documents, g_ptr_array_unref);
  g_free (data);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Data, data_free)

static GPtrArray *
load_documents (SpilStore *store, SpilId offer, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_DOCUMENT));
  g_autofree char *id = spil_id_dup_text (offer);
  g_auto (SpilValue) about = spil_value_text (id);

  spil_query_where (query, SPIL_DOCUMENT_ABOUT_ID, SPIL_COMPARE_EQUAL, &about);
  return spil_store_list (store, query, error);
}

static gpointer
load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  g_autoptr (Data) data = g_new0 (Data, 1);
  const SpilId *id = request;
  const SpilOfferFilter filter = { .offer = *id };

  data->offers = spil_offer_query (store, &filter, error);
  if (data->offers == NULL || data->offers->len == 0)
    return NULL;
  if ((data->record = spil_store_get (store, spil_entity (SPIL_ENTITY_OFFER), *id, error)) == NULL ||
      (data->cohorts = spil_toolkit_query_cohorts (store, *id, error)) == NULL ||
      (data->effects = spil_effect_query (store, SPIL_ID_NIL, error)) == NULL ||
      (data->documents = load_documents (store, *id, error)) == NULL)
    return NULL;
  return g_steal_pointer (&data);
}

static void
fill_header (SpilOfferPage *self, const SpilOfferRow *offer)
{
  g_autofree char *dates = spil_offer_dup_dates (offer);
  g_autofree char *about = spil_join_facts (offer->instrument_name, dates,
                                            offer->owner != NULL ? offer->owner : "", NULL);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), offer->instrument_name);
  gtk_label_set_label (self->whom, offer->whom != NULL ? offer->whom : _ ("not stated"));
  gtk_label_set_label (self->about, about);
  for (int state = SPIL_OFFER_STATE_PIPELINE; state <= SPIL_OFFER_STATE_SECURED; state++) {
    gboolean current = state == offer->state;

    gtk_accessible_update_state (GTK_ACCESSIBLE (self->buttons[state]), GTK_ACCESSIBLE_STATE_PRESSED,
                                 current ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
    if (current)
      gtk_widget_add_css_class (self->buttons[state], "suggested-action");
    else
      gtk_widget_remove_css_class (self->buttons[state], "suggested-action");
  }
  gtk_widget_set_visible (self->notes_group, offer->notes != NULL);
  gtk_label_set_label (self->notes, offer->notes != NULL ? offer->notes : "");
}

// Avoidances a working day that the effect chains of this offer come to; FALSE: not known.
static gboolean
measure (const Data *data, SpilId offer, double *value)
{
  gboolean known = FALSE;

  *value = 0;
  for (guint i = 0; i < data->effects->len; i++) {
    const SpilEffectRow *effect = g_ptr_array_index (data->effects, i);

    if (!spil_id_equal (effect->offer, offer) || !effect->figures.a_day_gross.known)
      continue;
    known = TRUE;
    *value += effect->figures.a_day_gross.value;
  }
  return known;
}

static void
fill_figures (SpilOfferPage *self, const Data *data, const SpilOfferRow *offer)
{
  SpilTrialLedger total = { 0 };
  double measured;
  gboolean known = measure (data, spil_row_page_get_id (SPIL_ROW_PAGE (self)), &measured);
  g_autofree char *expected = offer->expected >= 0 ? spil_decimal_format (offer->expected)
                                                   : g_strdup (_ ("not stated"));
  g_autofree char *value = known ? spil_decimal_format (spil_decimal_from_double (measured) / 100000 * 100000)
                                 : g_strdup (_ ("not measured"));
  g_autofree char *planned = offer->participants >= 0 ? spil_integer_format (offer->participants)
                                                      : g_strdup (_ ("not stated"));
  g_autofree char *taking = NULL;

  for (guint i = 0; i < data->cohorts->len; i++)
    spil_trial_ledger_join (&total, &((const SpilCohortRow *) data->cohorts->pdata[i])->ledger);
  taking = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d registered", "%d registered", (gulong) total.n),
                            total.n);
  spil_figure_strip_clear (self->figures);
  spil_figure_strip_add (self->figures, _ ("Expected avoidances"), expected, _ ("a working day"), FALSE);
  spil_figure_strip_add (self->figures, _ ("Measured avoidances"), value,
                         _ ("a working day, before what wears off"), FALSE);
  spil_figure_strip_add (self->figures, _ ("Participants"), planned, total.n > 0 ? taking : NULL, FALSE);
  if (total.n > 0)
    spil_trial_add_share (self->figures, &total, NULL);
}

static void
fill_effects (SpilOfferPage *self, const Data *data)
{
  static const int fields[] = {
    SPIL_EFFECT_NAME,       SPIL_EFFECT_PARTICIPANTS, SPIL_EFFECT_AVOIDANCES_A_DAY, SPIL_EFFECT_DAYS_A_YEAR,
    SPIL_EFFECT_SHARE_MODE, SPIL_EFFECT_KM,           SPIL_EFFECT_INDICATOR,        0,
  };
  g_autoptr (SpilRecord) preset = spil_record_new (spil_entity (SPIL_ENTITY_EFFECT), spil_id_new ());

  spil_record_set_reference (preset, SPIL_EFFECT_OFFER, spil_row_page_get_id (SPIL_ROW_PAGE (self)));
  spil_row_group_set_add (self->effects, preset, fields);
  spil_row_group_begin (self->effects);
  for (guint i = 0; i < data->effects->len; i++) {
    const SpilEffectRow *effect = g_ptr_array_index (data->effects, i);
    g_autofree char *chain = spil_effect_dup_chain (&effect->chain);
    GtkWidget *row;

    if (!spil_id_equal (effect->offer, spil_row_page_get_id (SPIL_ROW_PAGE (self))))
      continue;
    row = spil_text_row_new (effect->name != NULL ? effect->name : effect->instrument_name, chain, NULL);
    spil_text_row_open (row, SPIL_ENTITY_EFFECT, effect->id);
    spil_row_group_append (self->effects, row);
  }
  spil_row_group_end (self->effects, _ ("Not measured yet"));
}

static void
fill_documents (SpilOfferPage *self, const Data *data)
{
  static const int fields[] = { SPIL_DOCUMENT_NAME, SPIL_DOCUMENT_KIND, SPIL_DOCUMENT_LOCATION, 0 };
  g_autoptr (SpilRecord) preset = spil_record_new (spil_entity (SPIL_ENTITY_DOCUMENT), spil_id_new ());
  g_autofree char *id = spil_id_dup_text (spil_row_page_get_id (SPIL_ROW_PAGE (self)));

  spil_record_set_text (preset, SPIL_DOCUMENT_ABOUT_ENTITY, spil_entity (SPIL_ENTITY_OFFER)->name);
  spil_record_set_text (preset, SPIL_DOCUMENT_ABOUT_ID, id);
  spil_record_set_integer (preset, SPIL_DOCUMENT_KIND, SPIL_DOCUMENT_KIND_REFERENCE);
  spil_row_group_set_add (self->documents, preset, fields);
  spil_row_group_begin (self->documents);
  for (guint i = 0; i < data->documents->len; i++) {
    SpilRecord *document = g_ptr_array_index (data->documents, i);
    GtkWidget *row = spil_text_row_new (spil_record_get_title (document),
                                        spil_record_get_text (document, SPIL_DOCUMENT_LOCATION), NULL);

    spil_text_row_edit (row, document, fields);
    spil_row_group_append (self->documents, row);
  }
  spil_row_group_end (self->documents, _ ("No documents yet"));
}

static void
fill_facts (SpilOfferPage *self, const Data *data)
{
  static const int fields[] = { SPIL_OFFER_STATE, SPIL_OFFER_START, SPIL_OFFER_END, SPIL_OFFER_OWNER };

  spil_row_group_begin (self->facts);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    spil_row_group_append (self->facts, spil_fact_row_new_for_field (data->record, fields[i]));
  spil_row_group_end (self->facts, NULL);
}

static void
fill_row (SpilPage *page, gpointer loaded)
{
  SpilOfferPage *self = SPIL_OFFER_PAGE (page);
  const Data *data = loaded;
  const SpilOfferRow *offer = g_ptr_array_index (data->offers, 0);

  fill_header (self, offer);
  fill_figures (self, data, offer);
  fill_facts (self, data);
  spil_row_group_begin (self->cohorts);
  for (guint i = 0; i < data->cohorts->len; i++)
    spil_row_group_append (self->cohorts, spil_cohort_row_new (g_ptr_array_index (data->cohorts, i)));
  spil_row_group_end (self->cohorts, _ ("No trial periods yet"));
  fill_effects (self, data);
  fill_documents (self, data);
}

static void
on_step_clicked_cb (SpilOfferPage *self, GtkWidget *button)
{
  const Data *data = spil_page_get_data (SPIL_PAGE (self));

  for (int state = SPIL_OFFER_STATE_PIPELINE; data != NULL && state <= SPIL_OFFER_STATE_SECURED; state++)
    if (self->buttons[state] == button)
      spil_offer_step_to (spil_page_get_worker (SPIL_PAGE (self)), GTK_WIDGET (self),
                          g_ptr_array_index (data->offers, 0), state);
}

static void
on_add_cohort_cb (SpilOfferPage *self)
{
  spil_cohort_add_present (spil_page_get_worker (SPIL_PAGE (self)), GTK_WIDGET (self),
                           spil_row_page_get_id (SPIL_ROW_PAGE (self)));
}

static void
add (SpilPage *page)
{
  on_add_cohort_cb (SPIL_OFFER_PAGE (page));
}

static void
on_edit_clicked_cb (SpilOfferPage *self)
{
  spil_row_page_edit (SPIL_ROW_PAGE (self));
}

static void
spil_offer_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_OFFER_PAGE);
  G_OBJECT_CLASS (spil_offer_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SpilOfferPage, whom);
  gtk_widget_class_bind_template_child (widget_class, SpilOfferPage, about);
  gtk_widget_class_bind_template_child (widget_class, SpilOfferPage, steps);
  gtk_widget_class_bind_template_child (widget_class, SpilOfferPage, figures);
  gtk_widget_class_bind_template_child (widget_class, SpilOfferPage, cohorts);
  gtk_widget_class_bind_template_child (widget_class, SpilOfferPage, effects);
  gtk_widget_class_bind_template_child (widget_class, SpilOfferPage, facts);
  gtk_widget_class_bind_template_child (widget_class, SpilOfferPage, notes_group);
  gtk_widget_class_bind_template_child (widget_class, SpilOfferPage, notes);
  gtk_widget_class_bind_template_child (widget_class, SpilOfferPage, documents);
  gtk_widget_class_bind_template_callback (widget_class, on_edit_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_add_cohort_cb);
}

static void
spil_offer_page_class_init (SpilOfferPageClass *klass)
{
  static const int entities[] = {
    SPIL_ENTITY_OFFER,           SPIL_ENTITY_INSTRUMENT,
    SPIL_ENTITY_ORGANISATION,    SPIL_ENTITY_AREA,
    SPIL_ENTITY_COHORT,          SPIL_ENTITY_PARTICIPATION,
    SPIL_ENTITY_EFFECT,          SPIL_ENTITY_DOCUMENT,
    SPIL_ENTITY_EMISSION_FACTOR, 0,
  };
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);
  SpilRowPageClass *row_class = SPIL_ROW_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_offer_page_dispose;
  page_class->entities = entities;
  page_class->help = "toolkit";
  page_class->load = load;
  page_class->free_data = (GDestroyNotify) data_free;
  row_class->entity = SPIL_ENTITY_OFFER;
  row_class->fill_row = fill_row;
  page_class->add = add;

  g_type_ensure (SPIL_TYPE_COLUMNS);
  g_type_ensure (SPIL_TYPE_FIGURE_STRIP);
  g_type_ensure (SPIL_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-offer-page.ui");
  bind_children (widget_class);
}

static void
spil_offer_page_init (SpilOfferPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int state = SPIL_OFFER_STATE_PIPELINE; state <= SPIL_OFFER_STATE_SECURED; state++) {
    self->buttons[state] = gtk_button_new_with_label (spil_offer_state_label (state));
    gtk_widget_add_css_class (self->buttons[state], "chip");
    g_signal_connect_object (self->buttons[state], "clicked", G_CALLBACK (on_step_clicked_cb), self,
                             G_CONNECT_SWAPPED);
    adw_wrap_box_append (self->steps, self->buttons[state]);
  }
}

SpilPage *
spil_offer_page_new (SpilWorker *worker, SpilId id)
{
  return spil_row_page_new (SPIL_TYPE_OFFER_PAGE, worker, _ ("Offer"), id);
}
