// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-employers-page.h"

#include "spil-record-list.h"

// Until there is a list without an end.
#define MAX_ROWS 100

struct _SpilEmployersPage
{
  SpilPage parent_instance;

  SpilRecordList *organisations;
};

G_DEFINE_FINAL_TYPE (SpilEmployersPage, spil_employers_page, SPIL_TYPE_PAGE)

// What the page shows.
typedef struct
{
  GPtrArray *organisations;
} Data;

static void
data_free (Data *data)
{
  g_clear_pointer (&data->organisations, g_ptr_array_unref);
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

  data->organisations = list (store, SPIL_ENTITY_ORGANISATION, error);
  if (data->organisations == NULL)
    return NULL;
  return g_steal_pointer (&data);
}

static void
fill (SpilPage *page, gpointer loaded)
{
  SpilEmployersPage *self = SPIL_EMPLOYERS_PAGE (page);
  Data *data = loaded;

  spil_record_list_set_records (self->organisations, data->organisations);
}

static void
add (SpilPage *page)
{
  spil_record_list_add (SPIL_EMPLOYERS_PAGE (page)->organisations);
}

static void
spil_employers_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_EMPLOYERS_PAGE);
  G_OBJECT_CLASS (spil_employers_page_parent_class)->dispose (object);
}

static void
spil_employers_page_class_init (SpilEmployersPageClass *klass)
{
  static const int entities[] = { SPIL_ENTITY_ORGANISATION, 0 };
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_employers_page_dispose;
  page_class->entities = entities;
  page_class->load = load;
  page_class->free_data = (GDestroyNotify) data_free;
  page_class->fill = fill;
  page_class->add = add;

  g_type_ensure (SPIL_TYPE_RECORD_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/regiozwolle/Spil/ui/spil-employers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilEmployersPage, organisations);
}

static void
spil_employers_page_init (SpilEmployersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
