// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "driver.h"

#include <gio/gio.h>
#include <string.h>

#include "samples.h"

/* A page, what shows that it is filled, and what has to be on paper. */
typedef struct
{
  const char *page;
  const char *filled;
  const char *texts[6];
} Case;

static const Case cases[] = {
  { "home", "Achterstallig contact", { "Overzicht", "Vervolgacties", "Makelaarstrechter", "pagina 1 van" } },
  { "employers",
    "240 werkgevers",
    { "Blauwe Fietsbel Transport (demo)", "Zwolle", "Laatste", "240 werkgevers", "pagina 1 van" } },
  { "areas", "Hessenpoort", { "Gebieden", "Hessenpoort", "Oosterenk", "7.658 medewerkers" } },
  { "toolkit", "OV-probeerkaart", { "Toolkit", "Instrumenten", "OV-probeerkaart", "Movez" } },
  { "fund", "BF-2018-001", { "Bereikbaarheidsfonds 2018", "BF-2018-001", "BF-2018-026", "Toegekend" } },
  { "budget",
    "Bedragen in euro, excl. btw",
    { "Begroting 2018", "951.500,00", "Bereikbaarheidsfonds 2018", "Totaal", "410.314,50" } },
  { "risks",
    "Risicoregister",
    { "Risicomatrix", "Nieuwe gebieden komen moeilijk op gang", "Eigenaar: Joris Laadpaal (demo)",
      "6 · hoog" } },
  { "effects", "Emissiefactoren", { "Spitsmijdingen", "134 van 600", "Emissiefactoren" } },
  { "reports", "Stand per aspect", { "Rapport aan het AKT", "Stand per aspect", "Communicatie" } },
};

/* There and whole: it is written bit by bit. */
static gboolean
is_whole (Driver *driver, gpointer path)
{
  g_autofree char *text = NULL;
  gsize length = 0;

  return g_file_get_contents (path, &text, &length, NULL) && length > 6 &&
         memcmp (text + length - 6, "%%EOF\n", 6) == 0;
}

/* The settings of a laptop on which something was printed to @path before. */
static void
keep_choices (const char *config, const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *line = g_strdup_printf (
      "print-settings='[Print Settings]\\nprinter=Afdrukken naar bestand\\noutput-uri=%s\\noutput-file-format=pdf\\n'",
      uri);

  sample_write_settings (config, line);
}

static Driver *
start (const char *page, char **config, char **path)
{
  *config = g_dir_make_tmp ("spil-print-XXXXXX", NULL);
  *path = g_build_filename (*config, "blad.pdf", NULL);
  keep_choices (*config, *path);
  g_setenv ("XDG_CONFIG_HOME", *config, TRUE);
  g_setenv ("GSETTINGS_BACKEND", "keyfile", TRUE);
  return driver_start (DRIVER_DEMO, page);
}

static void
print_file (Driver *driver, char *path)
{
  driver_key (driver, "ctrl+p");
  g_object_unref (driver_find (driver, ATSPI_ROLE_DIALOG, "Afdrukken"));
  driver_press (driver, ATSPI_ROLE_BUTTON, "Afdrukken");
  driver_wait (driver, is_whole, path, "the file that was printed");
}

static void
test_page (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *config = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  Driver *driver = start (c->page, &config, &path);

  driver_wait_text (driver, c->filled);
  print_file (driver, path);
  text = sample_read_pdf (path);
  g_assert_nonnull (strstr (text, "DEMO – verzonnen gegevens"));
  g_assert_nonnull (strstr (text, "Werkgeversaanpak 2018"));
  for (int i = 0; c->texts[i] != NULL; i++)
    if (strstr (text, c->texts[i]) == NULL)
      g_error ("“%s” is not on the paper of %s:\n%s", c->texts[i], c->page, text);
  driver_stop (driver);
  remove_folder (config);
}

/* What is chosen is remembered, but not which file; and the audit table tells that something was printed, not what it says. */
static void
test_remembered (void)
{
  g_autofree char *config = NULL;
  g_autofree char *path = NULL;
  g_autofree char *file = NULL;
  g_autofree char *kept = NULL;
  Driver *driver = start ("risks", &config, &path);

  driver_wait_text (driver, "Risicoregister");
  print_file (driver, path);
  driver_wait_text (driver, "afgedrukt: 1 pagina");
  driver_stop (driver);
  file = g_build_filename (config, "glib-2.0", "settings", "keyfile", NULL);
  g_assert_true (g_file_get_contents (file, &kept, NULL, NULL));
  g_assert_nonnull (strstr (kept, "Afdrukken naar bestand"));
  g_assert_nonnull (strstr (kept, "Width=210"));
  g_assert_null (strstr (kept, "blad.pdf"));
  remove_folder (config);
}

/* The pages are seen in the program itself. */
static void
test_preview (void)
{
  g_autofree char *config = NULL;
  g_autofree char *path = NULL;
  Driver *driver = start ("budget", &config, &path);

  driver_wait_text (driver, "Bedragen in euro, excl. btw");
  driver_key (driver, "ctrl+p");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Voorbeeld");
  g_object_unref (driver_find (driver, ATSPI_ROLE_IMAGE, "pagina 1 van 2"));
  driver_press (driver, ATSPI_ROLE_BUTTON, "Volgende pagina");
  g_object_unref (driver_find (driver, ATSPI_ROLE_IMAGE, "pagina 2 van 2"));
  driver_key (driver, "Escape");
  driver_wait_gone (driver, ATSPI_ROLE_IMAGE, "pagina 2 van 2");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  driver_stop (driver);
  remove_folder (config);
}

/* Before anybody works together there is nothing to print, and it says so. */
static void
test_sync (void)
{
  g_autofree char *config = NULL;
  g_autofree char *path = NULL;
  Driver *driver = start ("sync", &config, &path);

  driver_wait_text (driver, "Samen gaan werken");
  driver_key (driver, "ctrl+p");
  driver_wait_text (driver, "Op deze pagina is nog niets om af te drukken");
  driver_stop (driver);
  remove_folder (config);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/print/page/", cases[i].page, NULL);

    g_test_add_data_func (path, &cases[i], test_page);
  }
  g_test_add_func ("/print/remembered", test_remembered);
  g_test_add_func ("/print/preview", test_preview);
  g_test_add_func ("/print/sync", test_sync);
  return g_test_run ();
}
