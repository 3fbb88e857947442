// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-ledger-cell.h"

#include <glib/gi18n-lib.h>

struct _SpilLedgerCell
{
  GtkWidget parent_instance;

  int row;
  int column;
  char *name;
  char *text;
  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (SpilLedgerCell, spil_ledger_cell, GTK_TYPE_WIDGET)

static void
spil_ledger_cell_dispose (GObject *object)
{
  g_clear_pointer (&SPIL_LEDGER_CELL (object)->label, gtk_widget_unparent);
  G_OBJECT_CLASS (spil_ledger_cell_parent_class)->dispose (object);
}

static void
spil_ledger_cell_finalize (GObject *object)
{
  g_free (SPIL_LEDGER_CELL (object)->name);
  g_free (SPIL_LEDGER_CELL (object)->text);
  G_OBJECT_CLASS (spil_ledger_cell_parent_class)->finalize (object);
}

static void
spil_ledger_cell_class_init (SpilLedgerCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_ledger_cell_dispose;
  G_OBJECT_CLASS (klass)->finalize = spil_ledger_cell_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "ledger-cell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
spil_ledger_cell_init (SpilLedgerCell *self)
{
  self->label = gtk_label_new (NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_add_css_class (self->label, "numeric");
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

SpilLedgerCell *
spil_ledger_cell_new (int row, int column, gboolean number)
{
  SpilLedgerCell *self = g_object_new (SPIL_TYPE_LEDGER_CELL, NULL);

  self->row = row;
  self->column = column;
  gtk_label_set_xalign (GTK_LABEL (self->label), number ? 1 : 0);
  return self;
}

int
spil_ledger_cell_get_row (SpilLedgerCell *self)
{
  return self->row;
}

int
spil_ledger_cell_get_column (SpilLedgerCell *self)
{
  return self->column;
}

static void
say (SpilLedgerCell *self, const char *text)
{
  g_autofree char *spoken = g_strdup_printf ("%s: %s", self->name != NULL ? self->name : "",
                                             text[0] != '\0' ? text : _ ("empty"));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

void
spil_ledger_cell_set_text (SpilLedgerCell *self, const char *name, const char *text)
{
  g_return_if_fail (SPIL_IS_LEDGER_CELL (self));

  g_set_str (&self->name, name);
  g_set_str (&self->text, text);
  spil_ledger_cell_set_typed (self, NULL, FALSE);
}

void
spil_ledger_cell_set_typed (SpilLedgerCell *self, const char *typed, gboolean wrong)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const char *shown = typed != NULL ? typed : self->text != NULL ? self->text : "";

  g_return_if_fail (SPIL_IS_LEDGER_CELL (self));

  gtk_label_set_label (GTK_LABEL (self->label), shown);
  if (typed != NULL)
    gtk_widget_add_css_class (widget, "typing");
  else
    gtk_widget_remove_css_class (widget, "typing");
  if (wrong)
    gtk_widget_add_css_class (widget, "error");
  else
    gtk_widget_remove_css_class (widget, "error");
  say (self, shown);
}
