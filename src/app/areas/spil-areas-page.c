// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-areas-page.h"

#include <glib/gi18n-lib.h>

#include "spil-area-overview.h"
#include "spil-area-page.h"
#include "spil-area-rows.h"
#include "spil-record-dialog.h"
#include "spil-row-group.h"

struct _SpilAreasPage
{
  SpilPage parent_instance;

  SpilRowGroup *areas;
  GtkWidget *overview_box;
  SpilAreaOverview *overview;
};

G_DEFINE_FINAL_TYPE (SpilAreasPage, spil_areas_page, SPIL_TYPE_PAGE)

static gpointer
load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  return spil_area_query (store, spil_day_today (), error);
}

static void
fill (SpilPage *page, gpointer loaded)
{
  SpilAreasPage *self = SPIL_AREAS_PAGE (page);
  GPtrArray *areas = loaded;

  spil_row_group_begin (self->areas);
  for (guint i = 0; i < areas->len; i++)
    spil_row_group_append (self->areas, spil_area_list_row_new (g_ptr_array_index (areas, i)));
  spil_row_group_end (self->areas, NULL);
  gtk_widget_set_visible (self->overview_box, areas->len > 0);
  spil_area_overview_set_areas (self->overview, areas);
  if (areas->len == 0)
    spil_page_set_empty (page, _ ("No areas yet"),
                         _ ("Add the business parks, corridors and districts that the programme works in."),
                         _ ("Add an area"), "win.add::area");
}

static void
add (SpilPage *page)
{
  SpilRecordDialog *dialog = spil_record_dialog_new_add (spil_page_get_worker (page),
                                                         spil_entity (SPIL_ENTITY_AREA), NULL);

  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (page));
}

static void
on_add_clicked_cb (SpilPage *page)
{
  add (page);
}

static gboolean
open_record (SpilPage *page, const SpilEntity *entity, SpilId id)
{
  if (entity->number != SPIL_ENTITY_AREA)
    return FALSE;
  spil_page_push (page, spil_area_page_new (spil_page_get_worker (page), id));
  return TRUE;
}

static void
spil_areas_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_AREAS_PAGE);
  G_OBJECT_CLASS (spil_areas_page_parent_class)->dispose (object);
}

static void
spil_areas_page_class_init (SpilAreasPageClass *klass)
{
  static const int entities[] = {
    SPIL_ENTITY_AREA, SPIL_ENTITY_AREA_CHECK, SPIL_ENTITY_SITE, SPIL_ENTITY_CONTACT, SPIL_ENTITY_SETTING, 0,
  };
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_areas_page_dispose;
  page_class->entities = entities;
  page_class->load = load;
  page_class->free_data = (GDestroyNotify) g_ptr_array_unref;
  page_class->fill = fill;
  page_class->add = add;
  page_class->open_record = open_record;

  g_type_ensure (SPIL_TYPE_AREA_OVERVIEW);
  g_type_ensure (SPIL_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-areas-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilAreasPage, areas);
  gtk_widget_class_bind_template_child (widget_class, SpilAreasPage, overview_box);
  gtk_widget_class_bind_template_child (widget_class, SpilAreasPage, overview);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked_cb);
}

static void
spil_areas_page_init (SpilAreasPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
