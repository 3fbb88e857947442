// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-toolkit-page.h"

#include <glib/gi18n-lib.h>

#include "spil-cohort-page.h"
#include "spil-columns.h"
#include "spil-row-group.h"
#include "spil-toolkit-rows.h"

// How many offers of one state are shown.
#define MAX_OFFERS 25

struct _SpilToolkitPage
{
  SpilPage parent_instance;

  SpilRowGroup *instruments;
  SpilRowGroup *cohorts;
  GtkBox *offers;
  SpilRowGroup *states[SPIL_OFFER_STATE_SECURED + 1]; /**< in `offers` */
};

G_DEFINE_FINAL_TYPE (SpilToolkitPage, spil_toolkit_page, SPIL_TYPE_PAGE)

// What the page shows.
typedef struct
{
  GPtrArray *instruments; /**< of SpilInstrumentRow */
  GPtrArray *offers; /**< of SpilOfferRow, by state */
  GPtrArray *cohorts; /**< of SpilCohortRow */
} Data;

static void
data_free (Data *data)
{
  g_clear_pointer (&data->instruments, g_ptr_array_unref);
  g_clear_pointer (&data->offers, g_ptr_array_unref);
  g_clear_pointer (&data->cohorts, g_ptr_array_unref);
  g_free (data);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Data, data_free)

static gpointer
load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  g_autoptr (Data) data = g_new0 (Data, 1);

  if ((data->instruments = spil_toolkit_query_instruments (store, error)) == NULL ||
      (data->offers = spil_toolkit_query_offers (store, SPIL_ID_NIL, error)) == NULL ||
      (data->cohorts = spil_toolkit_query_cohorts (store, SPIL_ID_NIL, error)) == NULL)
    return NULL;
  return g_steal_pointer (&data);
}

static void
fill_instruments (SpilToolkitPage *self, const Data *data)
{
  g_autoptr (SpilRecord) preset = spil_record_new (spil_entity (SPIL_ENTITY_INSTRUMENT), spil_id_new ());

  spil_row_group_set_add (self->instruments, preset, NULL);
  spil_row_group_begin (self->instruments);
  for (guint i = 0; i < data->instruments->len; i++)
    spil_row_group_append (self->instruments,
                           spil_instrument_row_new (g_ptr_array_index (data->instruments, i)));
  spil_row_group_end (self->instruments, _ ("No instruments yet"));
}

static void
fill_cohorts (SpilToolkitPage *self, const Data *data)
{
  g_autoptr (SpilRecord) preset = spil_record_new (spil_entity (SPIL_ENTITY_COHORT), spil_id_new ());

  spil_record_set_day (preset, SPIL_COHORT_START, spil_day_today ());
  spil_row_group_set_add (self->cohorts, preset, NULL);
  spil_row_group_begin (self->cohorts);
  for (guint i = 0; i < data->cohorts->len; i++)
    spil_row_group_append (self->cohorts, spil_cohort_row_new (g_ptr_array_index (data->cohorts, i)));
  spil_row_group_end (self->cohorts, _ ("No trial periods yet"));
}

static void
make_state_group (SpilToolkitPage *self, int state)
{
  const SpilField *field = spil_entity_field (spil_entity (SPIL_ENTITY_OFFER), SPIL_OFFER_STATE);
  g_autoptr (SpilRecord) preset = spil_record_new (spil_entity (SPIL_ENTITY_OFFER), spil_id_new ());
  g_autofree char *title
      // Translators: a heading over offers in one state.
      = g_strdup_printf (_ ("Offers: %s"), spil_field_choice_label (field, state));

  self->states[state] = SPIL_ROW_GROUP (spil_row_group_new (title));
  spil_record_set_integer (preset, SPIL_OFFER_STATE, state);
  spil_row_group_set_add (self->states[state], preset, NULL);
  gtk_box_append (self->offers, GTK_WIDGET (self->states[state]));
}

static void
fill_state (SpilToolkitPage *self, int state, GPtrArray *offers)
{
  SpilRowGroup *group = self->states[state];
  g_autofree char *rest = NULL;
  int count = 0;

  spil_row_group_begin (group);
  for (guint i = 0; i < offers->len; i++) {
    const SpilOfferRow *offer = g_ptr_array_index (offers, i);

    if (offer->state == state && count++ < MAX_OFFERS)
      spil_row_group_append (group, spil_offer_row_new (offer));
  }
  spil_row_group_end (group, _ ("No offers in this state"));
  if (count > MAX_OFFERS)
    rest = g_strdup_printf (_ ("The first %d of %d"), MAX_OFFERS, count);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), rest);
}

static void
fill (SpilPage *page, gpointer loaded)
{
  SpilToolkitPage *self = SPIL_TOOLKIT_PAGE (page);
  const Data *data = loaded;

  fill_instruments (self, data);
  fill_cohorts (self, data);
  for (int state = SPIL_OFFER_STATE_PIPELINE; state <= SPIL_OFFER_STATE_SECURED; state++)
    fill_state (self, state, data->offers);
  if (data->instruments->len == 0)
    spil_page_set_empty (page, _ ("No instruments yet"),
                                 _ ("Add what the brokers can offer employers, with its rules."),
                                   _ ("Add an instrument"), "win.add::instrument");
}

static void
add (SpilPage *page)
{
  spil_row_group_add (SPIL_TOOLKIT_PAGE (page)->states[SPIL_OFFER_STATE_PIPELINE]);
}

static gboolean
open_record (SpilPage *page, const SpilEntity *entity, SpilId id)
{
  if (entity->number != SPIL_ENTITY_COHORT)
    return FALSE;
  spil_page_push (page, spil_cohort_page_new (spil_page_get_worker (page), id));
  return TRUE;
}

static void
spil_toolkit_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_TOOLKIT_PAGE);
  G_OBJECT_CLASS (spil_toolkit_page_parent_class)->dispose (object);
}

static void
spil_toolkit_page_class_init (SpilToolkitPageClass *klass)
{
  static const int entities[] = {
    SPIL_ENTITY_INSTRUMENT,
    SPIL_ENTITY_OFFER,
    SPIL_ENTITY_COHORT,
    SPIL_ENTITY_PARTICIPATION,
    SPIL_ENTITY_ORGANISATION,
    SPIL_ENTITY_AREA,
    0,
  };
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_toolkit_page_dispose;
  page_class->entities = entities;
  page_class->load = load;
  page_class->free_data = (GDestroyNotify) data_free;
  page_class->fill = fill;
  page_class->add = add;
  page_class->open_record = open_record;

  g_type_ensure (SPIL_TYPE_COLUMNS);
  g_type_ensure (SPIL_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-toolkit-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilToolkitPage, instruments);
  gtk_widget_class_bind_template_child (widget_class, SpilToolkitPage, cohorts);
  gtk_widget_class_bind_template_child (widget_class, SpilToolkitPage, offers);
}

static void
spil_toolkit_page_init (SpilToolkitPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int state = SPIL_OFFER_STATE_PIPELINE; state <= SPIL_OFFER_STATE_SECURED; state++)
    make_state_group (self, state);
}
