// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-budget-form.h"

#include <glib/gi18n-lib.h>

#include "spil-discard.h"

typedef struct
{
  SpilWorker *worker;
  gboolean dirty;
  gboolean saving;

  AdwNavigationPage *page;
  GtkRevealer *revealer;
  GtkLabel *refusal;
  GtkBox *box;
  GtkLabel *sentence;
  AdwWrapBox *buttons;
} SpilBudgetFormPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SpilBudgetForm, spil_budget_form, ADW_TYPE_DIALOG)

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define PRIVATE(self) ((SpilBudgetFormPrivate *) spil_budget_form_get_instance_private (self))
#define NARROW "max-width: 640sp"

static void
update_closing (SpilBudgetForm *self)
{
  adw_dialog_set_can_close (ADW_DIALOG (self), !PRIVATE (self)->dirty && !PRIVATE (self)->saving);
  gtk_widget_set_sensitive (GTK_WIDGET (PRIVATE (self)->buttons), !PRIVATE (self)->saving);
}

static void
on_close_attempt_cb (SpilBudgetForm *self)
{
  if (!PRIVATE (self)->saving)
    spil_discard_ask (ADW_DIALOG (self));
}

// @error: why it was refused; NULL: it was done.
static void
end (SpilBudgetForm *self, const GError *error)
{
  PRIVATE (self)->saving = FALSE;
  update_closing (self);
  if (error != NULL) {
    spil_budget_form_refuse (self, error->message);
    return;
  }
  g_signal_emit (self, signals[DONE], 0);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
on_committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilBudgetForm) self = user_data;
  g_autoptr (GError) error = NULL;

  spil_worker_commit_finish (SPIL_WORKER (source), result, &error);
  end (self, error);
}

static void
on_deed_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilBudgetForm) self = user_data;
  g_autoptr (GError) error = NULL;

  spil_deed_finish (SPIL_WORKER (source), result, &error);
  end (self, error);
}

static void
begin (SpilBudgetForm *self)
{
  PRIVATE (self)->saving = TRUE;
  update_closing (self);
  spil_budget_form_refuse (self, NULL);
}

void
spil_budget_form_commit (SpilBudgetForm *self, SpilAction *action)
{
  g_return_if_fail (SPIL_IS_BUDGET_FORM (self));

  begin (self);
  spil_worker_commit (PRIVATE (self)->worker, action, on_committed_cb, g_object_ref (self));
}

void
spil_budget_form_do (SpilBudgetForm *self, SpilDeedFunc make, gpointer data, GDestroyNotify free_data)
{
  g_return_if_fail (SPIL_IS_BUDGET_FORM (self));

  begin (self);
  spil_deed_do (PRIVATE (self)->worker, make, data, free_data, on_deed_done_cb, g_object_ref (self));
}

void
spil_budget_form_touch (SpilBudgetForm *self)
{
  g_return_if_fail (SPIL_IS_BUDGET_FORM (self));

  PRIVATE (self)->dirty = TRUE;
  spil_budget_form_refuse (self, NULL);
  update_closing (self);
}

void
spil_budget_form_refuse (SpilBudgetForm *self, const char *sentence)
{
  g_return_if_fail (SPIL_IS_BUDGET_FORM (self));

  gtk_label_set_text (PRIVATE (self)->refusal, sentence != NULL ? sentence : "");
  gtk_revealer_set_reveal_child (PRIVATE (self)->revealer, sentence != NULL);
}

void
spil_budget_form_set_sentence (SpilBudgetForm *self, const char *sentence, gboolean warns)
{
  GtkWidget *label;

  g_return_if_fail (SPIL_IS_BUDGET_FORM (self));

  label = GTK_WIDGET (PRIVATE (self)->sentence);
  gtk_label_set_text (GTK_LABEL (label), sentence != NULL ? sentence : "");
  gtk_widget_set_visible (label, sentence != NULL);
  if (warns)
    gtk_widget_add_css_class (label, "error");
  else
    gtk_widget_remove_css_class (label, "error");
}

SpilWorker *
spil_budget_form_get_worker (SpilBudgetForm *self)
{
  g_return_val_if_fail (SPIL_IS_BUDGET_FORM (self), NULL);
  return PRIVATE (self)->worker;
}

GtkBox *
spil_budget_form_get_box (SpilBudgetForm *self)
{
  g_return_val_if_fail (SPIL_IS_BUDGET_FORM (self), NULL);
  return PRIVATE (self)->box;
}

GtkWidget *
spil_budget_form_add_button (SpilBudgetForm *self, const char *label, gboolean suggested, GCallback clicked)
{
  GtkWidget *button;

  g_return_val_if_fail (SPIL_IS_BUDGET_FORM (self), NULL);

  button = gtk_button_new_with_label (label);
  gtk_widget_add_css_class (button, "pill");
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (PRIVATE (self)->buttons, button);
  return button;
}

/* Making */

static GtkWidget *
make_header (SpilBudgetForm *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  g_signal_connect_object (cancel, "clicked", G_CALLBACK (adw_dialog_close), self, G_CONNECT_SWAPPED);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  return header;
}

static GtkWidget *
make_refusal (SpilBudgetFormPrivate *priv)
{
  GtkWidget *revealer = gtk_revealer_new ();
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, "wrap", TRUE,
                                   "xalign", 0.0, NULL);

  priv->revealer = GTK_REVEALER (revealer);
  priv->refusal = GTK_LABEL (label);
  gtk_widget_add_css_class (label, "refusal");
  gtk_widget_add_css_class (label, "error");
  gtk_revealer_set_child (priv->revealer, label);
  return revealer;
}

static GtkWidget *
make_content (SpilBudgetFormPrivate *priv)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  priv->box = GTK_BOX (box);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static GtkWidget *
make_foot (SpilBudgetFormPrivate *priv)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *buttons = adw_wrap_box_new ();
  // A live region: what would come of it is said as it changes.
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "wrap",
                                   TRUE, "xalign", 0.0, "visible", FALSE, NULL);

  priv->buttons = ADW_WRAP_BOX (buttons);
  priv->sentence = GTK_LABEL (label);
  adw_wrap_box_set_child_spacing (priv->buttons, 12);
  adw_wrap_box_set_line_spacing (priv->buttons, 6);
  adw_wrap_box_set_align (priv->buttons, 1);
  gtk_box_append (GTK_BOX (foot), label);
  gtk_box_append (GTK_BOX (foot), buttons);
  gtk_widget_add_css_class (foot, "advice");
  return foot;
}

static void
on_narrow_cb (SpilBudgetForm *self)
{
  if (SPIL_BUDGET_FORM_GET_CLASS (self)->set_narrow != NULL)
    SPIL_BUDGET_FORM_GET_CLASS (self)->set_narrow (self, TRUE);
}

static void
on_wide_cb (SpilBudgetForm *self)
{
  if (SPIL_BUDGET_FORM_GET_CLASS (self)->set_narrow != NULL)
    SPIL_BUDGET_FORM_GET_CLASS (self)->set_narrow (self, FALSE);
}

static void
spil_budget_form_dispose (GObject *object)
{
  g_clear_object (&PRIVATE (SPIL_BUDGET_FORM (object))->worker);
  G_OBJECT_CLASS (spil_budget_form_parent_class)->dispose (object);
}

static void
spil_budget_form_class_init (SpilBudgetFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = spil_budget_form_dispose;
  signals[DONE] = g_signal_new ("done", SPIL_TYPE_BUDGET_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static void
spil_budget_form_init (SpilBudgetForm *self)
{
  SpilBudgetFormPrivate *priv = PRIVATE (self);
  GtkWidget *view = adw_navigation_view_new ();
  GtkWidget *toolbar = adw_toolbar_view_new ();
  AdwBreakpoint *breakpoint = adw_breakpoint_new (adw_breakpoint_condition_parse (NARROW));

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar), make_header (self));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar), make_refusal (priv));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar), make_content (priv));
  adw_toolbar_view_add_bottom_bar (ADW_TOOLBAR_VIEW (toolbar), make_foot (priv));
  priv->page = adw_navigation_page_new (toolbar, "");
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (view), priv->page);
  adw_dialog_set_child (ADW_DIALOG (self), view);
  gtk_widget_set_size_request (GTK_WIDGET (self), 320, 240);
  g_signal_connect_object (breakpoint, "apply", G_CALLBACK (on_narrow_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (breakpoint, "unapply", G_CALLBACK (on_wide_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_add_breakpoint (ADW_DIALOG (self), breakpoint);
  g_signal_connect (self, "close-attempt", G_CALLBACK (on_close_attempt_cb), NULL);
}

void
spil_budget_form_set_up (SpilBudgetForm *self, SpilWorker *worker, const char *title, int width)
{
  g_return_if_fail (SPIL_IS_BUDGET_FORM (self));

  g_set_object (&PRIVATE (self)->worker, worker);
  adw_dialog_set_title (ADW_DIALOG (self), title);
  adw_navigation_page_set_title (PRIVATE (self)->page, title);
  adw_dialog_set_content_width (ADW_DIALOG (self), width);
  adw_dialog_set_content_height (ADW_DIALOG (self), 760);
}
