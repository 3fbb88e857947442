// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-fact-grid.h"

#include <glib/gi18n-lib.h>

#include "spil-number.h"

// What names and values ask for; they take what there is.
#define ASKED_CHARS 12

struct _SpilFactGrid
{
  GtkWidget parent_instance;

  GtkBox *lines;
};

G_DEFINE_FINAL_TYPE (SpilFactGrid, spil_fact_grid, GTK_TYPE_WIDGET)

static void
spil_fact_grid_dispose (GObject *object)
{
  SpilFactGrid *self = SPIL_FACT_GRID (object);

  g_clear_pointer ((GtkWidget **) &self->lines, gtk_widget_unparent);
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
  self->lines = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 9));
  gtk_widget_add_css_class (GTK_WIDGET (self->lines), "fact-grid");
  gtk_widget_set_parent (GTK_WIDGET (self->lines), GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
}

void
spil_fact_grid_clear (SpilFactGrid *self)
{
  GtkWidget *child;

  g_return_if_fail (SPIL_IS_FACT_GRID (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->lines))) != NULL)
    gtk_box_remove (self->lines, child);
}

static GtkWidget *
make_label (const char *text, gboolean dimmed)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), ASKED_CHARS);
  if (dimmed)
    gtk_widget_add_css_class (label, "dimmed");
  return label;
}

void
spil_fact_grid_add (SpilFactGrid *self, const char *label, const char *value)
{
  gboolean known = value != NULL && value[0] != '\0';
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = make_label (label, TRUE);
  GtkWidget *text = make_label (known ? value : _ ("not stated"), !known);

  g_return_if_fail (SPIL_IS_FACT_GRID (self));

  // Half for the name and half for the value: so all values begin at the same place, however narrow it is.
  gtk_box_set_homogeneous (GTK_BOX (line), TRUE);
  gtk_widget_add_css_class (text, "numeric");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, name, NULL,
                                  -1);
  gtk_box_append (GTK_BOX (line), name);
  gtk_box_append (GTK_BOX (line), text);
  gtk_box_append (self->lines, line);
}

void
spil_fact_grid_add_field (SpilFactGrid *self, SpilRecord *record, int field)
{
  const SpilField *about = spil_entity_field (spil_record_get_entity (record), field);
  g_autofree char *value = spil_record_format (record, field);

  // A share is kept as a part of one, and read in per cent.
  if ((about->flags & SPIL_FIELD_SHARE) != 0 && !spil_record_is_null (record, field)) {
    g_autofree char *share = spil_decimal_format (spil_record_get_integer (record, field) * 100);

    g_free (value);
    // Translators: a share in per cent, with a no-break space in Dutch.
    value = g_strdup_printf (_ ("%s %%"), share);
  }
  spil_fact_grid_add (self, spil_field_label (about), value);
}
