// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-print-settings.h"

#include "spil-settings.h"

#define KEY "print-settings"
#define SETTINGS_GROUP "Print Settings"
#define SETUP_GROUP "Page Setup"

static GKeyFile *
load_file (void)
{
  g_autoptr (GSettings) settings = spil_settings_new ();
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *text = settings != NULL ? g_settings_get_string (settings, KEY) : NULL;

  /* What cannot be read is as what was never chosen. */
  if (text != NULL && text[0] != '\0')
    g_key_file_load_from_data (file, text, (gsize) -1, G_KEY_FILE_NONE, NULL);
  return g_steal_pointer (&file);
}

void
spil_print_settings_load (GtkPrintSettings **settings, GtkPageSetup **setup)
{
  g_autoptr (GKeyFile) file = load_file ();

  *settings = gtk_print_settings_new_from_key_file (file, SETTINGS_GROUP, NULL);
  if (*settings == NULL)
    *settings = gtk_print_settings_new ();
  *setup = gtk_page_setup_new_from_key_file (file, SETUP_GROUP, NULL);
  if (*setup == NULL) {
    g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);

    *setup = gtk_page_setup_new ();
    gtk_page_setup_set_paper_size_and_default_margins (*setup, paper);
  }
  gtk_page_setup_set_orientation (*setup, GTK_PAGE_ORIENTATION_PORTRAIT);
}

void
spil_print_settings_save (GtkPrintSettings *settings, GtkPageSetup *setup)
{
  static const char *const passing[] = { GTK_PRINT_SETTINGS_OUTPUT_URI,  GTK_PRINT_SETTINGS_OUTPUT_BASENAME,
                                         GTK_PRINT_SETTINGS_N_COPIES,    GTK_PRINT_SETTINGS_PRINT_PAGES,
                                         GTK_PRINT_SETTINGS_PAGE_RANGES, GTK_PRINT_SETTINGS_PAGE_SET,
                                         GTK_PRINT_SETTINGS_ORIENTATION };
  g_autoptr (GSettings) kept = spil_settings_new ();
  g_autoptr (GKeyFile) file = load_file ();
  g_autofree char *text = NULL;

  if (kept == NULL)
    return;
  if (settings != NULL) {
    g_autoptr (GtkPrintSettings) copy = gtk_print_settings_copy (settings);

    for (gsize i = 0; i < G_N_ELEMENTS (passing); i++)
      gtk_print_settings_unset (copy, passing[i]);
    /* What was there before would stay. */
    g_key_file_remove_group (file, SETTINGS_GROUP, NULL);
    gtk_print_settings_to_key_file (copy, file, SETTINGS_GROUP);
  }
  if (setup != NULL)
    gtk_page_setup_to_key_file (setup, file, SETUP_GROUP);
  text = g_key_file_to_data (file, NULL, NULL);
  g_settings_set_string (kept, KEY, text);
}
