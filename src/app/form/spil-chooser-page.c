// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-chooser-page.h"

#include <glib/gi18n-lib.h>

#include "spil-column.h"
#include "spil-list-slot.h"
#include "spil-record-words.h"
#include "spil-store-list-model.h"

struct _SpilChooserPage
{
  AdwNavigationPage parent_instance;

  const SpilEntity *entity;
  SpilStoreListModel *model;

  GtkSearchEntry *search;
  GtkListView *list;
  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (SpilChooserPage, spil_chooser_page, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
choose (SpilChooserPage *self, guint position)
{
  g_autoptr (SpilListSlot) slot = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);
  g_autoptr (SpilRecord) record = NULL;

  if (slot == NULL || spil_list_slot_get_item (slot) == NULL)
    return;
  record = g_object_ref (spil_list_slot_get_item (slot));
  adw_navigation_view_pop (ADW_NAVIGATION_VIEW (view));
  g_signal_emit (self, signals[CHOSEN], 0, record);
}

static void
on_row_activated_cb (SpilChooserPage *self, guint position)
{
  choose (self, position);
}

// Enter in the search field takes the first row.
static void
on_search_activated_cb (SpilChooserPage *self)
{
  choose (self, 0);
}

static void
on_search_changed_cb (SpilChooserPage *self)
{
  SpilQuery *query = spil_query_new (self->entity);

  spil_query_leave_out_merged (query);
  spil_query_search (query, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  spil_store_list_model_set_query (self->model, query, (GDestroyNotify) spil_query_free);
}

static gboolean
focus_list (SpilChooserPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    return FALSE;
  gtk_list_view_scroll_to (self->list, 0, GTK_LIST_SCROLL_FOCUS, NULL);
  return gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
on_next_match_cb (SpilChooserPage *self)
{
  focus_list (self);
}

// The field takes Escape for itself.
static void
on_search_stopped_cb (SpilChooserPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "navigation.pop", NULL);
}

static gboolean
on_search_key_cb (SpilChooserPage *self, guint keyval)
{
  return (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down) && focus_list (self);
}

static void
on_loaded_cb (SpilChooserPage *self)
{
  gboolean empty = g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0;

  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "list");
}

static char *
row_title (gpointer item, gpointer user_data)
{
  return spil_record_dup_one_line (item);
}

static char *
row_subtitle (gpointer item, gpointer user_data)
{
  return spil_record_dup_subtitle (item);
}

static void
spil_chooser_page_shown (AdwNavigationPage *page)
{
  SpilChooserPage *self = SPIL_CHOOSER_PAGE (page);

  if (gtk_widget_get_visible (GTK_WIDGET (self->search)))
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
  else
    focus_list (self);
}

static void
spil_chooser_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_CHOOSER_PAGE);
  g_clear_object (&SPIL_CHOOSER_PAGE (object)->model);
  G_OBJECT_CLASS (spil_chooser_page_parent_class)->dispose (object);
}

static void
spil_chooser_page_class_init (SpilChooserPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_chooser_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = spil_chooser_page_shown;
  signals[CHOSEN] = g_signal_new ("chosen", SPIL_TYPE_CHOOSER_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, SPIL_TYPE_RECORD);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-chooser-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilChooserPage, search);
  gtk_widget_class_bind_template_child (widget_class, SpilChooserPage, list);
  gtk_widget_class_bind_template_child (widget_class, SpilChooserPage, stack);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_next_match_cb);
}

static void
spil_chooser_page_init (SpilChooserPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_search_key_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->search), keys);
}

AdwNavigationPage *
spil_chooser_page_new (SpilWorker *worker, const SpilEntity *entity, const char *title)
{
  SpilChooserPage *self = g_object_new (SPIL_TYPE_CHOOSER_PAGE, "title", title, NULL);
  g_autoptr (GtkListItemFactory) factory = spil_two_line_factory_new (row_title, row_subtitle, NULL, NULL);

  self->entity = entity;
  gtk_widget_set_visible (GTK_WIDGET (self->search), spil_entity_can_be_searched (entity));
  self->model = spil_store_list_model_new (worker, spil_store_list_fetch_records);
  g_signal_connect_object (self->model, "loaded", G_CALLBACK (on_loaded_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (
      self->list, GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->model)))));
  on_search_changed_cb (self);
  return ADW_NAVIGATION_PAGE (self);
}
