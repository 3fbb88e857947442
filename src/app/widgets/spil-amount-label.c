// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-amount-label.h"

struct _SpilAmountLabel
{
  GtkWidget parent_instance;

  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (SpilAmountLabel, spil_amount_label, GTK_TYPE_WIDGET)

static void
spil_amount_label_dispose (GObject *object)
{
  g_clear_pointer ((GtkWidget **) &SPIL_AMOUNT_LABEL (object)->label, gtk_widget_unparent);
  G_OBJECT_CLASS (spil_amount_label_parent_class)->dispose (object);
}

static void
spil_amount_label_class_init (SpilAmountLabelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = spil_amount_label_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
spil_amount_label_init (SpilAmountLabel *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  self->label = GTK_LABEL (label);
  gtk_label_set_xalign (self->label, 1);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_parent (label, GTK_WIDGET (self));
}

GtkWidget *
spil_amount_label_new (void)
{
  return g_object_new (SPIL_TYPE_AMOUNT_LABEL, NULL);
}

void
spil_amount_label_set_amount (SpilAmountLabel *self, int64_t cents, SpilMoneyFormat format)
{
  g_autofree char *text = spil_money_format (cents, format);

  g_return_if_fail (SPIL_IS_AMOUNT_LABEL (self));

  spil_amount_label_set_text (self, text);
  if (cents < 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->label), "error");
}

void
spil_amount_label_set_text (SpilAmountLabel *self, const char *text)
{
  g_return_if_fail (SPIL_IS_AMOUNT_LABEL (self));

  gtk_widget_remove_css_class (GTK_WIDGET (self->label), "error");
  gtk_label_set_text (self->label, text);
}
