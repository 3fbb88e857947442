// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-fact-grid.h"

#include <glib/gi18n-lib.h>

struct _SpilFactGrid
{
  GtkWidget parent_instance;

  GtkGrid *grid;
  int n_lines;
};

G_DEFINE_FINAL_TYPE (SpilFactGrid, spil_fact_grid, GTK_TYPE_WIDGET)

static void
spil_fact_grid_dispose (GObject *object)
{
  g_clear_pointer ((GtkWidget **) &SPIL_FACT_GRID (object)->grid, gtk_widget_unparent);
  G_OBJECT_CLASS (spil_fact_grid_parent_class)->dispose (object);
}

static void
spil_fact_grid_class_init (SpilFactGridClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = spil_fact_grid_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
spil_fact_grid_init (SpilFactGrid *self)
{
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_row_spacing (self->grid, 9);
  gtk_grid_set_column_spacing (self->grid, 18);
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "fact-grid");
  gtk_widget_set_parent (GTK_WIDGET (self->grid), GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
}

GtkWidget *
spil_fact_grid_new (void)
{
  return g_object_new (SPIL_TYPE_FACT_GRID, NULL);
}

void
spil_fact_grid_clear (SpilFactGrid *self)
{
  GtkWidget *child;

  g_return_if_fail (SPIL_IS_FACT_GRID (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  self->n_lines = 0;
}

void
spil_fact_grid_add (SpilFactGrid *self, const char *label, const char *value)
{
  gboolean known = value != NULL && value[0] != '\0';
  GtkWidget *name = gtk_label_new (label);
  GtkWidget *text = gtk_label_new (known ? value : _ ("not stated"));

  g_return_if_fail (SPIL_IS_FACT_GRID (self));

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_yalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (name), 13);
  gtk_label_set_max_width_chars (GTK_LABEL (name), 16);
  gtk_widget_add_css_class (name, "dimmed");
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_yalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_add_css_class (text, "numeric");
  if (!known)
    gtk_widget_add_css_class (text, "dimmed");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, name, NULL,
                                  -1);
  gtk_grid_attach (self->grid, name, 0, self->n_lines, 1, 1);
  gtk_grid_attach (self->grid, text, 1, self->n_lines, 1, 1);
  self->n_lines++;
}

void
spil_fact_grid_add_field (SpilFactGrid *self, SpilRecord *record, int field)
{
  g_autofree char *value = spil_record_format (record, field);

  spil_fact_grid_add (self, spil_field_label (spil_entity_field (spil_record_get_entity (record), field)),
                      value);
}
