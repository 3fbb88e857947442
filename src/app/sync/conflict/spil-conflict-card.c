// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-conflict-card.h"

#include <glib/gi18n-lib.h>

#include "spil-conflict-choice.h"
#include "spil-row-group.h"
#include "spil-sync-words.h"

static GtkWidget *
make_label (const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  return label;
}

static PangoAttrList *
mark_difference (const char *text, const char *other)
{
  g_autoptr (GArray) ranges = spil_text_difference (text, other);
  PangoAttrList *marks = pango_attr_list_new ();

  for (guint i = 0; i < ranges->len; i++) {
    const SpilTextRange *range = &g_array_index (ranges, SpilTextRange, i);
    PangoAttribute *attributes[] = { pango_attr_underline_new (PANGO_UNDERLINE_SINGLE),
                                     pango_attr_weight_new (PANGO_WEIGHT_BOLD) };

    for (gsize j = 0; j < G_N_ELEMENTS (attributes); j++) {
      attributes[j]->start_index = range->start;
      attributes[j]->end_index = range->end;
      pango_attr_list_insert (marks, attributes[j]);
    }
  }
  return marks;
}

// What it is compared with: the first with what holds now, what holds now with the next.
static guint
counterpart (guint side)
{
  return side == 0 ? 1 : 0;
}

static GtkWidget *
make_value (const SpilConflictView *view, guint side, guint field)
{
  const char *text = spil_conflict_view_get_text (view, side, field);
  GtkWidget *label = make_label (text[0] != '\0' ? text : _ ("(empty)"), "numeric");

  if (text[0] == '\0')
    gtk_widget_add_css_class (label, "dimmed");
  else if (view->fields->len > 0) {
    const char *other = spil_conflict_view_get_text (view, counterpart (side), field);
    PangoAttrList *marks = mark_difference (text, other);

    gtk_label_set_attributes (GTK_LABEL (label), marks);
    pango_attr_list_unref (marks);
  }
  return label;
}

static void
append_values (GtkBox *box, const SpilConflictView *view, guint side)
{
  if (view->fields->len < 2) {
    gtk_box_append (box, make_value (view, side, 0));
    return;
  }
  for (guint i = 0; i < view->fields->len; i++) {
    GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
    GtkWidget *name = make_label (spil_field_label (g_ptr_array_index (view->fields, i)), "caption");

    gtk_widget_add_css_class (name, "dimmed");
    gtk_box_append (GTK_BOX (pair), name);
    gtk_box_append (GTK_BOX (pair), make_value (view, side, i));
    gtk_box_append (box, pair);
  }
}

static GtkWidget *
make_head (guint side)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *number = g_strdup_printf ("%u", side + 1);
  GtkWidget *key = gtk_label_new (number);
  GtkWidget *title = make_label (side == 0 ? _ ("Holds now") : _ ("Or this"), "heading");

  gtk_widget_add_css_class (key, "key");
  gtk_widget_add_css_class (key, "numeric");
  gtk_widget_set_valign (key, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), key);
  gtk_box_append (GTK_BOX (box), title);
  return box;
}

static char *
dup_where (const SpilConflictView *view, const SpilConflictSide *side)
{
  g_autofree char *when = side->time.ms != 0 ? spil_sync_dup_when (side->time) : g_strdup ("");
  gboolean own = spil_id_equal (side->device, view->device);

  return spil_join_facts (when,
                          own                         ? _ ("on this laptop")
                          : side->device_name != NULL ? side->device_name
                                                      : "",
                          NULL);
}

static void
append_writer (GtkBox *box, const SpilConflictView *view, const SpilConflictSide *side)
{
  g_autofree char *where = dup_where (view, side);
  GtkWidget *writer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = make_label (where, "caption");

  gtk_widget_set_vexpand (writer, TRUE);
  gtk_widget_set_valign (writer, GTK_ALIGN_END);
  gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_add_css_class (label, "numeric");
  if (side->actor != NULL && side->actor[0] != '\0')
    gtk_box_append (GTK_BOX (writer), make_label (side->actor, "caption-heading"));
  if (where[0] != '\0')
    gtk_box_append (GTK_BOX (writer), label);
  gtk_box_append (box, writer);
}

static char *
dup_name (const SpilConflictView *view, guint index)
{
  const SpilConflictSide *side = spil_conflict_view_get_side (view, index);
  g_autofree char *where = dup_where (view, side);
  g_autofree char *writer = spil_join_facts (side->actor != NULL ? side->actor : "", where, NULL);

  // Translators: for a screen reader: the number of a choice, its value, who wrote it and when.
  return g_strdup_printf (index == 0 ? _ ("Choice %u, holds now: %s. %s") : _ ("Choice %u: %s. %s"),
                          index + 1, side->text, writer);
}

GtkWidget *
spil_conflict_card_new (const SpilConflictView *view, guint side)
{
  GtkWidget *card = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  g_autofree char *name = dup_name (view, side);

  gtk_box_append (GTK_BOX (box), make_head (side));
  append_values (GTK_BOX (box), view, side);
  append_writer (GTK_BOX (box), view, spil_conflict_view_get_side (view, side));
  gtk_button_set_child (GTK_BUTTON (card), box);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "choice");
  gtk_widget_set_hexpand (card, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return card;
}
