// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-import-preview.h"

#include "spil-table-writer.h"

#define MAX_ROWS 6
#define MAX_COLUMNS 40
#define MAX_CHARS 24

static void
clear (GtkGrid *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
}

static void
attach (GtkGrid *grid, const char *text, int column, int row, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), (int) MIN (g_utf8_strlen (text, -1), MAX_CHARS));
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARS);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_grid_attach (grid, label, column, row, 1, 1);
}

void
spil_import_preview_fill (GtkGrid *grid, const SpilImportLook *look)
{
  const guint n_columns = MIN (look->plan->columns->len, MAX_COLUMNS);
  const gboolean headed = look->plan->header_row > 0 || look->plan->options.format == SPIL_TABLE_VCARD;

  clear (grid);
  for (guint i = 0; i < n_columns; i++) {
    g_autofree char *letter = spil_table_column_letter (i);
    const char *header = spil_import_plan_get_column (look->plan, i)->header;

    attach (grid, headed && header[0] != '\0' ? header : letter, (int) i, 0, headed ? "heading" : "dimmed");
  }
  for (guint i = headed ? 1 : 0; i < look->rows->len && i < MAX_ROWS; i++) {
    GPtrArray *cells = look->rows->pdata[i];

    for (guint j = 0; j < cells->len && j < n_columns; j++)
      attach (grid, cells->pdata[j], (int) j, (int) i + 1, NULL);
  }
}
