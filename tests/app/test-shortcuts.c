// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-shortcuts.h"

// Ctrl and a digit are for the pages, in their order.
static gboolean
is_for_a_page (guint key, GdkModifierType modifiers)
{
  return modifiers == GDK_CONTROL_MASK && key >= GDK_KEY_0 && key <= GDK_KEY_9;
}

// A key does one thing.
static void
test_keys (void)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  int n;
  const SpilShortcut *shortcuts = spil_shortcuts (&n);

  g_assert_cmpint (n, >, 0);
  for (int i = 0; i < n; i++)
    for (int j = 0; shortcuts[i].keys[j] != NULL; j++) {
      guint key;
      GdkModifierType modifiers;
      g_autofree char *name = NULL;
      const char *other;

      if (!gtk_accelerator_parse (shortcuts[i].keys[j], &key, &modifiers))
        g_error ("“%s” of %s is no key", shortcuts[i].keys[j], shortcuts[i].action);
      if (is_for_a_page (key, modifiers))
        g_error ("%s has “%s”, which is for a page", shortcuts[i].action, shortcuts[i].keys[j]);
      // However its modifiers were written.
      name = gtk_accelerator_name (key, modifiers);
      other = g_hash_table_lookup (taken, name);
      if (other != NULL)
        g_error ("%s and %s both have “%s”", other, shortcuts[i].action, name);
      g_hash_table_insert (taken, g_steal_pointer (&name), (gpointer) shortcuts[i].action);
    }
}

// An action stands in the table once, with everything that the dialog tells of it.
static void
test_actions (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  int n;
  const SpilShortcut *shortcuts = spil_shortcuts (&n);

  for (int i = 0; i < n; i++) {
    g_assert_nonnull (shortcuts[i].keys[0]);
    g_assert_cmpstr (shortcuts[i].title, !=, "");
    g_assert_cmpstr (shortcuts[i].group, !=, "");
    g_assert_true (g_hash_table_add (seen, (gpointer) shortcuts[i].action));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shortcuts/keys", test_keys);
  g_test_add_func ("/shortcuts/actions", test_actions);
  return g_test_run ();
}
