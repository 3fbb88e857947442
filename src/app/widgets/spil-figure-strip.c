// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-figure-strip.h"

#include <glib/gi18n-lib.h>

// Two cards fit beside each other in a narrow window.
#define MAX_CHARS 16

struct _SpilFigureStrip
{
  AdwBin parent_instance;

  AdwWrapBox *box;
};

G_DEFINE_FINAL_TYPE (SpilFigureStrip, spil_figure_strip, ADW_TYPE_BIN)

static void
spil_figure_strip_class_init (SpilFigureStripClass *klass)
{
}

static void
spil_figure_strip_init (SpilFigureStrip *self)
{
  GtkWidget *box = adw_wrap_box_new ();

  self->box = ADW_WRAP_BOX (box);
  adw_wrap_box_set_child_spacing (self->box, 12);
  adw_wrap_box_set_line_spacing (self->box, 12);
  adw_wrap_box_set_justify (self->box, ADW_JUSTIFY_FILL);
  adw_wrap_box_set_justify_last_line (self->box, TRUE);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
spil_figure_strip_new (void)
{
  return g_object_new (SPIL_TYPE_FIGURE_STRIP, NULL);
}

void
spil_figure_strip_clear (SpilFigureStrip *self)
{
  GtkWidget *child;

  g_return_if_fail (SPIL_IS_FIGURE_STRIP (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    adw_wrap_box_remove (self->box, child);
}

static GtkWidget *
add_line (GtkWidget *card, const char *text, const char *const *classes)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARS);
  for (int i = 0; classes[i] != NULL; i++)
    gtk_widget_add_css_class (label, classes[i]);
  gtk_box_append (GTK_BOX (card), label);
  return label;
}

// The lines of a card in a box.
static GtkWidget *
make_lines (const char *caption, const char *value, const char *note, gboolean warns)
{
  static const char *const small[] = { "caption", "dimmed", NULL };
  static const char *const large[] = { "title-4", "numeric", NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label;

  add_line (box, caption, small);
  label = add_line (box, value != NULL && value[0] != '\0' ? value : _ ("not stated"), large);
  if (warns)
    gtk_widget_add_css_class (label, "error");
  if (note != NULL && note[0] != '\0')
    add_line (box, note, small);
  return box;
}

static void
add_card (SpilFigureStrip *self, GtkWidget *card)
{
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "figure-card");
  adw_wrap_box_append (self->box, card);
}

void
spil_figure_strip_add (SpilFigureStrip *self, const char *caption, const char *value, const char *note,
                       gboolean warns)
{
  g_return_if_fail (SPIL_IS_FIGURE_STRIP (self));

  add_card (self, make_lines (caption, value, note, warns));
}

GtkWidget *
spil_figure_strip_add_button (SpilFigureStrip *self, const char *caption, const char *value, const char *note,
                              gboolean warns)
{
  GtkWidget *button;
  g_autofree char *name = NULL;

  g_return_val_if_fail (SPIL_IS_FIGURE_STRIP (self), NULL);

  button = gtk_button_new ();
  // Translators: title of a column and what stands in it.
  name = g_strdup_printf (_ ("%s: %s"), caption, value);
  gtk_button_set_child (GTK_BUTTON (button), make_lines (caption, value, note, warns));
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (button, "activatable");
  add_card (self, button);
  return button;
}
