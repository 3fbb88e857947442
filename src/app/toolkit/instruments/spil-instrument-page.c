// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-instrument-page.h"

#include <glib/gi18n-lib.h>

#include "spil-columns.h"
#include "spil-fact-row.h"
#include "spil-number.h"
#include "spil-offer-dialog.h"
#include "spil-offer-query.h"
#include "spil-offer-step.h"
#include "spil-offer-words.h"
#include "spil-row-group.h"
#include "spil-toolkit-query.h"
#include "spil-toolkit-rows.h"
#include "spil-toolkit-words.h"
#include "spil-trial-figures.h"

// Offers that are shown.
#define MAX_OFFERS 20

struct _SpilInstrumentPage
{
  SpilRowPage parent_instance;

  GtkLabel *name;
  GtkLabel *sentence;
  GtkLabel *conditions;
  SpilFigureStrip *figures;
  SpilRowGroup *rules;
  SpilRowGroup *results;
  SpilRowGroup *offers;
  SpilRowGroup *cohorts;
};

G_DEFINE_FINAL_TYPE (SpilInstrumentPage, spil_instrument_page, SPIL_TYPE_ROW_PAGE)

// What the page shows.
typedef struct
{
  SpilRecord *record;
  GPtrArray *instruments; /**< of SpilInstrumentRow */
  const SpilInstrumentRow *row; /**< in `instruments` */
  GPtrArray *offers; /**< of SpilOfferRow */
  SpilOfferCounts counts;
  GPtrArray *cohorts; /**< of SpilCohortRow */
  SpilTrialNorms norms;
} Data;

static void
data_free (Data *data)
{
  g_clear_object (&data->record);
  g_clear_pointer (&data->instruments, g_ptr_array_unref);
  g_clear_pointer (&data->offers, g_ptr_array_unref);
  g_clear_pointer (&data->cohorts, g_ptr_array_unref);
  spil_trial_norms_clear (&data->norms);
  g_free (data);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Data, data_free)

static gpointer
load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  g_autoptr (Data) data = g_new0 (Data, 1);
  const SpilId *id = request;
  const SpilOfferFilter offers = { .instrument = *id, .limit = MAX_OFFERS };
  const SpilCohortFilter cohorts = { .instrument = *id };

  data->instruments = spil_toolkit_query_instruments (store, error);
  if (data->instruments == NULL)
    return NULL;
  for (guint i = 0; i < data->instruments->len; i++) {
    const SpilInstrumentRow *row = g_ptr_array_index (data->instruments, i);

    if (spil_id_equal (row->id, *id))
      data->row = row;
  }
  if (data->row == NULL)
    return NULL;
  if ((data->record = spil_store_get (store, spil_entity (SPIL_ENTITY_INSTRUMENT), *id, error)) == NULL ||
      (data->offers = spil_offer_query (store, &offers, error)) == NULL ||
      !spil_offer_query_counts (store, &offers, &data->counts, error) ||
      (data->cohorts = spil_toolkit_query_periods (store, &cohorts, error)) == NULL ||
      !spil_trial_norms_load (&data->norms, store, error))
    return NULL;
  return g_steal_pointer (&data);
}

static void
fill_header (SpilInstrumentPage *self, const Data *data)
{
  g_autofree char *sentence = spil_trial_dup_sentence (&data->row->rules, data->row->places,
                                                       data->row->period_every_weeks);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), data->row->name);
  gtk_label_set_label (self->name, data->row->name);
  gtk_label_set_label (self->sentence, sentence[0] != '\0' ? sentence : _ ("No rules are stated."));
  gtk_label_set_label (self->conditions, data->row->conditions != NULL ? data->row->conditions : "");
  gtk_widget_set_visible (GTK_WIDGET (self->conditions), data->row->conditions != NULL);
}

// The rules, each in its own form of one field: edited in place.
static void
fill_rules (SpilInstrumentPage *self, const Data *data)
{
  static const int fields[][2] = {
    { SPIL_INSTRUMENT_WEEKS, 0 },
    { SPIL_INSTRUMENT_CREDIT, 0 },
    { SPIL_INSTRUMENT_USES_A_WEEK, 0 },
    { SPIL_INSTRUMENT_USE_RULE, 0 },
    { SPIL_INSTRUMENT_EXTENSION_WEEKS, 0 },
    { SPIL_INSTRUMENT_PARTICIPANTS, 0 },
    { SPIL_INSTRUMENT_PERIOD_EVERY_WEEKS, 0 },
    { SPIL_INSTRUMENT_TARIFF, 0 },
  };

  spil_row_group_begin (self->rules);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++) {
    const SpilField *field = spil_entity_field (spil_entity (SPIL_ENTITY_INSTRUMENT), fields[i][0]);
    g_autofree char *value = spil_record_format (data->record, fields[i][0]);
    GtkWidget *row = spil_text_row_new (spil_field_label (field), NULL,
                                        value[0] != '\0' ? value : _ ("not stated"));

    spil_text_row_edit (row, data->record, fields[i]);
    spil_row_group_append (self->rules, row);
  }
  spil_row_group_end (self->rules, NULL);
}

static void
fill_results (SpilInstrumentPage *self, const Data *data)
{
  SpilTrialLedger total = { 0 };
  int64_t expected = 0;
  g_autofree char *avoidances = NULL;

  for (guint i = 0; i < data->cohorts->len; i++)
    spil_trial_ledger_join (&total, &((const SpilCohortRow *) data->cohorts->pdata[i])->ledger);
  gtk_widget_set_visible (GTK_WIDGET (self->figures), total.n > 0);
  if (total.n > 0)
    spil_trial_show_figures (self->figures, &total, &data->norms);
  spil_row_group_begin (self->results);
  for (int state = SPIL_OFFER_STATE_PIPELINE; state <= SPIL_OFFER_STATE_SECURED; state++) {
    g_autofree char *count = spil_integer_format (data->counts.n[state]);

    expected += data->counts.expected[state];
    spil_row_group_append (self->results, spil_text_row_new (spil_offer_state_label (state), NULL, count));
  }
  avoidances = spil_decimal_format (expected);
  spil_row_group_append (self->results, spil_text_row_new (_ ("Expected avoidances a working day"), NULL,
                                                           expected > 0 ? avoidances : _ ("not stated")));
  spil_row_group_end (self->results, NULL);
}

static void
fill_lists (SpilInstrumentPage *self, const Data *data)
{
  g_autofree char *rest = NULL;
  int64_t n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (data->counts.n); i++)
    n += data->counts.n[i];
  spil_row_group_begin (self->offers);
  for (guint i = 0; i < data->offers->len; i++)
    spil_row_group_append (self->offers, spil_offer_row_new (g_ptr_array_index (data->offers, i), TRUE));
  spil_row_group_end (self->offers, _ ("Nothing offered yet"));
  if (n > data->offers->len)
    rest = g_strdup_printf (_ ("The first %d of %d"), (int) data->offers->len, (int) n);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->offers), rest);
  spil_row_group_begin (self->cohorts);
  for (guint i = 0; i < data->cohorts->len; i++)
    spil_row_group_append (self->cohorts, spil_cohort_row_new (g_ptr_array_index (data->cohorts, i)));
  spil_row_group_end (self->cohorts, NULL);
}

static void
fill_row (SpilPage *page, gpointer loaded)
{
  SpilInstrumentPage *self = SPIL_INSTRUMENT_PAGE (page);
  const Data *data = loaded;

  fill_header (self, data);
  fill_rules (self, data);
  fill_results (self, data);
  fill_lists (self, data);
}

static void
add (SpilPage *page)
{
  spil_offer_dialog_present (spil_page_get_worker (page), GTK_WIDGET (page), SPIL_ID_NIL, SPIL_ID_NIL,
                             spil_row_page_get_id (SPIL_ROW_PAGE (page)));
}

static void
on_edit_clicked_cb (SpilInstrumentPage *self)
{
  spil_row_page_edit (SPIL_ROW_PAGE (self));
}

static void
spil_instrument_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_INSTRUMENT_PAGE);
  G_OBJECT_CLASS (spil_instrument_page_parent_class)->dispose (object);
}

static void
spil_instrument_page_class_init (SpilInstrumentPageClass *klass)
{
  static const int entities[] = {
    SPIL_ENTITY_INSTRUMENT,   SPIL_ENTITY_OFFER, SPIL_ENTITY_COHORT,  SPIL_ENTITY_PARTICIPATION,
    SPIL_ENTITY_ORGANISATION, SPIL_ENTITY_AREA,  SPIL_ENTITY_SETTING, 0,
  };
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);
  SpilRowPageClass *row_class = SPIL_ROW_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_instrument_page_dispose;
  page_class->entities = entities;
  page_class->help = "toolkit";
  page_class->load = load;
  page_class->free_data = (GDestroyNotify) data_free;
  row_class->entity = SPIL_ENTITY_INSTRUMENT;
  row_class->fill_row = fill_row;
  page_class->add = add;

  g_type_ensure (SPIL_TYPE_COLUMNS);
  g_type_ensure (SPIL_TYPE_FIGURE_STRIP);
  g_type_ensure (SPIL_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/regiozwolle/Spil/ui/spil-instrument-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilInstrumentPage, name);
  gtk_widget_class_bind_template_child (widget_class, SpilInstrumentPage, sentence);
  gtk_widget_class_bind_template_child (widget_class, SpilInstrumentPage, conditions);
  gtk_widget_class_bind_template_child (widget_class, SpilInstrumentPage, figures);
  gtk_widget_class_bind_template_child (widget_class, SpilInstrumentPage, rules);
  gtk_widget_class_bind_template_child (widget_class, SpilInstrumentPage, results);
  gtk_widget_class_bind_template_child (widget_class, SpilInstrumentPage, offers);
  gtk_widget_class_bind_template_child (widget_class, SpilInstrumentPage, cohorts);
  gtk_widget_class_bind_template_callback (widget_class, add);
  gtk_widget_class_bind_template_callback (widget_class, on_edit_clicked_cb);
}

static void
spil_instrument_page_init (SpilInstrumentPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

SpilPage *
spil_instrument_page_new (SpilWorker *worker, SpilId id)
{
  return spil_row_page_new (SPIL_TYPE_INSTRUMENT_PAGE, worker, _ ("Instrument"), id);
}
