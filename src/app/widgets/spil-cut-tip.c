// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-cut-tip.h"

// An inscription keeps its layout to itself: this one is like it.
static gboolean
inscription_is_cut (GtkInscription *inscription)
{
  const char *text = gtk_inscription_get_text (inscription);
  g_autoptr (PangoLayout) layout = NULL;
  int height;

  if (text == NULL || *text == '\0')
    return FALSE;
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (inscription), text);
  pango_layout_set_attributes (layout, gtk_inscription_get_attributes (inscription));
  pango_layout_set_wrap (layout, gtk_inscription_get_wrap_mode (inscription));
  pango_layout_set_width (layout, gtk_widget_get_width (GTK_WIDGET (inscription)) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  return height > gtk_widget_get_height (GTK_WIDGET (inscription)) + 1;
}

// Whether @widget is a text (GtkLabel, GtkInscription) of which not all is seen: it ends in an ellipsis.
static gboolean
is_cut (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget)));
  return GTK_IS_INSCRIPTION (widget) && inscription_is_cut (GTK_INSCRIPTION (widget));
}

static const char *
text_of (GtkWidget *widget)
{
  return GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget))
                               : gtk_inscription_get_text (GTK_INSCRIPTION (widget));
}

static void
gather (GtkWidget *widget, GString *texts)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (is_cut (widget))
    g_string_append_printf (texts, "%s%s", texts->len > 0 ? "\n" : "", text_of (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gather (child, texts);
}

static gboolean
on_tooltip_asked_cb (GtkWidget *root, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  GtkWidget *at = keyboard ? gtk_root_get_focus (gtk_widget_get_root (root))
                           : gtk_widget_pick (root, x, y, GTK_PICK_DEFAULT);
  g_autoptr (GString) texts = g_string_new (NULL);

  if (at == NULL || at == root)
    return FALSE;
  if (keyboard)
    gather (at, texts);
  else if (is_cut (at))
    g_string_append (texts, text_of (at));
  gtk_tooltip_set_text (tooltip, texts->str);
  return texts->len > 0;
}

void
spil_cut_tips_install (GtkWidget *root)
{
  gtk_widget_set_has_tooltip (root, TRUE);
  g_signal_connect (root, "query-tooltip", G_CALLBACK (on_tooltip_asked_cb), NULL);
}
