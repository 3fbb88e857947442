// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-board.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GPtrArray *columns; /**< of SpilBoardColumn, borrowed */
  SpilBoardCardFunc func;
  int column_width;
  int max_height;
  int one; /**< the only column; -1: all */
  gboolean narrow;
  gboolean updating; /**< the switcher is set by the program */

  GtkWidget *switcher; /**< chooses the one column of a narrow window */
  GtkDropDown *choice;
  GtkWidget *before;
  GtkWidget *after;
  GtkWidget *box;
  GObject *menu_item; /**< of the card whose menu is open */
  SpilId menu_id;
} SpilBoardPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (SpilBoard, spil_board, ADW_TYPE_BIN)

enum
{
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static SpilBoardPrivate *
get (SpilBoard *self)
{
  return spil_board_get_instance_private (self);
}

SpilBoardColumn *
spil_board_get_column (SpilBoard *self, int index)
{
  g_return_val_if_fail (SPIL_IS_BOARD (self), NULL);
  return index >= 0 && index < (int) get (self)->columns->len ? get (self)->columns->pdata[index] : NULL;
}

static int
get_n_columns (SpilBoard *self)
{
  g_return_val_if_fail (SPIL_IS_BOARD (self), 0);
  return (int) get (self)->columns->len;
}

int
spil_board_get_chosen (SpilBoard *self)
{
  g_return_val_if_fail (SPIL_IS_BOARD (self), 0);
  return (int) gtk_drop_down_get_selected (get (self)->choice);
}

SpilId
spil_board_get_menu_id (SpilBoard *self)
{
  g_return_val_if_fail (SPIL_IS_BOARD (self), SPIL_ID_NIL);
  return get (self)->menu_id;
}

gboolean
spil_board_get_narrow (SpilBoard *self)
{
  g_return_val_if_fail (SPIL_IS_BOARD (self), FALSE);
  return get (self)->narrow;
}

static int
index_of (SpilBoard *self, GtkWidget *widget)
{
  GtkWidget *column = widget != NULL ? gtk_widget_get_ancestor (widget, SPIL_TYPE_BOARD_COLUMN) : NULL;
  guint index;

  return column != NULL && g_ptr_array_find (get (self)->columns, column, &index) ? (int) index : -1;
}

// The card that the keyboard is on.
static GtkWidget *
focused_card (SpilBoard *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) ? spil_board_card_find (focus)
                                                                            : NULL;
}

/* What is shown */

static gboolean
is_shown (SpilBoard *self, int index)
{
  SpilBoardPrivate *private = get (self);
  SpilBoardClass *klass = SPIL_BOARD_GET_CLASS (self);

  if (private->one >= 0)
    return index == private->one;
  if (private->narrow)
    return index == spil_board_get_chosen (self);
  return klass->is_shown == NULL || klass->is_shown (self, index);
}

void
spil_board_update (SpilBoard *self, int one)
{
  SpilBoardPrivate *private;

  g_return_if_fail (SPIL_IS_BOARD (self));

  private = get (self);
  private->one = one;
  gtk_widget_set_visible (private->switcher, private->narrow && one < 0);
  for (int i = 0; i < (int) private->columns->len; i++)
    gtk_widget_set_visible (private->columns->pdata[i], is_shown (self, i));
}

static void
tell_chosen (SpilBoard *self)
{
  if (SPIL_BOARD_GET_CLASS (self)->chosen != NULL)
    SPIL_BOARD_GET_CLASS (self)->chosen (self);
  else
    spil_board_update (self, get (self)->one);
}

static void
on_choice_cb (SpilBoard *self)
{
  if (!get (self)->updating)
    tell_chosen (self);
}

static void
step (SpilBoard *self, int by)
{
  int index = spil_board_get_chosen (self) + by;

  if (spil_board_get_column (self, index) != NULL)
    gtk_drop_down_set_selected (get (self)->choice, (guint) index);
}

static void
on_before_clicked_cb (SpilBoard *self)
{
  step (self, -1);
}

static void
on_after_clicked_cb (SpilBoard *self)
{
  step (self, 1);
}

/* Moving a card */

static void
move_to (SpilBoard *self, SpilId id, int index)
{
  SpilBoardColumn *column = spil_board_get_column (self, index);

  if (!spil_id_is_nil (id) && column != NULL && spil_board_column_takes (column))
    SPIL_BOARD_GET_CLASS (self)->move (self, id, index);
}

static void
on_dropped_cb (SpilBoard *self, const char *text, SpilBoardColumn *column)
{
  SpilId id;

  if (spil_id_parse (text, &id))
    move_to (self, id, index_of (self, GTK_WIDGET (column)));
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move_to (SPIL_BOARD (widget), get (SPIL_BOARD (widget))->menu_id, g_variant_get_int32 (parameter));
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilBoardPrivate *private = get (SPIL_BOARD (widget));

  if (private->menu_item != NULL)
    g_signal_emit (widget, signals[OPENED], 0, private->menu_item);
}

// The popover may only go after the action that was chosen in it.
static gboolean
unparent_idle (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  g_object_unref (popover);
  return G_SOURCE_REMOVE;
}

static void
on_closed_cb (GtkWidget *popover)
{
  g_idle_add (unparent_idle, g_object_ref (popover));
}

static void
append_columns (SpilBoard *self, int column, GMenu *menu)
{
  for (int i = 0; i < get_n_columns (self); i++) {
    SpilBoardColumn *to = spil_board_get_column (self, i);
    g_autofree char *action = g_strdup_printf ("board.move(%d)", i);
    // Translators: %s is a column of the board, such as a stage of the funnel.
    g_autofree char *label = g_strdup_printf (_ ("To “%s”"), spil_board_column_get_title (to));

    if (i != column && spil_board_column_takes (to))
      g_menu_append (menu, label, action);
  }
}

static GMenuModel *
make_menu (SpilBoard *self, gpointer item, int column)
{
  SpilBoardClass *klass = SPIL_BOARD_GET_CLASS (self);
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) moves = g_menu_new ();

  g_menu_append (menu, _ ("Open"), "board.open");
  if (klass->append_moves != NULL)
    klass->append_moves (self, item, column, moves);
  else
    append_columns (self, column, moves);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (moves));
  return G_MENU_MODEL (menu);
}

static void
open_menu (SpilBoard *self, GtkWidget *card)
{
  SpilBoardPrivate *private = get (self);
  gpointer item = spil_board_card_get_item (card);
  g_autoptr (GMenuModel) menu = NULL;
  GtkWidget *popover;

  if (item == NULL)
    return;
  g_set_object (&private->menu_item, item);
  private->menu_id = spil_board_card_get_id (card);
  menu = make_menu (self, item, index_of (self, card));
  popover = gtk_popover_menu_new_from_model (menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_parent (popover, card);
  g_signal_connect (popover, "closed", G_CALLBACK (on_closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
on_right_pressed_cb (SpilBoard *self, int n_press, double x, double y)
{
  GtkWidget *card = spil_board_card_find (gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT));

  if (card != NULL)
    open_menu (self, card);
}

/* Keyboard */

// To the neighbouring column that has a card, at the same height.
static void
go_sideways (SpilBoard *self, GtkWidget *card, int by)
{
  guint position = spil_board_card_get_position (card);
  SpilBoardColumn *column;

  for (int i = index_of (self, card) + by; (column = spil_board_get_column (self, i)) != NULL; i += by)
    if (gtk_widget_get_visible (GTK_WIDGET (column)) && spil_board_column_focus (column, position))
      return;
}

static void
move_sideways (SpilBoard *self, GtkWidget *card, int by)
{
  SpilBoardClass *klass = SPIL_BOARD_GET_CLASS (self);
  gpointer item = spil_board_card_get_item (card);
  int column = index_of (self, card);

  if (item != NULL)
    move_to (self, spil_board_card_get_id (card),
             klass->next_of != NULL ? klass->next_of (self, item, column, by) : column + by);
}

static gboolean
on_key_cb (SpilBoard *self, guint keyval, guint keycode, GdkModifierType state)
{
  GtkWidget *card = focused_card (self);
  gboolean left = keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left;
  gboolean right = keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right;

  if (card == NULL)
    return FALSE;
  if (keyval == GDK_KEY_Menu || (keyval == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0)) {
    open_menu (self, card);
    return TRUE;
  }
  if (!left && !right)
    return FALSE;
  if ((state & GDK_CONTROL_MASK) != 0)
    move_sideways (self, card, left ? -1 : 1);
  else
    go_sideways (self, card, left ? -1 : 1);
  return TRUE;
}

/* The widget */

static void
on_opened_cb (SpilBoard *self, gpointer item)
{
  g_signal_emit (self, signals[OPENED], 0, item);
}

static GtkWidget *
add_stepper (SpilBoard *self, GtkWidget *line, const char *icon, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), button);
  return button;
}

static GtkWidget *
make_switcher (SpilBoard *self)
{
  SpilBoardPrivate *private = get (self);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  private->choice = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_widget_set_hexpand (GTK_WIDGET (private->choice), TRUE);
  g_signal_connect_object (private->choice, "notify::selected", G_CALLBACK (on_choice_cb), self,
                           G_CONNECT_SWAPPED);
  private->before = add_stepper (self, line, "go-previous-symbolic", G_CALLBACK (on_before_clicked_cb));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (private->choice));
  private->after = add_stepper (self, line, "go-next-symbolic", G_CALLBACK (on_after_clicked_cb));
  gtk_widget_add_css_class (line, "toolbar");
  return line;
}

static void
spil_board_dispose (GObject *object)
{
  SpilBoardPrivate *private = get (SPIL_BOARD (object));

  private->updating = TRUE;
  g_clear_object (&private->menu_item);
  G_OBJECT_CLASS (spil_board_parent_class)->dispose (object);
}

static void
spil_board_finalize (GObject *object)
{
  g_ptr_array_unref (get (SPIL_BOARD (object))->columns);
  G_OBJECT_CLASS (spil_board_parent_class)->finalize (object);
}

static void
spil_board_class_init (SpilBoardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_board_dispose;
  G_OBJECT_CLASS (klass)->finalize = spil_board_finalize;
  gtk_widget_class_install_action (widget_class, "board.move", "i", move_action);
  gtk_widget_class_install_action (widget_class, "board.open", NULL, open_action);
  signals[OPENED] = g_signal_new ("opened", SPIL_TYPE_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
spil_board_init (SpilBoard *self)
{
  SpilBoardPrivate *private = get (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  private->columns = g_ptr_array_new ();
  private->one = -1;
  private->switcher = make_switcher (self);
  private->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_box_set_homogeneous (GTK_BOX (private->box), TRUE);
  gtk_widget_add_css_class (private->box, "board");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), private->box);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), private->switcher);
  gtk_box_append (GTK_BOX (box), scroller);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_right_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
name_button (GtkWidget *button, const char *name)
{
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
spil_board_set_words (SpilBoard *self, const char *column, const char *before, const char *after)
{
  g_return_if_fail (SPIL_IS_BOARD (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (get (self)->choice), GTK_ACCESSIBLE_PROPERTY_LABEL, column,
                                  -1);
  name_button (get (self)->before, before);
  name_button (get (self)->after, after);
}

void
spil_board_set_cards (SpilBoard *self, SpilBoardCardFunc func, int column_width, int max_height)
{
  g_return_if_fail (SPIL_IS_BOARD (self));

  get (self)->func = func;
  get (self)->column_width = column_width;
  get (self)->max_height = max_height;
  // Among other things of a page it begins where these begin.
  if (max_height > 0)
    gtk_widget_add_css_class (get (self)->box, "inline");
}

/* The columns */

void
spil_board_clear (SpilBoard *self)
{
  SpilBoardPrivate *private;

  g_return_if_fail (SPIL_IS_BOARD (self));

  private = get (self);
  for (guint i = 0; i < private->columns->len; i++)
    gtk_box_remove (GTK_BOX (private->box), private->columns->pdata[i]);
  g_ptr_array_set_size (private->columns, 0);
}

void
spil_board_add_column (SpilBoard *self, const char *title, GListModel *cards, gboolean takes)
{
  SpilBoardPrivate *private;
  GtkWidget *column;

  g_return_if_fail (SPIL_IS_BOARD (self));

  private = get (self);
  column = spil_board_column_new (title, cards, private->func, takes, private->max_height);
  gtk_widget_set_size_request (column, private->column_width, -1);
  gtk_widget_set_hexpand (column, TRUE);
  gtk_widget_set_visible (column, FALSE);
  g_signal_connect_object (column, "opened", G_CALLBACK (on_opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (column, "dropped", G_CALLBACK (on_dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (private->box), column);
  g_ptr_array_add (private->columns, column);
}

void
spil_board_end_columns (SpilBoard *self, int chosen)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  SpilBoardPrivate *private;

  g_return_if_fail (SPIL_IS_BOARD (self));

  private = get (self);
  for (guint i = 0; i < private->columns->len; i++)
    gtk_string_list_append (list, spil_board_column_get_title (private->columns->pdata[i]));
  private->updating = TRUE;
  gtk_drop_down_set_model (private->choice, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (private->choice, (guint) chosen);
  private->updating = FALSE;
  tell_chosen (self);
}

void
spil_board_set_narrow (SpilBoard *self, gboolean narrow)
{
  g_return_if_fail (SPIL_IS_BOARD (self));

  if (get (self)->narrow == narrow)
    return;
  get (self)->narrow = narrow;
  tell_chosen (self);
}

gboolean
spil_board_focus (SpilBoard *self, int column, guint position)
{
  SpilBoardColumn *at;

  g_return_val_if_fail (SPIL_IS_BOARD (self), FALSE);

  at = spil_board_get_column (self, column);
  return at != NULL && gtk_widget_get_visible (GTK_WIDGET (at)) && spil_board_column_focus (at, position);
}

gboolean
spil_board_focus_first (SpilBoard *self)
{
  g_return_val_if_fail (SPIL_IS_BOARD (self), FALSE);

  for (int i = 0; i < get_n_columns (self); i++)
    if (spil_board_focus (self, i, 0))
      return TRUE;
  return FALSE;
}
