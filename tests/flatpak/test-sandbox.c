// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/*
 * Works in the window of a Spil that runs in its sandbox. tools/flatpak/test.sh makes that, sets SANDBOX_DATA to the folder with its
 * database and SANDBOX_SHARED to one outside it, and runs one case at a time.
 */
#define _GNU_SOURCE // O_PATH
#include "driver.h"

#include <fcntl.h>
#include <gio/gio.h>
#include <gio/gunixfdlist.h>
#include <string.h>
#include <unistd.h>

#define APPLICATION "nl.regiozwolle.Spil"

// Where Flatpak puts the documents of an application, whatever the runtime directory outside it
#define PORTAL "/run/flatpak/doc"

// As in the interface org.freedesktop.portal.Documents
#define REUSE_EXISTING 1
#define PERSISTENT 2
#define EXPORT_DIRECTORY 8

static Driver *
start (const char *page)
{
  return driver_start_on (g_getenv ("SANDBOX_DATA"), (const char *[]) { "--page", page, NULL });
}

static void
test_open (void)
{
  g_autoptr (Driver) driver = start ("employers");

  driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Werkgevers");
  driver_go (driver, "Planning");
  driver_go (driver, "Budget");
}

// What the portal of files does once its user chose @folder: returns the path under which the sandbox sees it. Free with g_free().
static char *
grant (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_autoptr (GUnixFDList) fds = g_unix_fd_list_new ();
  g_autoptr (GVariant) answer = NULL;
  g_autofree char *name = g_path_get_basename (folder);
  g_autofree const char **ids = NULL;
  const char *permissions[] = { "read", "write", "grant-permissions", NULL };
  int fd = open (folder, O_PATH | O_CLOEXEC | O_DIRECTORY);
  GVariantBuilder handles;

  g_assert_no_error (error);
  g_assert_cmpint (fd, >=, 0);
  g_variant_builder_init (&handles, G_VARIANT_TYPE ("ah"));
  g_variant_builder_add (&handles, "h", g_unix_fd_list_append (fds, fd, &error));
  g_assert_no_error (error);
  close (fd);
  answer = g_dbus_connection_call_with_unix_fd_list_sync (
      bus, "org.freedesktop.portal.Documents", "/org/freedesktop/portal/documents",
      "org.freedesktop.portal.Documents", "AddFull",
      g_variant_new ("(ahus^as)", &handles, REUSE_EXISTING | PERSISTENT | EXPORT_DIRECTORY, APPLICATION,
                     permissions),
      G_VARIANT_TYPE ("(asa{sv})"), G_DBUS_CALL_FLAGS_NONE, -1, fds, NULL, NULL, &error);
  g_assert_no_error (error);
  g_variant_get (answer, "(^a&s@a{sv})", &ids, NULL);
  g_assert_nonnull (ids[0]);
  return g_build_filename (PORTAL, ids[0], name, NULL);
}

static gboolean
has_file (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *child = g_build_filename (folder, name, NULL);

    if (!g_file_test (child, G_FILE_TEST_IS_DIR) || has_file (child))
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_shared (Driver *driver, gpointer data)
{
  return has_file (g_getenv ("SANDBOX_SHARED"));
}

static void
test_share (void)
{
  // Before the sandbox is there, as on a desktop, where the portal has long been running
  g_autofree char *folder = g_getenv ("SANDBOX_DIRECT") != NULL ? g_strdup (g_getenv ("SANDBOX_SHARED"))
                                                                : grant (g_getenv ("SANDBOX_SHARED"));
  g_autoptr (Driver) driver = start ("sync");

  g_test_message ("the shared folder is %s in the sandbox", folder);
  driver_to_front (driver);
  driver_press (driver, ATSPI_ROLE_LIST_ITEM, "Samen gaan werken");
  driver_fill (driver, "Map", folder);
  driver_fill (driver, "Uw naam", "Marieke de Vries");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Beginnen");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Klaar");
  driver_wait_text (driver, "Het herstelblad is niet opgeslagen");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Later");
  // A window closes its dialogs before itself
  driver_wait_gone (driver, ATSPI_ROLE_BUTTON, "Klaar");
  driver_wait (driver, is_shared, NULL, "files in the shared folder");
  driver_wait_text (driver, "Bijgewerkt om");
}

static gboolean
is_selected (Driver *driver, gpointer data)
{
  return accessible_has_state (data, ATSPI_STATE_SELECTED);
}

static void
test_report (void)
{
  g_autoptr (Driver) driver = start ("reports");
  g_autoptr (AtspiAccessible) reports = NULL;
  g_autoptr (AtspiAccessible) report = NULL;

  driver_press (driver, ATSPI_ROLE_BUTTON, "Rapport maken");
  reports = driver_find (driver, ATSPI_ROLE_LIST, "Gemaakte rapporten");
  report = driver_find_in (driver, reports, ATSPI_ROLE_LIST_ITEM, NULL);
}

// The policy has the planning for the first page, whatever page was left.
static void
test_policy (void)
{
  for (int i = 0; i < 2; i++) {
    g_autoptr (Driver) driver = driver_start_on (g_getenv ("SANDBOX_DATA"), NULL);
    g_autoptr (AtspiAccessible) row = driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Planning");

    driver_wait (driver, is_selected, row, "the planning, which the policy has for the first page");
    driver_go (driver, "Budget");
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sandbox/open", test_open);
  g_test_add_func ("/sandbox/share", test_share);
  g_test_add_func ("/sandbox/report", test_report);
  g_test_add_func ("/sandbox/policy", test_policy);
  return g_test_run ();
}
