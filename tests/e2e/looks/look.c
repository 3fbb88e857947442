// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "look.h"

#include "driver-private.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <cairo.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>

// Dots per inch at 100 %, times 1024: as XSETTINGS has it.
#define DPI 98304
// Without a compositor a window has this border instead of a shadow.
#define BORDER 5
// Of a picture that does not go with what the widgets tell.
#define MAX_TRIES 6

static const Look all_looks[] = {
  { "light", "prefer-light", FALSE, 100, 1260, 900 },
  { "dark", "prefer-dark", FALSE, 100, 1260, 900 },
  { "contrast", "prefer-light", TRUE, 100, 1260, 900 },
  { "large", "prefer-light", FALSE, 200, 1260, 900 },
  { "narrow", "prefer-light", FALSE, 100, 360, 720 },
  { "narrow-dark", "prefer-dark", FALSE, 100, 360, 720 },
  { "contrast-dark", "prefer-dark", TRUE, 100, 1260, 900 },
};

const Look *
looks (gsize *n)
{
  *n = G_N_ELEMENTS (all_looks);
  return all_looks;
}

const Look *
look_by_name (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (all_looks); i++)
    if (strcmp (all_looks[i].name, name) == 0)
      return &all_looks[i];
  return NULL;
}

gboolean
look_is_like (const Look *look, const Look *other)
{
  return look->contrast == other->contrast && strcmp (look->scheme, other->scheme) == 0;
}

static void
end_with_test (gpointer data)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL);
}

// The same animations and decorations everywhere: none that move, and the button that GNOME has.
static char *
write_settings (Sight *self)
{
  char *file = g_build_filename (self->folder, "xsettings", NULL);
  g_autofree char *settings = g_strdup_printf (
      "Xft/DPI %d\nXft/Antialias 1\nXft/RGBA \"none\"\nGtk/EnableAnimations 0\nNet/CursorBlink 0\n",
      DPI * self->look.text / 100);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (file, settings, -1, &error);
  g_assert_no_error (error);
  return file;
}

// Large text comes to the program only through XSETTINGS.
static GSubprocess *
tell_settings (Sight *self)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE |
                                                                        G_SUBPROCESS_FLAGS_STDOUT_SILENCE);
  g_autofree char *file = write_settings (self);
  g_autoptr (GError) error = NULL;
  GSubprocess *result;

  g_subprocess_launcher_set_child_setup (launcher, end_with_test, NULL, NULL);
  result = g_subprocess_launcher_spawn (launcher, &error, "xsettingsd", "-c", file, NULL);
  g_assert_no_error (error);
  return result;
}

/* The windows of the program, the lowest first: its own, and what lies over it. */
#define MAX_WINDOWS 2

static int
find_windows (Display *display, Window windows[MAX_WINDOWS], XWindowAttributes attributes[MAX_WINDOWS])
{
  Window root = DefaultRootWindow (display), parent, *children;
  unsigned int n = 0;
  int found = 0;

  XQueryTree (display, root, &root, &parent, &children, &n);
  for (unsigned int i = 0; i < n && found < MAX_WINDOWS; i++)
    if (XGetWindowAttributes (display, children[i], &attributes[found]) &&
        attributes[found].map_state == IsViewable && !attributes[found].override_redirect &&
        attributes[found].width > 100)
      windows[found++] = children[i];
  if (children != NULL)
    XFree (children);
  return found;
}

// What lies over the program's own window, such as the help, has a size of its own; a smaller screen has no room for that.
static void
resize_over (Sight *self, Display *display, Window over, const XWindowAttributes *now)
{
  if (self->over != over) {
    self->over = over;
    self->over_width = now->width;
    self->over_height = now->height;
  }
  XMoveResizeWindow (display, over, 0, 0,
                     (unsigned int) MIN (self->over_width, self->look.width + 2 * BORDER),
                     (unsigned int) MIN (self->over_height, self->look.height + 2 * BORDER));
}

static gboolean
has_answer (Driver *driver, gpointer data)
{
  return g_file_test (data, G_FILE_TEST_EXISTS);
}

static char *
sight_probe (Sight *self)
{
  g_autofree char *file = g_build_filename (self->folder, "probe", NULL);
  char *answer = NULL;

  g_unlink (file);
  g_subprocess_send_signal (self->driver->process, SIGUSR1);
  driver_wait (self->driver, has_answer, file, "what the widgets tell");
  // Nothing, where that was waited for in vain and forgiven.
  if (!g_file_get_contents (file, &answer, NULL, NULL))
    answer = g_strdup ("");
  return answer;
}

static gboolean
has_look (Driver *driver, gpointer data)
{
  Sight *self = data;
  g_autofree char *told = sight_probe (self);
  int width = 0, height = 0, dpi = 0;

  // The line of the window comes first.
  return sscanf (told, "W\t%*d %*d %d %d\t%*s %*s %*s %*s\t%d", &width, &height, &dpi) == 3 &&
         width == self->look.width && height == self->look.height && dpi == self->look.text * 96 / 100;
}

static gboolean
has_text (Driver *driver, gpointer data)
{
  Sight *self = data;
  g_autofree char *told = sight_probe (self);
  int dpi = 0;

  return sscanf (told, "W\t%*d %*d %*d %*d\t%*s %*s %*s %*s\t%d", &dpi) == 1 &&
         dpi == self->look.text * 96 / 100;
}

void
sight_wear (Sight *self, const Look *look)
{
  Display *display;
  Window windows[MAX_WINDOWS];
  XWindowAttributes attributes[MAX_WINDOWS];
  int n;
  const gboolean resized = look->text != self->look.text;

  g_return_if_fail (look_is_like (look, &self->look));
  self->look = *look;
  // Before the window: large text has no room in a narrow one.
  if (resized) {
    g_free (write_settings (self));
    g_subprocess_send_signal (self->settings, SIGHUP);
    driver_wait (self->driver, has_text, self, "the size of text");
  }
  display = XOpenDisplay (NULL);
  n = find_windows (display, windows, attributes);
  if (n > 0)
    XMoveResizeWindow (display, windows[0], 0, 0, (unsigned int) (look->width + 2 * BORDER),
                       (unsigned int) (look->height + 2 * BORDER));
  if (n > 1)
    resize_over (self, display, windows[1], &attributes[1]);
  // Out of the way: what is under the pointer looks otherwise.
  XWarpPointer (display, None, DefaultRootWindow (display), 0, 0, 0, 0, look->width / 2, 2);
  XCloseDisplay (display);
  driver_wait (self->driver, has_look, self, look->name);
}

// The first of those that are like it: wide and of the usual size, as the ways to places need it.
static const Look *
plain_of (const Look *look)
{
  for (gsize i = 0; i < G_N_ELEMENTS (all_looks); i++)
    if (look_is_like (look, &all_looks[i]))
      return &all_looks[i];
  g_assert_not_reached ();
}

Sight *
sight_start (const Look *look, PlaceStart start)
{
  Sight *self = g_new0 (Sight, 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *answer = NULL;

  self->look = *plain_of (look);
  self->folder = g_dir_make_tmp ("spil-look-XXXXXX", &error);
  g_assert_no_error (error);
  answer = g_build_filename (self->folder, "probe", NULL);
  self->settings = tell_settings (self);
  g_setenv ("ADW_DEBUG_COLOR_SCHEME", look->scheme, TRUE);
  g_setenv ("ADW_DEBUG_HIGH_CONTRAST", look->contrast ? "1" : "0", TRUE);
  g_setenv ("SPIL_LOOKS_PROBE", answer, TRUE);
  g_setenv ("LD_PRELOAD", g_getenv ("SPIL_PROBE_LIBRARY"), TRUE);
  self->driver = place_start (start);
  g_unsetenv ("LD_PRELOAD");
  g_unsetenv ("SPIL_LOOKS_PROBE");
  driver_forgive (self->driver);
  sight_wear (self, &self->look);
  return self;
}

void
sight_stop (Sight *self)
{
  // What it said has been read by then: sight_said().
  driver_kill (self->driver);
  g_subprocess_force_exit (self->settings);
  g_subprocess_wait (self->settings, NULL, NULL);
  g_object_unref (self->settings);
  remove_folder (self->folder);
  g_free (self->folder);
  g_free (self);
}

static Picture *
grab (const Look *look)
{
  Display *display = XOpenDisplay (NULL);
  const int width = MIN (look->width, DisplayWidth (display, 0) - BORDER);
  const int height = MIN (look->height, DisplayHeight (display, 0) - BORDER);
  XImage *image = XGetImage (display, DefaultRootWindow (display), BORDER, BORDER, (unsigned int) width,
                             (unsigned int) height, AllPlanes, ZPixmap);
  Picture *result = picture_new (width, height, 0);

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      result->pixels[y * width + x] = (guint32) XGetPixel (image, x, y) & 0xffffff;
  XDestroyImage (image);
  XCloseDisplay (display);
  return result;
}

typedef struct
{
  const Look *look;
  Picture *last;
  int n_same;
  guint n_changes;
} Rest;

static gboolean
is_at_rest (Driver *driver, gpointer data)
{
  Rest *rest = data;
  Picture *now = grab (rest->look);

  rest->n_same = rest->last != NULL && picture_equal (now, rest->last) ? rest->n_same + 1 : 0;
  rest->n_changes += rest->last != NULL && rest->n_same == 0;
  g_clear_pointer (&rest->last, picture_free);
  rest->last = now;
  return rest->n_same >= 4;
}

guint
sight_count_changes (Sight *self)
{
  Rest rest = { .look = &self->look };

  driver_wait (self->driver, is_at_rest, &rest, "the window to stop changing");
  g_clear_pointer (&rest.last, picture_free);
  return rest.n_changes;
}

Picture *
sight_picture (Sight *self, char **told)
{
  g_autofree char *before = sight_probe (self);
  char *after = NULL;
  Picture *picture = NULL;

  // Widgets may take their places after the window has been at rest for a while.
  for (int i = 0; i < MAX_TRIES && g_strcmp0 (before, after) != 0; i++) {
    Rest rest = { .look = &self->look };

    if (after != NULL) {
      g_free (before);
      before = after;
    }
    g_clear_pointer (&picture, picture_free);
    driver_wait (self->driver, is_at_rest, &rest, "the window to stop changing");
    picture = rest.last;
    after = sight_probe (self);
  }
  if (told != NULL)
    *told = g_steal_pointer (&after);
  g_free (after);
  if (driver_has_failed (self->driver))
    g_clear_pointer (&picture, picture_free);
  return picture;
}

// Of the toolkit's own: it measures the title of an AdwAlertDialog in two fonts, and what stands on it, for a width that neither has; and where a breakpoint shows a revealer,
// draws that before it has its place.
static gboolean
is_toolkits (const char *line)
{
  return strstr (line, "Trying to measure GtkLabel") != NULL ||
         strstr (line, "Trying to snapshot GtkRevealer") != NULL;
}

char *
sight_said (Sight *self)
{
  g_autofree char *said = NULL;
  g_auto (GStrv) lines = NULL;
  GString *warnings = g_string_new (NULL);

  g_file_get_contents (self->driver->said, &said, NULL, NULL);
  lines = g_strsplit (said != NULL ? said : "", "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    if (i >= self->n_said && strstr (lines[i], "WARNING **") != NULL && !is_toolkits (lines[i]))
      g_string_append_printf (warnings, "%s\n", strstr (lines[i], "WARNING **"));
  }
  self->n_said = MAX (g_strv_length (lines), 1) - 1;
  return g_string_free (warnings, FALSE);
}

void
picture_save (const Picture *picture, const char *file)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, picture->width, picture->height);
  unsigned char *data = cairo_image_surface_get_data (surface);
  const int stride = cairo_image_surface_get_stride (surface);

  for (int y = 0; y < picture->height; y++)
    memcpy (data + (gsize) y * (gsize) stride, picture->pixels + (gsize) y * (gsize) picture->width,
            (gsize) picture->width * sizeof (guint32));
  cairo_surface_mark_dirty (surface);
  g_assert_cmpint (cairo_surface_write_to_png (surface, file), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
}
