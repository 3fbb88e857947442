// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-toolkit-page.h"

#include "spil-record-list.h"

// Until there is a list without an end.
#define MAX_ROWS 100

struct _SpilToolkitPage
{
  SpilPage parent_instance;

  SpilRecordList *instruments;
  SpilRecordList *offers;
  SpilRecordList *cohorts;
};

G_DEFINE_FINAL_TYPE (SpilToolkitPage, spil_toolkit_page, SPIL_TYPE_PAGE)

// What the page shows.
typedef struct
{
  GPtrArray *instruments;
  GPtrArray *offers;
  GPtrArray *cohorts;
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

static GPtrArray *
list (SpilStore *store, SpilEntityNumber entity, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (entity));

  spil_query_window (query, 0, MAX_ROWS);
  return spil_store_list (store, query, error);
}

static gpointer
load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  g_autoptr (Data) data = g_new0 (Data, 1);

  data->instruments = list (store, SPIL_ENTITY_INSTRUMENT, error);
  if (data->instruments == NULL)
    return NULL;
  data->offers = list (store, SPIL_ENTITY_OFFER, error);
  if (data->offers == NULL)
    return NULL;
  data->cohorts = list (store, SPIL_ENTITY_COHORT, error);
  if (data->cohorts == NULL)
    return NULL;
  return g_steal_pointer (&data);
}

static void
fill (SpilPage *page, gpointer loaded)
{
  SpilToolkitPage *self = SPIL_TOOLKIT_PAGE (page);
  Data *data = loaded;

  spil_record_list_set_records (self->instruments, data->instruments);
  spil_record_list_set_records (self->offers, data->offers);
  spil_record_list_set_records (self->cohorts, data->cohorts);
}

static void
add (SpilPage *page)
{
  spil_record_list_add (SPIL_TOOLKIT_PAGE (page)->instruments);
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
  static const int entities[] = { SPIL_ENTITY_INSTRUMENT, SPIL_ENTITY_OFFER, SPIL_ENTITY_COHORT, 0 };
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_toolkit_page_dispose;
  page_class->entities = entities;
  page_class->load = load;
  page_class->free_data = (GDestroyNotify) data_free;
  page_class->fill = fill;
  page_class->add = add;

  g_type_ensure (SPIL_TYPE_RECORD_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-toolkit-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilToolkitPage, instruments);
  gtk_widget_class_bind_template_child (widget_class, SpilToolkitPage, offers);
  gtk_widget_class_bind_template_child (widget_class, SpilToolkitPage, cohorts);
}

static void
spil_toolkit_page_init (SpilToolkitPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
