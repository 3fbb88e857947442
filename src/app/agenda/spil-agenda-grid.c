// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-agenda-grid.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "spil-text.h"

// Actions that are shown in a day of a month, and of a week.
#define IN_MONTH 3
#define IN_WEEK 14
#define MAX_CHARS 80

struct _SpilAgendaGrid
{
  GtkWidget parent_instance;

  SpilAgendaSpan span;
  SpilDay selected;
  SpilDay today;

  GtkGrid *grid;
  GPtrArray *days; /**< of GtkButton, by day; borrowed */
};

G_DEFINE_FINAL_TYPE (SpilAgendaGrid, spil_agenda_grid, GTK_TYPE_WIDGET)

enum
{
  SELECTED,
  OPENED,
  TURNED,
  MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static SpilDay
day_of (GtkWidget *widget)
{
  return spil_day (GPOINTER_TO_INT (g_object_get_data (G_OBJECT (widget), "spil-day")));
}

static GtkWidget *
selected_button (SpilAgendaGrid *self)
{
  int at = spil_day_between (self->span.first, self->selected);

  return at >= 0 && at < (int) self->days->len ? self->days->pdata[at] : NULL;
}

/* What a person does */

static void
on_clicked_cb (SpilAgendaGrid *self, GtkWidget *button)
{
  g_signal_emit (self, signals[OPENED], 0, day_of (button).number);
}

static gboolean
on_dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, SpilAgendaGrid *self)
{
  GtkWidget *button = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));

  g_signal_emit (self, signals[MOVED], 0, g_value_get_string (value), day_of (button).number);
  return TRUE;
}

static int
step_of (guint keyval)
{
  switch (keyval) {
  case GDK_KEY_Left:
  case GDK_KEY_KP_Left:
    return -1;
  case GDK_KEY_Right:
  case GDK_KEY_KP_Right:
    return 1;
  case GDK_KEY_Up:
  case GDK_KEY_KP_Up:
    return -7;
  case GDK_KEY_Down:
  case GDK_KEY_KP_Down:
    return 7;
  default:
    return 0;
  }
}

static gboolean
on_key_pressed_cb (SpilAgendaGrid *self, guint keyval, guint keycode, GdkModifierType state)
{
  int step = step_of (keyval);

  if ((state & (GDK_ALT_MASK | GDK_CONTROL_MASK)) != 0)
    return FALSE;
  if (keyval == GDK_KEY_Page_Up || keyval == GDK_KEY_KP_Page_Up)
    g_signal_emit (self, signals[TURNED], 0, -1);
  else if (keyval == GDK_KEY_Page_Down || keyval == GDK_KEY_KP_Page_Down)
    g_signal_emit (self, signals[TURNED], 0, 1);
  else if (keyval == GDK_KEY_Home || keyval == GDK_KEY_KP_Home)
    g_signal_emit (self, signals[SELECTED], 0, self->today.number);
  else if (step != 0)
    g_signal_emit (self, signals[SELECTED], 0, spil_day_add (self->selected, step).number);
  else
    return FALSE;
  return TRUE;
}

/* Drawing up the days */

static GdkContentProvider *
on_drag_prepare_cb (GtkDragSource *source, double x, double y, const char *id)
{
  return gdk_content_provider_new_typed (G_TYPE_STRING, id);
}

static GtkWidget *
make_label (const SpilPlanned *planned, SpilDay today)
{
  g_autofree char *text = spil_text_one_line (
      planned->organisation_name != NULL ? planned->organisation_name : planned->text, MAX_CHARS);
  GtkWidget *label = gtk_label_new (text);
  GtkDragSource *drag = gtk_drag_source_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "agenda-item");
  if (spil_day_compare (planned->due, today) < 0)
    gtk_widget_add_css_class (label, "warning");
  gtk_widget_set_tooltip_text (label, planned->text);
  gtk_drag_source_set_actions (drag, GDK_ACTION_MOVE);
  g_signal_connect_data (drag, "prepare", G_CALLBACK (on_drag_prepare_cb), spil_id_dup_text (planned->id),
                         (GClosureNotify) (void (*) (void)) g_free, 0);
  gtk_widget_add_controller (label, GTK_EVENT_CONTROLLER (drag));
  return label;
}

static GtkWidget *
make_number (SpilDay day, gboolean dimmed, gboolean today)
{
  g_autofree char *text = NULL;
  GtkWidget *label;
  int month_day;

  spil_day_to_ymd (day, NULL, NULL, &month_day);
  text = g_strdup_printf ("%d", month_day);
  label = gtk_label_new (text);
  gtk_widget_set_halign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, today ? "agenda-today" : dimmed ? "dimmed" : "agenda-number");
  return label;
}

static char *
dup_name (SpilDay day, gboolean today, int count)
{
  g_autofree char *date = spil_day_format_long (day);
  g_autofree char *full = g_strdup_printf ("%s %s", spil_day_weekday_name (spil_day_weekday (day)), date);
  g_autofree char *actions = count > 0 ? g_strdup_printf (
                                             ngettext ("%d action", "%d actions", (gulong) count), count)
                                       : g_strdup (_ ("no actions"));

  // Translators: a day and how many actions there are.
  return today ? g_strdup_printf (_ ("%s, today, %s"), full, actions) : g_strjoin (", ", full, actions, NULL);
}

static int
fill_day (SpilAgendaGrid *self, GtkWidget *box, SpilDay day, const GPtrArray *list, int room, int count)
{
  for (guint i = 0; i < list->len; i++) {
    const SpilPlanned *planned = list->pdata[i];

    if (spil_day_compare (planned->due, day) != 0)
      continue;
    if (count++ < room)
      gtk_box_append (GTK_BOX (box), make_label (planned, self->today));
  }
  return count;
}

static GtkWidget *
make_day (SpilAgendaGrid *self, const SpilAgendaData *data, SpilDay day, gboolean dimmed, int room)
{
  gboolean today = spil_day_compare (day, self->today) == 0;
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_MOVE);
  g_autofree char *name = NULL;
  int count;

  gtk_box_append (GTK_BOX (box), make_number (day, dimmed, today));
  count = fill_day (self, box, day, data->late, room, 0);
  count = fill_day (self, box, day, data->planned, room, count);
  if (count > room) {
    g_autofree char *more = g_strdup_printf (ngettext ("and %d more", "and %d more", (gulong) (count - room)),
                                             count - room);
    GtkWidget *label = gtk_label_new (more);

    gtk_label_set_xalign (GTK_LABEL (label), 0);
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    gtk_widget_add_css_class (label, "caption");
    gtk_widget_add_css_class (label, "dimmed");
    gtk_box_append (GTK_BOX (box), label);
  }
  name = dup_name (day, today, count);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "agenda-day");
  if (today)
    gtk_widget_add_css_class (button, "today");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "spil-day", GINT_TO_POINTER (day.number));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drop, "drop", G_CALLBACK (on_dropped_cb), self, 0);
  gtk_widget_add_controller (button, GTK_EVENT_CONTROLLER (drop));
  return button;
}

static void
add_weekdays (SpilAgendaGrid *self)
{
  for (int weekday = 1; weekday <= 7; weekday++) {
    GtkWidget *label = gtk_label_new (spil_day_weekday_name (weekday));

    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    gtk_label_set_xalign (GTK_LABEL (label), 0);
    gtk_widget_set_margin_start (label, 9);
    gtk_widget_add_css_class (label, "caption-heading");
    gtk_widget_add_css_class (label, "dimmed");
    gtk_grid_attach (self->grid, label, weekday - 1, 0, 1, 1);
  }
}

static void
clear (SpilAgendaGrid *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  g_ptr_array_set_size (self->days, 0);
}

// Tab reaches the selected day only.
static void
show_selected (SpilAgendaGrid *self)
{
  GtkWidget *selected = selected_button (self);

  for (guint i = 0; i < self->days->len; i++) {
    GtkWidget *button = self->days->pdata[i];

    gtk_widget_set_focusable (button, button == selected || (selected == NULL && i == 0));
    if (button == selected)
      gtk_widget_add_css_class (button, "selected");
    else
      gtk_widget_remove_css_class (button, "selected");
  }
}

/* The widget */

static void
spil_agenda_grid_dispose (GObject *object)
{
  SpilAgendaGrid *self = SPIL_AGENDA_GRID (object);

  g_ptr_array_set_size (self->days, 0);
  g_clear_pointer ((GtkWidget **) &self->grid, gtk_widget_unparent);
  G_OBJECT_CLASS (spil_agenda_grid_parent_class)->dispose (object);
}

static void
spil_agenda_grid_finalize (GObject *object)
{
  g_ptr_array_unref (SPIL_AGENDA_GRID (object)->days);
  G_OBJECT_CLASS (spil_agenda_grid_parent_class)->finalize (object);
}

static void
spil_agenda_grid_class_init (SpilAgendaGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_agenda_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = spil_agenda_grid_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  signals[SELECTED] = g_signal_new ("selected", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                    G_TYPE_INT);
  signals[OPENED] = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_INT);
  signals[TURNED] = g_signal_new ("turned", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_INT);
  signals[MOVED] = g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                 G_TYPE_STRING, G_TYPE_INT);
}

static void
spil_agenda_grid_init (SpilAgendaGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->days = g_ptr_array_new ();
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_homogeneous (self->grid, TRUE);
  gtk_grid_set_column_spacing (self->grid, 3);
  gtk_grid_set_row_spacing (self->grid, 3);
  gtk_widget_set_parent (GTK_WIDGET (self->grid), GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Days of the agenda"), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

void
spil_agenda_grid_show (SpilAgendaGrid *self, const SpilAgendaData *data, SpilDay selected, int month)
{
  gboolean focused;
  int n_days, room;

  g_return_if_fail (SPIL_IS_AGENDA_GRID (self));

  focused = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  self->span = data->span;
  self->today = data->today;
  self->selected = selected;
  clear (self);
  add_weekdays (self);
  n_days = spil_day_between (self->span.first, self->span.last) + 1;
  room = n_days > 7 ? IN_MONTH : IN_WEEK;
  for (int i = 0; i < n_days; i++) {
    SpilDay day = spil_day_add (self->span.first, i);
    GtkWidget *button;
    int own;

    spil_day_to_ymd (day, NULL, &own, NULL);
    button = make_day (self, data, day, month != 0 && own != month, room);
    gtk_widget_set_vexpand (button, TRUE);
    gtk_grid_attach (self->grid, button, i % 7, 1 + i / 7, 1, 1);
    g_ptr_array_add (self->days, button);
  }
  show_selected (self);
  if (focused)
    spil_agenda_grid_focus (self);
}

void
spil_agenda_grid_focus (SpilAgendaGrid *self)
{
  GtkWidget *selected;

  g_return_if_fail (SPIL_IS_AGENDA_GRID (self));

  selected = selected_button (self);
  if (selected != NULL)
    gtk_widget_grab_focus (selected);
}

void
spil_agenda_grid_select (SpilAgendaGrid *self, SpilDay day)
{
  g_return_if_fail (SPIL_IS_AGENDA_GRID (self));

  self->selected = day;
  show_selected (self);
}
