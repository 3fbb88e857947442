// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-employer-chooser.h"

#include <glib/gi18n-lib.h>

#include "spil-column.h"
#include "spil-employer-item.h"
#include "spil-employer-selection.h"
#include "spil-employer-words.h"
#include "spil-list-slot.h"
#include "spil-store-list-model.h"

struct _SpilEmployerChooser
{
  AdwNavigationPage parent_instance;

  SpilStoreListModel *model;
  gboolean loading;
  gboolean take_first; /**< Enter was pressed before the answer was there */

  GtkSearchEntry *search;
  GtkListView *list;
  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (SpilEmployerChooser, spil_employer_chooser, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
choose (SpilEmployerChooser *self, guint position)
{
  g_autoptr (GObject) slot = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  GObject *item = slot != NULL ? spil_list_item_of (slot) : NULL;
  g_autoptr (GObject) held = item != NULL ? g_object_ref (item) : NULL;

  if (held != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, spil_employer_item_get_row (SPIL_EMPLOYER_ITEM (held)));
}

static void
on_row_activated_cb (SpilEmployerChooser *self, guint position)
{
  choose (self, position);
}

static void
on_search_activated_cb (SpilEmployerChooser *self)
{
  self->take_first = self->loading;
  if (!self->loading)
    choose (self, 0);
}

static void
on_search_changed_cb (SpilEmployerChooser *self)
{
  SpilEmployerSelection *selection = spil_employer_selection_new (spil_day_today ());

  selection->kinds = SPIL_EMPLOYER_KINDS_ALL;
  spil_employer_selection_set_search (selection, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  if (selection->search == NULL) {
    selection->sort = SPIL_EMPLOYER_SORT_LAST_CONTACT;
    selection->descending = TRUE;
  }
  self->loading = TRUE;
  self->take_first = FALSE;
  spil_store_list_model_set_query (self->model, selection, (GDestroyNotify) spil_employer_selection_free);
}

static gboolean
on_search_key_cb (SpilEmployerChooser *self, guint keyval)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return FALSE;
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    return TRUE;
  gtk_list_view_scroll_to (self->list, 0, GTK_LIST_SCROLL_FOCUS, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
  return TRUE;
}

static void
on_search_stopped_cb (SpilEmployerChooser *self)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_DIALOG);

  if (gtk_editable_get_text (GTK_EDITABLE (self->search))[0] != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else if (dialog != NULL)
    adw_dialog_close (ADW_DIALOG (dialog));
}

static void
on_loaded_cb (SpilEmployerChooser *self)
{
  gboolean empty = g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0;
  gboolean take_first = self->take_first;

  self->loading = FALSE;
  self->take_first = FALSE;
  gtk_stack_set_visible_child_name (self->stack, empty ? "nothing" : "list");
  if (take_first)
    choose (self, 0);
}

static char *
row_title (gpointer item, gpointer user_data)
{
  return g_strdup (spil_employer_item_get_row (item)->name);
}

static char *
row_subtitle (gpointer item, gpointer user_data)
{
  return spil_employer_dup_subtitle (spil_employer_item_get_row (item));
}

static void
spil_employer_chooser_shown (AdwNavigationPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (SPIL_EMPLOYER_CHOOSER (page)->search));
}

static void
spil_employer_chooser_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_EMPLOYER_CHOOSER);
  g_clear_object (&SPIL_EMPLOYER_CHOOSER (object)->model);
  G_OBJECT_CLASS (spil_employer_chooser_parent_class)->dispose (object);
}

static void
spil_employer_chooser_class_init (SpilEmployerChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_employer_chooser_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = spil_employer_chooser_shown;
  signals[CHOSEN] = g_signal_new ("chosen", SPIL_TYPE_EMPLOYER_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/regiozwolle/Spil/ui/spil-employer-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilEmployerChooser, search);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployerChooser, list);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployerChooser, stack);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped_cb);
}

static void
spil_employer_chooser_init (SpilEmployerChooser *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_search_key_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->search), keys);
}

AdwNavigationPage *
spil_employer_chooser_new (SpilWorker *worker, const char *title)
{
  SpilEmployerChooser *self = g_object_new (SPIL_TYPE_EMPLOYER_CHOOSER, "title", title, NULL);
  g_autoptr (GtkListItemFactory) factory = spil_two_line_factory_new (row_title, row_subtitle, NULL, NULL);
  g_autoptr (GtkSelectionModel) selection = NULL;

  self->model = spil_store_list_model_new (worker, spil_employer_item_fetch);
  g_signal_connect_object (self->model, "loaded", G_CALLBACK (on_loaded_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->model))));
  gtk_list_view_set_model (self->list, selection);
  on_search_changed_cb (self);
  return ADW_NAVIGATION_PAGE (self);
}

GtkWidget *
spil_employer_chooser_get_search (SpilEmployerChooser *self)
{
  g_return_val_if_fail (SPIL_IS_EMPLOYER_CHOOSER (self), NULL);
  return GTK_WIDGET (self->search);
}
