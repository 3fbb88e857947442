// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-note-marks.h"

static void
test_marks (void)
{
  static const struct
  {
    const char *note;
    char sign;
    const char *marks;
  } cases[] = {
    { NULL, '@', "" },
    { "Niets bijzonders", '@', "" },
    { "Gesproken met @Anna over #parkeren.", '@', "anna" },
    { "Gesproken met @Anna over #parkeren.", '#', "parkeren" },
    { "@anna en (@Bo), @anna ", '@', "anna,bo" },
    { "nog bezig @ann", '@', "" },
    { "mail info@isala.nl ", '@', "" },
    { "@ alleen", '@', "" },
    { "#Café\nverder", '#', "cafe" },
    { "##x ", '#', "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (GStrv) marks = spil_note_marks (cases[i].note, cases[i].sign);
    g_autofree char *joined = g_strjoinv (",", marks);

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    g_assert_cmpstr (joined, ==, cases[i].marks);
  }
}

static void
test_find (void)
{
  static const char *const names[] = { "Anna de Vries", "Annet Bos", "René Jansen-Smit" };

  g_assert_cmpint (spil_note_mark_find ("anna", names, 3), ==, 0);
  g_assert_cmpint (spil_note_mark_find ("ann", names, 3), ==, -1);
  g_assert_cmpint (spil_note_mark_find ("rene", names, 3), ==, 2);
  g_assert_cmpint (spil_note_mark_find ("smit", names, 3), ==, 2);
  g_assert_cmpint (spil_note_mark_find ("vries", names, 3), ==, 0);
  g_assert_cmpint (spil_note_mark_find ("os", names, 3), ==, -1);
  g_assert_cmpint (spil_note_mark_find ("", names, 3), ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/note-marks/marks", test_marks);
  g_test_add_func ("/note-marks/find", test_find);
  return g_test_run ();
}
