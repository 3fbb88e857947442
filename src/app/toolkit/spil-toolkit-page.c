// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-toolkit-page.h"

#include <glib/gi18n-lib.h>

#include "spil-alliance-page.h"
#include "spil-alliances-view.h"
#include "spil-cohort-page.h"
#include "spil-cohorts-view.h"
#include "spil-event-page.h"
#include "spil-events-view.h"
#include "spil-instrument-page.h"
#include "spil-instruments-view.h"
#include "spil-offer-page.h"
#include "spil-offers-view.h"
#include "spil-promises-view.h"
#include "spil-window-state.h"

struct _SpilToolkitPage
{
  SpilPage parent_instance;

  AdwViewStack *stack;
  GtkDropDown *chooser;
  GtkWidget *switcher;
};

G_DEFINE_FINAL_TYPE (SpilToolkitPage, spil_toolkit_page, SPIL_TYPE_PAGE)

// The views of the stack, in its order.
static const char *const views[] = { "instruments", "offers", "cohorts", "events", "alliances", "promises" };

static void
on_chosen_cb (SpilToolkitPage *self)
{
  guint at = gtk_drop_down_get_selected (self->chooser);

  if (at < G_N_ELEMENTS (views))
    adw_view_stack_set_visible_child_name (self->stack, views[at]);
}

static void
on_shown_cb (SpilToolkitPage *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->stack);

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (g_strcmp0 (name, views[i]) == 0)
      gtk_drop_down_set_selected (self->chooser, i);
}

static void
add (SpilPage *page)
{
  GtkWidget *view = adw_view_stack_get_visible_child (SPIL_TOOLKIT_PAGE (page)->stack);

  if (SPIL_IS_SECTION (view))
    spil_section_add (SPIL_SECTION (view));
}

// Each kind of row has a view that it stands in and a page that tells all about it.
static const struct
{
  int entity;
  const char *view;
  SpilPage *(*make_page) (SpilWorker *worker, SpilId id);
} opened[] = {
  { SPIL_ENTITY_INSTRUMENT, "instruments", spil_instrument_page_new },
  { SPIL_ENTITY_OFFER, "offers", spil_offer_page_new },
  { SPIL_ENTITY_COHORT, "cohorts", spil_cohort_page_new },
  { SPIL_ENTITY_EVENT, "events", spil_event_page_new },
  { SPIL_ENTITY_ALLIANCE, "alliances", spil_alliance_page_new },
};

static gboolean
open_record (SpilPage *page, const SpilEntity *entity, SpilId id)
{
  SpilToolkitPage *self = SPIL_TOOLKIT_PAGE (page);

  for (gsize i = 0; i < G_N_ELEMENTS (opened); i++)
    if (opened[i].entity == entity->number) {
      adw_view_stack_set_visible_child_name (self->stack, opened[i].view);
      spil_page_push (page, opened[i].make_page (spil_page_get_worker (page), id));
      return TRUE;
    }
  return FALSE;
}

static void
make_chooser (SpilToolkitPage *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (views); i++) {
    GtkWidget *child = adw_view_stack_get_child_by_name (self->stack, views[i]);

    gtk_string_list_append (titles,
                            adw_view_stack_page_get_title (adw_view_stack_get_page (self->stack, child)));
  }
  gtk_drop_down_set_model (self->chooser, G_LIST_MODEL (titles));
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
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_toolkit_page_dispose;
  page_class->add = add;
  page_class->open_record = open_record;

  g_type_ensure (SPIL_TYPE_INSTRUMENTS_VIEW);
  g_type_ensure (SPIL_TYPE_OFFERS_VIEW);
  g_type_ensure (SPIL_TYPE_COHORTS_VIEW);
  g_type_ensure (SPIL_TYPE_EVENTS_VIEW);
  g_type_ensure (SPIL_TYPE_ALLIANCES_VIEW);
  g_type_ensure (SPIL_TYPE_PROMISES_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-toolkit-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilToolkitPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SpilToolkitPage, chooser);
  gtk_widget_class_bind_template_child (widget_class, SpilToolkitPage, switcher);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_shown_cb);
}

static void
spil_toolkit_page_init (SpilToolkitPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  make_chooser (self);
  spil_window_state_bind ("toolkit-view", self->stack, "visible-child-name");
}
