// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2

/*
 * Goes along with Spil in the tests of how it looks (LD_PRELOAD): on SIGUSR1 it writes down where every text, icon and button of what
 * lies on top is, and whether all of it can be read there. Assistive technology is not told that a text was cut; the widgets know. The
 * program itself has nothing of this. lookout.h has the other end.
 */
#include <adwaita.h>
#include <glib-unix.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#define PROBE_ENV "SPIL_LOOKS_PROBE"

typedef struct
{
  GtkWidget *root; /**< what lies on top */
  double x, y; /**< where its surface's widget begins on the screen */
  GString *lines;
} Probe;

// What of a place is seen, and whether what is not can be scrolled to.
typedef struct
{
  graphene_rect_t seen;
  gboolean free_x, free_y;
  gboolean cut_x, cut_y;
} Sight;

static gboolean
can_scroll (GtkAdjustment *adjustment)
{
  return adjustment != NULL &&
         gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment) + 0.5;
}

static void
look_past (Sight *sight, GtkWidget *widget, GtkWidget *native, const graphene_rect_t *place)
{
  graphene_rect_t bounds;

  if (GTK_IS_SCROLLABLE (widget)) {
    sight->free_x |= can_scroll (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (widget)));
    sight->free_y |= can_scroll (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget)));
  }
  if ((gtk_widget_get_overflow (widget) != GTK_OVERFLOW_HIDDEN && widget != native) ||
      !gtk_widget_compute_bounds (widget, native, &bounds))
    return;
  sight->cut_x |= !sight->free_x &&
                  (place->origin.x < bounds.origin.x - 1 ||
                   place->origin.x + place->size.width > bounds.origin.x + bounds.size.width + 1);
  sight->cut_y |= !sight->free_y &&
                  (place->origin.y < bounds.origin.y - 1 ||
                   place->origin.y + place->size.height > bounds.origin.y + bounds.size.height + 1);
  if (!graphene_rect_intersection (&sight->seen, &bounds, &sight->seen))
    sight->seen = *graphene_rect_zero ();
}

// @place is in the coordinates of @widget, and becomes those of its surface's widget.
static Sight
sight_of (GtkWidget *widget, graphene_rect_t *place)
{
  GtkWidget *native = GTK_WIDGET (gtk_widget_get_native (widget));
  graphene_point_t at = GRAPHENE_POINT_INIT (0, 0);
  Sight sight = { 0 };

  if (!gtk_widget_compute_point (widget, native, &at, &at))
    return sight;
  graphene_rect_offset (place, at.x, at.y);
  sight.seen = *place;
  for (GtkWidget *above = widget; above != NULL; above = gtk_widget_get_parent (above)) {
    look_past (&sight, above, native, place);
    if (above == native)
      break;
  }
  return sight;
}

static gboolean
is_within (GtkWidget *widget, const char *type)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (strcmp (G_OBJECT_TYPE_NAME (widget), type) == 0 ||
        strcmp (gtk_widget_get_css_name (widget), type) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
tip_tells (GtkWidget *widget, const char *text)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget)) {
    const char *tip = gtk_widget_get_tooltip_text (widget);

    if (tip != NULL && strstr (tip, text) != NULL)
      return TRUE;
  }
  return FALSE;
}

static double
opacity_of (GtkWidget *widget)
{
  double opacity = 1;

  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    opacity *= gtk_widget_get_opacity (widget);
  return opacity;
}

static char *
path_of (GtkWidget *widget)
{
  GString *path = g_string_new (NULL);

  for (int i = 0; widget != NULL && i < 5; i++, widget = gtk_widget_get_parent (widget)) {
    g_auto (GStrv) classes = gtk_widget_get_css_classes (widget);
    g_autofree char *joined = g_strjoinv (".", classes);
    g_autofree char *step = g_strdup_printf ("%s%s%s ", G_OBJECT_TYPE_NAME (widget), *joined ? "." : "",
                                             joined);

    g_string_prepend (path, step);
  }
  return g_string_free (path, FALSE);
}

// One line: kind, place, what is seen of it, marks, size of the letters in pixels, weight, path and text.
static void
tell (Probe *probe, char kind, GtkWidget *widget, graphene_rect_t place, gboolean cut, const char *text)
{
  Sight sight = sight_of (widget, &place);
  PangoFontDescription *font = pango_context_get_font_description (gtk_widget_get_pango_context (widget));
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;
  g_autofree char *path = path_of (widget);
  g_autofree char *line = g_strdelimit (g_strdup (text), "\t\n", ' ');

  if (sight.seen.size.width < 1 || sight.seen.size.height < 1 || opacity_of (widget) < 0.05)
    return;
  // Of points: for one as large as 100 % would have it, whatever the size of text.
  if (!pango_font_description_get_size_is_absolute (font))
    size *= 96 / 72.;
  g_string_append_printf (probe->lines, "%c\t%d %d %d %d\t%d %d %d %d\t%s%s%s%s%s%s%s\t%d\t%d\t%s\t%s\n",
                          kind, (int) floor (place.origin.x + probe->x),
                          (int) floor (place.origin.y + probe->y), (int) ceil (place.size.width),
                          (int) ceil (place.size.height), (int) floor (sight.seen.origin.x + probe->x),
                          (int) floor (sight.seen.origin.y + probe->y), (int) ceil (sight.seen.size.width),
                          (int) ceil (sight.seen.size.height), gtk_widget_is_sensitive (widget) ? "" : "i",
                          cut ? "e" : "", sight.cut_x ? "x" : "", sight.cut_y ? "y" : "",
                          tip_tells (widget, text) ? "t" : "", is_within (widget, "GtkColumnView") ? "c" : "",
                          is_within (widget, "toast") || is_within (widget, "AdwToastWidget") ? "o" : "",
                          (int) round (size), (int) pango_font_description_get_weight (font), path, line);
}

static void
tell_label (Probe *probe, GtkLabel *label)
{
  PangoLayout *layout = gtk_label_get_layout (label);
  PangoRectangle ink;
  int x, y;

  if (*gtk_label_get_text (label) == '\0')
    return;
  gtk_label_get_layout_offsets (label, &x, &y);
  pango_layout_get_pixel_extents (layout, &ink, NULL);
  tell (probe, 'T', GTK_WIDGET (label), GRAPHENE_RECT_INIT (x + ink.x, y + ink.y, ink.width, ink.height),
        pango_layout_is_ellipsized (layout), gtk_label_get_text (label));
}

static void
tell_inscription (Probe *probe, GtkInscription *inscription)
{
  GtkWidget *widget = GTK_WIDGET (inscription);
  const char *text = gtk_inscription_get_text (inscription);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget), w, h, drawn;

  if (text == NULL || *text == '\0')
    return;
  pango_layout_set_attributes (layout, gtk_inscription_get_attributes (inscription));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, &w, &h);
  drawn = MIN (w, width);
  tell (probe, 'T', widget,
        GRAPHENE_RECT_INIT ((float) ((width - drawn) * gtk_inscription_get_xalign (inscription)), 0, drawn,
                            MIN (h, height)),
        h > height + 2, text);
}

static graphene_rect_t
all_of (GtkWidget *widget)
{
  graphene_rect_t bounds = *graphene_rect_zero ();

  // With its padding.
  return gtk_widget_compute_bounds (widget, widget, &bounds) ? bounds : *graphene_rect_zero ();
}

// Where the icon itself is.
static graphene_rect_t
middle_of (GtkWidget *widget)
{
  const int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  const int side = MIN (width, height);

  return GRAPHENE_RECT_INIT ((width - side) / 2, (height - side) / 2, side, side);
}

static gboolean
is_target (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget) || GTK_IS_SWITCH (widget) ||
         GTK_IS_MENU_BUTTON (widget);
}

static void
tell_one (Probe *probe, GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    tell_label (probe, GTK_LABEL (widget));
  else if (GTK_IS_INSCRIPTION (widget))
    tell_inscription (probe, GTK_INSCRIPTION (widget));
  else if (GTK_IS_TEXT (widget) && *gtk_editable_get_text (GTK_EDITABLE (widget)) != '\0')
    tell (probe, 'N', widget, all_of (widget), FALSE, gtk_editable_get_text (GTK_EDITABLE (widget)));
  else if (GTK_IS_IMAGE (widget) && gtk_image_get_storage_type (GTK_IMAGE (widget)) != GTK_IMAGE_EMPTY)
    tell (probe, 'I', widget, middle_of (widget), FALSE,
          gtk_image_get_icon_name (GTK_IMAGE (widget)) != NULL ? gtk_image_get_icon_name (GTK_IMAGE (widget))
                                                               : "");
  else if (is_target (widget))
    tell (probe, 'B', widget, all_of (widget), FALSE, "");
  else if (GTK_IS_SCROLLED_WINDOW (widget) &&
           can_scroll (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (widget))))
    tell (probe, 'S', widget, all_of (widget), FALSE, "");
}

static void
walk (Probe *probe, GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  tell_one (probe, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_NATIVE (child))
      walk (probe, child);
}

static GtkWidget *
find_popover (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_popover (child);
  return found == NULL && GTK_IS_POPOVER (widget) ? widget : found;
}

// A popover, or else a dialog, or else the window.
static GtkWidget *
find_top (GtkWindow *window)
{
  GtkWidget *popover = find_popover (GTK_WIDGET (window));

  if (popover != NULL)
    return popover;
  if (ADW_IS_APPLICATION_WINDOW (window) &&
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) != NULL)
    return GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  return GTK_WIDGET (window);
}

static void
probe_window (GtkWindow *window, GString *lines, gboolean covered)
{
  GtkWidget *top = find_top (window);
  Probe probe = { .root = top, .lines = lines };
  double x = 0, y = 0;
  int dpi = 0;

  for (GtkNative *native = gtk_widget_get_native (top); native != NULL;) {
    GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (native));

    gtk_native_get_surface_transform (native, &x, &y);
    if (native == gtk_widget_get_native (top)) {
      probe.x += x;
      probe.y += y;
    }
    if (GTK_IS_POPOVER (native)) {
      GdkPopup *popup = GDK_POPUP (gtk_native_get_surface (native));

      probe.x += gdk_popup_get_position_x (popup);
      probe.y += gdk_popup_get_position_y (popup);
    }
    native = parent != NULL ? gtk_widget_get_native (parent) : NULL;
  }
  gtk_native_get_surface_transform (GTK_NATIVE (window), &x, &y);
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (window)), "gtk-xft-dpi", &dpi, NULL);
  g_string_append_printf (lines, "W\t%d %d %d %d\t0 0 0 0\t%d\t0\t0\t\t\n", (int) x, (int) y,
                          gtk_widget_get_width (GTK_WIDGET (window)),
                          gtk_widget_get_height (GTK_WIDGET (window)), dpi / 1024);
  if (!covered)
    walk (&probe, top);
}

// Whether a window of the toolkit's is open: for files, for printing. On a desktop the portal shows its own.
static gboolean
is_covered (GList *windows)
{
  for (GList *at = windows; at != NULL; at = at->next)
    if (GTK_IS_WINDOW (at->data) && gtk_widget_get_mapped (at->data) && gtk_window_get_modal (at->data))
      return TRUE;
  return FALSE;
}

static gboolean
on_asked_cb (gpointer data)
{
  const char *path = g_getenv (PROBE_ENV);
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    if (ADW_IS_APPLICATION_WINDOW (at->data) && gtk_widget_get_mapped (at->data))
      probe_window (at->data, lines, is_covered (windows));
  // Written beside it and put in its place: whoever waits for it sees all of it.
  g_file_set_contents (path, lines->str, (gssize) lines->len, NULL);
  return G_SOURCE_CONTINUE;
}

__attribute__ ((constructor)) static void
begin (void)
{
  if (g_getenv (PROBE_ENV) != NULL)
    g_unix_signal_add (SIGUSR1, on_asked_cb, NULL);
}
