// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-print-preview.h"

#include <glib/gi18n-lib.h>

/* The white around the paper. */
#define AROUND 12

struct _SpilPrintPreview
{
  AdwDialog parent_instance;

  const SpilPdfPages *pages;
  int page;
  GtkWidget *paper;
  GtkWidget *previous;
  GtkWidget *next;
  GtkLabel *place;
};

G_DEFINE_FINAL_TYPE (SpilPrintPreview, spil_print_preview, ADW_TYPE_DIALOG)

static guint printed_signal;

static void
draw_paper (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  SpilPrintPreview *self = user_data;
  double of_width, of_height, size;

  spil_pdf_pages_get_size (self->pages, self->page, &of_width, &of_height);
  size = MIN ((width - 2 * AROUND) / of_width, (height - 2 * AROUND) / of_height);
  cairo_translate (cr, (width - of_width * size) / 2, (height - of_height * size) / 2);
  cairo_scale (cr, size, size);
  cairo_rectangle (cr, 0, 0, of_width, of_height);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, 0.6, 0.6, 0.6);
  cairo_set_line_width (cr, 1 / size);
  cairo_stroke (cr);
  spil_pdf_pages_draw (self->pages, self->page, cr);
}

static void
show_page (SpilPrintPreview *self, int page)
{
  const int n = spil_pdf_pages_get_n (self->pages);
  g_autofree char *text = NULL;

  self->page = CLAMP (page, 0, n - 1);
  /* Translators: at the foot of a page: its number, then how many there are. */
  text = g_strdup_printf (_ ("page %d of %d"), self->page + 1, n);
  gtk_label_set_label (self->place, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->paper), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_sensitive (self->previous, self->page > 0);
  gtk_widget_set_sensitive (self->next, self->page + 1 < n);
  gtk_widget_queue_draw (self->paper);
}

static void
on_previous_cb (SpilPrintPreview *self)
{
  show_page (self, self->page - 1);
}

static void
on_next_cb (SpilPrintPreview *self)
{
  show_page (self, self->page + 1);
}

static void
on_print_cb (SpilPrintPreview *self)
{
  g_signal_emit (self, printed_signal, 0);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
spil_print_preview_class_init (SpilPrintPreviewClass *klass)
{
  printed_signal = g_signal_new ("printed", SPIL_TYPE_PRINT_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static GtkWidget *
add_button (SpilPrintPreview *self, GtkWidget *bar, const char *icon, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (bar), button);
  return button;
}

static GtkWidget *
make_bar (SpilPrintPreview *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *place = gtk_label_new (NULL);

  gtk_widget_add_css_class (bar, "toolbar");
  gtk_widget_set_halign (bar, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (place, "numeric");
  self->place = GTK_LABEL (place);
  self->previous = add_button (self, bar, "go-previous-symbolic", _ ("Previous page"),
                               G_CALLBACK (on_previous_cb));
  gtk_box_append (GTK_BOX (bar), place);
  self->next = add_button (self, bar, "go-next-symbolic", _ ("Next page"), G_CALLBACK (on_next_cb));
  return bar;
}

static void
spil_print_preview_init (SpilPrintPreview *self)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *print = gtk_button_new_with_mnemonic (_ ("_Print…"));

  gtk_widget_add_css_class (print, "suggested-action");
  g_signal_connect_swapped (print, "clicked", G_CALLBACK (on_print_cb), self);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), print);
  self->paper = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, NULL);
  gtk_widget_set_vexpand (self->paper, TRUE);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), header);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), self->paper);
  adw_toolbar_view_add_bottom_bar (ADW_TOOLBAR_VIEW (view), make_bar (self));
  adw_dialog_set_child (ADW_DIALOG (self), view);
  adw_dialog_set_content_width (ADW_DIALOG (self), 760);
  adw_dialog_set_content_height (ADW_DIALOG (self), 900);
}

SpilPrintPreview *
spil_print_preview_new (const char *title, const SpilPdfPages *pages)
{
  SpilPrintPreview *self = g_object_new (SPIL_TYPE_PRINT_PREVIEW, "title", title, NULL);

  self->pages = pages;
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->paper), draw_paper, self, NULL);
  show_page (self, 0);
  return self;
}
