// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* The floor of every window: an empty AdwApplicationWindow. */
#include <adwaita.h>
#include <locale.h>

static void
on_activated_cb (GtkApplication *application, gpointer data)
{
  gtk_window_present (GTK_WINDOW (adw_application_window_new (application)));
}

int
main (int argc, char *argv[])
{
  g_autoptr (AdwApplication) application = NULL;

  setlocale (LC_ALL, "");
  application = adw_application_new ("nl.regiozwolle.SpilFloor", G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (on_activated_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
