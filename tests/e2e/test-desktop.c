// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
// What the desktop asks of Spil over the bus, and what Spil tells it: as GNOME Shell does, on the bus of the test.
#include "driver.h"
#include "samples.h"
#include "shelf.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define BUS_NAME "nl.regiozwolle.Spil"
#define APP_PATH "/nl/regiozwolle/Spil"
#define SEARCH_PATH APP_PATH "/SearchProvider"
#define SEARCH_INTERFACE "org.gnome.Shell.SearchProvider2"

/* A laptop whose usual database this is, with settings of its own. */
typedef struct
{
  char *root;
  char *data;
  GDBusConnection *bus;
} Laptop;

static void
write_settings (Laptop *self, const char *lines)
{
  g_autofree char *config = g_build_filename (self->root, "config", NULL);

  sample_write_settings (config, lines);
}

static void
set_up (Laptop *self, gconstpointer data)
{
  g_autofree char *config = NULL;

  self->root = g_dir_make_tmp ("spil-desktop-XXXXXX", NULL);
  self->data = g_build_filename (self->root, "spil", NULL);
  config = g_build_filename (self->root, "config", NULL);
  g_setenv ("XDG_DATA_HOME", self->root, TRUE);
  g_setenv ("XDG_CONFIG_HOME", config, TRUE);
  g_setenv ("GSETTINGS_BACKEND", "keyfile", TRUE);
  self->bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_assert_nonnull (self->bus);
  write_settings (self, "notifications=false");
}

static void
tear_down (Laptop *self, gconstpointer data)
{
  remove_folder (self->root);
  g_free (self->root);
  g_free (self->data);
  g_object_unref (self->bus);
}

static void
make_plan (Laptop *self)
{
  g_autofree char *made = run_spilctl (
      self->data, (const char *[]) { "init", "--template", "werkgeversaanpak-2018", NULL });
}

static char *
add_row (Laptop *self, const char *const *words)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();

  g_ptr_array_add (arguments, (char *) "add");
  for (int i = 0; words[i] != NULL; i++)
    g_ptr_array_add (arguments, (char *) words[i]);
  g_ptr_array_add (arguments, NULL);
  return run_spilctl (self->data, (const char *const *) arguments->pdata);
}

static GVariant *
call (Laptop *self, const char *path, const char *interface, const char *method, GVariant *parameters)
{
  g_autoptr (GError) error = NULL;
  GVariant *answer = g_dbus_connection_call_sync (self->bus, BUS_NAME, path, interface, method, parameters,
                                                  NULL, G_DBUS_CALL_FLAGS_NO_AUTO_START, 60000, NULL, &error);

  g_assert_no_error (error);
  return answer;
}

static void
activate (Laptop *self, const char *action, GVariant *parameter)
{
  GVariantBuilder parameters;
  g_autoptr (GVariant) answer = NULL;

  g_variant_builder_init (&parameters, G_VARIANT_TYPE ("av"));
  if (parameter != NULL)
    g_variant_builder_add (&parameters, "v", parameter);
  answer = call (self, APP_PATH, "org.freedesktop.Application", "ActivateAction",
                 g_variant_new ("(sava{sv})", action, &parameters, NULL));
}

/* Actions */

static void
test_actions (Laptop *self, gconstpointer data)
{
  g_autofree char *id = NULL;
  g_autofree char *record = NULL;

  make_plan (self);
  id = add_row (self, (const char *[]) { "organisation", "name=Bakkerij De Proef", "kind=employer", NULL });
  record = g_strconcat ("organisation ", id, NULL);
  {
    g_autoptr (Driver) driver = driver_start_usual (self->data, NULL);
    g_autoptr (AtspiAccessible) page = NULL;

    // The name is there before the window has read its programme: what is asked waits.
    activate (self, "agenda", NULL);
    driver_wait_text (driver, "Agenda");
    activate (self, "show-page", g_variant_new_string ("risks"));
    driver_wait_text (driver, "Risico's");
    activate (self, "open-record", g_variant_new_string (record));
    driver_wait_text (driver, "Bakkerij De Proef");
    activate (self, "new-contact", NULL);
    page = driver_find (driver, ATSPI_ROLE_DIALOG, NULL);
    driver_key (driver, "Escape");
    driver_wait_gone (driver, ATSPI_ROLE_DIALOG, NULL);
  }
}

// As the entry in the menu of the icon does where D-Bus does not start programs.
static void
test_option (Laptop *self, gconstpointer data)
{
  make_plan (self);
  {
    g_autoptr (Driver) driver = driver_start_usual (self->data, (const char *[]) { "--new-contact", NULL });
    g_autoptr (AtspiAccessible) dialog = driver_find (driver, ATSPI_ROLE_DIALOG, NULL);

    driver_key (driver, "Escape");
    driver_wait_gone (driver, ATSPI_ROLE_DIALOG, NULL);
  }
}

/* Invitations */

static char *
make_invitation (Laptop *self)
{
  g_autofree char *other = g_build_filename (self->root, "other", NULL);
  g_autofree char *folder = g_build_filename (self->root, "Gedeeld", NULL);
  g_autofree char *made = NULL;
  g_autofree char *space = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  made = run_spilctl (other, (const char *[]) { "init", "--template", "werkgeversaanpak-2018", NULL });
  space = run_spilctl (
      other, (const char *[]) { "space", "create", "--carrier", folder, "--person", "Projectleider", NULL });
  return run_spilctl (other, (const char *[]) { "space", "invite", "--role", "broker", NULL });
}

static char *
write_file (Laptop *self, const char *content)
{
  char *path = g_build_filename (self->root, "Uitnodiging.spil", NULL);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  return path;
}

static void
test_invitation (Laptop *self, gconstpointer data)
{
  g_autofree char *invitation = make_invitation (self);
  g_autofree char *line = g_strconcat (invitation, "\n", NULL);
  g_autofree char *path = write_file (self, line);
  g_autoptr (Driver) driver = driver_start_usual (self->data, (const char *[]) { path, NULL });
  g_autoptr (AtspiAccessible) dialog = driver_find (driver, ATSPI_ROLE_DIALOG, "Meedoen");

  // What it is for is read from it.
  driver_wait_text (driver, "Een uitnodiging om mee te doen als");
  driver_key (driver, "Escape");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Meedoen");
}

static void
test_no_invitation (Laptop *self, gconstpointer data)
{
  g_autofree char *path = write_file (self, "SPIL1-KLOPT-NIET\nen nog een regel\n");
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (Driver) driver = driver_start_usual (self->data, NULL);
  g_autoptr (GVariant) answer = NULL;
  const char *uris[] = { uri, NULL };

  // As Files asks it.
  answer = call (self, APP_PATH, "org.freedesktop.Application", "Open",
                 g_variant_new ("(^asa{sv})", uris, NULL));
  driver_wait_text (driver, "Uitnodiging.spil");
  driver_key (driver, "Escape");
  driver_wait_text_gone (driver, "Uitnodiging.spil");
}

static void
test_invitation_too_late (Laptop *self, gconstpointer data)
{
  g_autofree char *invitation = make_invitation (self);
  g_autofree char *path = write_file (self, invitation);

  make_plan (self);
  {
    g_autoptr (Driver) driver = driver_start_usual (self->data, (const char *[]) { path, NULL });

    driver_wait_text (driver, "Op deze laptop staat al een programma");
    driver_key (driver, "Escape");
    driver_wait_text_gone (driver, "Op deze laptop staat al een programma");
  }
}

static void
test_invitation_of_member (Laptop *self, gconstpointer data)
{
  g_autofree char *invitation = make_invitation (self);
  g_autofree char *path = write_file (self, invitation);
  g_autofree char *other = g_build_filename (self->root, "other", NULL);

  // The project leader opens what was meant for somebody else.
  g_assert_cmpint (g_rename (other, self->data), ==, 0);
  {
    g_autoptr (Driver) driver = driver_start_usual (self->data, (const char *[]) { path, NULL });

    driver_wait_text (driver, "Deze laptop doet al mee");
    driver_key (driver, "Escape");
    driver_wait_text_gone (driver, "Deze laptop doet al mee");
  }
}

/* The search of the desktop */

static void
wait_for_name (Laptop *self)
{
  for (int i = 0; i < 600; i++) {
    g_autoptr (GVariant) answer = g_dbus_connection_call_sync (
        self->bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner",
        g_variant_new ("(s)", BUS_NAME), NULL, 0, -1, NULL, NULL);
    gboolean has = FALSE;

    g_variant_get (answer, "(b)", &has);
    if (has)
      return;
    g_usleep (G_USEC_PER_SEC / 20);
  }
  g_error ("Spil did not come on the bus");
}

// As the bus starts it: without a window.
static GSubprocess *
start_service (Laptop *self)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, g_getenv ("SPIL"),
                                           "--gapplication-service", NULL);

  g_assert_no_error (error);
  wait_for_name (self);
  return process;
}

static void
stop_service (GSubprocess *process)
{
  g_autoptr (GError) error = NULL;

  g_subprocess_send_signal (process, 15);
  g_subprocess_wait (process, NULL, &error);
  g_assert_no_error (error);
  g_object_unref (process);
}

static GStrv
find (Laptop *self, const char *text)
{
  g_auto (GStrv) terms = g_strsplit (text, " ", -1);
  g_autoptr (GVariant) answer = call (self, SEARCH_PATH, SEARCH_INTERFACE, "GetInitialResultSet",
                                      g_variant_new ("(^as)", terms));
  GStrv results = NULL;

  g_variant_get (answer, "(^as)", &results);
  return results;
}

static GVariant *
describe (Laptop *self, const char *result)
{
  const char *results[] = { result, NULL };
  g_autoptr (GVariant)
      answer = call (self, SEARCH_PATH, SEARCH_INTERFACE, "GetResultMetas", g_variant_new ("(^as)", results));

  return g_variant_get_child_value (answer, 0);
}

// Whether that process has a file of the database open.
static gboolean
has_database_open (Laptop *self, GSubprocess *process)
{
  g_autofree char *path = g_strdup_printf ("/proc/%s/fd", g_subprocess_get_identifier (process));
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *link = g_build_filename (path, name, NULL);
    g_autofree char *target = g_file_read_link (link, NULL);

    if (target != NULL && g_str_has_prefix (target, self->data))
      return TRUE;
  }
  return FALSE;
}

static gboolean
has_window (Laptop *self)
{
  g_autoptr (GVariant)
      answer = call (self, APP_PATH, "org.freedesktop.DBus.Introspectable", "Introspect", NULL);
  const char *xml;

  g_variant_get (answer, "(&s)", &xml);
  return strstr (xml, "\"window\"") != NULL;
}

static void
assert_shown (Laptop *self, const char *result, const char *name, const char *description)
{
  g_autoptr (GVariant) metas = describe (self, result);
  g_autoptr (GVariant) meta = NULL;
  const char *text = NULL;

  g_assert_cmpint (g_variant_n_children (metas), ==, 1);
  meta = g_variant_get_child_value (metas, 0);
  g_assert_true (g_variant_lookup (meta, "id", "&s", &text));
  g_assert_cmpstr (text, ==, result);
  g_assert_true (g_variant_lookup (meta, "name", "&s", &text));
  g_assert_cmpstr (text, ==, name);
  g_assert_true (g_variant_lookup (meta, "description", "&s", &text));
  g_assert_cmpstr (text, ==, description);
}

/* An employer and two people; returns the second one's id. */
static char *
add_people (Laptop *self)
{
  g_autofree char *organisation = add_row (self, (const char *[]) { "organisation", "name=Bakkerij De Proef",
                                                                    "kind=employer", "town=Zwolle", NULL });
  g_autofree char *reference = g_strconcat ("organisation=", organisation, NULL);
  g_autofree char *first = add_row (self, (const char *[]) { "person", "name=Wilhelmina Testpersoon",
                                                             "function=Facilitair manager",
                                                             "phone=0381234567", reference, NULL });

  return add_row (self, (const char *[]) { "person", "name=Gerardus Gewist", reference, NULL });
}

static void
test_search (Laptop *self, gconstpointer data)
{
  g_autofree char *erased_id = NULL;
  g_autofree char *erased = NULL;
  GSubprocess *process;

  make_plan (self);
  erased_id = add_people (self);
  write_settings (self, "notifications=false\nsearch-provider=true");
  process = start_service (self);
  {
    g_auto (GStrv) employers = find (self, "bakkerij proef");
    g_auto (GStrv) people = find (self, "wilh");
    g_auto (GStrv) before = find (self, "gerardus");
    g_auto (GStrv) after = NULL;
    g_autoptr (GVariant) metas = NULL;

    g_assert_cmpint (g_strv_length (employers), ==, 1);
    assert_shown (self, employers[0], "Bakkerij De Proef", "Zwolle");
    g_assert_cmpint (g_strv_length (people), ==, 1);
    assert_shown (self, people[0], "Wilhelmina Testpersoon", "Facilitair manager, Bakkerij De Proef");
    g_assert_cmpint (g_strv_length (before), ==, 1);
    erased = run_spilctl (self->data, (const char *[]) { "erase", "person", erased_id, NULL });
    after = find (self, "gerardus");
    g_assert_cmpint (g_strv_length (after), ==, 0);
    // Nor is who was found before.
    metas = describe (self, before[0]);
    g_assert_cmpint (g_variant_n_children (metas), ==, 0);
  }
  {
    g_autoptr (GVariant) nonsense = describe (self, "organisation x; DROP TABLE person");

    g_assert_cmpint (g_variant_n_children (nonsense), ==, 0);
  }
  g_assert_false (has_window (self));
  stop_service (process);
}

static void
test_search_off (Laptop *self, gconstpointer data)
{
  GSubprocess *process;
  g_autofree char *id = NULL;

  make_plan (self);
  id = add_people (self);
  process = start_service (self);
  {
    g_auto (GStrv) results = find (self, "bakkerij");
    g_autoptr (GVariant) metas = describe (self, "organisation 00000000-0000-7000-8000-000000000000");
    g_autoptr (GVariant) answer = NULL;
    const char *terms[] = { "bakkerij", NULL };

    g_assert_cmpint (g_strv_length (results), ==, 0);
    g_assert_cmpint (g_variant_n_children (metas), ==, 0);
    answer = call (self, SEARCH_PATH, SEARCH_INTERFACE, "LaunchSearch", g_variant_new ("(^asu)", terms, 0));
  }
  g_assert_false (has_database_open (self, process));
  g_assert_false (has_window (self));
  stop_service (process);
}

// Without a database there is nothing to find, and none is made.
static void
test_search_empty (Laptop *self, gconstpointer data)
{
  GSubprocess *process;

  write_settings (self, "search-provider=true");
  process = start_service (self);
  {
    g_auto (GStrv) results = find (self, "bakkerij");

    g_assert_cmpint (g_strv_length (results), ==, 0);
  }
  g_assert_false (g_file_test (self->data, G_FILE_TEST_EXISTS));
  stop_service (process);
}

static void
test_search_opens (Laptop *self, gconstpointer data)
{
  g_autofree char *id = NULL;

  make_plan (self);
  id = add_people (self);
  write_settings (self, "notifications=false\nsearch-provider=true");
  {
    g_autoptr (Driver) driver = driver_start_usual (self->data, NULL);
    g_auto (GStrv) results = NULL;
    g_autoptr (GVariant) activated = NULL;
    g_autoptr (GVariant) launched = NULL;
    const char *terms[] = { "wilh", NULL };

    driver_wait_text (driver, "Werkgevers");
    results = find (self, "wilh");
    g_assert_cmpint (g_strv_length (results), ==, 1);
    activated = call (self, SEARCH_PATH, SEARCH_INTERFACE, "ActivateResult",
                      g_variant_new ("(s^asu)", results[0], terms, 0));
    driver_wait_text (driver, "Facilitair manager");
    launched = call (self, SEARCH_PATH, SEARCH_INTERFACE, "LaunchSearch", g_variant_new ("(^asu)", terms, 0));
    driver_wait_text (driver, "Overal heen");
    driver_wait_text (driver, "Wilhelmina Testpersoon");
    driver_key (driver, "Escape");
    driver_wait_gone (driver, ATSPI_ROLE_ENTRY, "Overal heen");
  }
}

/* Notifications */

static gboolean
has_shown (Driver *driver, gpointer data)
{
  g_main_context_iteration (NULL, FALSE);
  return ((Shelf *) data)->n_shown > 0;
}

static gboolean
has_withdrawn (Driver *driver, gpointer data)
{
  g_main_context_iteration (NULL, FALSE);
  return ((Shelf *) data)->n_withdrawn > 0;
}

static void
add_actions (Laptop *self)
{
  g_autofree char *organisation = add_row (
      self, (const char *[]) { "organisation", "name=Bakkerij De Proef", "kind=employer", NULL });
  g_autofree char *reference = g_strconcat ("organisation=", organisation, NULL);

  for (int i = 0; i < 3; i++) {
    g_autofree char *id = add_row (self,
                                   (const char *[]) { "next_action", "text=Wilhelmina Testpersoon bellen",
                                                      "due=2020-01-02", "state=open", reference, NULL });
  }
}

static void
test_notification (Laptop *self, gconstpointer data)
{
  Shelf shelf = { 0 };

  make_plan (self);
  add_actions (self);
  write_settings (self, "notifications=true");
  shelf_open (&shelf, self->bus);
  {
    g_autoptr (Driver) driver = driver_start_usual (self->data, NULL);
    g_autofree char *all = NULL;
    const char *text = NULL;

    Driver *other;

    // Not while Spil is looked at, but when something else comes to the front.
    driver_wait_text (driver, "Werkgevers");
    g_assert_cmpint (shelf.n_shown, ==, 0);
    other = driver_start_empty ();
    driver_to_front (other);
    driver_wait (driver, has_shown, &shelf, "a notification");
    g_assert_true (g_variant_lookup (shelf.shown, "title", "&s", &text));
    g_assert_cmpstr (text, ==, "3 acties zijn vandaag aan de beurt");
    g_assert_true (g_variant_lookup (shelf.shown, "default-action", "&s", &text));
    g_assert_cmpstr (text, ==, "app.agenda");
    // Anybody may see it.
    all = g_variant_print (shelf.shown, FALSE);
    g_assert_null (strstr (all, "Wilhelmina"));
    // Looked at: it goes.
    driver_to_front (driver);
    driver_wait (driver, has_withdrawn, &shelf, "that it was taken away");
    driver_to_front (other);
    driver_stop (other);
    driver_to_front (driver);
  }
  g_assert_cmpint (shelf.n_shown, ==, 1);
  {
    // Again on the same day: it has been told.
    g_autoptr (Driver) driver = driver_start_usual (self->data, NULL);

    driver_wait_text (driver, "Werkgevers");
    activate (self, "agenda", NULL);
    driver_wait_text (driver, "Wilhelmina Testpersoon bellen");
  }
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpint (shelf.n_shown, ==, 1);
  shelf_close (&shelf, self->bus);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Laptop *self, gconstpointer data);
  } tests[] = {
    { "/desktop/actions", test_actions },
    { "/desktop/option", test_option },
    { "/desktop/invitation", test_invitation },
    { "/desktop/no-invitation", test_no_invitation },
    { "/desktop/invitation-too-late", test_invitation_too_late },
    { "/desktop/invitation-of-member", test_invitation_of_member },
    { "/desktop/search", test_search },
    { "/desktop/search-off", test_search_off },
    { "/desktop/search-empty", test_search_empty },
    { "/desktop/search-opens", test_search_opens },
    { "/desktop/notification", test_notification },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Laptop, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
