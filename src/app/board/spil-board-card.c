// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-board-card.h"

#include "spil-list-slot.h"
#include "spil-list-texts.h"

#define DRAG_PREFIX "spil-card:"

/* The widgets of a card, borrowed. */
typedef struct
{
  GtkListItem *row;
  SpilBoardCardFunc func;
  SpilId id;
  GtkWidget *title;
  GtkWidget *facts;
  GtkWidget *detail;
  GtkWidget *warning;
} Card;

static const char card_key[] = "spil-card";
static const char func_key[] = "spil-card-func";

static Card *
card_of (GtkWidget *widget)
{
  return widget != NULL ? g_object_get_data (G_OBJECT (widget), card_key) : NULL;
}

GtkWidget *
spil_board_card_find (GtkWidget *widget)
{
  GtkWidget *child = widget != NULL ? gtk_widget_get_first_child (widget) : NULL;

  if (card_of (child) != NULL)
    return child;
  while (widget != NULL && card_of (widget) == NULL)
    widget = gtk_widget_get_parent (widget);
  return widget;
}

gpointer
spil_board_card_get_item (GtkWidget *widget)
{
  Card *card = card_of (widget);
  gpointer object = card != NULL ? gtk_list_item_get_item (card->row) : NULL;

  return object != NULL ? spil_list_item_of (object) : NULL;
}

SpilId
spil_board_card_get_id (GtkWidget *widget)
{
  Card *card = card_of (widget);

  return card != NULL ? card->id : SPIL_ID_NIL;
}

guint
spil_board_card_get_position (GtkWidget *widget)
{
  Card *card = card_of (widget);

  return card != NULL ? gtk_list_item_get_position (card->row) : GTK_INVALID_LIST_POSITION;
}

SpilId
spil_board_card_parse_drag (const char *text)
{
  SpilId id;

  if (text == NULL || !g_str_has_prefix (text, DRAG_PREFIX) ||
      !spil_id_parse (text + sizeof DRAG_PREFIX - 1, &id))
    return SPIL_ID_NIL;
  return id;
}

/* What stands on it */

static void
show_text (GtkWidget *line, const char *text)
{
  if (GTK_IS_LABEL (line))
    gtk_label_set_text (GTK_LABEL (line), text != NULL ? text : "");
  else
    gtk_inscription_set_text (GTK_INSCRIPTION (line), text);
  gtk_widget_set_visible (line, text != NULL && text[0] != '\0');
}

static void
free_texts (SpilBoardCard *texts)
{
  g_free (texts->title);
  g_free (texts->facts);
  g_free (texts->detail);
  g_free (texts->warning);
  g_free (texts->label);
}

static void
update_card (GtkListItem *list_item)
{
  Card *card = card_of (gtk_list_item_get_child (list_item));
  gpointer object = gtk_list_item_get_item (list_item);
  gpointer item = object != NULL ? spil_list_item_of (object) : NULL;
  SpilBoardCard texts = { .id = SPIL_ID_NIL };

  if (item != NULL)
    card->func (item, &texts);
  card->id = texts.id;
  gtk_label_set_text (GTK_LABEL (card->title), texts.title != NULL ? texts.title : "");
  show_text (card->facts, texts.facts);
  show_text (card->detail, texts.detail);
  show_text (card->warning, texts.warning);
  gtk_list_item_set_accessible_label (list_item, texts.label != NULL ? texts.label : "");
  free_texts (&texts);
}

/* Dragging */

static GdkContentProvider *
on_prepare_cb (GtkWidget *widget)
{
  SpilId id = spil_board_card_get_id (widget);
  g_autofree char *name = spil_id_dup_text (id);
  g_autofree char *text = g_strconcat (DRAG_PREFIX, name, NULL);

  return spil_id_is_nil (id) ? NULL : gdk_content_provider_new_typed (G_TYPE_STRING, text);
}

static void
on_drag_begin_cb (GtkWidget *widget, GdkDrag *drag, GtkDragSource *source)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (widget);

  gtk_drag_source_set_icon (source, picture, 12, 12);
}

/* The factory */

static GtkWidget *
add_line (GtkWidget *box, const char *css_class)
{
  GtkWidget *line = gtk_inscription_new (NULL);

  gtk_inscription_set_min_chars (GTK_INSCRIPTION (line), 8);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (line), 16);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (line), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_add_css_class (line, css_class);
  gtk_box_append (GTK_BOX (box), line);
  return line;
}

// What may take as many lines; an inscription would always keep room for all.
static GtkWidget *
add_lines (GtkWidget *box, const char *css_class, int n_lines)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_lines (GTK_LABEL (label), n_lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 16);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
on_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkDragSource *source = gtk_drag_source_new ();
  Card *card = g_new0 (Card, 1);

  card->row = row;
  card->func = *(SpilBoardCardFunc *) g_object_get_data (G_OBJECT (factory), func_key);
  card->title = add_lines (box, "heading", 3);
  card->facts = add_line (box, "dimmed");
  card->detail = add_lines (box, "caption", 2);
  card->warning = add_line (box, "caption");
  gtk_widget_add_css_class (card->warning, "warning");
  gtk_widget_add_css_class (box, "board-card");
  g_object_set_data_full (G_OBJECT (box), card_key, card, g_free);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (on_prepare_cb), box, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (on_drag_begin_cb), box, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (source));
  gtk_list_item_set_child (row, box);
}

static void
on_bound_cb (GtkSignalListItemFactory *factory, GtkListItem *row)
{
  gpointer object = gtk_list_item_get_item (row);

  g_signal_connect_object (object, "notify::item", G_CALLBACK (update_card), row, G_CONNECT_SWAPPED);
  update_card (row);
}

static void
on_unbound_cb (GtkSignalListItemFactory *factory, GtkListItem *row)
{
  g_signal_handlers_disconnect_matched (gtk_list_item_get_item (row), G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL,
                                        row);
}

static void
take_text (GPtrArray *texts, char **text)
{
  g_ptr_array_add (texts, *text != NULL ? g_steal_pointer (text) : g_strdup (""));
}

/* On paper: the title, what stands under it, and the warning. */
static void
add_card_texts (gpointer item, gpointer user_data, GPtrArray *texts)
{
  const SpilBoardCardFunc *func = user_data;
  SpilBoardCard card = { .id = SPIL_ID_NIL };
  g_autofree char *under = NULL;

  (*func) (item, &card);
  under = g_strjoin (card.facts != NULL && card.detail != NULL ? " · " : "",
                     card.facts != NULL ? card.facts : "", card.detail != NULL ? card.detail : "", NULL);
  take_text (texts, &card.title);
  take_text (texts, &under);
  take_text (texts, &card.warning);
  free_texts (&card);
}

GtkListItemFactory *
spil_board_card_factory_new (SpilBoardCardFunc func)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  SpilBoardCardFunc *kept = g_memdup2 (&func, sizeof func);

  g_object_set_data_full (G_OBJECT (factory), func_key, kept, g_free);
  spil_list_texts_set (factory, add_card_texts, kept);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bound_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbound_cb), NULL);
  return factory;
}
