// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-busy-page.h"

struct _SpilBusyPage
{
  AdwNavigationPage parent_instance;

  GCancellable *cancellable; /**< of the job under way; NULL: none */
  AdwDialog *dialog; /**< that is kept open meanwhile; borrowed */

  GtkLabel *text;
  GtkWidget *spinner;
  GtkProgressBar *progress;
  GtkWidget *cancel_button;
};

G_DEFINE_FINAL_TYPE (SpilBusyPage, spil_busy_page, ADW_TYPE_NAVIGATION_PAGE)

static void
on_cancelled_cb (SpilBusyPage *self)
{
  gtk_widget_set_sensitive (self->cancel_button, FALSE);
  g_cancellable_cancel (self->cancellable);
}

// A job that says how far it is has a bar; any other turns.
static void
show_share (SpilBusyPage *self, gboolean known, double share)
{
  gtk_widget_set_visible (self->spinner, !known);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), known);
  gtk_progress_bar_set_fraction (self->progress, CLAMP (share, 0, 1));
}

static void
on_tiding (GObject *owner, double share, const char *what)
{
  SpilBusyPage *self = SPIL_BUSY_PAGE (owner);

  if (self->cancellable != NULL)
    show_share (self, TRUE, share);
}

static void
spil_busy_page_dispose (GObject *object)
{
  SpilBusyPage *self = SPIL_BUSY_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPIL_TYPE_BUSY_PAGE);
  G_OBJECT_CLASS (spil_busy_page_parent_class)->dispose (object);
}

static void
spil_busy_page_class_init (SpilBusyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_busy_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-busy-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilBusyPage, text);
  gtk_widget_class_bind_template_child (widget_class, SpilBusyPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, SpilBusyPage, progress);
  gtk_widget_class_bind_template_child (widget_class, SpilBusyPage, cancel_button);
  gtk_widget_class_bind_template_callback (widget_class, on_cancelled_cb);
}

static void
spil_busy_page_init (SpilBusyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GCancellable *
spil_busy_page_begin (SpilBusyPage *self, const char *text)
{
  GtkWidget *view;

  g_return_val_if_fail (SPIL_IS_BUSY_PAGE (self) && self->cancellable == NULL, NULL);

  view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);
  self->dialog = ADW_DIALOG (gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_DIALOG));
  self->cancellable = g_cancellable_new ();
  gtk_label_set_label (self->text, text);
  show_share (self, FALSE, 0);
  gtk_widget_set_sensitive (self->cancel_button, TRUE);
  adw_dialog_set_can_close (self->dialog, FALSE);
  g_signal_connect_object (self->dialog, "close-attempt", G_CALLBACK (on_cancelled_cb), self,
                           G_CONNECT_SWAPPED);
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (view), ADW_NAVIGATION_PAGE (self));
  gtk_widget_grab_focus (self->cancel_button);
  return self->cancellable;
}

SpilTidings *
spil_busy_page_make_tidings (SpilBusyPage *self)
{
  g_return_val_if_fail (SPIL_IS_BUSY_PAGE (self), NULL);
  return spil_tidings_new (G_OBJECT (self), on_tiding);
}

void
spil_busy_page_end (SpilBusyPage *self)
{
  g_return_if_fail (SPIL_IS_BUSY_PAGE (self) && self->cancellable != NULL);

  g_clear_object (&self->cancellable);
  g_signal_handlers_disconnect_by_func (self->dialog, on_cancelled_cb, self);
  adw_dialog_set_can_close (self->dialog, TRUE);
}
