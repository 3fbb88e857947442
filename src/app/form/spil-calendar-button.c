// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-calendar-button.h"

#include <glib/gi18n-lib.h>

#include "spil-accessible.h"
#include "spil-day.h"

struct _SpilCalendarButton
{
  GtkWidget parent_instance;

  GtkMenuButton *button;
  GtkCalendar *calendar; /**< NULL until it is first opened */
};

G_DEFINE_FINAL_TYPE (SpilCalendarButton, spil_calendar_button, GTK_TYPE_WIDGET)

enum
{
  DAY_CHOSEN,
  GET_DAY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_day_selected_cb (SpilCalendarButton *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  SpilDay day = spil_day_from_ymd (g_date_time_get_year (date), g_date_time_get_month (date),
                                   g_date_time_get_day_of_month (date));

  gtk_menu_button_popdown (self->button);
  if (spil_day_is_known (day))
    g_signal_emit (self, signals[DAY_CHOSEN], 0, day.number);
}

static void
begin_at_day (SpilCalendarButton *self)
{
  g_autoptr (GDateTime) date = NULL;
  int number = 0;
  int year;
  int month;
  int month_day;

  g_signal_emit (self, signals[GET_DAY], 0, &number);
  spil_day_to_ymd (spil_day (number), &year, &month, &month_day);
  date = g_date_time_new_local (year, month, month_day, 12, 0, 0);
  g_signal_handlers_block_by_func (self->calendar, on_day_selected_cb, self);
  gtk_calendar_select_day (self->calendar, date);
  g_signal_handlers_unblock_by_func (self->calendar, on_day_selected_cb, self);
}

// A calendar is some hundred widgets: made when it is asked for.
static void
make_popover (GtkMenuButton *button, gpointer user_data)
{
  SpilCalendarButton *self = user_data;

  if (self->calendar == NULL) {
    GtkWidget *popover = spil_accessible_popover_new (_ ("Calendar"));

    self->calendar = GTK_CALENDAR (gtk_calendar_new ());
    g_signal_connect_object (self->calendar, "day-selected", G_CALLBACK (on_day_selected_cb), self,
                             G_CONNECT_SWAPPED);
    gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->calendar));
    gtk_menu_button_set_popover (button, popover);
  }
  begin_at_day (self);
}

static void
spil_calendar_button_dispose (GObject *object)
{
  SpilCalendarButton *self = SPIL_CALENDAR_BUTTON (object);

  self->calendar = NULL;
  g_clear_pointer ((GtkWidget **) &self->button, gtk_widget_unparent);
  G_OBJECT_CLASS (spil_calendar_button_parent_class)->dispose (object);
}

static void
spil_calendar_button_class_init (SpilCalendarButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = spil_calendar_button_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[DAY_CHOSEN] = g_signal_new ("day-chosen", SPIL_TYPE_CALENDAR_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[GET_DAY] = g_signal_new ("get-day", SPIL_TYPE_CALENDAR_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_INT, 0);
}

static void
spil_calendar_button_init (SpilCalendarButton *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  self->button = GTK_MENU_BUTTON (button);
  gtk_menu_button_set_icon_name (self->button, "x-office-calendar-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("Choose a day"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Choose a day"),
                                  -1);
  spil_accessible_tell_open (self->button);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_menu_button_set_create_popup_func (self->button, make_popover, self, NULL);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
}

GtkWidget *
spil_calendar_button_new (void)
{
  return g_object_new (SPIL_TYPE_CALENDAR_BUTTON, NULL);
}
