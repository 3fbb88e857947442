// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* The floor of a list: a bare GtkColumnView with cells of GtkInscription. floor-list COLUMNS ROWS */
#include <adwaita.h>
#include <locale.h>
#include <stdlib.h>

typedef struct
{
  int n_columns;
  int n_rows;
} Size;

static void
on_set_up_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, gpointer data)
{
  GtkWidget *inscription = gtk_inscription_new (NULL);

  gtk_inscription_set_min_chars (GTK_INSCRIPTION (inscription), 8);
  gtk_column_view_cell_set_child (cell, inscription);
}

static void
on_bound_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, gpointer data)
{
  GtkStringObject *item = gtk_column_view_cell_get_item (cell);

  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_column_view_cell_get_child (cell)),
                            gtk_string_object_get_string (item));
}

static GtkWidget *
make_view (const Size *size)
{
  GtkStringList *rows = gtk_string_list_new (NULL);
  GtkWidget *view;

  for (int i = 0; i < size->n_rows; i++)
    gtk_string_list_take (rows, g_strdup_printf ("Voorbeeldbedrijf %d", i));
  view = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (rows))));
  for (int i = 0; i < size->n_columns; i++) {
    GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
    GtkColumnViewColumn *column = gtk_column_view_column_new ("Kolom", factory);

    g_signal_connect (factory, "setup", G_CALLBACK (on_set_up_cb), NULL);
    g_signal_connect (factory, "bind", G_CALLBACK (on_bound_cb), NULL);
    gtk_column_view_column_set_expand (column, i == 0);
    gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
    g_object_unref (column);
  }
  return view;
}

static void
on_activated_cb (GtkApplication *application, gpointer data)
{
  AdwApplicationWindow *window = ADW_APPLICATION_WINDOW (adw_application_window_new (application));
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), make_view (data));
  adw_application_window_set_content (window, scrolled);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_autoptr (AdwApplication) application = NULL;
  Size size = { .n_columns = argc > 1 ? atoi (argv[1]) : 5, .n_rows = argc > 2 ? atoi (argv[2]) : 100000 };

  setlocale (LC_ALL, "");
  application = adw_application_new ("nl.regiozwolle.SpilFloor", G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (on_activated_cb), &size);
  return g_application_run (G_APPLICATION (application), 1, argv);
}
