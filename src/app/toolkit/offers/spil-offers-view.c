// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-offers-view.h"

#include <glib/gi18n-lib.h>

#include "spil-choice-filter.h"
#include "spil-column.h"
#include "spil-list-slot.h"
#include "spil-number.h"
#include "spil-offer-board.h"
#include "spil-offer-dialog.h"
#include "spil-offer-item.h"
#include "spil-offer-step.h"
#include "spil-offer-words.h"
#include "spil-row-group.h"
#include "spil-store-list-model.h"
#include "spil-toolkit-query.h"

// Cards in one column of the board.
#define MAX_CARDS 25

struct _SpilOffersView
{
  SpilSection parent_instance;

  SpilChoiceFilter *instrument;
  SpilChoiceFilter *area;
  SpilChoiceFilter *owner;
  AdwToggleGroup *shape; /**< board or list */
  GtkStack *stack;
  SpilOfferBoard *board;
  GtkListView *list;
  SpilStoreListModel *model; /**< NULL until the list was first seen */
};

G_DEFINE_FINAL_TYPE (SpilOffersView, spil_offers_view, SPIL_TYPE_SECTION)

// What the view shows, and what can be narrowed to.
typedef struct
{
  GPtrArray *offers; /**< of SpilOfferRow: the first of each state */
  SpilOfferCounts counts;
  GPtrArray *instruments; /**< of SpilInstrumentRow */
  GPtrArray *areas; /**< of SpilRecord */
  GPtrArray *owners; /**< of char * */
} Data;

static void
data_free (gpointer loaded)
{
  Data *data = loaded;

  g_clear_pointer (&data->offers, g_ptr_array_unref);
  g_clear_pointer (&data->instruments, g_ptr_array_unref);
  g_clear_pointer (&data->areas, g_ptr_array_unref);
  g_clear_pointer (&data->owners, g_ptr_array_unref);
  g_free (data);
}

static void
take_filter (SpilOffersView *self, SpilOfferFilter *filter)
{
  *filter = (SpilOfferFilter) {
    .instrument = spil_choice_filter_get_id (self->instrument),
    .area = spil_choice_filter_get_id (self->area),
    .owner = spil_choice_filter_get_key (self->owner),
  };
}

static gpointer
prepare (SpilSection *section)
{
  SpilOfferFilter filter;

  take_filter (SPIL_OFFERS_VIEW (section), &filter);
  return spil_offer_item_copy_filter (&filter);
}

// The first offers of each state, so that a board of any size stays small.
static gboolean
load_offers (SpilStore *store, Data *data, SpilOfferFilter filter, GError **error)
{
  data->offers = g_ptr_array_new_with_free_func ((GDestroyNotify) spil_offer_row_free);
  filter.limit = MAX_CARDS;
  for (filter.state = SPIL_OFFER_STATE_PIPELINE; filter.state <= SPIL_OFFER_STATE_SECURED; filter.state++) {
    GPtrArray *offers = spil_offer_query (store, &filter, error);

    if (offers == NULL)
      return FALSE;
    g_ptr_array_extend_and_steal (data->offers, offers);
  }
  return spil_offer_query_counts (store, &filter, &data->counts, error);
}

static gpointer
load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  g_autoptr (SpilQuery) areas = spil_query_new (spil_entity (SPIL_ENTITY_AREA));
  Data *data = g_new0 (Data, 1);

  if (load_offers (store, data, *(SpilOfferFilter *) request, error) &&
      (data->instruments = spil_toolkit_query_instruments (store, error)) != NULL &&
      (data->areas = spil_store_list (store, areas, error)) != NULL &&
      (data->owners = spil_offer_query_owners (store, error)) != NULL)
    return data;
  data_free (data);
  return NULL;
}

static void
fill_filters (SpilOffersView *self, const Data *data)
{
  spil_choice_filter_begin (self->instrument);
  for (guint i = 0; i < data->instruments->len; i++) {
    const SpilInstrumentRow *instrument = g_ptr_array_index (data->instruments, i);

    spil_choice_filter_add_row (self->instrument, instrument->name, instrument->id);
  }
  spil_choice_filter_end (self->instrument);
  spil_choice_filter_begin (self->area);
  for (guint i = 0; i < data->areas->len; i++)
    spil_choice_filter_add_row (self->area, spil_record_get_title (data->areas->pdata[i]),
                                spil_record_get_id (data->areas->pdata[i]));
  spil_choice_filter_end (self->area);
  spil_choice_filter_begin (self->owner);
  for (guint i = 0; i < data->owners->len; i++)
    spil_choice_filter_add (self->owner, data->owners->pdata[i], data->owners->pdata[i]);
  spil_choice_filter_end (self->owner);
}

static gboolean
is_filtered (SpilOffersView *self)
{
  SpilOfferFilter filter;

  take_filter (self, &filter);
  return !spil_id_is_nil (filter.instrument) || !spil_id_is_nil (filter.area) || filter.owner != NULL;
}

static void
fill (SpilSection *section, gpointer loaded)
{
  SpilOffersView *self = SPIL_OFFERS_VIEW (section);
  const Data *data = loaded;

  fill_filters (self, data);
  spil_offer_board_set_offers (self->board, data->offers, &data->counts);
  if (self->model != NULL)
    spil_store_list_model_refresh (self->model);
  if (data->offers->len == 0 && !is_filtered (self))
    spil_section_set_empty (section, "spil-toolkit-symbolic", _ ("No offers yet"),
                            _ ("What brokers offer employers stands here, from the pipeline to secured."),
                            _ ("Offer something"));
}

static void
add (SpilSection *section)
{
  SpilOffersView *self = SPIL_OFFERS_VIEW (section);

  spil_offer_dialog_present (spil_section_get_worker (section), GTK_WIDGET (spil_section_get_page (section)),
                             SPIL_ID_NIL, SPIL_ID_NIL, spil_choice_filter_get_id (self->instrument));
}

/* The list */

static char *
dup_title (gpointer item, gpointer user_data)
{
  const SpilOfferRow *offer = spil_offer_item_get_row (item);

  return g_strdup (offer->whom != NULL ? offer->whom : _ ("not stated"));
}

static char *
dup_subtitle (gpointer item, gpointer user_data)
{
  const SpilOfferRow *offer = spil_offer_item_get_row (item);
  g_autofree char *dates = spil_offer_dup_dates (offer);

  return spil_join_facts (offer->instrument_name, dates, offer->owner != NULL ? offer->owner : "", NULL);
}

static char *
dup_end (gpointer item, gpointer user_data)
{
  return g_strdup (spil_offer_state_label (spil_offer_item_get_row (item)->state));
}

static void
on_activated_cb (SpilOffersView *self, guint position)
{
  g_autoptr (GObject) slot = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  SpilOfferItem *item = slot != NULL ? spil_list_item_of (slot) : NULL;
  g_autofree char *id = NULL;
  g_autofree char *target = NULL;

  if (item == NULL)
    return;
  id = spil_id_dup_text (spil_offer_item_get_row (item)->id);
  target = g_strconcat ("offer ", id, NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "s", target);
}

static void
show_query (SpilOffersView *self)
{
  SpilOfferFilter filter;

  take_filter (self, &filter);
  if (self->model != NULL)
    spil_store_list_model_set_query (self->model, spil_offer_item_copy_filter (&filter),
                                     spil_offer_item_free_filter);
}

static void
on_shape_cb (SpilOffersView *self)
{
  gboolean list = adw_toggle_group_get_active (self->shape) == 1;

  if (list && self->model == NULL && spil_section_get_worker (SPIL_SECTION (self)) != NULL) {
    self->model = spil_store_list_model_new (spil_section_get_worker (SPIL_SECTION (self)),
                                             spil_offer_item_fetch);
    gtk_list_view_set_model (
        self->list, GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->model)))));
    show_query (self);
  }
  gtk_stack_set_visible_child_name (self->stack, list ? "list" : "board");
}

static void
on_filter_changed_cb (SpilOffersView *self)
{
  show_query (self);
  spil_section_reload (SPIL_SECTION (self));
}

/* Making it */

static SpilChoiceFilter *
add_filter (SpilOffersView *self, AdwWrapBox *bar, const char *name, const char *all)
{
  GtkWidget *filter = spil_choice_filter_new (name, all);

  g_signal_connect_object (filter, "changed", G_CALLBACK (on_filter_changed_cb), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (bar, filter);
  return SPIL_CHOICE_FILTER (filter);
}

static void
add_shape (SpilOffersView *self, AdwWrapBox *bar)
{
  const char *labels[] = { C_ ("view", "Board"), C_ ("view", "List") };

  self->shape = ADW_TOGGLE_GROUP (adw_toggle_group_new ());
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++) {
    AdwToggle *toggle = adw_toggle_new ();

    adw_toggle_set_label (toggle, labels[i]);
    adw_toggle_group_add (self->shape, toggle);
  }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->shape), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("How offers are shown"), -1);
  g_signal_connect_object (self->shape, "notify::active", G_CALLBACK (on_shape_cb), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (bar, GTK_WIDGET (self->shape));
}

static GtkWidget *
make_bar (SpilOffersView *self)
{
  AdwWrapBox *bar = ADW_WRAP_BOX (adw_wrap_box_new ());

  adw_wrap_box_set_child_spacing (bar, 6);
  adw_wrap_box_set_line_spacing (bar, 6);
  gtk_widget_set_margin_start (GTK_WIDGET (bar), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (bar), 12);
  gtk_widget_set_margin_top (GTK_WIDGET (bar), 6);
  gtk_widget_set_margin_bottom (GTK_WIDGET (bar), 6);
  add_shape (self, bar);
  self->instrument = add_filter (self, bar, _ ("Instrument"), _ ("All instruments"));
  self->area = add_filter (self, bar, _ ("Area"), _ ("All areas"));
  self->owner = add_filter (self, bar, _ ("Owner"), _ ("All owners"));
  return GTK_WIDGET (bar);
}

static GtkWidget *
make_list (SpilOffersView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_scrollable_new ();

  self->list = GTK_LIST_VIEW (
      gtk_list_view_new (NULL, spil_two_line_factory_new (dup_title, dup_subtitle, dup_end, NULL)));
  gtk_list_view_set_single_click_activate (self->list, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "background");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Offers"),
                                  -1);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (on_activated_cb), self, G_CONNECT_SWAPPED);
  adw_clamp_scrollable_set_maximum_size (ADW_CLAMP_SCROLLABLE (clamp), 860);
  adw_clamp_scrollable_set_child (ADW_CLAMP_SCROLLABLE (clamp), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static void
spil_offers_view_dispose (GObject *object)
{
  g_clear_object (&SPIL_OFFERS_VIEW (object)->model);
  G_OBJECT_CLASS (spil_offers_view_parent_class)->dispose (object);
}

static void
spil_offers_view_class_init (SpilOffersViewClass *klass)
{
  static const int entities[] = { SPIL_ENTITY_OFFER, SPIL_ENTITY_INSTRUMENT, SPIL_ENTITY_ORGANISATION,
                                  SPIL_ENTITY_AREA,  SPIL_ENTITY_SITE,       0 };
  SpilSectionClass *section_class = SPIL_SECTION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_offers_view_dispose;
  section_class->entities = entities;
  section_class->prepare = prepare;
  section_class->free_request = spil_offer_item_free_filter;
  section_class->load = load;
  section_class->free_data = data_free;
  section_class->fill = fill;
  section_class->add = add;
}

static void
spil_offers_view_init (SpilOffersView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->stack = GTK_STACK (gtk_stack_new ());
  self->board = SPIL_OFFER_BOARD (spil_offer_board_new ());
  gtk_box_append (GTK_BOX (box), make_bar (self));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->board), "board");
  gtk_stack_add_named (self->stack, make_list (self), "list");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), box);
}
