// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* The catalogue of places held against the sources: a new page, dialog or popover without a place is found here. */
#include "audit.h"

#include <string.h>

#include "places.h"

static gboolean
is_described (const char *name)
{
  gsize n, n_left_out;
  const Place *all = places (&n);
  const PlaceLeftOut *left_out = places_left_out (&n_left_out);

  for (gsize i = 0; i < n; i++)
    if (strcmp (all[i].shows, name) == 0)
      return TRUE;
  for (gsize i = 0; i < n_left_out; i++)
    if (strcmp (left_out[i].shows, name) == 0)
      return TRUE;
  return FALSE;
}

static void
check_types (const char *source, GString *missing)
{
  g_autoptr (GRegex) type = g_regex_new (
      "G_DEFINE_(?:FINAL_)?TYPE(?:_WITH_CODE)? \\((Spil\\w+),\\s+\\w+,\\s+"
      "(?:SPIL_TYPE_PAGE|SPIL_TYPE_ROW_PAGE|ADW_TYPE_DIALOG|ADW_TYPE_ALERT_DIALOG|ADW_TYPE_"
      "PREFERENCES_DIALOG|ADW_TYPE_NAVIGATION_PAGE|ADW_TYPE_WINDOW|GTK_TYPE_POPOVER|"
      "SPIL_TYPE_BUDGET_FORM)\\b",
      0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (type, source, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL)) {
    g_autofree char *name = g_match_info_fetch (match, 1);

    if (!is_described (name))
      g_string_append_printf (missing, "  %s\n", name);
  }
}

// What has no type of its own is told by the file that makes it.
static void
check_made (const char *file, const char *source, GString *missing)
{
  static const char *const makers[] = { "adw_alert_dialog_new (",
                                        "adw_dialog_new (",
                                        "gtk_popover_new (",
                                        "gtk_popover_menu_new_from_model (",
                                        "spil_accessible_popover_new (_",
                                        "spil_accessible_popover_new (l" };
  g_autofree char *name = g_path_get_basename (file);

  for (gsize i = 0; i < G_N_ELEMENTS (makers); i++)
    if (strstr (source, makers[i]) != NULL && !is_described (name)) {
      g_string_append_printf (missing, "  %s (%s)\n", name, makers[i]);
      return;
    }
}

static void
check_folder (const char *path, GString *missing)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *child = g_build_filename (path, name, NULL);
    g_autofree char *source = NULL;

    if (g_file_test (child, G_FILE_TEST_IS_DIR))
      check_folder (child, missing);
    else if (g_str_has_suffix (name, ".c") && g_file_get_contents (child, &source, NULL, NULL)) {
      check_types (source, missing);
      check_made (child, source, missing);
    }
  }
}

void
audit_sources (const char *folder)
{
  g_autoptr (GString) missing = g_string_new (NULL);

  g_assert_true (g_file_test (folder, G_FILE_TEST_IS_DIR));
  check_folder (folder, missing);
  if (missing->len > 0)
    g_test_fail_printf ("These are in no place of tests/e2e/places-table.c:\n%s", missing->str);
}
