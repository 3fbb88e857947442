// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/*
 * Preloaded into a GTK program by the benchmarks, so that the program itself needs to know nothing of them. It takes the place of
 * g_application_run(), and then tells after each frame of the first window, on the descriptor SPIL_PROBE_OUT:
 *
 *   F elapsed processor own hash            a frame was painted; hash: of the texts that can be seen, those being typed left out
 *   A elapsed processor own                 a command is about to be carried out
 *   E words                                 it cannot be
 *
 * Times are nanoseconds: of CLOCK_MONOTONIC, of the processor without what went into this file, and what went into it until now.
 * Commands are lines on the descriptor SPIL_PROBE_IN: see `commands`.
 */
#include <dlfcn.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <gtk/gtk.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define WIDTH 1280
#define HEIGHT 800

typedef struct
{
  GtkWindow *window;
  int out;
  int in;
  int64_t own;
  GString *line;
} Probe;

static int64_t
now (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);
  return time.tv_sec * G_GINT64_CONSTANT (1000000000) + time.tv_nsec;
}

static void tell (Probe *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
tell (Probe *self, const char *format, ...)
{
  char line[256];
  va_list arguments;
  int length;

  va_start (arguments, format);
  length = vsnprintf (line, sizeof line, format, arguments);
  va_end (arguments);
  if (write (self->out, line, (size_t) length) != length)
    _exit (1);
}

/* Adds a text to what can be seen, boiled down. */
static void
mix (guint64 *look, const char *text)
{
  for (; text != NULL && *text != '\0'; text++)
    *look = (*look ^ (guchar) *text) * G_GUINT64_CONSTANT (1099511628211);
  *look = (*look ^ 255) * G_GUINT64_CONSTANT (1099511628211);
}

static void
look_at (guint64 *look, GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_INSCRIPTION (widget))
    mix (look, gtk_inscription_get_text (GTK_INSCRIPTION (widget)));
  else if (GTK_IS_LABEL (widget))
    mix (look, gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    look_at (look, child);
}

static void
on_painted_cb (GdkFrameClock *clock, gpointer data)
{
  Probe *self = data;
  int64_t elapsed = now (CLOCK_MONOTONIC);
  int64_t processor = now (CLOCK_PROCESS_CPUTIME_ID);
  guint64 look = G_GUINT64_CONSTANT (14695981039346656037);

  look_at (&look, GTK_WIDGET (self->window));
  processor -= self->own;
  self->own = now (CLOCK_PROCESS_CPUTIME_ID) - processor;
  tell (self, "F %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GUINT64_FORMAT "\n",
        elapsed, processor, self->own, look);
}

/* The first mapped widget, from @widget on, of which @is_it holds. */
static GtkWidget *
find (GtkWidget *widget, gboolean (*is_it) (GtkWidget *widget))
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (is_it (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find (child, is_it);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static gboolean
is_search (GtkWidget *widget)
{
  return GTK_IS_SEARCH_ENTRY (widget);
}

static gboolean
is_list (GtkWidget *widget)
{
  return GTK_IS_COLUMN_VIEW (widget) || GTK_IS_LIST_VIEW (widget);
}

static GtkAdjustment *
find_adjustment (Probe *self)
{
  GtkWidget *list = find (GTK_WIDGET (self->window), is_list);
  GtkWidget *scrolled = list != NULL ? gtk_widget_get_ancestor (list, GTK_TYPE_SCROLLED_WINDOW) : NULL;

  return scrolled != NULL ? gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)) : NULL;
}

static gboolean
type_text (Probe *self, const char *text)
{
  GtkWidget *entry = find (GTK_WIDGET (self->window), is_search);
  int position = -1;

  if (entry == NULL)
    return FALSE;
  gtk_editable_insert_text (GTK_EDITABLE (entry), text, -1, &position);
  return TRUE;
}

static gboolean
clear_text (Probe *self, const char *text)
{
  GtkWidget *entry = find (GTK_WIDGET (self->window), is_search);

  if (entry != NULL)
    gtk_editable_set_text (GTK_EDITABLE (entry), "");
  return entry != NULL;
}

static gboolean
scroll_page (Probe *self, const char *text)
{
  GtkAdjustment *adjustment = find_adjustment (self);

  if (adjustment == NULL)
    return FALSE;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) +
                                            gtk_adjustment_get_page_size (adjustment));
  return TRUE;
}

/* Sorts by that column, counted from 0: up when it was not sorted by it or down, else down. */
static gboolean
sort_by (Probe *self, const char *text)
{
  GtkWidget *view = find (GTK_WIDGET (self->window), is_list);
  GtkColumnViewSorter *sorter;
  g_autoptr (GtkColumnViewColumn) column = NULL;
  gboolean up;

  if (view == NULL || !GTK_IS_COLUMN_VIEW (view))
    return FALSE;
  column = g_list_model_get_item (gtk_column_view_get_columns (GTK_COLUMN_VIEW (view)), (guint) atoi (text));
  if (column == NULL || gtk_column_view_column_get_sorter (column) == NULL)
    return FALSE;
  sorter = GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (GTK_COLUMN_VIEW (view)));
  up = gtk_column_view_sorter_get_primary_sort_column (sorter) == column &&
       gtk_column_view_sorter_get_primary_sort_order (sorter) == GTK_SORT_ASCENDING;
  gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (view), column,
                                  up ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  return TRUE;
}

/* The planning is a widget of the program's own. */
static gboolean
is_planning (GtkWidget *widget)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (widget), "SpilPlanView");
}

static gboolean
activate (Probe *self, const char *text)
{
  GtkWidget *planning = find (GTK_WIDGET (self->window), is_planning);
  GtkWidget *widget = planning != NULL ? planning : GTK_WIDGET (self->window);
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  return g_action_parse_detailed_name (text, &name, &target, NULL) &&
         gtk_widget_activate_action_variant (widget, name, target);
}

/* Moves what is seen of the planning. */
static gboolean
move_planning (Probe *self, const char *name, const char *text)
{
  GtkWidget *planning = find (GTK_WIDGET (self->window), is_planning);
  g_autoptr (GtkAdjustment) adjustment = NULL;
  double before;

  if (planning == NULL)
    return FALSE;
  g_object_get (planning, name, &adjustment, NULL);
  before = gtk_adjustment_get_value (adjustment);
  gtk_adjustment_set_value (adjustment, before + g_ascii_strtod (text, NULL));
  return gtk_adjustment_get_value (adjustment) < before || gtk_adjustment_get_value (adjustment) > before;
}

static gboolean
pan_planning (Probe *self, const char *text)
{
  return move_planning (self, "hadjustment", text);
}

static gboolean
scroll_planning (Probe *self, const char *text)
{
  return move_planning (self, "vadjustment", text);
}

/* The controllers of the planning of a type, with the primary button if they ask for one. */
static GPtrArray *
find_controllers (GtkWidget *planning, GType type)
{
  g_autoptr (GListModel) all = gtk_widget_observe_controllers (planning);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++) {
    g_autoptr (GObject) controller = g_list_model_get_item (all, i);

    if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type) &&
        (!GTK_IS_GESTURE_SINGLE (controller) ||
         gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == GDK_BUTTON_PRIMARY))
      g_ptr_array_add (found, g_steal_pointer (&controller));
  }
  return found;
}

/* As if keys were pressed with the focus in the planning. */
static gboolean
press_planning (Probe *self, const char *text)
{
  GtkWidget *planning = find (GTK_WIDGET (self->window), is_planning);
  g_autoptr (GPtrArray) controllers = NULL;
  GdkModifierType modifiers;
  gboolean taken = FALSE;
  guint key;

  if (planning == NULL || !gtk_accelerator_parse (text, &key, &modifiers))
    return FALSE;
  gtk_widget_grab_focus (gtk_widget_get_first_child (planning));
  controllers = find_controllers (planning, GTK_TYPE_EVENT_CONTROLLER_KEY);
  for (guint i = 0; i < controllers->len && !taken; i++)
    g_signal_emit_by_name (controllers->pdata[i], "key-pressed", key, 0, modifiers, &taken);
  return taken;
}

static gboolean
has_tip (GtkWidget *planning)
{
  for (GtkWidget *child = gtk_widget_get_first_child (planning); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_has_css_class (child, "plan-tip"))
      return TRUE;
  return FALSE;
}

/* Takes the first bar that there is, by trying: what is said at the pointer tells that it is one. */
static gboolean
grasp_bar (Probe *self, const char *text)
{
  GtkWidget *planning = find (GTK_WIDGET (self->window), is_planning);
  g_autoptr (GPtrArray) gestures = NULL;

  if (planning == NULL)
    return FALSE;
  gestures = find_controllers (planning, GTK_TYPE_GESTURE_DRAG);
  for (int y = 60; y < gtk_widget_get_height (planning) && gestures->len > 0; y += 12)
    for (int x = gtk_widget_get_width (planning) / 2; x < gtk_widget_get_width (planning); x += 24) {
      g_signal_emit_by_name (gestures->pdata[0], "drag-begin", (double) x, (double) y);
      g_signal_emit_by_name (gestures->pdata[0], "drag-update", 20.0, 0.0);
      if (has_tip (planning))
        return TRUE;
      g_signal_emit_by_name (gestures->pdata[0], "cancel", NULL);
    }
  return FALSE;
}

/* The bar that is held: so far from where it was taken. */
static gboolean
drag_bar (Probe *self, const char *text)
{
  GtkWidget *planning = find (GTK_WIDGET (self->window), is_planning);
  g_autoptr (GPtrArray) gestures = NULL;

  if (planning == NULL || !has_tip (planning))
    return FALSE;
  gestures = find_controllers (planning, GTK_TYPE_GESTURE_DRAG);
  g_signal_emit_by_name (gestures->pdata[0], "drag-update", g_ascii_strtod (text, NULL), 0.0);
  return TRUE;
}

static gboolean
close_window (Probe *self, const char *text)
{
  gtk_window_close (self->window);
  return TRUE;
}

static const struct
{
  const char *name;
  gboolean (*carry_out) (Probe *self, const char *text);
} commands[] = {
  { "type", type_text }, /* adds to what stands in the search entry */
  { "clear", clear_text }, /* empties it */
  { "scroll", scroll_page }, /* the list by a page */
  { "sort", sort_by }, /* the list, by the column of that number */
  { "action", activate }, /* an action of the window, with its target */
  { "pan", pan_planning }, /* the planning, by so many units of the screen through time */
  { "rows", scroll_planning }, /* the same through its rows */
  { "press", press_planning }, /* keys in the planning */
  { "grasp", grasp_bar }, /* takes a bar of the planning */
  { "drag", drag_bar }, /* to so many units from where it was taken */
  { "quit", close_window },
};

static void
carry_out (Probe *self, const char *line)
{
  const char *space = strchr (line, ' ');
  gsize length = space != NULL ? (gsize) (space - line) : strlen (line);

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++) {
    if (strlen (commands[i].name) != length || strncmp (commands[i].name, line, length) != 0)
      continue;
    tell (self, "A %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", now (CLOCK_MONOTONIC),
          now (CLOCK_PROCESS_CPUTIME_ID) - self->own, self->own);
    if (!commands[i].carry_out (self, space != NULL ? space + 1 : ""))
      tell (self, "E %.100s\n", line);
    return;
  }
  tell (self, "E %.100s\n", line);
}

static gboolean
on_command_cb (int fd, GIOCondition condition, gpointer data)
{
  Probe *self = data;
  char bytes[256];
  gssize length = read (fd, bytes, sizeof bytes);
  char *end;

  if (length <= 0)
    return G_SOURCE_REMOVE;
  g_string_append_len (self->line, bytes, length);
  while ((end = strchr (self->line->str, '\n')) != NULL) {
    g_autofree char *line = g_strndup (self->line->str, (gsize) (end - self->line->str));

    g_string_erase (self->line, 0, end - self->line->str + 1);
    carry_out (self, line);
  }
  return G_SOURCE_CONTINUE;
}

static void
on_realized_cb (GtkWidget *window, gpointer data)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (on_painted_cb), data);
}

static void
on_window_added_cb (GtkApplication *application, GtkWindow *window, gpointer data)
{
  Probe *self = data;

  if (self->window != NULL)
    return;
  self->window = window;
  gtk_window_set_default_size (window, WIDTH, HEIGHT);
  if (gtk_widget_get_realized (GTK_WIDGET (window)))
    on_realized_cb (GTK_WIDGET (window), self);
  else
    g_signal_connect (window, "realize", G_CALLBACK (on_realized_cb), self);
}

G_MODULE_EXPORT int
g_application_run (GApplication *application, int argc, char **argv)
{
  int (*run) (GApplication *application, int argc, char **argv) = dlsym (RTLD_NEXT, "g_application_run");
  Probe probe = { .line = g_string_new (NULL) };

  unsetenv ("LD_PRELOAD");
  if (getenv ("SPIL_PROBE_OUT") != NULL && getenv ("SPIL_PROBE_IN") != NULL) {
    probe.out = atoi (getenv ("SPIL_PROBE_OUT"));
    probe.in = atoi (getenv ("SPIL_PROBE_IN"));
    g_signal_connect (application, "window-added", G_CALLBACK (on_window_added_cb), &probe);
    g_unix_fd_add (probe.in, G_IO_IN | G_IO_HUP, on_command_cb, &probe);
  }
  return run (application, argc, argv);
}
