// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-booking-rows-page.h"

#include <glib/gi18n-lib.h>

#include "spil-booking-import-words.h"
#include "spil-booking-row-page.h"
#include "spil-column.h"

/* A row in the list: where it is. */
#define SPIL_TYPE_BOOKING_ROW_PLACE (spil_booking_row_place_get_type ())
G_DECLARE_FINAL_TYPE (SpilBookingRowPlace, spil_booking_row_place, SPIL, BOOKING_ROW_PLACE, GObject)

struct _SpilBookingRowPlace
{
  GObject parent_instance;

  guint index;
};

G_DEFINE_FINAL_TYPE (SpilBookingRowPlace, spil_booking_row_place, G_TYPE_OBJECT)

static void
spil_booking_row_place_class_init (SpilBookingRowPlaceClass *klass)
{
}

static void
spil_booking_row_place_init (SpilBookingRowPlace *self)
{
}

struct _SpilBookingRowsPage
{
  AdwNavigationPage parent_instance;

  SpilBookingImport *import;
  SpilBookingRowState state;
  SpilBookingChosenFunc chosen;
  gpointer chosen_data;
  GListStore *places; /* of SpilBookingRowPlace */
  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (SpilBookingRowsPage, spil_booking_rows_page, ADW_TYPE_NAVIGATION_PAGE)

static const SpilBookingRow *
row_of (SpilBookingRowsPage *self, gpointer item)
{
  return self->import->rows->pdata[SPIL_BOOKING_ROW_PLACE (item)->index];
}

static char *
dup_title (gpointer item, gpointer user_data)
{
  return spil_booking_row_dup_title (row_of (user_data, item));
}

static char *
dup_facts (gpointer item, gpointer user_data)
{
  return spil_booking_row_dup_facts (row_of (user_data, item));
}

static char *
dup_amount (gpointer item, gpointer user_data)
{
  return spil_booking_row_dup_amount (row_of (user_data, item));
}

/* What was chosen for one row may have changed others. */
static void
fill (SpilBookingRowsPage *self)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->import->rows->len; i++) {
    const SpilBookingRow *row = self->import->rows->pdata[i];
    SpilBookingRowPlace *place;

    if (row->state != self->state)
      continue;
    place = g_object_new (SPIL_TYPE_BOOKING_ROW_PLACE, NULL);
    place->index = i;
    g_ptr_array_add (places, place);
  }
  g_list_store_splice (self->places, 0, g_list_model_get_n_items (G_LIST_MODEL (self->places)), places->pdata,
                       places->len);
  gtk_stack_set_visible_child_name (self->stack, places->len > 0 ? "rows" : "none");
}

static void
on_activate_cb (GtkListView *view, guint position, SpilBookingRowsPage *self)
{
  g_autoptr (SpilBookingRowPlace) place = g_list_model_get_item (G_LIST_MODEL (self->places), position);
  GtkWidget *navigation = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  if (place != NULL && navigation != NULL)
    adw_navigation_view_push (
        ADW_NAVIGATION_VIEW (navigation),
        spil_booking_row_page_new (self->import, place->index, self->chosen, self->chosen_data));
}

static void
spil_booking_rows_page_showing (AdwNavigationPage *page)
{
  fill (SPIL_BOOKING_ROWS_PAGE (page));
}

static void
spil_booking_rows_page_finalize (GObject *object)
{
  g_clear_object (&SPIL_BOOKING_ROWS_PAGE (object)->places);
  G_OBJECT_CLASS (spil_booking_rows_page_parent_class)->finalize (object);
}

static void
spil_booking_rows_page_class_init (SpilBookingRowsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = spil_booking_rows_page_finalize;
  ADW_NAVIGATION_PAGE_CLASS (klass)->showing = spil_booking_rows_page_showing;
}

static GtkWidget *
make_list (SpilBookingRowsPage *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkNoSelection *model = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->places)));
  GtkWidget *view = gtk_list_view_new (GTK_SELECTION_MODEL (model),
                                       spil_two_line_factory_new (dup_title, dup_facts, dup_amount, self));

  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (view), TRUE);
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (view), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spil_booking_state_label (self->state), -1);
  g_signal_connect (view, "activate", G_CALLBACK (on_activate_cb), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  return scrolled;
}

static void
spil_booking_rows_page_init (SpilBookingRowsPage *self)
{
  self->places = g_list_store_new (SPIL_TYPE_BOOKING_ROW_PLACE);
}

AdwNavigationPage *
spil_booking_rows_page_new (SpilBookingImport *import, SpilBookingRowState state,
                            SpilBookingChosenFunc chosen, gpointer user_data)
{
  SpilBookingRowsPage *self = g_object_new (SPIL_TYPE_BOOKING_ROWS_PAGE, "title",
                                            spil_booking_state_label (state), NULL);
  GtkWidget *toolbar = adw_toolbar_view_new ();
  GtkWidget *none = adw_status_page_new ();

  self->import = import;
  self->state = state;
  self->chosen = chosen;
  self->chosen_data = user_data;
  self->stack = GTK_STACK (gtk_stack_new ());
  adw_status_page_set_title (ADW_STATUS_PAGE (none), _ ("No rows any more"));
  gtk_stack_add_named (self->stack, make_list (self), "rows");
  gtk_stack_add_named (self->stack, none, "none");
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar), GTK_WIDGET (self->stack));
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), toolbar);
  fill (self);
  return ADW_NAVIGATION_PAGE (self);
}
