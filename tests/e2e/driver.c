// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "driver.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

// What libatspi leaves out.
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiAction, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiComponent, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiText, g_object_unref)

// Long, for a busy machine; nothing waits for it but a failure.
#define DEADLINE_SECONDS 30
#define STEP_MS 20
// More than any page has.
#define MAX_TABS 500

struct _Driver
{
  GSubprocess *process;
  char *data;
  gboolean owns_data;
  char *said; /**< the file that takes what the application says on standard error */
  AtspiAccessible *application;
  AtspiEventListener *listener;
  AtspiAccessible *focus; /**< what got the focus last */
  guint n_focused; /**< how often something did */
  guint log_handler;
};

typedef struct
{
  AtspiRole role;
  const char *name;
  gboolean prefix;
} Wanted;

char *
accessible_name (AtspiAccessible *accessible)
{
  char *name = atspi_accessible_get_name (accessible, NULL);

  return name != NULL ? name : g_strdup ("");
}

char *
accessible_description (AtspiAccessible *accessible)
{
  char *description = atspi_accessible_get_description (accessible, NULL);

  return description != NULL ? description : g_strdup ("");
}

char *
accessible_text (AtspiAccessible *accessible)
{
  g_autoptr (AtspiText) text = atspi_accessible_get_text_iface (accessible);
  char *result = text != NULL ? atspi_text_get_text (text, 0, -1, NULL) : NULL;

  return result != NULL ? result : g_strdup ("");
}

gboolean
accessible_has_state (AtspiAccessible *accessible, AtspiStateType state)
{
  g_autoptr (AtspiStateSet) states = atspi_accessible_get_state_set (accessible);

  return states != NULL && atspi_state_set_contains (states, state);
}

AtspiRect
accessible_extents (AtspiAccessible *accessible)
{
  g_autoptr (AtspiComponent) component = atspi_accessible_get_component_iface (accessible);
  AtspiRect result = { 0 };

  if (component != NULL) {
    AtspiRect *extents = atspi_component_get_extents (component, ATSPI_COORD_TYPE_WINDOW, NULL);

    if (extents != NULL)
      result = *extents;
    g_free (extents);
  }
  return result;
}

// Parents first; returns FALSE once @visit did.
static gboolean
walk (AtspiAccessible *accessible, DriverVisit visit, gpointer data)
{
  int n_children;

  if (!visit (accessible, data))
    return FALSE;
  n_children = atspi_accessible_get_child_count (accessible, NULL);
  for (int i = 0; i < n_children; i++) {
    g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (accessible, i, NULL);

    if (child == NULL || !accessible_has_state (child, ATSPI_STATE_SHOWING))
      continue;
    if (!walk (child, visit, data))
      return FALSE;
  }
  return TRUE;
}

static void
refresh (Driver *self)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  if (self->application != NULL)
    atspi_accessible_clear_cache (self->application);
}

void
driver_visit (Driver *self, AtspiAccessible *from, DriverVisit visit, gpointer data)
{
  refresh (self);
  walk (from != NULL ? from : self->application, visit, data);
}

static gboolean
describe_one (AtspiAccessible *accessible, gpointer data)
{
  g_autofree char *name = accessible_name (accessible);
  g_autofree char *role = atspi_accessible_get_role_name (accessible, NULL);

  if (*name != '\0')
    g_string_append_printf (data, "  %s “%s”\n", role, name);
  return TRUE;
}

char *
driver_describe (Driver *self)
{
  GString *lines = g_string_new (NULL);

  if (self->application != NULL)
    driver_visit (self, NULL, describe_one, lines);
  return g_string_free (lines, FALSE);
}

static void
tell_end (Driver *self, const char *what)
{
  g_autofree char *said = NULL;

  g_file_get_contents (self->said, &said, NULL, NULL);
  g_error ("The application ended while the test waited for %s. It said:\n%s", what, said);
}

void
driver_wait (Driver *self, gboolean (*condition) (Driver *self, gpointer data), gpointer data,
             const char *what)
{
  gint64 deadline = g_get_monotonic_time () + DEADLINE_SECONDS * G_TIME_SPAN_SECOND;
  g_autofree char *seen = NULL;

  while (g_get_monotonic_time () < deadline) {
    refresh (self);
    if (condition (self, data))
      return;
    if (g_subprocess_get_identifier (self->process) == NULL)
      tell_end (self, what);
    g_usleep (STEP_MS * 1000);
  }
  seen = driver_describe (self);
  g_error ("Waited in vain for %s. On screen:\n%s", what, seen);
}

static gboolean
matches (AtspiAccessible *accessible, const Wanted *wanted)
{
  g_autofree char *name = NULL;

  if (wanted->role != ATSPI_ROLE_INVALID && atspi_accessible_get_role (accessible, NULL) != wanted->role)
    return FALSE;
  if (wanted->name == NULL)
    return TRUE;
  name = accessible_name (accessible);
  return wanted->prefix ? g_str_has_prefix (name, wanted->name) : strcmp (name, wanted->name) == 0;
}

typedef struct
{
  const Wanted *wanted;
  AtspiAccessible *root;
  AtspiAccessible *found;
} Search;

static gboolean
search_one (AtspiAccessible *accessible, gpointer data)
{
  Search *search = data;

  if (accessible == search->root || !matches (accessible, search->wanted))
    return TRUE;
  search->found = g_object_ref (accessible);
  return FALSE;
}

static gboolean
search_now (Driver *self, gpointer data)
{
  Search *search = data;

  walk (search->root != NULL ? search->root : self->application, search_one, search);
  return search->found != NULL;
}

static AtspiAccessible *
find (Driver *self, AtspiAccessible *from, Wanted wanted)
{
  Search search = { .wanted = &wanted, .root = from };
  g_autofree char *role = wanted.role != ATSPI_ROLE_INVALID ? atspi_role_get_name (wanted.role)
                                                            : g_strdup ("anything");
  g_autofree char *what = g_strdup_printf ("%s “%s”", role, wanted.name != NULL ? wanted.name : "");

  driver_wait (self, search_now, &search, what);
  return search.found;
}

AtspiAccessible *
driver_find (Driver *self, AtspiRole role, const char *name)
{
  return find (self, NULL, (Wanted) { role, name, FALSE });
}

AtspiAccessible *
driver_find_in (Driver *self, AtspiAccessible *from, AtspiRole role, const char *name)
{
  return find (self, from, (Wanted) { role, name, FALSE });
}

AtspiAccessible *
driver_find_starting (Driver *self, AtspiRole role, const char *start)
{
  return find (self, NULL, (Wanted) { role, start, TRUE });
}

gboolean
driver_sees (Driver *self, AtspiRole role, const char *name)
{
  Wanted wanted = { role, name, FALSE };
  Search search = { .wanted = &wanted };
  g_autoptr (AtspiAccessible) found = NULL;

  refresh (self);
  search_now (self, &search);
  found = search.found;
  return found != NULL;
}

static gboolean
is_gone (Driver *self, gpointer data)
{
  const Wanted *wanted = data;

  return !driver_sees (self, wanted->role, wanted->name);
}

void
driver_wait_gone (Driver *self, AtspiRole role, const char *name)
{
  Wanted wanted = { role, name, FALSE };
  g_autofree char *what = g_strdup_printf ("“%s” to go", name);

  driver_wait (self, is_gone, &wanted, what);
}

typedef struct
{
  const char *text;
  gboolean found;
} TextSearch;

static gboolean
holds_text (AtspiAccessible *accessible, gpointer data)
{
  TextSearch *search = data;
  g_autofree char *name = accessible_name (accessible);
  g_autofree char *text = accessible_text (accessible);

  search->found = strstr (name, search->text) != NULL || strstr (text, search->text) != NULL;
  return !search->found;
}

static gboolean
text_is_there (Driver *self, gpointer data)
{
  TextSearch *search = data;

  walk (self->application, holds_text, search);
  return search->found;
}

static gboolean
text_is_gone (Driver *self, gpointer data)
{
  TextSearch *search = data;

  search->found = FALSE;
  return !text_is_there (self, search);
}

void
driver_wait_text_gone (Driver *self, const char *text)
{
  TextSearch search = { .text = text };
  g_autofree char *what = g_strdup_printf ("the text “%s” to go", text);

  driver_wait (self, text_is_gone, &search, what);
}

void
driver_wait_text (Driver *self, const char *text)
{
  TextSearch search = { .text = text };
  g_autofree char *what = g_strdup_printf ("the text “%s”", text);

  driver_wait (self, text_is_there, &search, what);
}

/* Keys and pointer */

static void
xdotool (const char *const *arguments)
{
  g_autoptr (GPtrArray) command = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (command, (char *) "xdotool");
  for (int i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (command, (char *) arguments[i]);
  g_ptr_array_add (command, NULL);
  process = g_subprocess_newv ((const char *const *) command->pdata, G_SUBPROCESS_FLAGS_NONE, &error);
  g_assert_no_error (error);
  g_subprocess_wait_check (process, NULL, &error);
  g_assert_no_error (error);
}

void
driver_key (Driver *self, const char *keys)
{
  xdotool ((const char *[]) { "key", "--clearmodifiers", "--", keys, NULL });
}

void
driver_type (Driver *self, const char *text)
{
  xdotool ((const char *[]) { "type", "--clearmodifiers", "--", text, NULL });
}

static gboolean
holds_point (AtspiRect rect, int x, int y)
{
  return x >= rect.x && y >= rect.y && x < rect.x + rect.width && y < rect.y + rect.height;
}

// Whether nothing that scrolls has the point out of sight.
static gboolean
is_in_sight (AtspiAccessible *accessible, int x, int y)
{
  AtspiAccessible *at = g_object_ref (accessible);
  gboolean in_sight = TRUE;

  while (at != NULL && in_sight) {
    AtspiAccessible *parent = atspi_accessible_get_parent (at, NULL);
    AtspiRole role = atspi_accessible_get_role (at, NULL);

    if (role == ATSPI_ROLE_SCROLL_PANE || role == ATSPI_ROLE_FRAME)
      in_sight = holds_point (accessible_extents (at), x, y);
    g_object_unref (at);
    at = parent;
  }
  g_clear_object (&at);
  return in_sight;
}

// Without a window manager the window is at the screen's top left corner, its shadow included.
static void
click (Driver *self, AtspiAccessible *accessible)
{
  g_autoptr (AtspiAccessible) frame = atspi_accessible_get_child_at_index (self->application, 0, NULL);
  AtspiRect window = accessible_extents (frame), extents = accessible_extents (accessible);
  int x = extents.x + extents.width / 2, y = extents.y + extents.height / 2;

  if (is_in_sight (accessible, x, y)) {
    g_autofree char *left = g_strdup_printf ("%d", x - window.x);
    g_autofree char *top = g_strdup_printf ("%d", y - window.y);

    xdotool ((const char *[]) { "mousemove", left, top, "click", "1", NULL });
  } else {
    driver_focus (self, accessible);
    driver_key (self, "Return");
  }
}

// Buttons can be clicked over the bus; rows of lists cannot.
void
driver_press_accessible (Driver *self, AtspiAccessible *accessible)
{
  g_autoptr (AtspiAction) action = atspi_accessible_get_action_iface (accessible);
  g_autofree char *name = NULL;

  if (action != NULL && atspi_action_get_n_actions (action, NULL) > 0)
    name = atspi_action_get_action_name (action, 0, NULL);
  if (g_strcmp0 (name, "click") != 0)
    click (self, accessible);
  else if (!atspi_action_do_action (action, 0, NULL))
    g_error ("The click was refused");
}

/* The focus */

static void
on_focus (AtspiEvent *event, void *user_data)
{
  Driver *self = user_data;

  if (event->detail1 == 1) {
    g_set_object (&self->focus, event->source);
    self->n_focused++;
  }
  g_boxed_free (ATSPI_TYPE_EVENT, event);
}

typedef struct
{
  guint n_focused;
} FocusWait;

static gboolean
focus_has_moved (Driver *self, gpointer data)
{
  return self->n_focused > ((FocusWait *) data)->n_focused;
}

AtspiAccessible *
driver_move_focus (Driver *self, const char *keys)
{
  FocusWait wait = { self->n_focused };
  int n_children;
  g_autofree char *from = self->focus != NULL ? accessible_name (self->focus) : g_strdup ("");
  g_autofree char *what = g_strdup_printf ("%s to move the focus from “%s”", keys, from);

  driver_key (self, keys);
  driver_wait (self, focus_has_moved, &wait, what);
  // What the focus brought about comes before the answer
  n_children = atspi_accessible_get_child_count (self->application, NULL);
  g_assert_cmpint (n_children, >, 0);
  refresh (self);
  return g_object_ref (self->focus);
}

void
driver_focus (Driver *self, AtspiAccessible *accessible)
{
  g_autofree char *name = accessible_name (accessible);

  for (int i = 0; i < MAX_TABS; i++) {
    if (accessible_has_state (accessible, ATSPI_STATE_FOCUSED))
      return;
    g_object_unref (driver_move_focus (self, "Tab"));
  }
  g_error ("“%s” is not reached with Tab", name);
}

/* Pressing and filling in */

void
driver_press (Driver *self, AtspiRole role, const char *name)
{
  g_autoptr (AtspiAccessible) accessible = driver_find (self, role, name);

  driver_press_accessible (self, accessible);
}

typedef struct
{
  const char *name;
  AtspiEditableText *editable;
} EntrySearch;

// An AdwEntryRow repeats its title in its name, so the name may begin with what is sought.
static gboolean
find_entry (AtspiAccessible *accessible, gpointer data)
{
  EntrySearch *search = data;
  g_autofree char *name = accessible_name (accessible);

  if (!g_str_has_prefix (name, search->name))
    return TRUE;
  search->editable = atspi_accessible_get_editable_text_iface (accessible);
  return search->editable == NULL;
}

static gboolean
entry_is_there (Driver *self, gpointer data)
{
  EntrySearch *search = data;

  walk (self->application, find_entry, search);
  return search->editable != NULL;
}

void
driver_fill (Driver *self, const char *name, const char *text)
{
  EntrySearch search = { .name = name };
  g_autofree char *what = g_strdup_printf ("an entry “%s”", name);
  g_autoptr (GError) error = NULL;

  driver_wait (self, entry_is_there, &search, what);
  if (!atspi_editable_text_set_text_contents (search.editable, text, &error))
    g_error ("“%s” cannot be filled in: %s", name, error != NULL ? error->message : "refused");
  g_object_unref (search.editable);
}

void
driver_go (Driver *self, const char *page)
{
  driver_press (self, ATSPI_ROLE_LIST_ITEM, page);
}

const char *
driver_get_data (Driver *self)
{
  return self->data;
}

char *
run_spilctl (const char *data, const char *const *arguments)
{
  g_autoptr (GPtrArray) command = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *output = NULL;

  g_ptr_array_add (command, (char *) g_getenv ("SPILCTL"));
  g_ptr_array_add (command, (char *) "--data");
  g_ptr_array_add (command, (char *) data);
  for (int i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (command, (char *) arguments[i]);
  g_ptr_array_add (command, NULL);
  process = g_subprocess_newv ((const char *const *) command->pdata, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 0);
  return g_strchomp (output);
}

char *
driver_spilctl (Driver *self, const char *const *arguments)
{
  return run_spilctl (self->data, arguments);
}

static gboolean
find_application (Driver *self, gpointer data)
{
  g_autoptr (AtspiAccessible) desktop = atspi_get_desktop (0);
  int pid = atoi (g_subprocess_get_identifier (self->process));
  int n;

  atspi_accessible_clear_cache_single (desktop);
  n = atspi_accessible_get_child_count (desktop, NULL);
  for (int i = 0; i < n; i++) {
    g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (desktop, i, NULL);

    if (child != NULL && (int) atspi_accessible_get_process_id (child, NULL) == pid) {
      self->application = g_steal_pointer (&child);
      return TRUE;
    }
  }
  return FALSE;
}

static gboolean
has_window (Driver *self, gpointer data)
{
  return atspi_accessible_get_child_count (self->application, NULL) > 0;
}

// libatspi warns of what has gone while it was read; what is on screen changes under its hands.
static gboolean
is_fatal (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  return g_strcmp0 (domain, "dbind") != 0;
}

static void
ignore (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
}

Driver *
driver_start_on (const char *data, const char *const *arguments)
{
  Driver *self = g_new0 (Driver, 1);
  g_autoptr (GPtrArray) command = g_ptr_array_new ();
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GError) error = NULL;

  // For messages about what is on screen
  setlocale (LC_ALL, "");
  self->log_handler = g_log_set_handler ("dbind", G_LOG_LEVEL_MASK | G_LOG_FLAG_FATAL, ignore, NULL);
  g_test_log_set_fatal_handler (is_fatal, NULL);
  self->listener = atspi_event_listener_new (on_focus, self, NULL);
  if (!atspi_event_listener_register (self->listener, "object:state-changed:focused", &error))
    g_error ("The focus cannot be followed: %s", error->message);
  self->data = g_strdup (data);
  g_ptr_array_add (command, (char *) g_getenv ("SPIL"));
  g_ptr_array_add (command, (char *) "--data");
  g_ptr_array_add (command, self->data);
  for (int i = 0; arguments != NULL && arguments[i] != NULL; i++)
    g_ptr_array_add (command, (char *) arguments[i]);
  g_ptr_array_add (command, NULL);
  self->said = g_strconcat (data, "-said", NULL);
  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE);
  g_subprocess_launcher_set_stderr_file_path (launcher, self->said);
  self->process = g_subprocess_launcher_spawnv (launcher, (const char *const *) command->pdata, &error);
  g_assert_no_error (error);
  driver_wait (self, find_application, NULL, "the application");
  driver_wait (self, has_window, NULL, "its window");
  return self;
}

static char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("spil-e2e-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

Driver *
driver_start_empty (void)
{
  g_autofree char *data = make_folder ();
  Driver *self = driver_start_on (data, NULL);

  self->owns_data = TRUE;
  return self;
}

char *
driver_make_data (DriverSetup setup)
{
  char *data = make_folder ();
  g_autofree char *made = run_spilctl (data,
                                       (const char *[]) { "init", "--template", "werkgeversaanpak-2018",
                                                          setup == DRIVER_DEMO ? "--demo" : NULL, NULL });

  return data;
}

Driver *
driver_start (DriverSetup setup, const char *page)
{
  g_autofree char *data = driver_make_data (setup);
  Driver *self = driver_start_on (data, (const char *[]) { "--page", page, NULL });

  self->owns_data = TRUE;
  return self;
}

void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
      remove_folder (child);
    else
      g_unlink (child);
  }
  g_rmdir (path);
}

static gboolean
has_ended (Driver *self, gpointer data)
{
  return g_subprocess_get_identifier (self->process) == NULL;
}

// Warnings are failures, but for one of libadwaita's: it measures the title of an AdwAlertDialog in two fonts.
static void
check_said (Driver *self)
{
  g_autofree char *said = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (self->said, &said, NULL, NULL));
  lines = g_strsplit (said, "\n", -1);
  for (int i = 0; lines[i] != NULL; i++)
    if (strstr (lines[i], "WARNING **") != NULL && strstr (lines[i], "Trying to measure GtkLabel") == NULL)
      g_error ("The application said: %s", said);
  g_unlink (self->said);
}

void
driver_stop (Driver *self)
{
  gint64 deadline = g_get_monotonic_time () + DEADLINE_SECONDS * G_TIME_SPAN_SECOND;

  driver_key (self, "ctrl+q");
  while (!has_ended (self, NULL) && g_get_monotonic_time () < deadline) {
    g_main_context_iteration (NULL, FALSE);
    g_usleep (STEP_MS * 1000);
  }
  if (!has_ended (self, NULL)) {
    g_subprocess_force_exit (self->process);
    g_error ("The application did not close on Ctrl+Q");
  }
  g_assert_true (g_subprocess_get_if_exited (self->process));
  g_assert_cmpint (g_subprocess_get_exit_status (self->process), ==, 0);
  check_said (self);
  if (self->owns_data)
    remove_folder (self->data);
  g_free (self->said);
  atspi_event_listener_deregister (self->listener, "object:state-changed:focused", NULL);
  g_clear_object (&self->listener);
  g_log_remove_handler ("dbind", self->log_handler);
  g_clear_object (&self->focus);
  g_clear_object (&self->application);
  g_clear_object (&self->process);
  g_free (self->data);
  g_free (self);
}
