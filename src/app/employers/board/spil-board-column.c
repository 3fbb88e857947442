// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-board-column.h"

#include <glib/gi18n-lib.h>

#include "spil-board-card.h"
#include "spil-list-slot.h"
#include "spil-number.h"
#include "spil-store-list-model.h"

struct _SpilBoardColumn
{
  AdwBin parent_instance;

  SpilId stage;
  char *title;
  SpilStoreListModel *model;
  GtkWidget *title_label;
  GtkWidget *count;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (SpilBoardColumn, spil_board_column, ADW_TYPE_BIN)

enum
{
  OPENED,
  DROPPED,
  COUNTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_loaded_cb (SpilBoardColumn *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  g_autofree char *number = spil_integer_format (n);
  // Translators: a stage of the funnel, and how many employers are in it.
  g_autofree char *name =
      g_strdup_printf (ngettext ("%s: %s employer", "%s: %s employers", n), self->title, number);

  gtk_label_set_text (GTK_LABEL (self->count), number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_emit (self, signals[COUNTED], 0);
}

static void
on_activated_cb (SpilBoardColumn *self, guint position)
{
  g_autoptr (GObject) slot = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  SpilEmployerItem *item = slot != NULL ? spil_list_item_of (slot) : NULL;
  g_autoptr (SpilEmployerItem) held = item != NULL ? g_object_ref (item) : NULL;

  // What is not read yet cannot be opened.
  if (held != NULL)
    g_signal_emit (self, signals[OPENED], 0, spil_employer_item_get_row (held));
}

static gboolean
on_drop_cb (SpilBoardColumn *self, const GValue *value)
{
  SpilId organisation = spil_board_card_parse_drag (g_value_get_string (value));
  g_autofree char *id = spil_id_dup_text (organisation);

  if (spil_id_is_nil (organisation))
    return FALSE;
  g_signal_emit (self, signals[DROPPED], 0, id);
  return TRUE;
}

static GtkWidget *
make_heading (SpilBoardColumn *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->title_label = gtk_label_new (NULL);
  self->count = gtk_label_new ("");
  gtk_label_set_wrap (GTK_LABEL (self->title_label), TRUE);
  gtk_label_set_lines (GTK_LABEL (self->title_label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (self->title_label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->title_label), 0);
  gtk_label_set_width_chars (GTK_LABEL (self->title_label), 8);
  gtk_widget_set_hexpand (self->title_label, TRUE);
  gtk_widget_set_valign (self->title_label, GTK_ALIGN_START);
  gtk_widget_set_valign (self->count, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->title_label, "heading");
  gtk_widget_add_css_class (self->count, "numeric");
  gtk_widget_add_css_class (self->count, "dimmed");
  gtk_widget_add_css_class (box, "board-heading");
  gtk_box_append (GTK_BOX (box), self->title_label);
  gtk_box_append (GTK_BOX (box), self->count);
  return box;
}

static void
spil_board_column_dispose (GObject *object)
{
  g_clear_object (&SPIL_BOARD_COLUMN (object)->model);
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
  signals[COUNTED] = g_signal_new ("counted", SPIL_TYPE_BOARD_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
spil_board_column_init (SpilBoardColumn *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = gtk_list_view_new (NULL, spil_board_card_factory_new ());
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list), TRUE);
  gtk_list_view_set_tab_behavior (GTK_LIST_VIEW (self->list), GTK_LIST_TAB_ITEM);
  gtk_widget_add_css_class (self->list, "board-list");
  g_signal_connect_object (self->list, "activate", G_CALLBACK (on_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), make_heading (self));
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_widget_add_css_class (GTK_WIDGET (self), "board-column");
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
spil_board_column_new (SpilWorker *worker, SpilId stage, const char *title)
{
  SpilBoardColumn *self = g_object_new (SPIL_TYPE_BOARD_COLUMN, NULL);
  g_autoptr (GtkSelectionModel) selection = NULL;

  self->stage = stage;
  self->title = g_strdup (title);
  self->model = spil_store_list_model_new (worker, spil_employer_item_fetch);
  g_signal_connect_object (self->model, "loaded", G_CALLBACK (on_loaded_cb), self, G_CONNECT_SWAPPED);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->model))));
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), selection);
  gtk_label_set_text (GTK_LABEL (self->title_label), title);
  gtk_widget_set_tooltip_text (self->title_label, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  if (!spil_id_is_nil (stage)) {
    GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_MOVE);

    g_signal_connect_object (target, "drop", G_CALLBACK (on_drop_cb), self, G_CONNECT_SWAPPED);
    gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  }
  return GTK_WIDGET (self);
}

SpilId
spil_board_column_get_stage (SpilBoardColumn *self)
{
  g_return_val_if_fail (SPIL_IS_BOARD_COLUMN (self), SPIL_ID_NIL);
  return self->stage;
}

void
spil_board_column_set_query (SpilBoardColumn *self, const SpilEmployerSelection *selection)
{
  SpilEmployerSelection *query;

  g_return_if_fail (SPIL_IS_BOARD_COLUMN (self));

  query = spil_employer_selection_copy (selection);
  query->stage = self->stage;
  query->no_stage = spil_id_is_nil (self->stage);
  spil_store_list_model_set_query (self->model, query, (GDestroyNotify) spil_employer_selection_free);
}

void
spil_board_column_refresh (SpilBoardColumn *self)
{
  g_return_if_fail (SPIL_IS_BOARD_COLUMN (self));
  spil_store_list_model_refresh (self->model);
}

guint
spil_board_column_get_count (SpilBoardColumn *self)
{
  g_return_val_if_fail (SPIL_IS_BOARD_COLUMN (self), 0);
  return g_list_model_get_n_items (G_LIST_MODEL (self->model));
}

gboolean
spil_board_column_focus (SpilBoardColumn *self, guint position)
{
  guint n;

  g_return_val_if_fail (SPIL_IS_BOARD_COLUMN (self), FALSE);

  n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  if (n == 0)
    return FALSE;
  gtk_list_view_scroll_to (GTK_LIST_VIEW (self->list), MIN (position, n - 1), GTK_LIST_SCROLL_FOCUS, NULL);
  gtk_widget_grab_focus (self->list);
  return TRUE;
}
