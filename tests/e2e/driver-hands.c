// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "driver-private.h"

#include <stdlib.h>
#include <string.h>

// More than any page has.
#define MAX_TABS 500

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

static char *
find_window (Driver *self)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  g_auto (GStrv) lines = NULL;

  if (driver_get_sandbox () != NULL)
    process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "xdotool", "search", "--onlyvisible",
                                "--class", strrchr (driver_get_sandbox (), '.') + 1, NULL);
  else
    process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "xdotool", "search", "--onlyvisible",
                                "--all", "--pid", g_subprocess_get_identifier (self->process), "--class", "",
                                NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (g_strchomp (output), "\n", -1);
  // The window itself comes after what it consists of.
  return g_strdup (lines[g_strv_length (lines) - 1]);
}

// Without a window manager windows lie where they came up, and keys go to the one under the pointer.
void
driver_to_front (Driver *self)
{
  g_autofree char *window = find_window (self);

  xdotool ((const char *[]) { "windowraise", window, "windowfocus", "--sync", window, NULL });
}

void
driver_key (Driver *self, const char *keys)
{
  self->n_keys++;
  // A dialog that has just come has the keyboard once what is under way has been done.
  driver_settle (self);
  // Clearing modifiers would let go of the mouse too.
  if (self->holds)
    xdotool ((const char *[]) { "key", "--", keys, NULL });
  else
    xdotool ((const char *[]) { "key", "--clearmodifiers", "--", keys, NULL });
}

void
driver_type (Driver *self, const char *text)
{
  self->n_letters += (guint) g_utf8_strlen (text, -1);
  xdotool ((const char *[]) { "type", "--clearmodifiers", "--", text, NULL });
}

void
driver_type_path (Driver *self, const char *path)
{
  const char *home = g_get_home_dir ();
  g_autofree char *from_home = NULL;

  g_assert_true (g_str_has_prefix (path, home));
  from_home = g_strconcat ("~", path + strlen (home), NULL);
  driver_type (self, from_home);
}

guint
driver_count_keys (Driver *self)
{
  return self->n_keys;
}

guint
driver_count_letters (Driver *self)
{
  return self->n_letters;
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

typedef struct
{
  AtspiAccessible *accessible;
  AtspiRect extents;
  int n_same;
} Rest;

static gboolean
is_at_rest (Driver *self, gpointer data)
{
  Rest *rest = data;
  AtspiRect now = accessible_extents (rest->accessible);

  rest->n_same = memcmp (&now, &rest->extents, sizeof now) == 0 ? rest->n_same + 1 : 0;
  rest->extents = now;
  return rest->n_same >= 3;
}

// Dialogs slide in: what is pointed at has to stay where it is.
static AtspiRect
wait_for_rest (Driver *self, AtspiAccessible *accessible)
{
  Rest rest = { .accessible = accessible };

  driver_wait (self, is_at_rest, &rest, "what is pressed to stay in its place");
  return rest.extents;
}

// Without a window manager the window is at the screen's top left corner, its shadow included. The pointer is put aside
// afterwards, in the lower left corner: where it rests a tooltip comes up, and the next click may fall on that.
static void
click (Driver *self, AtspiAccessible *accessible)
{
  g_autoptr (AtspiAccessible) frame = atspi_accessible_get_child_at_index (self->application, 0, NULL);
  AtspiRect extents = wait_for_rest (self, accessible), window = accessible_extents (frame);
  int x = extents.x + extents.width / 2, y = extents.y + extents.height / 2;

  if (is_in_sight (accessible, x, y)) {
    g_autofree char *left = g_strdup_printf ("%d", x - window.x);
    g_autofree char *top = g_strdup_printf ("%d", y - window.y);
    g_autofree char *bottom = g_strdup_printf ("%d", window.height - 2);

    xdotool ((const char *[]) { "mousemove", left, top, "click", "1", "mousemove", "2", bottom, NULL });
  } else {
    driver_focus (self, accessible);
    driver_key (self, "Return");
  }
}

void
driver_hold_key (Driver *self, const char *key, gboolean down)
{
  xdotool ((const char *[]) { down ? "keydown" : "keyup", key, NULL });
}

// More steps than one, as a hand makes: the first only passes the threshold of a drag.
#define DRAG_STEPS 6

static void
move_pointer (Driver *self, double x, double y)
{
  g_autoptr (AtspiAccessible) frame = atspi_accessible_get_child_at_index (self->application, 0, NULL);
  AtspiRect window = accessible_extents (frame);
  g_autofree char *left = g_strdup_printf ("%d", (int) x - window.x);
  g_autofree char *top = g_strdup_printf ("%d", (int) y - window.y);

  xdotool ((const char *[]) { "mousemove", left, top, NULL });
}

void
driver_point (Driver *self, int x, int y)
{
  move_pointer (self, x, y);
}

void
driver_click_at (Driver *self, int x, int y, int n_clicks)
{
  g_autofree char *repeat = g_strdup_printf ("%d", n_clicks);

  move_pointer (self, x, y);
  xdotool ((const char *[]) { "click", "--repeat", repeat, "--delay", "60", "1", NULL });
}

static void
hold (Driver *self, const char *button, int from_x, int from_y, int to_x, int to_y)
{
  move_pointer (self, from_x, from_y);
  xdotool ((const char *[]) { "mousedown", button, NULL });
  for (int i = 1; i <= DRAG_STEPS; i++)
    move_pointer (self, from_x + (to_x - from_x) * (double) i / DRAG_STEPS,
                  from_y + (to_y - from_y) * (double) i / DRAG_STEPS);
}

void
driver_drag_to (Driver *self, int from_x, int from_y, int to_x, int to_y)
{
  self->holds = TRUE;
  hold (self, "1", from_x, from_y, to_x, to_y);
}

void
driver_drag_with (Driver *self, const char *button, int from_x, int from_y, int to_x, int to_y)
{
  hold (self, button, from_x, from_y, to_x, to_y);
  xdotool ((const char *[]) { "mouseup", button, NULL });
}

void
driver_drop (Driver *self)
{
  xdotool ((const char *[]) { "mouseup", "1", NULL });
  self->holds = FALSE;
}

void
driver_drag (Driver *self, int from_x, int from_y, int to_x, int to_y)
{
  driver_drag_to (self, from_x, from_y, to_x, to_y);
  driver_drop (self);
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

void
driver_on_focus (AtspiEvent *event, void *user_data)
{
  Driver *self = user_data;

  // There may be other applications.
  if (event->detail1 == 1 && self->application != NULL &&
      atspi_accessible_get_process_id (event->source, NULL) ==
          atspi_accessible_get_process_id (self->application, NULL)) {
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
  g_autofree char *from = self->focus != NULL ? accessible_name (self->focus) : g_strdup ("");
  g_autofree char *what = g_strdup_printf ("%s to move the focus from “%s”", keys, from);

  driver_key (self, keys);
  driver_wait (self, focus_has_moved, &wait, what);
  // What the focus brought about comes before the answer
  atspi_accessible_get_child_count (self->application, NULL);
  driver_refresh (self);
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

void
driver_press_starting (Driver *self, AtspiRole role, const char *start)
{
  g_autoptr (AtspiAccessible) accessible = driver_find_starting (self, role, start);

  driver_press_accessible (self, accessible);
}

void
driver_press_in (Driver *self, const char *dialog, const char *button)
{
  g_autoptr (AtspiAccessible) within = driver_find (self, ATSPI_ROLE_DIALOG, dialog);
  g_autoptr (AtspiAccessible) found = driver_find_in (self, within, ATSPI_ROLE_BUTTON, button);

  driver_press_accessible (self, found);
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

  driver_walk (self->application, find_entry, search);
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

void
driver_go_by_name (Driver *self, const char *typed, const char *row)
{
  driver_key (self, "ctrl+k");
  g_object_unref (driver_find (self, ATSPI_ROLE_DIALOG, "Overal heen"));
  driver_type (self, typed);
  g_object_unref (driver_find_starting (self, ATSPI_ROLE_LIST_ITEM, row));
  driver_key (self, "Return");
  driver_wait_gone (self, ATSPI_ROLE_DIALOG, "Overal heen");
}
