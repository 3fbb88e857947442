// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <libspelling.h>

#include "spil-settings.h"
#include "spil-spelling.h"

static void
set_switch (gboolean on)
{
  g_autoptr (GSettings) settings = spil_settings_new ();

  g_assert_nonnull (settings);
  g_settings_set_boolean (settings, "spelling", on);
}

static GtkTextView *
make_view (void)
{
  GtkTextView *view = GTK_TEXT_VIEW (g_object_ref_sink (gtk_text_view_new ()));

  spil_spelling_attach (view);
  return view;
}

// What looks at the spelling brings a menu of its own.
static gboolean
is_looked_at (GtkTextView *view)
{
  return gtk_text_view_get_extra_menu (view) != NULL;
}

static void
test_setting (void)
{
  g_autoptr (GtkTextView) with = NULL, without = NULL;

  set_switch (TRUE);
  with = make_view ();
  set_switch (FALSE);
  without = make_view ();
  g_assert_true (is_looked_at (with));
  g_assert_false (is_looked_at (without));
}

// Dutch, with the words of the trade.
static void
test_words (void)
{
  static const struct
  {
    const char *word;
    gboolean right;
  } words[] = { { "fiets", TRUE },
                { "fietts", FALSE },
                { "spitsmijding", TRUE },
                { "gebiedsaanpak", TRUE },
                { "mobiliteitmakler", FALSE } };
  g_autoptr (GtkTextView) view = NULL;
  SpellingChecker *checker = spelling_checker_get_default ();

  set_switch (TRUE);
  view = make_view ();
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_cmpint (spelling_checker_check_word (checker, words[i].word, -1), ==, words[i].right);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/spelling/setting", test_setting);
  g_test_add_func ("/spelling/words", test_words);
  return g_test_run ();
}
