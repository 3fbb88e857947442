// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <locale.h>

#include "spil-application.h"
#include "spil-config.h"

int
main (int argc, char *argv[])
{
  const char *locale_dir = g_getenv ("SPIL_LOCALE_DIR");
  g_autoptr (SpilApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : SPIL_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name ("Spil");

  application = spil_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
