// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-help-view.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkBox *box;
  const SpilHelp *help;
  GCallback follow;
  gpointer follower;
} View;

static GtkWidget *
make_text (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  return label;
}

static GtkWidget *
make_label (const View *view, GPtrArray *spans)
{
  g_autofree char *markup = spil_help_to_markup (view->help, spans);
  GtkWidget *label = make_text (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_widget_set_hexpand (label, TRUE);
  g_signal_connect_object (label, "activate-link", view->follow, view->follower, G_CONNECT_SWAPPED);
  return label;
}

static GtkWidget *
make_heading (const char *text, int level)
{
  static const char *const classes[] = { "title-1", "title-3", "heading" };
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "label",
                                   text, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0,
                                   NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, level, -1);
  gtk_widget_add_css_class (label, classes[CLAMP (level - 1, 0, 2)]);
  gtk_widget_set_margin_top (label, level == 1 ? 0 : level == 2 ? 24 : 15);
  gtk_widget_set_margin_bottom (label, level == 1 ? 6 : 3);
  return label;
}

/* A step or an item of a list: its number or dot hangs before it. */
static GtkWidget *
make_item (const View *view, const SpilHelpBlock *block)
{
  g_autofree char *sign = block->kind == SPIL_HELP_STEP ? g_strdup_printf ("%d.", block->number)
                                                        : g_strdup ("•");
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *mark = gtk_label_new (sign);

  gtk_label_set_width_chars (GTK_LABEL (mark), 2);
  gtk_label_set_xalign (GTK_LABEL (mark), 1);
  gtk_label_set_yalign (GTK_LABEL (mark), 0);
  gtk_widget_add_css_class (mark, "dimmed");
  gtk_widget_add_css_class (mark, "numeric");
  gtk_box_append (GTK_BOX (row), mark);
  gtk_box_append (GTK_BOX (row), make_label (view, block->spans));
  gtk_widget_set_margin_top (row, 6);
  return row;
}

static GtkWidget *
make_term (const View *view, const SpilHelpBlock *block)
{
  GtkWidget *rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *term = make_label (view, block->spans);
  GtkWidget *meaning = make_label (view, block->meaning);

  gtk_widget_add_css_class (term, "heading");
  gtk_widget_set_margin_start (meaning, 18);
  gtk_box_append (GTK_BOX (rows), term);
  gtk_box_append (GTK_BOX (rows), meaning);
  gtk_widget_set_margin_top (rows, 9);
  return rows;
}

static GtkWidget *
make_note (const View *view, const SpilHelpBlock *block)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name (block->warning ? "dialog-warning-symbolic"
                                                                 : "dialog-information-symbolic");

  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  block->warning ? _ ("Mind this") : _ ("Good to know"), -1);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (card), icon);
  gtk_box_append (GTK_BOX (card), make_label (view, block->spans));
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "help-note");
  gtk_widget_set_margin_top (card, 15);
  gtk_widget_set_margin_bottom (card, 6);
  return card;
}

static GtkWidget *
make_picture (const SpilHelpBlock *block)
{
  g_autofree char *path = g_strconcat ("/nl/regiozwolle/Spil/", block->source, NULL);
  g_autofree char *words = spil_help_spans_to_text (block->spans);
  GtkWidget *picture = gtk_picture_new_for_resource (path);

  gtk_picture_set_alternative_text (GTK_PICTURE (picture), words);
  gtk_picture_set_can_shrink (GTK_PICTURE (picture), TRUE);
  gtk_widget_set_margin_top (picture, 12);
  return picture;
}

static GtkWidget *
make_block (const View *view, const SpilHelpBlock *block)
{
  g_autofree char *text = NULL;
  GtkWidget *label;

  switch (block->kind) {
  case SPIL_HELP_HEADING:
    text = spil_help_spans_to_text (block->spans);
    return make_heading (text, block->level + 1);
  case SPIL_HELP_STEP:
  case SPIL_HELP_ITEM:
    return make_item (view, block);
  case SPIL_HELP_TERM:
    return make_term (view, block);
  case SPIL_HELP_NOTE:
    return make_note (view, block);
  case SPIL_HELP_PICTURE:
    return make_picture (block);
  case SPIL_HELP_PARAGRAPH:
  default:
    label = make_label (view, block->spans);
    gtk_widget_set_margin_top (label, 6);
    return label;
  }
}

void
spil_help_view_fill (GtkBox *box, const SpilHelp *help, int index, GCallback follow, gpointer follower)
{
  const SpilHelpPage *page = spil_help_get_page (help, index);
  const View view = { .box = box, .help = help, .follow = follow, .follower = follower };
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  gtk_box_append (box, make_heading (page->title, 1));
  child = make_text (page->description);
  gtk_widget_add_css_class (child, "dimmed");
  gtk_widget_set_margin_bottom (child, 6);
  gtk_box_append (box, child);
  for (guint i = 0; i < page->blocks->len; i++)
    gtk_box_append (box, make_block (&view, g_ptr_array_index (page->blocks, i)));
}
