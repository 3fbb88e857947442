// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-action-line-page.h"

#include <glib/gi18n-lib.h>

#include "spil-columns.h"
#include "spil-entity.h"
#include "spil-fact-grid.h"
#include "spil-plan-section.h"
#include "spil-row-group.h"

struct _SpilActionLinePage
{
  SpilRowPage parent_instance;

  GtkLabel *name;
  SpilFactGrid *facts;
  SpilPlanSection *planning;
};

G_DEFINE_FINAL_TYPE (SpilActionLinePage, spil_action_line_page, SPIL_TYPE_ROW_PAGE)

static gpointer
load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local = NULL;
  SpilRecord *record = spil_store_get (store, spil_entity (SPIL_ENTITY_ACTION_LINE),
                                       *(const SpilId *) request, &local);

  if (record == NULL && !g_error_matches (local, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&local));
  return record;
}

static void
fill_row (SpilPage *page, gpointer data)
{
  static const int fields[] = {
    SPIL_ACTION_LINE_STANCE,  SPIL_ACTION_LINE_LEAD,  SPIL_ACTION_LINE_TARGET_GROUP,
    SPIL_ACTION_LINE_GO_LIVE, SPIL_ACTION_LINE_NOTES,
  };
  SpilActionLinePage *self = SPIL_ACTION_LINE_PAGE (page);
  SpilRecord *line = data;
  int number = (int) spil_record_get_integer (line, SPIL_ACTION_LINE_NUMBER);
  g_autofree char *title = number > 0 ? g_strdup_printf (_ ("Action line %d"), number)
                                      : g_strdup (_ ("Action line"));

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (page), title);
  gtk_label_set_label (self->name, spil_record_get_title (line));
  spil_fact_grid_clear (self->facts);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    spil_fact_grid_add_field (self->facts, line, fields[i]);
}

static void
on_edit_clicked_cb (SpilActionLinePage *self)
{
  SpilRecord *line = spil_page_get_data (SPIL_PAGE (self));

  if (line != NULL)
    spil_present_edit (GTK_WIDGET (self->facts), line, NULL);
}

static void
add (SpilPage *page)
{
  spil_section_add (SPIL_SECTION (SPIL_ACTION_LINE_PAGE (page)->planning));
}

static void
spil_action_line_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_ACTION_LINE_PAGE);
  G_OBJECT_CLASS (spil_action_line_page_parent_class)->dispose (object);
}

static void
spil_action_line_page_class_init (SpilActionLinePageClass *klass)
{
  static const int entities[] = { SPIL_ENTITY_ACTION_LINE, 0 };
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);
  SpilRowPageClass *row_class = SPIL_ROW_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_action_line_page_dispose;
  page_class->entities = entities;
  page_class->help = "planning";
  page_class->load = load;
  page_class->free_data = g_object_unref;
  row_class->entity = SPIL_ENTITY_ACTION_LINE;
  row_class->fill_row = fill_row;
  page_class->add = add;
  g_type_ensure (SPIL_TYPE_COLUMNS);
  g_type_ensure (SPIL_TYPE_FACT_GRID);
  g_type_ensure (SPIL_TYPE_PLAN_SECTION);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/regiozwolle/Spil/ui/spil-action-line-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilActionLinePage, name);
  gtk_widget_class_bind_template_child (widget_class, SpilActionLinePage, facts);
  gtk_widget_class_bind_template_child (widget_class, SpilActionLinePage, planning);
  gtk_widget_class_bind_template_callback (widget_class, on_edit_clicked_cb);
}

static void
spil_action_line_page_init (SpilActionLinePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

SpilPage *
spil_action_line_page_new (SpilWorker *worker, SpilId id)
{
  SpilPage *self = spil_row_page_new (SPIL_TYPE_ACTION_LINE_PAGE, worker, _ ("Action line"), id);

  spil_section_set_subjects (GTK_WIDGET (self), id);
  return self;
}
