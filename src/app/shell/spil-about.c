// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-about.h"

#include <glib/gi18n-lib.h>

#include "spil-accessible.h"

#include "spil-config.h"

#define METAINFO "/nl/regiozwolle/Spil/" SPIL_APPLICATION_ID ".metainfo.xml"

// What Spil is made with, and under which terms.
static const struct
{
  const char *name;
  GtkLicense license;
} libraries[] = {
  { "GTK", GTK_LICENSE_LGPL_2_1 },     { "libadwaita", GTK_LICENSE_LGPL_2_1 },
  { "GLib", GTK_LICENSE_LGPL_2_1 },    { "Pango", GTK_LICENSE_LGPL_2_1 },
  { "Cairo", GTK_LICENSE_MPL_2_0 },    { "SQLite", GTK_LICENSE_CUSTOM },
  { "libsodium", GTK_LICENSE_CUSTOM },
};

static const char *
license_text (const char *name)
{
  if (g_str_equal (name, "SQLite"))
    return _ ("In the public domain.");
  return _ ("ISC licence.");
}

// What who helps has to know; nothing of the person, the programme or the laptop.
static char *
dup_debug_info (void)
{
  g_autofree char *desktop = g_strdup (g_getenv ("XDG_CURRENT_DESKTOP"));
  g_autofree char *system = g_get_os_info (G_OS_INFO_KEY_PRETTY_NAME);
  gboolean sandboxed = g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS);

  return g_strdup_printf ("Spil %s%s\nGTK %u.%u.%u\nlibadwaita %u.%u.%u\nGLib %u.%u.%u\n%s\n%s\n%s\n",
                          SPIL_VERSION, sandboxed ? " (Flatpak)" : "", gtk_get_major_version (),
                          gtk_get_minor_version (), gtk_get_micro_version (), adw_get_major_version (),
                          adw_get_minor_version (), adw_get_micro_version (), glib_major_version,
                          glib_minor_version, glib_micro_version, system != NULL ? system : "",
                          desktop != NULL ? desktop : "", G_OBJECT_TYPE_NAME (gdk_display_get_default ()));
}

AdwDialog *
spil_about_dialog_new (void)
{
  // Name, links and what is new stand in the file that shops for programs read too.
  AdwDialog *dialog = adw_about_dialog_new_from_appdata (METAINFO, SPIL_VERSION);
  AdwAboutDialog *about = ADW_ABOUT_DIALOG (dialog);
  g_autofree char *info = dup_debug_info ();

  g_object_set (
      dialog, "application-icon", SPIL_APPLICATION_ID, "version", SPIL_VERSION, "copyright",
      "© 2026 The Spil developers", "license-type", GTK_LICENSE_CUSTOM, "license",
      _ ("Licensed under the European Union Public Licence, version 1.2."), "comments",
      _ ("The pivot of the employer approach: employers, areas, planning, budget, risks and effects in one place, also "
         "without a network."),
      "translator-credits", _ ("translator-credits"), NULL);
  adw_about_dialog_set_debug_info (about, info);
  adw_about_dialog_set_debug_info_filename (about, "spil.txt");
  for (gsize i = 0; i < G_N_ELEMENTS (libraries); i++)
    adw_about_dialog_add_legal_section (
        about, libraries[i].name, NULL, libraries[i].license,
        libraries[i].license == GTK_LICENSE_CUSTOM ? license_text (libraries[i].name) : NULL);
  spil_accessible_name_containers (GTK_WIDGET (dialog), _ ("About Spil"));
  return dialog;
}
