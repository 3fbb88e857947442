// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-budget-banner.h"

#include <glib/gi18n-lib.h>

struct _SpilBudgetBanner
{
  AdwBin parent_instance;

  GtkLabel *text;
  GtkWidget *decide;
  GtkWidget *withdraw;
  GtkWidget *go;
};

G_DEFINE_FINAL_TYPE (SpilBudgetBanner, spil_budget_banner, ADW_TYPE_BIN)

enum
{
  GO_IN_FORCE,
  DECIDE,
  WITHDRAW,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_clicked_cb (GtkWidget *button, SpilBudgetBanner *self)
{
  g_signal_emit (self,
                 signals[button == self->go       ? GO_IN_FORCE
                         : button == self->decide ? DECIDE
                                                  : WITHDRAW],
                 0);
}

static GtkWidget *
add_button (SpilBudgetBanner *self, GtkWidget *box, const char *label)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked_cb), self, 0);
  adw_wrap_box_append (ADW_WRAP_BOX (box), button);
  return button;
}

static void
spil_budget_banner_class_init (SpilBudgetBannerClass *klass)
{
  static const char *const names[] = { "go-in-force", "decide", "withdraw" };

  for (int i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], SPIL_TYPE_BUDGET_BANNER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 0);
}

static void
spil_budget_banner_init (SpilBudgetBanner *self)
{
  GtkWidget *box = adw_wrap_box_new ();
  GtkWidget *text = gtk_label_new (NULL);

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 12);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 6);
  adw_wrap_box_set_align (ADW_WRAP_BOX (box), 0.5);
  self->text = GTK_LABEL (text);
  gtk_label_set_wrap (self->text, TRUE);
  gtk_label_set_xalign (self->text, 0);
  adw_wrap_box_append (ADW_WRAP_BOX (box), text);
  self->decide = add_button (self, box, _ ("Decide on it"));
  gtk_widget_add_css_class (self->decide, "suggested-action");
  self->withdraw = add_button (self, box, _ ("Withdraw"));
  self->go = add_button (self, box, _ ("Show the budget in force"));
  gtk_widget_add_css_class (GTK_WIDGET (self), "budget-banner");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  adw_bin_set_child (ADW_BIN (self), box);
}

static gboolean
has_rival (const SpilBudgetData *data)
{
  return data->rivals != NULL && data->rivals->len > 0 && data->state != SPIL_BUDGET_WITHDRAWN;
}

static char *
dup_text (const SpilBudgetData *data)
{
  g_autofree char *date = spil_day_format (data->version->date);
  g_autofree char *withdrawn = spil_day_format (data->version->withdrawn);

  if (has_rival (data))
    return spil_budget_rival_dup_sentence (data->version->name, data->rivals->pdata[0]);
  switch (data->state) {
  case SPIL_BUDGET_PROPOSED:
    if (data->replaced != NULL)
      // Translators: %s is the name of a budget version.
      return g_strdup_printf (_ ("A proposal to change “%s”. It is in force nowhere until it is decided on."),
                              data->replaced->name);
    return g_strdup (_ ("A proposal. It is in force nowhere until it is decided on."));
  case SPIL_BUDGET_WITHDRAWN:
    // Translators: %s is a date.
    return g_strdup_printf (_ ("This proposal was withdrawn on %s; it can only be read."), withdrawn);
  case SPIL_BUDGET_EARLIER:
    return g_strdup (_ ("An earlier version of the budget: it can only be read."));
  case SPIL_BUDGET_LATER:
    // Translators: %s is a date.
    return g_strdup_printf (_ ("This version comes into force on %s."), date);
  case SPIL_BUDGET_IN_FORCE:
    break;
  }
  return NULL;
}

void
spil_budget_banner_fill (SpilBudgetBanner *self, const SpilBudgetData *data)
{
  g_autofree char *text = NULL;

  g_return_if_fail (SPIL_IS_BUDGET_BANNER (self));

  text = data->version != NULL ? dup_text (data) : NULL;
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
  gtk_label_set_text (self->text, text != NULL ? text : "");
  gtk_widget_set_visible (self->decide, data->state == SPIL_BUDGET_PROPOSED);
  gtk_widget_set_visible (self->withdraw, data->state == SPIL_BUDGET_PROPOSED || has_rival (data));
  gtk_button_set_label (GTK_BUTTON (self->withdraw),
                        has_rival (data) ? _ ("Let the other lapse") : _ ("Withdraw"));
  gtk_widget_set_visible (self->go, data->current != NULL && data->current != data->version);
}
