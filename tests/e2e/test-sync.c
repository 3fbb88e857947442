// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "driver.h"

#include <glib/gstdio.h>
#include <string.h>

#include "samples.h"

#define RISK "Nieuwe gebieden komen moeilijk op gang"
#define LEADER "Marieke de Vries"
#define BROKER "Sjoerd Hoekstra"
#define READER "Stuurgroep Regio Zwolle"

// Three laptops and the folder that they share, which can be away.
typedef struct
{
  char *root;
  char *folder;
  char *away;
  Driver *leader;
  Driver *broker;
  Driver *reader;
} Office;

static void
set_up (Office *self, gconstpointer data)
{
  self->root = g_dir_make_tmp ("spil-office-XXXXXX", NULL);
  self->folder = g_build_filename (self->root, "Gedeeld", NULL);
  self->away = g_build_filename (self->root, "Weg", NULL);
  g_assert_cmpint (g_mkdir (self->folder, 0700), ==, 0);
}

static void
stop (Driver **driver)
{
  if (*driver == NULL)
    return;
  driver_to_front (*driver);
  g_clear_pointer (driver, driver_stop);
}

static void
tear_down (Office *self, gconstpointer data)
{
  stop (&self->reader);
  stop (&self->broker);
  stop (&self->leader);
  remove_folder (self->root);
  g_free (self->root);
  g_free (self->folder);
  g_free (self->away);
}

/* Steps */

static void
go (Driver *driver, const char *page)
{
  driver_to_front (driver);
  // What has to be settled there stands in the name too.
  driver_press_starting (driver, ATSPI_ROLE_LIST_ITEM, page);
}

static void
bring_up_to_date (Driver *driver)
{
  go (driver, "Samenwerken");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Nu bijwerken");
}

// How many parcels of changes are in the folder.
static int
count_sent (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  gboolean here = g_str_has_suffix (path, "/segments");
  const char *name;
  int n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    n += here ? 1 : count_sent (child);
  }
  return n;
}

typedef struct
{
  const Office *office;
  int before;
} Sending;

static gboolean
has_been_sent (Driver *driver, gpointer data)
{
  const Sending *sending = data;

  return count_sent (sending->office->folder) > sending->before;
}

// Brings a laptop up to date that has something to send, and waits until it is in the folder.
static void
send_changes (const Office *self, Driver *driver, int before)
{
  Sending sending = { self, before };

  bring_up_to_date (driver);
  driver_wait (driver, has_been_sent, &sending, "changes in the shared folder");
}

static void
open_share_dialog (Office *self)
{
  self->leader = driver_start (DRIVER_PLAN, "sync");
  driver_to_front (self->leader);
  driver_press (self->leader, ATSPI_ROLE_LIST_ITEM, "Samen gaan werken");
}

static void
begin_sharing (Office *self)
{
  driver_fill (self->leader, "Uw naam", LEADER);
  driver_press (self->leader, ATSPI_ROLE_BUTTON, "Beginnen");
  // Who goes on without the recovery sheet is told what that means.
  driver_press (self->leader, ATSPI_ROLE_BUTTON, "Klaar");
  driver_wait_text (self->leader, "Het herstelblad is niet opgeslagen");
  driver_press (self->leader, ATSPI_ROLE_BUTTON, "Later");
  driver_wait_gone (self->leader, ATSPI_ROLE_BUTTON, "Klaar");
  driver_wait_text (self->leader, LEADER);
  driver_wait_text (self->leader, "Bijgewerkt om");
}

static void
share (Office *self)
{
  open_share_dialog (self);
  driver_fill (self->leader, "Map", self->folder);
  begin_sharing (self);
}

static char *
find_starting (Driver *driver, const char *start)
{
  g_autoptr (AtspiAccessible) label = driver_find_starting (driver, ATSPI_ROLE_LABEL, start);

  return accessible_name (label);
}

static gboolean
is_checked (Driver *driver, gpointer data)
{
  return accessible_has_state (data, ATSPI_STATE_CHECKED);
}

static char *
invite (Office *self, const char *role)
{
  g_autoptr (AtspiAccessible) chosen = NULL;
  char *invitation;

  go (self->leader, "Samenwerken");
  driver_press (self->leader, ATSPI_ROLE_BUTTON, "Laptop uitnodigen…");
  chosen = driver_find (self->leader, ATSPI_ROLE_RADIO_BUTTON, role);
  driver_press_accessible (self->leader, chosen);
  driver_wait (self->leader, is_checked, chosen, role);
  driver_press (self->leader, ATSPI_ROLE_BUTTON, "Uitnodiging maken");
  invitation = find_starting (self->leader, "SPIL1-");
  driver_press (self->leader, ATSPI_ROLE_BUTTON, "Klaar");
  driver_wait_gone (self->leader, ATSPI_ROLE_DIALOG, "Laptop uitnodigen");
  return invitation;
}

static gboolean
is_code (const char *text)
{
  return strlen (text) == 9 && text[4] == ' ' && strspn (text, "0123456789 ") == 9;
}

static gboolean
find_code (AtspiAccessible *accessible, gpointer data)
{
  g_autofree char *name = accessible_name (accessible);

  if (!is_code (name))
    return TRUE;
  *(char **) data = g_steal_pointer (&name);
  return FALSE;
}

// Takes part with an invitation; gives the code that is read out.
static char *
join (Driver *driver, const Office *office, const char *invitation, const char *person)
{
  char *code = NULL;

  driver_to_front (driver);
  driver_press (driver, ATSPI_ROLE_LIST_ITEM, "Meedoen met een uitnodiging");
  driver_fill (driver, "Uitnodiging", invitation);
  driver_wait_text (driver, "Een uitnodiging om mee te doen als");
  driver_fill (driver, "Map", office->folder);
  driver_fill (driver, "Uw naam", person);
  driver_press (driver, ATSPI_ROLE_BUTTON, "Meedoen");
  driver_wait_text (driver, "Lees deze code voor aan de projectleider");
  driver_visit (driver, NULL, find_code, &code);
  g_assert_nonnull (code);
  return code;
}

static void
let_in (Office *self, const char *person, const char *code)
{
  bring_up_to_date (self->leader);
  driver_wait_text (self->leader, person);
  driver_press (self->leader, ATSPI_ROLE_BUTTON, "Toelaten…");
  driver_find (self->leader, ATSPI_ROLE_LABEL, code);
  driver_press (self->leader, ATSPI_ROLE_BUTTON, "De code klopt: toelaten");
  driver_wait_gone (self->leader, ATSPI_ROLE_BUTTON, "Toelaten…");
}

// A new laptop, from the invitation to the first page with everything on it.
static Driver *
add_laptop (Office *self, const char *role, const char *person)
{
  Driver *driver = driver_start_empty ();
  g_autofree char *invitation = invite (self, role);
  g_autofree char *code = join (driver, self, invitation, person);

  let_in (self, person, code);
  driver_to_front (driver);
  driver_press (driver, ATSPI_ROLE_BUTTON, "Nu kijken");
  driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Risico's");
  return driver;
}

static void
set_owner (Driver *driver, const char *owner)
{
  go (driver, "Risico's");
  driver_press (driver, ATSPI_ROLE_LIST_ITEM, "1. " RISK);
  driver_press (driver, ATSPI_ROLE_BUTTON, "Bewerken");
  driver_fill (driver, "Eigenaar", owner);
  driver_press (driver, ATSPI_ROLE_BUTTON, "Opslaan");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Risico");
  driver_wait_text (driver, owner);
}

/* The tests */

// Who reads along sees that, and is offered nothing else.
static void
check_reader (Driver *driver)
{
  driver_wait_text (driver, "U kijkt mee");
  go (driver, "Risico's");
  driver_press (driver, ATSPI_ROLE_LIST_ITEM, "1. " RISK);
  driver_press (driver, ATSPI_ROLE_BUTTON, "Bewerken");
  driver_find (driver, ATSPI_ROLE_BUTTON, "Sluiten");
  g_assert_false (driver_sees (driver, ATSPI_ROLE_BUTTON, "Opslaan"));
  driver_press (driver, ATSPI_ROLE_BUTTON, "Sluiten");
}

static void
test_three_laptops (Office *self, gconstpointer data)
{
  int sent;

  share (self);
  self->broker = add_laptop (self, "Een makelaar", BROKER);
  self->reader = add_laptop (self, "Iemand die meekijkt", READER);
  check_reader (self->reader);

  // Both write the same while the folder is away.
  sent = count_sent (self->folder);
  g_assert_cmpint (g_rename (self->folder, self->away), ==, 0);
  set_owner (self->leader, "Gemeente Zwolle");
  set_owner (self->broker, "Gemeente Kampen");
  g_assert_cmpint (g_rename (self->away, self->folder), ==, 0);
  send_changes (self, self->leader, sent);
  send_changes (self, self->broker, sent + 1);

  // Both see what there is to choose, also on the page of the risk itself.
  driver_find (self->broker, ATSPI_ROLE_LIST_ITEM, "Samenwerken, 1 om te kiezen");
  bring_up_to_date (self->leader);
  driver_press (self->leader, ATSPI_ROLE_LIST_ITEM, RISK);
  driver_press_starting (self->leader, ATSPI_ROLE_BUTTON, "Keuze 2: Gemeente Zwolle");
  driver_wait_text (self->leader, "Gekozen: Eigenaar");
  driver_wait_text (self->leader, "er is niets te kiezen");
  go (self->broker, "Risico's");
  driver_wait_text (self->broker, "Op twee laptops anders geschreven: 1 keuze te maken");

  // What was chosen on one holds on the others.
  send_changes (self, self->leader, sent + 2);
  bring_up_to_date (self->broker);
  driver_wait_text (self->broker, "er is niets te kiezen");
  go (self->broker, "Risico's");
  driver_wait_text (self->broker, "Gemeente Zwolle");
  driver_wait_text_gone (self->broker, "Op twee laptops anders geschreven");
  bring_up_to_date (self->reader);
  go (self->reader, "Risico's");
  driver_wait_text (self->reader, "Gemeente Zwolle");
}

static void
test_revoke (Office *self, gconstpointer data)
{
  g_autoptr (AtspiAccessible) menu = NULL;

  share (self);
  self->broker = add_laptop (self, "Een makelaar", BROKER);
  // Until then the leader brings the membership to the folder, and rows come and go.
  bring_up_to_date (self->leader);
  driver_wait_text (self->leader, "Bijgewerkt om");
  menu = driver_find (self->leader, ATSPI_ROLE_TOGGLE_BUTTON, "Laptop van " BROKER);
  driver_focus (self->leader, menu);
  g_object_unref (driver_move_focus (self->leader, "Return"));
  driver_key (self->leader, "Return");
  driver_wait_text (self->leader, "Wat er al op stond, blijft erop staan.");
  driver_press (self->leader, ATSPI_ROLE_BUTTON, "Toegang intrekken");
  driver_wait_text (self->leader, "toegang ingetrokken");
  bring_up_to_date (self->leader);
  go (self->broker, "Samenwerken");
  driver_press (self->broker, ATSPI_ROLE_BUTTON, "Nu bijwerken");
  driver_wait_text (self->broker, "Deze laptop doet niet meer mee");
  // What it has stays there.
  go (self->broker, "Risico's");
  driver_wait_text (self->broker, RISK);
}

// The folder that an administrator proposes stands there already.
static void
test_proposed_folder (Office *self, gconstpointer data)
{
  g_autofree char *line = g_strdup_printf ("shared-folder='%s'", self->folder);
  g_autofree char *config = g_strdup (g_getenv ("XDG_CONFIG_HOME"));
  g_autofree char *backend = g_strdup (g_getenv ("GSETTINGS_BACKEND"));
  g_autoptr (AtspiAccessible) folder = NULL;
  g_autofree char *text = NULL;

  sample_write_settings (self->root, line);
  g_setenv ("XDG_CONFIG_HOME", self->root, TRUE);
  g_setenv ("GSETTINGS_BACKEND", "keyfile", TRUE);
  open_share_dialog (self);
  g_setenv ("XDG_CONFIG_HOME", config, TRUE);
  g_setenv ("GSETTINGS_BACKEND", backend, TRUE);
  folder = driver_find (self->leader, ATSPI_ROLE_TEXT, "Map");
  text = accessible_text (folder);
  g_assert_cmpstr (text, ==, self->folder);
  begin_sharing (self);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/sync/" name, Office, NULL, set_up, func, tear_down)
  ADD ("three-laptops", test_three_laptops);
  ADD ("revoke", test_revoke);
  ADD ("proposed-folder", test_proposed_folder);
#undef ADD
  return g_test_run ();
}
