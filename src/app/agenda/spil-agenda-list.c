// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-agenda-list.h"

#include <glib/gi18n-lib.h>

#include "spil-accessible.h"
#include "spil-entity.h"
#include "spil-follow-up-rule.h"
#include "spil-row-group.h"
#include "spil-text.h"

#define MAX_CHARS 120
// That many that are too late are shown before one asks for all.
#define FEW_LATE 4

struct _SpilAgendaList
{
  GtkBox parent_instance;

  const SpilAgendaData *data; /**< borrowed */
  SpilDay selected;
  gboolean all_late; /**< shown, also when that are many */
  char *focused; /**< id of the action whose row has the keyboard; NULL: none */
  SpilDay today;
  GtkWidget *first; /**< row of the selected day; borrowed, NULL: none */
};

G_DEFINE_FINAL_TYPE (SpilAgendaList, spil_agenda_list, GTK_TYPE_BOX)

enum
{
  MOVED,
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define ID_OF(row) ((const char *) g_object_get_data (G_OBJECT (row), "spil-id"))

/* Moving */

static const struct
{
  const char *label;
  guint key;
  int days; /* 0: to today */
} moves[] = {
  { N_ ("A day earlier (Alt+Left)"), GDK_KEY_Left, -1 },
  { N_ ("A day later (Alt+Right)"), GDK_KEY_Right, 1 },
  { N_ ("A week earlier (Alt+Up)"), GDK_KEY_Up, -7 },
  { N_ ("A week later (Alt+Down)"), GDK_KEY_Down, 7 },
  { N_ ("To today"), 0, 0 },
};

static void
move (SpilAgendaList *self, GtkWidget *row, int days)
{
  int due = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "spil-due"));

  g_set_str (&self->focused, ID_OF (row));
  g_signal_emit (self, signals[MOVED], 0, ID_OF (row), days != 0 ? due + days : self->today.number);
}

static gboolean
move_by_key (GtkWidget *row, GVariant *days, gpointer list)
{
  move (SPIL_AGENDA_LIST (list), row, g_variant_get_int32 (days));
  return TRUE;
}

static void
on_move_cb (GSimpleAction *action, GVariant *days, gpointer row)
{
  GtkWidget *list = gtk_widget_get_ancestor (GTK_WIDGET (row), SPIL_TYPE_AGENDA_LIST);

  move (SPIL_AGENDA_LIST (list), GTK_WIDGET (row), g_variant_get_int32 (days));
}

static void
add_keys (SpilAgendaList *self, GtkWidget *row)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++) {
    GtkShortcut *shortcut;

    if (moves[i].key == 0)
      continue;
    shortcut = gtk_shortcut_new_with_arguments (gtk_keyval_trigger_new (moves[i].key, GDK_ALT_MASK),
                                                gtk_callback_action_new (move_by_key, self, NULL), "i",
                                                moves[i].days);
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
  }
  gtk_widget_add_controller (row, keys);
}

static GtkWidget *
make_move_button (GtkWidget *row, const char *title)
{
  static const GActionEntry entries[] = { { .name = "move", .activate = on_move_cb, .parameter_type = "i" } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  // Translators: %s is what is to be done.
  g_autofree char *name = g_strdup_printf (_ ("Move “%s” to another day"), title);
  GtkWidget *button = gtk_menu_button_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++) {
    g_autoptr (GMenuItem) item = g_menu_item_new (_ (moves[i].label), NULL);

    g_menu_item_set_action_and_target (item, "agenda.move", "i", moves[i].days);
    g_menu_append_item (menu, item);
  }
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), row);
  gtk_widget_insert_action_group (row, "agenda", G_ACTION_GROUP (actions));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  spil_accessible_tell_open (GTK_MENU_BUTTON (button));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Move"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

/* Rows */

static void
on_done_clicked_cb (SpilAgendaList *self, GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);

  g_signal_emit (self, signals[DONE], 0, ID_OF (row));
}

static GtkWidget *
make_done_button (SpilAgendaList *self, const char *title)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("object-select-symbolic");
  g_autofree char *name = g_strdup_printf (_ ("Done: %s"), title);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Done"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_done_clicked_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static GdkContentProvider *
on_drag_prepare_cb (GtkDragSource *source)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));

  return gdk_content_provider_new_typed (G_TYPE_STRING, ID_OF (row));
}

static void
add_drag (GtkWidget *row)
{
  GtkDragSource *drag = gtk_drag_source_new ();

  gtk_drag_source_set_actions (drag, GDK_ACTION_MOVE);
  g_signal_connect (drag, "prepare", G_CALLBACK (on_drag_prepare_cb), NULL);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (drag));
}

// The same may be planned with an employer on several days.
static void
add_button (GtkWidget *row, GtkWidget *button, const SpilPlanned *planned)
{
  g_autofree char *day = spil_day_format (planned->due);
  g_autofree char *description = g_strdup_printf ("%s, %s", planned->organisation_name, day);

  spil_accessible_describe (button, description);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
make_row (SpilAgendaList *self, const SpilPlanned *planned, gboolean with_day)
{
  const char *kind = spil_follow_up_kind_label (planned->kind);
  g_autofree char *title = spil_text_one_line (planned->text, MAX_CHARS);
  g_autofree char *day = with_day ? spil_day_format (planned->due) : g_strdup ("");
  g_autofree char *facts = spil_join_facts (day, kind != NULL ? kind : "",
                                            planned->owner != NULL ? planned->owner : _ ("nobody's"), NULL);
  g_autofree char *subtitle = g_strjoin ("\n", planned->organisation_name, facts, NULL);
  GtkWidget *row = spil_text_row_new (title, subtitle, NULL);

  g_object_set_data_full (G_OBJECT (row), "spil-id", spil_id_dup_text (planned->id), g_free);
  g_object_set_data (G_OBJECT (row), "spil-due", GINT_TO_POINTER (planned->due.number));
  add_button (row, make_move_button (row, title), planned);
  add_button (row, make_done_button (self, title), planned);
  spil_text_row_open (row, SPIL_ENTITY_ORGANISATION, planned->organisation);
  add_keys (self, row);
  add_drag (row);
  return row;
}

/* Groups */

static GtkWidget *
make_group (SpilAgendaList *self, const char *title)
{
  GtkWidget *group = spil_row_group_new (title);

  gtk_box_append (GTK_BOX (self), group);
  spil_row_group_begin (SPIL_ROW_GROUP (group));
  return group;
}

static GtkWidget *
append (SpilAgendaList *self, GtkWidget *group, const SpilPlanned *planned, gboolean with_day)
{
  GtkWidget *row = make_row (self, planned, with_day);

  spil_row_group_append (SPIL_ROW_GROUP (group), row);
  return row;
}

static char *
dup_heading (SpilDay day, SpilDay today)
{
  g_autofree char *date = spil_day_format_long (day);
  g_autofree char *full = g_strdup_printf ("%s %s", spil_day_weekday_name (spil_day_weekday (day)), date);

  return spil_day_compare (day, today) == 0 ? spil_join_facts (_ ("Today"), full, NULL)
                                            : g_steal_pointer (&full);
}

static void
on_all_late_activated_cb (SpilAgendaList *self)
{
  const SpilPlanned *next = self->data->late->pdata[FEW_LATE];

  self->all_late = TRUE;
  g_free (self->focused);
  self->focused = spil_id_dup_text (next->id);
  spil_agenda_list_show (self, self->data, self->selected);
}

static void
show_late (SpilAgendaList *self, const SpilAgendaData *data)
{
  guint n = self->all_late ? data->late->len : MIN (data->late->len, FEW_LATE);
  GtkWidget *group;

  if (data->late->len == 0)
    return;
  group = make_group (self, _ ("Too late"));
  for (guint i = 0; i < n; i++)
    append (self, group, data->late->pdata[i], TRUE);
  if (n < data->late->len) {
    GtkWidget *row = adw_button_row_new ();
    g_autofree char *title = g_strdup_printf (_ ("Show more (%d)"), (int) (data->late->len - n));

    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
    g_signal_connect_object (row, "activated", G_CALLBACK (on_all_late_activated_cb), self,
                             G_CONNECT_SWAPPED);
    spil_row_group_append (SPIL_ROW_GROUP (group), row);
  }
  spil_row_group_end (SPIL_ROW_GROUP (group), NULL);
}

static void
show_day (SpilAgendaList *self, const SpilAgendaData *data, SpilDay day)
{
  g_autofree char *heading = dup_heading (day, data->today);
  GtkWidget *group = make_group (self, heading);

  for (guint i = 0; i < data->planned->len; i++) {
    const SpilPlanned *planned = data->planned->pdata[i];

    if (spil_day_compare (planned->due, day) == 0) {
      GtkWidget *row = append (self, group, planned, FALSE);

      self->first = self->first != NULL ? self->first : row;
    }
  }
  spil_row_group_end (SPIL_ROW_GROUP (group), _ ("Nothing planned"));
}

static void
show_all_days (SpilAgendaList *self, const SpilAgendaData *data)
{
  GtkWidget *group = NULL;
  SpilDay last = SPIL_DAY_NONE;

  for (guint i = 0; i < data->planned->len; i++) {
    const SpilPlanned *planned = data->planned->pdata[i];

    if (group == NULL || spil_day_compare (planned->due, last) != 0) {
      g_autofree char *heading = dup_heading (planned->due, data->today);

      if (group != NULL)
        spil_row_group_end (SPIL_ROW_GROUP (group), NULL);
      group = make_group (self, heading);
      last = planned->due;
    }
    append (self, group, planned, FALSE);
  }
  if (group == NULL)
    group = make_group (self, _ ("Nothing is planned in this time"));
  spil_row_group_end (SPIL_ROW_GROUP (group), data->planned->len > 0 ? NULL : _ ("Nothing planned"));
}

/* The focus, where rows are made anew */

static GtkWidget *
find_row (GtkWidget *widget, const char *id)
{
  if (g_strcmp0 (ID_OF (widget), id) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_row (child, id);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static void
restore_focus (SpilAgendaList *self)
{
  GtkWidget *row = self->focused != NULL ? find_row (GTK_WIDGET (self), self->focused) : NULL;

  if (row != NULL)
    gtk_widget_grab_focus (row);
  g_clear_pointer (&self->focused, g_free);
}

/* The widget */

static void
spil_agenda_list_finalize (GObject *object)
{
  g_free (SPIL_AGENDA_LIST (object)->focused);
  G_OBJECT_CLASS (spil_agenda_list_parent_class)->finalize (object);
}

static void
spil_agenda_list_class_init (SpilAgendaListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = spil_agenda_list_finalize;
  signals[MOVED] = g_signal_new ("moved", SPIL_TYPE_AGENDA_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
  signals[DONE] = g_signal_new ("done", SPIL_TYPE_AGENDA_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
spil_agenda_list_init (SpilAgendaList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 24);
}

void
spil_agenda_list_show (SpilAgendaList *self, const SpilAgendaData *data, SpilDay selected)
{
  GtkWidget *child;

  g_return_if_fail (SPIL_IS_AGENDA_LIST (self));

  self->data = data;
  self->selected = selected;
  self->today = data->today;
  self->first = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  show_late (self, data);
  if (spil_day_is_known (selected))
    show_day (self, data, selected);
  else
    show_all_days (self, data);
  restore_focus (self);
}

void
spil_agenda_list_focus (SpilAgendaList *self)
{
  g_return_if_fail (SPIL_IS_AGENDA_LIST (self));

  if (self->first != NULL)
    gtk_widget_grab_focus (self->first);
}
