// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-employer-board.h"

#include <glib/gi18n-lib.h>

#include "spil-board-card.h"
#include "spil-board-column.h"
#include "spil-record.h"
#include "spil-stage-mover.h"

#define COLUMN_WIDTH 196

struct _SpilEmployerBoard
{
  AdwBin parent_instance;

  SpilWorker *worker;
  SpilEmployerSelection *selection; /**< NULL until something is asked */
  GPtrArray *columns; /**< of SpilBoardColumn, borrowed: without a stage first, then by number */
  GPtrArray *titles; /**< of char *, as the columns */
  gboolean narrow;
  gboolean updating; /**< the switcher is set by the program */

  GtkWidget *switcher; /**< chooses the one column of a narrow window */
  GtkDropDown *choice;
  GtkWidget *box;
  SpilEmployerItem *menu_item; /**< of the card whose menu is open */
};

G_DEFINE_FINAL_TYPE (SpilEmployerBoard, spil_employer_board, ADW_TYPE_BIN)

enum
{
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static SpilBoardColumn *
column_at (SpilEmployerBoard *self, int index)
{
  return index >= 0 && index < (int) self->columns->len ? self->columns->pdata[index] : NULL;
}

static int
index_of (SpilEmployerBoard *self, GtkWidget *widget)
{
  GtkWidget *column = widget != NULL ? gtk_widget_get_ancestor (widget, SPIL_TYPE_BOARD_COLUMN) : NULL;
  guint index;

  return column != NULL && g_ptr_array_find (self->columns, column, &index) ? (int) index : -1;
}

// The card that the keyboard is on.
static GtkWidget *
focused_card (SpilEmployerBoard *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) ? spil_board_card_find (focus) : NULL;
}

/* What is shown */

// Whether what is in the column matters: a filter on one stage leaves the others out, a narrow window has room for one.
static gboolean
is_asked (SpilEmployerBoard *self, int index)
{
  SpilId stage = self->selection != NULL ? self->selection->stage : SPIL_ID_NIL;

  if (!spil_id_is_nil (stage))
    return spil_id_equal (spil_board_column_get_stage (column_at (self, index)), stage);
  return !self->narrow || (int) gtk_drop_down_get_selected (self->choice) == index;
}

// Where everybody has a stage, the column of those without only takes room.
static gboolean
is_shown (SpilEmployerBoard *self, int index)
{
  SpilBoardColumn *column = column_at (self, index);

  return is_asked (self, index) && (self->narrow || !spil_id_is_nil (spil_board_column_get_stage (column)) ||
                                    spil_board_column_get_count (column) > 0);
}

static void
show_columns (SpilEmployerBoard *self)
{
  gboolean one = self->selection != NULL && !spil_id_is_nil (self->selection->stage);

  gtk_widget_set_visible (self->switcher, self->narrow && !one);
  for (int i = 0; i < (int) self->columns->len; i++)
    gtk_widget_set_visible (self->columns->pdata[i], is_shown (self, i));
}

static void
ask_columns (SpilEmployerBoard *self)
{
  for (int i = 0; i < (int) self->columns->len && self->selection != NULL; i++)
    if (is_asked (self, i))
      spil_board_column_set_query (column_at (self, i), self->selection);
  show_columns (self);
}

static void
on_choice_cb (SpilEmployerBoard *self)
{
  if (!self->updating)
    ask_columns (self);
}

static void
step (SpilEmployerBoard *self, int by)
{
  int index = (int) gtk_drop_down_get_selected (self->choice) + by;

  if (column_at (self, index) != NULL)
    gtk_drop_down_set_selected (self->choice, (guint) index);
}

static void
on_before_clicked_cb (SpilEmployerBoard *self)
{
  step (self, -1);
}

static void
on_after_clicked_cb (SpilEmployerBoard *self)
{
  step (self, 1);
}

/* Moving a card */

static void
move_to (SpilEmployerBoard *self, SpilEmployerItem *item, int index)
{
  SpilBoardColumn *column = column_at (self, index);
  SpilId stage = column != NULL ? spil_board_column_get_stage (column) : SPIL_ID_NIL;

  if (item != NULL && !spil_id_is_nil (stage))
    spil_stage_mover_move (self->worker, GTK_WIDGET (self), spil_employer_item_get_row (item)->id, stage);
}

static void
on_dropped_cb (SpilEmployerBoard *self, const char *text, SpilBoardColumn *column)
{
  SpilId id;

  if (spil_id_parse (text, &id))
    spil_stage_mover_move (self->worker, GTK_WIDGET (self), id, spil_board_column_get_stage (column));
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilEmployerBoard *self = SPIL_EMPLOYER_BOARD (widget);

  move_to (self, self->menu_item, g_variant_get_int32 (parameter));
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilEmployerBoard *self = SPIL_EMPLOYER_BOARD (widget);

  if (self->menu_item != NULL)
    g_signal_emit (self, signals[OPENED], 0, spil_employer_item_get_row (self->menu_item));
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
open_menu (SpilEmployerBoard *self, GtkWidget *card)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) stages = g_menu_new ();
  int index = index_of (self, card);
  GtkWidget *popover;

  if (!g_set_object (&self->menu_item, spil_board_card_get_item (card)) && self->menu_item == NULL)
    return;
  g_menu_append (menu, _ ("Open"), "board.open");
  for (int i = 0; i < (int) self->columns->len; i++) {
    g_autofree char *action = g_strdup_printf ("board.move(%d)", i);
    // Translators: %s is a stage of the funnel.
    g_autofree char *label = g_strdup_printf (_ ("To “%s”"), (char *) self->titles->pdata[i]);

    if (i != index && !spil_id_is_nil (spil_board_column_get_stage (column_at (self, i))))
      g_menu_append (stages, label, action);
  }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (stages));
  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_parent (popover, card);
  g_signal_connect (popover, "closed", G_CALLBACK (on_closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
on_right_pressed_cb (SpilEmployerBoard *self, int n_press, double x, double y)
{
  GtkWidget *card = spil_board_card_find (gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT));

  if (card != NULL)
    open_menu (self, card);
}

/* Keyboard */

// To the neighbouring column that has a card, at the same height.
static void
go_sideways (SpilEmployerBoard *self, GtkWidget *card, int by)
{
  guint position = spil_board_card_get_position (card);

  for (int i = index_of (self, card) + by; column_at (self, i) != NULL; i += by)
    if (gtk_widget_get_visible (GTK_WIDGET (column_at (self, i))) &&
        spil_board_column_focus (column_at (self, i), position))
      return;
}

static gboolean
on_key_cb (SpilEmployerBoard *self, guint keyval, guint keycode, GdkModifierType state)
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
    move_to (self, spil_board_card_get_item (card), index_of (self, card) + (left ? -1 : 1));
  else
    go_sideways (self, card, left ? -1 : 1);
  return TRUE;
}

/* The widget */

static void
on_opened_cb (SpilEmployerBoard *self, const SpilEmployerRow *row)
{
  g_signal_emit (self, signals[OPENED], 0, row);
}

static void
add_column (SpilEmployerBoard *self, SpilId stage, const char *title)
{
  GtkWidget *column = spil_board_column_new (self->worker, stage, title);

  gtk_widget_set_size_request (column, COLUMN_WIDTH, -1);
  gtk_widget_set_hexpand (column, TRUE);
  gtk_widget_set_visible (column, FALSE);
  g_signal_connect_object (column, "opened", G_CALLBACK (on_opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (column, "dropped", G_CALLBACK (on_dropped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (column, "counted", G_CALLBACK (show_columns), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), column);
  g_ptr_array_add (self->columns, column);
  g_ptr_array_add (self->titles, g_strdup (title));
}

static GtkWidget *
make_stepper (SpilEmployerBoard *self, const char *icon, const char *name, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_switcher (SpilEmployerBoard *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->choice = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_widget_set_hexpand (GTK_WIDGET (self->choice), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choice), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Stage"), -1);
  g_signal_connect_object (self->choice, "notify::selected", G_CALLBACK (on_choice_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), make_stepper (self, "go-previous-symbolic", _ ("Stage before"),
                                                   G_CALLBACK (on_before_clicked_cb)));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->choice));
  gtk_box_append (GTK_BOX (line), make_stepper (self, "go-next-symbolic", _ ("Stage after"),
                                                   G_CALLBACK (on_after_clicked_cb)));
  gtk_widget_add_css_class (line, "toolbar");
  return line;
}

static void
spil_employer_board_dispose (GObject *object)
{
  SpilEmployerBoard *self = SPIL_EMPLOYER_BOARD (object);

  self->updating = TRUE;
  g_clear_object (&self->menu_item);
  g_clear_object (&self->worker);
  G_OBJECT_CLASS (spil_employer_board_parent_class)->dispose (object);
}

static void
spil_employer_board_finalize (GObject *object)
{
  SpilEmployerBoard *self = SPIL_EMPLOYER_BOARD (object);

  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->titles);
  spil_employer_selection_free (self->selection);
  G_OBJECT_CLASS (spil_employer_board_parent_class)->finalize (object);
}

static void
spil_employer_board_class_init (SpilEmployerBoardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_employer_board_dispose;
  G_OBJECT_CLASS (klass)->finalize = spil_employer_board_finalize;
  gtk_widget_class_install_action (widget_class, "board.move", "i", move_action);
  gtk_widget_class_install_action (widget_class, "board.open", NULL, open_action);
  signals[OPENED] = g_signal_new ("opened", SPIL_TYPE_EMPLOYER_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
spil_employer_board_init (SpilEmployerBoard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->columns = g_ptr_array_new ();
  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->switcher = make_switcher (self);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_box_set_homogeneous (GTK_BOX (self->box), TRUE);
  gtk_widget_add_css_class (self->box, "board");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->box);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), self->switcher);
  gtk_box_append (GTK_BOX (box), scroller);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_right_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

void
spil_employer_board_set_worker (SpilEmployerBoard *self, SpilWorker *worker)
{
  g_return_if_fail (SPIL_IS_EMPLOYER_BOARD (self));
  g_set_object (&self->worker, worker);
}

static char *
dup_title (SpilRecord *stage)
{
  return g_strdup_printf ("%d. %s", (int) spil_record_get_integer (stage, SPIL_STAGE_NUMBER),
                          spil_record_get_title (stage));
}

static gboolean
are_same (SpilEmployerBoard *self, GPtrArray *stages)
{
  if (self->columns->len != stages->len + 1)
    return FALSE;
  for (guint i = 0; i < stages->len; i++) {
    g_autofree char *title = dup_title (stages->pdata[i]);

    if (!spil_id_equal (spil_board_column_get_stage (self->columns->pdata[i + 1]),
                        spil_record_get_id (stages->pdata[i])) ||
        !g_str_equal (self->titles->pdata[i + 1], title))
      return FALSE;
  }
  return TRUE;
}

void
spil_employer_board_set_stages (SpilEmployerBoard *self, GPtrArray *stages)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  g_return_if_fail (SPIL_IS_EMPLOYER_BOARD (self));

  if (are_same (self, stages))
    return;
  for (guint i = 0; i < self->columns->len; i++)
    gtk_box_remove (GTK_BOX (self->box), self->columns->pdata[i]);
  g_ptr_array_set_size (self->columns, 0);
  g_ptr_array_set_size (self->titles, 0);
  add_column (self, SPIL_ID_NIL, _ ("No stage yet"));
  for (guint i = 0; i < stages->len; i++) {
    g_autofree char *title = dup_title (stages->pdata[i]);

    add_column (self, spil_record_get_id (stages->pdata[i]), title);
  }
  for (guint i = 0; i < self->titles->len; i++)
    gtk_string_list_append (list, self->titles->pdata[i]);
  self->updating = TRUE;
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->choice, stages->len > 0 ? 1 : 0);
  self->updating = FALSE;
  ask_columns (self);
}

void
spil_employer_board_set_query (SpilEmployerBoard *self, const SpilEmployerSelection *selection)
{
  g_return_if_fail (SPIL_IS_EMPLOYER_BOARD (self));

  spil_employer_selection_free (self->selection);
  self->selection = spil_employer_selection_copy (selection);
  ask_columns (self);
}

void
spil_employer_board_refresh (SpilEmployerBoard *self)
{
  g_return_if_fail (SPIL_IS_EMPLOYER_BOARD (self));

  for (int i = 0; i < (int) self->columns->len; i++)
    if (is_asked (self, i))
      spil_board_column_refresh (column_at (self, i));
}

void
spil_employer_board_set_narrow (SpilEmployerBoard *self, gboolean narrow)
{
  g_return_if_fail (SPIL_IS_EMPLOYER_BOARD (self));

  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  ask_columns (self);
}

gboolean
spil_employer_board_focus_first (SpilEmployerBoard *self)
{
  g_return_val_if_fail (SPIL_IS_EMPLOYER_BOARD (self), FALSE);

  for (int i = 0; i < (int) self->columns->len; i++)
    if (gtk_widget_get_visible (self->columns->pdata[i]) && spil_board_column_focus (column_at (self, i), 0))
      return TRUE;
  return FALSE;
}
