// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-title-bin.h"

struct _SpilTitleBin
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (SpilTitleBin, spil_title_bin, GTK_TYPE_BOX)

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (child != NULL)
    gtk_widget_measure (child, orientation, orientation == GTK_ORIENTATION_VERTICAL ? for_size : -1, minimum,
                        natural, minimum_baseline, natural_baseline);
}

static void
allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (child != NULL)
    gtk_widget_allocate (child, width, height, baseline, NULL);
}

static void
wrap (GtkWidget *widget)
{
  // A header bar has room for two lines, and for one that is smaller.
  if (gtk_widget_has_css_class (widget, "subtitle"))
    return;
  if (GTK_IS_LABEL (widget)) {
    gtk_label_set_wrap (GTK_LABEL (widget), TRUE);
    gtk_label_set_wrap_mode (GTK_LABEL (widget), PANGO_WRAP_WORD_CHAR);
    gtk_label_set_lines (GTK_LABEL (widget), 2);
    gtk_label_set_ellipsize (GTK_LABEL (widget), PANGO_ELLIPSIZE_END);
    gtk_label_set_justify (GTK_LABEL (widget), GTK_JUSTIFY_CENTER);
    return;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    wrap (child);
}

// AdwWindowTitle has no property for this. By now the child is there.
static void
spil_title_bin_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (spil_title_bin_parent_class)->root (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    wrap (child);
}

static void
spil_title_bin_class_init (SpilTitleBinClass *klass)
{
  GTK_WIDGET_CLASS (klass)->root = spil_title_bin_root;
}

static void
spil_title_bin_init (SpilTitleBin *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), gtk_custom_layout_new (NULL, measure, allocate));
}
