// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-booking-list.h"

#include <glib/gi18n-lib.h>

#include "spil-booking-deeds.h"
#include "spil-booking-page.h"
#include "spil-page.h"
#include "spil-register-words.h"
#include "spil-row-group.h"

#define AMOUNT_CHARS 11

struct _SpilBookingList
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows; /**< what is in the group; borrowed */
};

G_DEFINE_FINAL_TYPE (SpilBookingList, spil_booking_list, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  EXPENSE,
  MORE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

// What a row or its button is about.
typedef struct
{
  SpilBookingKind kind;
  SpilId id;
  char *title;
} Subject;

static void
subject_free (gpointer data)
{
  Subject *subject = data;

  g_free (subject->title);
  g_free (subject);
}

static const Subject *
subject_of (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "spil-subject");
}

static void
set_subject (GtkWidget *widget, const SpilBudgetBookingRow *booking)
{
  Subject *subject = g_new0 (Subject, 1);

  subject->kind = booking->kind;
  subject->id = booking->id;
  subject->title = g_strdup (spil_register_get_title (booking));
  g_object_set_data_full (G_OBJECT (widget), "spil-subject", subject, subject_free);
}

static SpilWorker *
find_worker (SpilBookingList *self)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), SPIL_TYPE_PAGE);

  return page != NULL ? spil_page_get_worker (SPIL_PAGE (page)) : NULL;
}

static void
on_row_activated_cb (SpilBookingList *self, GtkWidget *row)
{
  const Subject *subject = subject_of (row);
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), SPIL_TYPE_PAGE);

  spil_booking_page_open (SPIL_PAGE (page), subject->kind, subject->id);
}

static void
on_reverse_clicked_cb (SpilBookingList *self, GtkWidget *button)
{
  const Subject *subject = subject_of (button);

  spil_booking_ask_reverse (GTK_WIDGET (self), find_worker (self), subject->kind, subject->id,
                            subject->title);
}

static void
on_expense_clicked_cb (SpilBookingList *self, GtkWidget *button)
{
  g_signal_emit (self, signals[EXPENSE], 0, &subject_of (button)->id);
}

static void
on_more_activated_cb (SpilBookingList *self)
{
  g_signal_emit (self, signals[MORE], 0);
}

/* A row */

// "Expense · 03-09-2018 · Accell · reversed"
static char *
dup_subtitle (const SpilBudgetBookingRow *booking)
{
  g_autofree char *kind = spil_register_dup_kind (booking);
  g_autofree char *date = spil_day_format (booking->date);
  g_autofree char *marks = spil_register_dup_marks (booking);

  return spil_join_facts (kind, date, booking->counterpart,
                          spil_id_is_nil (booking->commitment) ? NULL : _ ("on a commitment"), marks, NULL);
}

static void
add_amount (GtkWidget *row, const SpilBudgetBookingRow *booking)
{
  g_autofree char *text = spil_money_format (booking->amount.cents, SPIL_MONEY_CENTS);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "numeric");
  // As wide as amounts are: what is before them stands under each other.
  gtk_label_set_width_chars (GTK_LABEL (label), AMOUNT_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  if (booking->reversed) {
    gtk_widget_add_css_class (label, "struck");
    gtk_widget_add_css_class (label, "dimmed");
  }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
}

static void
add_button (SpilBookingList *self, GtkWidget *row, const SpilBudgetBookingRow *booking, const char *icon,
            const char *tooltip, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  // Translators: the first %s is what is done, the second what it is done to.
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), tooltip, spil_register_get_title (booking));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  set_subject (button, booking);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
make_row (SpilBookingList *self, const SpilBudgetBookingRow *booking)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = dup_subtitle (booking);
  gboolean stands = !booking->reverses && !booking->reversed;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), spil_register_get_title (booking));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  if (stands && booking->kind == SPIL_BOOKING_COMMITMENT)
    add_button (self, row, booking, "list-add-symbolic", _ ("Book an expense on this commitment"),
                G_CALLBACK (on_expense_clicked_cb));
  if (stands)
    add_button (self, row, booking, "edit-undo-symbolic", _ ("Reverse"), G_CALLBACK (on_reverse_clicked_cb));
  // Last, so that the amounts stand under each other.
  add_amount (row, booking);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  set_subject (row, booking);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_row_activated_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
make_empty_row (void)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Nothing booked yet"));
  gtk_widget_add_css_class (row, "dimmed");
  return row;
}

static GtkWidget *
make_more_row (SpilBookingList *self)
{
  GtkWidget *row = adw_button_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Show older bookings"));
  g_signal_connect_object (row, "activated", G_CALLBACK (on_more_activated_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
add_row (SpilBookingList *self, GtkWidget *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

/* The widget */

// The place of the row that has the focus, or -1.
static int
find_focused (SpilBookingList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (guint i = 0; focus != NULL && i < self->rows->len; i++) {
    GtkWidget *row = g_ptr_array_index (self->rows, i);

    if (focus == row || gtk_widget_is_ancestor (focus, row))
      return (int) i;
  }
  return -1;
}

static void
spil_booking_list_finalize (GObject *object)
{
  g_ptr_array_unref (SPIL_BOOKING_LIST (object)->rows);
  G_OBJECT_CLASS (spil_booking_list_parent_class)->finalize (object);
}

static void
spil_booking_list_class_init (SpilBookingListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = spil_booking_list_finalize;
  signals[EXPENSE] = g_signal_new ("expense", SPIL_TYPE_BOOKING_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[MORE] = g_signal_new ("more", SPIL_TYPE_BOOKING_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static void
spil_booking_list_init (SpilBookingList *self)
{
  self->rows = g_ptr_array_new ();
}

void
spil_booking_list_set_bookings (SpilBookingList *self, GPtrArray *bookings, gboolean more)
{
  int focused;

  g_return_if_fail (SPIL_IS_BOOKING_LIST (self));

  focused = find_focused (self);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < bookings->len; i++)
    add_row (self, make_row (self, g_ptr_array_index (bookings, i)));
  if (bookings->len == 0)
    add_row (self, make_empty_row ());
  if (more)
    add_row (self, make_more_row (self));
  if (focused >= 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, MIN ((guint) focused, self->rows->len - 1)));
}
