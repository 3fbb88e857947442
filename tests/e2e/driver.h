// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <atspi/atspi.h>
#include <glib.h>

G_BEGIN_DECLS

// What libatspi leaves out.
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiAccessible, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiStateSet, g_object_unref)

/*
 * Drives the real window as a screen reader's user does: finds what is on screen by role and name over AT-SPI, presses, types and
 * reads. Whatever does not come within the deadline fails the test, with a list of what is on screen instead.
 *
 * Names are Dutch: the tests run in nl_NL.UTF-8.
 */

/** A running application with a data folder of its own. */
typedef struct _Driver Driver;

typedef enum
{
  DRIVER_PLAN, /**< the plan of 2018 */
  DRIVER_DEMO, /**< that, with demo data */
} DriverSetup;

/** Starts `spil` on a database with @setup, in a folder of its own, with @page before it. */
Driver *driver_start (DriverSetup setup, const char *page);

/** Starts `spil` on a folder of its own that is empty. */
Driver *driver_start_empty (void);

/** Starts `spil` with @arguments (NULL-terminated, may be NULL) on @data, a folder that the caller made. */
Driver *driver_start_on (const char *data, const char *const *arguments);

/** The same on @data that the driver removes at the end, with @page before it (NULL: the one that it opens with). Takes @data. */
Driver *driver_start_made (char *data, const char *page);

/**
 * The same as the process that owns the name on the bus, for what the desktop asks: @data has to be "spil" in XDG_DATA_HOME, which the caller set, and no other may run.
 */
Driver *driver_start_usual (const char *data, const char *const *arguments);

/**
 * Where several run at once: brings this one to the front, so that keys and pointer come to it. What is done over the bus needs no such thing.
 */
void driver_to_front (Driver *self);

/** Closes the application as its user would and checks that it ends well; removes the data folder when the driver made it. */
void driver_stop (Driver *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Driver, driver_stop)

/** Ends it as it stands: after a failure that was forgiven. */
void driver_kill (Driver *self);

/** The folder with the database, for spilctl. */
const char *driver_get_data (Driver *self);

/** A new folder with a database as @setup says. Free with g_free(), after remove_folder(). */
char *driver_make_data (DriverSetup setup);
/** Removes a folder and all in it. */
void remove_folder (const char *path);

/** Runs `spilctl --data DATA ARGUMENTS` and returns what it prints, without the last newline. Fails the test when it fails. Free with g_free(). */
char *run_spilctl (const char *data, const char *const *arguments);
char *driver_spilctl (Driver *self, const char *const *arguments);

/** What the user sees that has @role and @name (NULL: any), and waits for it. Free with g_object_unref(). */
AtspiAccessible *driver_find (Driver *self, AtspiRole role, const char *name);
/** The same, below @from. */
AtspiAccessible *driver_find_in (Driver *self, AtspiAccessible *from, AtspiRole role, const char *name);
/** The same, where the name begins with @start. */
AtspiAccessible *driver_find_starting (Driver *self, AtspiRole role, const char *start);
/** Whether it is there now; does not wait. */
gboolean driver_sees (Driver *self, AtspiRole role, const char *name);
/** Waits until it is there no longer. */
void driver_wait_gone (Driver *self, AtspiRole role, const char *name);

/** Waits until some visible text or name holds @text. */
void driver_wait_text (Driver *self, const char *text);
/** Waits until none does. */
void driver_wait_text_gone (Driver *self, const char *text);

/** Presses what has @role and @name: over the bus where it offers that, or else with the pointer or, where it is out of sight, the keyboard. */
void driver_press (Driver *self, AtspiRole role, const char *name);
void driver_press_accessible (Driver *self, AtspiAccessible *accessible);

/** Presses what has @role and a name that begins with @start. */
void driver_press_starting (Driver *self, AtspiRole role, const char *start);

/** Presses the @button of @dialog: one of the same name may be behind it. */
void driver_press_in (Driver *self, const char *dialog, const char *button);

/** Puts @text in the entry with that @name, in place of what it held. */
void driver_fill (Driver *self, const char *name, const char *text);

/** Sends keys to the window as xdotool names them: "ctrl+z", "Tab". */
void driver_key (Driver *self, const char *keys);
/** Holds a key down, or lets go of it: while something is dragged. */
void driver_hold_key (Driver *self, const char *key, gboolean down);
/** Types @text on the keyboard. */
void driver_type (Driver *self, const char *text);

/**
 * Types @path into a file dialog, from the home of the test on: the dialog reads each folder of what is typed, and falls over
 * those in which something goes meanwhile, as it does in the folder of all tests.
 */
void driver_type_path (Driver *self, const char *path);

/** Moves the pointer to that point of the screen, as accessible_extents() has it; and clicks there. */
void driver_point (Driver *self, int x, int y);
void driver_click_at (Driver *self, int x, int y, int n_clicks);
/** Drags from one point to another and lets go; or holds it there, until driver_drop(). */
void driver_drag (Driver *self, int from_x, int from_y, int to_x, int to_y);
void driver_drag_to (Driver *self, int from_x, int from_y, int to_x, int to_y);
void driver_drop (Driver *self);
/** The same with another button ("2": the middle one), and at once. */
void driver_drag_with (Driver *self, const char *button, int from_x, int from_y, int to_x, int to_y);

/** How many keys were sent since the application started (a key with Ctrl is one), and, apart from them, how many letters were typed. */
guint driver_count_keys (Driver *self);
guint driver_count_letters (Driver *self);

/** Sends @keys, which have to move the focus, and returns what has it then. Free with g_object_unref(). */
AtspiAccessible *driver_move_focus (Driver *self, const char *keys);
/** Moves the focus to @accessible with Tab. */
void driver_focus (Driver *self, AtspiAccessible *accessible);

/** Goes to the page whose row in the sidebar has that @name. */
void driver_go (Driver *self, const char *page);
/** Goes to what Ctrl+K finds by @typed: the row that begins with @row. */
void driver_go_by_name (Driver *self, const char *typed, const char *row);

/** Sees to it that @condition comes true within the deadline. */
void driver_wait (Driver *self, gboolean (*condition) (Driver *self, gpointer data), gpointer data,
                  const char *what);

/** Name, description and text of an accessible; "" where it has none. Free with g_free(). */
char *accessible_name (AtspiAccessible *accessible);
char *accessible_description (AtspiAccessible *accessible);
char *accessible_text (AtspiAccessible *accessible);
gboolean accessible_has_state (AtspiAccessible *accessible, AtspiStateType state);
/** Place on the screen. */
AtspiRect accessible_extents (AtspiAccessible *accessible);

/** Calls @visit for @from (NULL: the application) and all in it that is shown, parents first, until it returns FALSE. */
typedef gboolean (*DriverVisit) (AtspiAccessible *accessible, gpointer data);
void driver_visit (Driver *self, AtspiAccessible *from, DriverVisit visit, gpointer data);

/**
 * From here on what does not come within the deadline does not end the test: what waits for it returns (what finds it: NULL), and driver_has_failed()
 * says so, until driver_take_failure() gives what it was. Free with g_free().
 */
void driver_forgive (Driver *self);
gboolean driver_has_failed (Driver *self);
char *driver_take_failure (Driver *self);

/** Waits until the application has done what it was sent. */
void driver_settle (Driver *self);

/** The same as what is known of the screen has it, without asking for it anew. Returns FALSE once @visit did. */
gboolean driver_walk_from (AtspiAccessible *from, DriverVisit visit, gpointer data);

/** What is on screen, as indented lines "role “name”": for messages. Free with g_free(). */
char *driver_describe (Driver *self);

G_END_DECLS
