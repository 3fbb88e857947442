// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "findings.h"

#include <string.h>

#define WHITE 0xffffff
#define BLACK 0x000000

static void
test_contrast_of_colours (void)
{
  static const struct
  {
    guint32 a, b;
    double contrast;
  } cases[] = {
    { BLACK, WHITE, 21 },      { WHITE, BLACK, 21 },      { WHITE, WHITE, 1 },
    { 0x767676, WHITE, 4.54 }, { 0x777777, WHITE, 4.48 }, { 0x0000ff, WHITE, 8.59 },
    { 0xff0000, WHITE, 4.00 }, { 0x3584e4, WHITE, 3.77 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat_with_epsilon (colour_contrast (cases[i].a, cases[i].b), cases[i].contrast, 0.01);
}

// A letter of 2 × 10 pixels, with pale edges.
static Picture *
make_letter (guint32 colour, guint32 edge)
{
  Picture *picture = picture_new (40, 30, WHITE);

  picture_fill (picture, (PictureRect) { 10, 10, 4, 10 }, edge);
  picture_fill (picture, (PictureRect) { 11, 10, 2, 10 }, colour);
  return picture;
}

static void
test_contrast_of_letters (void)
{
  g_autoptr (Picture) letter = make_letter (0x767676, 0xcccccc);
  g_autoptr (Picture) pale = make_letter (0xaaaaaa, 0xdddddd);

  g_assert_cmpfloat_with_epsilon (picture_contrast (letter, (PictureRect) { 5, 5, 15, 20 }), 4.54, 0.01);
  g_assert_cmpfloat_with_epsilon (picture_contrast (pale, (PictureRect) { 5, 5, 15, 20 }), 2.32, 0.01);
  g_assert_cmphex (picture_background (letter, (PictureRect) { 5, 5, 15, 20 }), ==, WHITE);
  // One pixel is no letter, and what lies outside is not looked at.
  picture_fill (pale, (PictureRect) { 6, 6, 1, 1 }, BLACK);
  picture_fill (pale, (PictureRect) { 30, 0, 10, 30 }, BLACK);
  g_assert_cmpfloat_with_epsilon (picture_contrast (pale, (PictureRect) { 5, 5, 15, 20 }), 2.32, 0.01);
  g_assert_cmpfloat (picture_contrast (pale, (PictureRect) { 100, 100, 10, 10 }), ==, 1);
}

static void
test_grey (void)
{
  g_autoptr (Picture) red = picture_new (4, 4, 0xff0000);
  g_autoptr (Picture) grey = picture_grey (red);

  g_assert_cmphex (grey->pixels[0] >> 16, ==, grey->pixels[0] & 0xff);
  g_assert_cmpfloat_with_epsilon (colour_luminance (grey->pixels[0]), colour_luminance (0xff0000), 0.005);
}

static void
test_change (void)
{
  g_autoptr (Picture) before = picture_new (20, 20, WHITE);
  g_autoptr (Picture) after = picture_crop (before, (PictureRect) { 0, 0, 20, 20 });

  g_assert_true (picture_equal (before, after));
  g_assert_cmpfloat (picture_change (before, after), ==, 1);
  picture_fill (after, (PictureRect) { 5, 5, 10, 2 }, 0x767676);
  g_assert_false (picture_equal (before, after));
  g_assert_cmpfloat_with_epsilon (picture_change (before, after), 4.54, 0.01);
}

/* Findings: lines as the probe writes them, over a white picture with something dark at 20,20. */

#define WINDOW "W\t0 0 100 100\t0 0 0 0\t96\t0\t0\t\t\n"

static GPtrArray *
find (const char *lines, guint32 colour, int scale, gboolean narrow)
{
  g_autoptr (Picture) picture = picture_new (100, 100, WHITE);
  g_autoptr (GPtrArray) items = probe_items_parse (lines);

  picture_fill (picture, (PictureRect) { 22, 22, 10, 3 }, colour);
  return findings (picture, items, scale, narrow);
}

static void
test_findings (void)
{
  static const struct
  {
    const char *lines;
    guint32 colour;
    int scale;
    gboolean narrow;
    const char *wrong; /**< NULL: nothing */
  } cases[] = {
    { "T\t20 20 40 12\t20 20 40 12\t\t13\t400\tGtkLabel\tWord\n", BLACK, 100, FALSE, NULL },
    { "T\t20 20 40 12\t20 20 40 12\t\t13\t400\tGtkLabel\tWord\n", 0x888888, 100, FALSE, "has contrast" },
    // Large, or of no use now, or an icon.
    { "T\t20 20 40 30\t20 20 40 30\t\t24\t400\tGtkLabel\tWord\n", 0x888888, 100, FALSE, NULL },
    { "T\t20 20 40 30\t20 20 40 30\t\t19\t700\tGtkLabel\tWord\n", 0x888888, 100, FALSE, NULL },
    { "T\t20 20 40 30\t20 20 40 30\t\t26\t400\tGtkLabel\tWord\n", 0x888888, 200, FALSE, "has contrast" },
    { "T\t20 20 40 12\t20 20 40 12\ti\t13\t400\tGtkLabel\tWord\n", 0x888888, 100, FALSE, NULL },
    { "I\t20 20 16 16\t20 20 16 16\t\t13\t400\tGtkImage\ticon\n", 0x888888, 100, FALSE, NULL },
    { "I\t20 20 16 16\t20 20 16 16\t\t13\t400\tGtkImage\ticon\n", 0xaaaaaa, 100, FALSE, "needs 3" },
    // Shortened, but for rows, which open what they are about.
    { "T\t20 20 40 12\t20 20 40 12\te\t13\t400\tGtkLabel\tWord\n", BLACK, 100, FALSE, "shortened" },
    { "T\t20 20 40 12\t20 20 40 12\tet\t13\t400\tGtkLabel\tWord\n", BLACK, 100, FALSE, NULL },
    { "T\t20 20 40 12\t20 20 40 12\tec\t13\t400\tGtkInscription\tWord\n", BLACK, 100, FALSE, NULL },
    { "T\t20 20 40 12\t20 20 40 12\te\t13\t400\tGtkListItemWidget GtkInscription\tWord\n", BLACK, 100, FALSE,
      NULL },
    { "T\t20 20 40 12\t20 20 30 12\tx\t13\t400\tGtkLabel\tWord\n", BLACK, 100, FALSE, "cut off at its side" },
    { "T\t20 20 40 12\t20 20 40 8\ty\t13\t400\tGtkLabel\tWord\n", BLACK, 100, FALSE, "cut off above" },
    { "B\t20 20 24 24\t20 20 24 24\t\t13\t400\tGtkButton\t\n", BLACK, 100, FALSE, NULL },
    { "B\t20 20 24 23\t20 20 24 23\t\t13\t400\tGtkButton\t\n", BLACK, 100, FALSE, "target of 24 × 23" },
    { "S\t0 0 90 90\t0 0 90 90\t\t13\t400\tGtkScrolledWindow\t\n", BLACK, 100, FALSE, NULL },
    { "S\t0 0 90 90\t0 0 90 90\t\t13\t400\tGtkScrolledWindow\t\n", BLACK, 100, TRUE, "sideways" },
    { "T\t20 20 40 12\t20 20 40 12\t\t13\t400\tGtkLabel\tWord\n"
      "T\t20 25 40 12\t20 18 40 12\t\t13\t400\tGtkLabel\tOther\n",
      BLACK, 100, FALSE, "lies over “Word”" },
    { "T\t20 20 40 12\t20 20 40 12\t\t13\t400\tGtkLabel\tWord\n"
      "T\t20 31 40 12\t20 21 40 12\to\t13\t400\tGtkLabel\tOther\n",
      BLACK, 100, FALSE, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *lines = g_strconcat (WINDOW, cases[i].lines, NULL);
    g_autoptr (GPtrArray) wrong = find (lines, cases[i].colour, cases[i].scale, cases[i].narrow);

    if (cases[i].wrong == NULL) {
      g_assert_cmpuint (wrong->len, ==, 0);
      continue;
    }
    g_assert_cmpuint (wrong->len, ==, 1);
    g_assert_nonnull (strstr (g_ptr_array_index (wrong, 0), cases[i].wrong));
  }
}

// Places are told as on the screen; in the picture they begin at the window.
static void
test_places (void)
{
  g_autoptr (GPtrArray) items = probe_items_parse (
      "W\t5 5 100 100\t0 0 0 0\t96\t0\t0\t\t\nT\t25 25 40 12\t25 26 40 10\tes\t13\t700\tGtkLabel\tA\tb\nnonsense\n");
  const ProbeItem *item = g_ptr_array_index (items, 1);

  g_assert_cmpuint (items->len, ==, 2);
  g_assert_cmpint (item->place.x, ==, 20);
  g_assert_cmpint (item->seen.y, ==, 21);
  g_assert_cmpint (item->weight, ==, 700);
  g_assert_true (item->ellipsized);
  g_assert_cmpstr (item->text, ==, "A\tb");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/findings/contrast/colours", test_contrast_of_colours);
  g_test_add_func ("/findings/contrast/letters", test_contrast_of_letters);
  g_test_add_func ("/findings/grey", test_grey);
  g_test_add_func ("/findings/change", test_change);
  g_test_add_func ("/findings/places", test_places);
  g_test_add_func ("/findings/all", test_findings);
  return g_test_run ();
}
