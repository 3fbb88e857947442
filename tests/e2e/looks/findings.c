// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "findings.h"

#include <stdio.h>
#include <string.h>

// WCAG 2.2: 1.4.3, 1.4.11 and 2.5.8; large is 18 points, or 14 in bold.
#define TEXT_CONTRAST 4.5
#define LARGE_CONTRAST 3.0
#define LARGE_PIXELS 24
#define LARGE_BOLD_PIXELS 18.66
#define BOLD 700
#define TARGET_PIXELS 24
// Of overlap: letters of two lines may touch.
#define TOUCH_PIXELS 2

static void
probe_item_free (gpointer data)
{
  ProbeItem *self = data;

  g_free (self->path);
  g_free (self->text);
  g_free (self);
}

static PictureRect
read_rect (const char *text)
{
  PictureRect rect = { 0 };

  sscanf (text, "%d %d %d %d", &rect.x, &rect.y, &rect.width, &rect.height);
  return rect;
}

static ProbeItem *
read_item (char **fields)
{
  ProbeItem *item = g_new0 (ProbeItem, 1);

  item->kind = *fields[0];
  item->place = read_rect (fields[1]);
  item->seen = read_rect (fields[2]);
  item->insensitive = strchr (fields[3], 'i') != NULL;
  item->ellipsized = strchr (fields[3], 'e') != NULL;
  item->cut_across = strchr (fields[3], 'x') != NULL;
  item->cut_down = strchr (fields[3], 'y') != NULL;
  item->told = strchr (fields[3], 't') != NULL;
  item->in_table = strchr (fields[3], 'c') != NULL;
  item->in_toast = strchr (fields[3], 'o') != NULL;
  item->size = (int) g_ascii_strtoll (fields[4], NULL, 10);
  item->weight = (int) g_ascii_strtoll (fields[5], NULL, 10);
  item->path = g_strdup (fields[6]);
  item->text = g_strdup (fields[7]);
  return item;
}

GPtrArray *
probe_items_parse (const char *lines)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (probe_item_free);
  g_auto (GStrv) split = g_strsplit (lines, "\n", -1);
  PictureRect window = { 0 };

  for (int i = 0; split[i] != NULL; i++) {
    g_auto (GStrv) fields = g_strsplit (split[i], "\t", 8);
    ProbeItem *item;

    if (g_strv_length (fields) < 8)
      continue;
    item = read_item (fields);
    if (item->kind == 'W')
      window = item->place;
    item->place.x -= window.x;
    item->place.y -= window.y;
    item->seen.x -= window.x;
    item->seen.y -= window.y;
    g_ptr_array_add (items, item);
  }
  return items;
}

double
probe_item_needs (const ProbeItem *item, int scale)
{
  const double size = item->size * 100. / scale;

  if (item->insensitive)
    return 1;
  if (item->kind == 'I' || size >= LARGE_PIXELS || (size >= LARGE_BOLD_PIXELS && item->weight >= BOLD))
    return LARGE_CONTRAST;
  return TEXT_CONTRAST;
}

static void add (GPtrArray *problems, const ProbeItem *item, const char *format, ...) G_GNUC_PRINTF (3, 4);

static void
add (GPtrArray *problems, const ProbeItem *item, const char *format, ...)
{
  g_autofree char *what = NULL;
  g_autofree char *line = NULL;
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  line = g_strdup_printf ("“%s” at %d,%d (%s) %s", item->text, item->seen.x, item->seen.y, item->path, what);
  if (!g_ptr_array_find_with_equal_func (problems, line, g_str_equal, NULL))
    g_ptr_array_add (problems, g_steal_pointer (&line));
}

static gboolean
is_text (const ProbeItem *item)
{
  return item->kind == 'T' || item->kind == 'N';
}

// Enough of it has to be in sight to tell its colour.
static gboolean
is_measurable (const Picture *picture, const ProbeItem *item)
{
  const PictureRect seen = picture_rect_intersect (item->seen,
                                                   (PictureRect) { 0, 0, picture->width, picture->height });

  return seen.width >= 6 && seen.height >= 6 && seen.height * 2 > MIN (item->place.height, 2 * item->size);
}

// A dash is thinner than a pixel: its colour cannot be told from its edges.
static gboolean
has_letters (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalnum (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

static void
check_contrast (const Picture *picture, const ProbeItem *item, int scale, GPtrArray *problems)
{
  // Room around it: letters fill what is theirs, and would be taken for the background.
  const PictureRect seen = item->seen;
  const PictureRect around = { seen.x - 1, seen.y - 1, seen.width + 2, seen.height + 2 };
  const double needs = probe_item_needs (item, scale);
  double has;

  if (needs <= 1 || !(is_text (item) || item->kind == 'I') || !is_measurable (picture, item))
    return;
  if (item->kind != 'I' && !has_letters (item->text))
    return;
  has = picture_contrast (picture, around);
  if (has < needs)
    add (problems, item, "has contrast %.2f, and needs %.1f", has, needs);
}

// Rows of lists and tables open what they are about, where all of it stands, and a subtitle tells which page it is above; a tooltip tells them too.
static gboolean
is_in_row (const ProbeItem *item)
{
  static const char *const rows[] = { "GtkListItemWidget", "SpilGoRow", "agenda-item",
                                      "AdwWindowTitle GtkBox.vertical GtkLabel.subtitle" };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (strstr (item->path, rows[i]) != NULL)
      return TRUE;
  return item->in_table;
}

static gboolean
is_placeholder (const ProbeItem *item)
{
  return strstr (item->path, "GtkText GtkLabel") != NULL;
}

static void
check_whole (const ProbeItem *item, GPtrArray *problems)
{
  if (item->kind == 'T' && item->ellipsized && !item->told && !is_in_row (item) && !is_placeholder (item))
    add (problems, item, "is shortened with …");
  if ((is_text (item) || item->kind == 'I' || item->kind == 'B') && item->cut_across)
    add (problems, item, "is cut off at its side");
  if (item->kind == 'T' && item->cut_down)
    add (problems, item, "is cut off above or below");
}

static void
check_target (const ProbeItem *item, GPtrArray *problems)
{
  if (item->kind == 'B' && !item->insensitive &&
      (item->place.width < TARGET_PIXELS || item->place.height < TARGET_PIXELS))
    add (problems, item, "is a target of %d × %d", item->place.width, item->place.height);
}

static void
check_overlap (GPtrArray *items, guint i, GPtrArray *problems)
{
  const ProbeItem *item = g_ptr_array_index (items, i);

  if (item->kind != 'T' || item->in_toast)
    return;
  for (guint j = 0; j < i; j++) {
    const ProbeItem *other = g_ptr_array_index (items, j);
    const PictureRect both = picture_rect_intersect (item->seen, other->seen);

    if (other->kind == 'T' && !other->in_toast && both.width > TOUCH_PIXELS && both.height > TOUCH_PIXELS)
      add (problems, item, "lies over “%s”", other->text);
  }
}

// What WCAG 2.2 (1.4.10) lets scroll both ways: a planning on its calendar, columns of a board.
static gboolean
is_of_two_dimensions (const ProbeItem *item)
{
  return strstr (item->path, "AdwBin.view") != NULL || strstr (item->path, "SpilBoard") != NULL ||
         strstr (item->path, "SpilLedger") != NULL;
}

GPtrArray *
findings (const Picture *picture, GPtrArray *items, int scale, gboolean narrow)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < items->len; i++) {
    const ProbeItem *item = g_ptr_array_index (items, i);

    check_contrast (picture, item, scale, problems);
    check_whole (item, problems);
    check_target (item, problems);
    check_overlap (items, i, problems);
    if (narrow && item->kind == 'S' && !is_of_two_dimensions (item))
      add (problems, item, "has to be scrolled sideways");
  }
  return problems;
}
