// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-offer-section.h"

#include <glib/gi18n-lib.h>

#include "spil-offer-dialog.h"
#include "spil-offer-words.h"
#include "spil-row-group.h"

// How many are shown on the page of an employer or an area.
#define MAX_OFFERS 25

struct _SpilOfferSection
{
  SpilSection parent_instance;

  SpilRowGroup *group;
};

G_DEFINE_FINAL_TYPE (SpilOfferSection, spil_offer_section, SPIL_TYPE_SECTION)

// What the section shows.
typedef struct
{
  GPtrArray *offers; /**< of SpilOfferRow */
  SpilId organisation; /**< nil: the subject is an area */
  SpilId area;
} Data;

static void
data_free (gpointer loaded)
{
  Data *data = loaded;

  g_clear_pointer (&data->offers, g_ptr_array_unref);
  g_free (data);
}

static gpointer
load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  const SpilId *subject = request;
  g_autoptr (SpilRecord) area = spil_store_get (store, spil_entity (SPIL_ENTITY_AREA), *subject, NULL);
  SpilOfferFilter filter = { .limit = MAX_OFFERS };
  Data *data = g_new0 (Data, 1);

  if (area != NULL)
    data->area = filter.area = *subject;
  else
    data->organisation = filter.organisation = *subject;
  data->offers = spil_offer_query (store, &filter, error);
  if (data->offers != NULL)
    return data;
  data_free (data);
  return NULL;
}

static void
fill (SpilSection *section, gpointer loaded)
{
  SpilOfferSection *self = SPIL_OFFER_SECTION (section);
  const Data *data = loaded;

  spil_row_group_begin (self->group);
  for (guint i = 0; i < data->offers->len; i++) {
    const SpilOfferRow *offer = g_ptr_array_index (data->offers, i);
    // On the page of an area: to whom, unless to the area itself.
    gboolean whom = spil_id_is_nil (data->organisation) && !spil_id_is_nil (offer->organisation);

    spil_row_group_append (self->group, spil_offer_row_new (offer, whom));
  }
  spil_row_group_end (self->group, _ ("Nothing offered yet"));
}

static void
add (SpilSection *section)
{
  const Data *data = spil_section_get_data (section);

  if (data != NULL)
    spil_offer_dialog_present (spil_section_get_worker (section),
                               GTK_WIDGET (spil_section_get_page (section)), data->organisation, data->area,
                               SPIL_ID_NIL);
}

static void
spil_offer_section_class_init (SpilOfferSectionClass *klass)
{
  static const int entities[] = { SPIL_ENTITY_OFFER, SPIL_ENTITY_INSTRUMENT, SPIL_ENTITY_ORGANISATION,
                                  SPIL_ENTITY_AREA,  SPIL_ENTITY_SITE,       0 };
  SpilSectionClass *section_class = SPIL_SECTION_CLASS (klass);

  section_class->entities = entities;
  section_class->load = load;
  section_class->free_data = data_free;
  section_class->fill = fill;
  section_class->add = add;
}

static void
spil_offer_section_init (SpilOfferSection *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Offer…"));

  self->group = SPIL_ROW_GROUP (spil_row_group_new (_ ("Offers")));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (spil_section_add), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self->group), button);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}
