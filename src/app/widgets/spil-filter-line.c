// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-filter-line.h"

#include <glib/gi18n-lib.h>

struct _SpilFilterLine
{
  AdwBin parent_instance;

  GPtrArray *filters; /**< of GtkButton, borrowed */
  AdwWrapBox *box;
  GtkWidget *count;
  GtkWidget *last; /**< after which the filters come, borrowed */
  GtkWidget *clear;
};

G_DEFINE_FINAL_TYPE (SpilFilterLine, spil_filter_line, ADW_TYPE_BIN)

enum
{
  DROPPED,
  CLEARED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* After which the next filter comes. */
static GtkWidget *
last_of (SpilFilterLine *self)
{
  return self->filters->len > 0 ? self->filters->pdata[self->filters->len - 1] : self->last;
}

static void
on_filter_clicked_cb (SpilFilterLine *self, GtkWidget *button)
{
  g_signal_emit (self, signals[DROPPED], 0,
                 GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "spil-number")));
}

static void
on_clear_clicked_cb (SpilFilterLine *self)
{
  g_signal_emit (self, signals[CLEARED], 0);
}

static GtkWidget *
make_filter (SpilFilterLine *self, int number, const char *text)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);
  // Translators: %s is a filter that is set, such as "Stage: Interest".
  g_autofree char *name = g_strdup_printf (_ ("Remove the filter “%s”"), text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "chip");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "spil-number", GINT_TO_POINTER (number));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_filter_clicked_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
spil_filter_line_finalize (GObject *object)
{
  g_ptr_array_unref (SPIL_FILTER_LINE (object)->filters);
  G_OBJECT_CLASS (spil_filter_line_parent_class)->finalize (object);
}

static void
spil_filter_line_class_init (SpilFilterLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = spil_filter_line_finalize;
  signals[DROPPED] = g_signal_new ("dropped", SPIL_TYPE_FILTER_LINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_INT);
  signals[CLEARED] = g_signal_new ("cleared", SPIL_TYPE_FILTER_LINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
spil_filter_line_init (SpilFilterLine *self)
{
  self->filters = g_ptr_array_new ();
  self->box = ADW_WRAP_BOX (adw_wrap_box_new ());
  adw_wrap_box_set_child_spacing (self->box, 6);
  adw_wrap_box_set_line_spacing (self->box, 6);
  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count, "dimmed");
  gtk_widget_add_css_class (self->count, "numeric");
  adw_wrap_box_append (self->box, self->count);
  self->last = self->count;
  self->clear = gtk_button_new_with_label (_ ("Clear all"));
  gtk_widget_add_css_class (self->clear, "chip");
  gtk_widget_add_css_class (self->clear, "flat");
  gtk_widget_set_visible (self->clear, FALSE);
  g_signal_connect_object (self->clear, "clicked", G_CALLBACK (on_clear_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (self->box, self->clear);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

void
spil_filter_line_begin (SpilFilterLine *self)
{
  g_return_if_fail (SPIL_IS_FILTER_LINE (self));

  for (guint i = 0; i < self->filters->len; i++)
    adw_wrap_box_remove (self->box, self->filters->pdata[i]);
  g_ptr_array_set_size (self->filters, 0);
}

void
spil_filter_line_add (SpilFilterLine *self, int number, const char *text)
{
  GtkWidget *filter = make_filter (self, number, text);

  adw_wrap_box_insert_child_after (self->box, filter, last_of (self));
  g_ptr_array_add (self->filters, filter);
}

void
spil_filter_line_end (SpilFilterLine *self)
{
  g_return_if_fail (SPIL_IS_FILTER_LINE (self));

  gtk_widget_set_visible (self->clear, self->filters->len > 1);
}

void
spil_filter_line_append (SpilFilterLine *self, GtkWidget *widget)
{
  g_return_if_fail (SPIL_IS_FILTER_LINE (self));

  adw_wrap_box_insert_child_after (self->box, widget, self->last);
  self->last = widget;
}

void
spil_filter_line_set_count (SpilFilterLine *self, const char *text, gboolean news)
{
  g_return_if_fail (SPIL_IS_FILTER_LINE (self));

  if (g_str_equal (text, gtk_label_get_text (GTK_LABEL (self->count))))
    return;
  gtk_label_set_text (GTK_LABEL (self->count), text);
  if (news)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}
