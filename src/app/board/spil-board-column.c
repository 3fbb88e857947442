// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-board-column.h"

#include "spil-list-slot.h"

// A card of five lines, about.
#define CARD_HEIGHT 112

struct _SpilBoardColumn
{
  AdwBin parent_instance;

  char *title;
  gboolean takes;
  GListModel *cards;
  GtkWidget *count;
  GtkWidget *note;
  GtkWidget *list;
  int max_height; /**< 0: all the height that there is */
};

G_DEFINE_FINAL_TYPE (SpilBoardColumn, spil_board_column, ADW_TYPE_BIN)

enum
{
  OPENED,
  DROPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_activated_cb (SpilBoardColumn *self, guint position)
{
  g_autoptr (GObject) object = g_list_model_get_item (self->cards, position);
  gpointer item = object != NULL ? spil_list_item_of (object) : NULL;
  g_autoptr (GObject) held = item != NULL ? g_object_ref (item) : NULL;

  // What is not read yet cannot be opened.
  if (held != NULL)
    g_signal_emit (self, signals[OPENED], 0, held);
}

static gboolean
on_drop_cb (SpilBoardColumn *self, const GValue *value)
{
  SpilId card = spil_board_card_parse_drag (g_value_get_string (value));
  g_autofree char *id = spil_id_dup_text (card);

  if (spil_id_is_nil (card))
    return FALSE;
  g_signal_emit (self, signals[DROPPED], 0, id);
  return TRUE;
}

static GtkWidget *
make_title (SpilBoardColumn *self)
{
  GtkWidget *title = gtk_label_new (self->title);

  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_lines (GTK_LABEL (title), 2);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_width_chars (GTK_LABEL (title), 8);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_set_valign (title, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (title, self->title);
  gtk_widget_add_css_class (title, "heading");
  return title;
}

static GtkWidget *
make_figure (void)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "dimmed");
  return label;
}

static GtkWidget *
make_heading (SpilBoardColumn *self)
{
  GtkWidget *heading = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->count = make_figure ();
  self->note = make_figure ();
  gtk_label_set_xalign (GTK_LABEL (self->note), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->note), PANGO_ELLIPSIZE_END);
  gtk_widget_set_visible (self->note, FALSE);
  gtk_box_append (GTK_BOX (line), make_title (self));
  gtk_box_append (GTK_BOX (line), self->count);
  gtk_box_append (GTK_BOX (heading), line);
  gtk_box_append (GTK_BOX (heading), self->note);
  gtk_widget_add_css_class (heading, "board-heading");
  return heading;
}

// A list does not know how high it would like to be: as high as its cards, as far as it may.
static void
update_height (SpilBoardColumn *self)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (self->list, GTK_TYPE_SCROLLED_WINDOW);
  int wanted = (int) MIN (g_list_model_get_n_items (self->cards), 1000) * CARD_HEIGHT;

  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), MIN (wanted, self->max_height));
}

static GtkWidget *
make_scroller (SpilBoardColumn *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  if (self->max_height > 0) {
    g_signal_connect_object (self->cards, "items-changed", G_CALLBACK (update_height), self,
                             G_CONNECT_SWAPPED);
    update_height (self);
  } else
    gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static void
spil_board_column_dispose (GObject *object)
{
  g_clear_object (&SPIL_BOARD_COLUMN (object)->cards);
  G_OBJECT_CLASS (spil_board_column_parent_class)->dispose (object);
}

static void
spil_board_column_finalize (GObject *object)
{
  g_free (SPIL_BOARD_COLUMN (object)->title);
  G_OBJECT_CLASS (spil_board_column_parent_class)->finalize (object);
}

static void
spil_board_column_class_init (SpilBoardColumnClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = spil_board_column_dispose;
  G_OBJECT_CLASS (klass)->finalize = spil_board_column_finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  signals[OPENED] = g_signal_new ("opened", SPIL_TYPE_BOARD_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[DROPPED] = g_signal_new ("dropped", SPIL_TYPE_BOARD_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
spil_board_column_init (SpilBoardColumn *self)
{
}

static void
make_list (SpilBoardColumn *self, SpilBoardCardFunc func)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (self->cards)));

  self->list = gtk_list_view_new (selection, spil_board_card_factory_new (func));
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list), TRUE);
  gtk_list_view_set_tab_behavior (GTK_LIST_VIEW (self->list), GTK_LIST_TAB_ITEM);
  gtk_widget_add_css_class (self->list, "board-list");
  g_signal_connect_object (self->list, "activate", G_CALLBACK (on_activated_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
spil_board_column_new (const char *title, GListModel *cards, SpilBoardCardFunc func, gboolean takes,
                       int max_height)
{
  SpilBoardColumn *self = g_object_new (SPIL_TYPE_BOARD_COLUMN, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->title = g_strdup (title);
  self->takes = takes;
  self->max_height = max_height;
  self->cards = g_object_ref (cards);
  make_list (self, func);
  gtk_box_append (GTK_BOX (box), make_heading (self));
  gtk_box_append (GTK_BOX (box), make_scroller (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "board-column");
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  if (takes) {
    GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_MOVE);

    g_signal_connect_object (target, "drop", G_CALLBACK (on_drop_cb), self, G_CONNECT_SWAPPED);
    gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  }
  return GTK_WIDGET (self);
}

void
spil_board_column_set_caption (SpilBoardColumn *self, const char *count, const char *note, const char *name)
{
  g_return_if_fail (SPIL_IS_BOARD_COLUMN (self));

  gtk_label_set_text (GTK_LABEL (self->count), count);
  gtk_label_set_text (GTK_LABEL (self->note), note != NULL ? note : "");
  gtk_widget_set_visible (self->note, note != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

const char *
spil_board_column_get_title (SpilBoardColumn *self)
{
  g_return_val_if_fail (SPIL_IS_BOARD_COLUMN (self), NULL);
  return self->title;
}

gboolean
spil_board_column_takes (SpilBoardColumn *self)
{
  g_return_val_if_fail (SPIL_IS_BOARD_COLUMN (self), FALSE);
  return self->takes;
}

guint
spil_board_column_get_count (SpilBoardColumn *self)
{
  g_return_val_if_fail (SPIL_IS_BOARD_COLUMN (self), 0);
  return g_list_model_get_n_items (self->cards);
}

gboolean
spil_board_column_focus (SpilBoardColumn *self, guint position)
{
  guint n;

  g_return_val_if_fail (SPIL_IS_BOARD_COLUMN (self), FALSE);

  n = g_list_model_get_n_items (self->cards);
  if (n == 0)
    return FALSE;
  gtk_list_view_scroll_to (GTK_LIST_VIEW (self->list), MIN (position, n - 1), GTK_LIST_SCROLL_FOCUS, NULL);
  gtk_widget_grab_focus (self->list);
  return TRUE;
}
