// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-recent.h"

#include <glib/gstdio.h>

#define COPY "/srv/kopie met spatie.ods"
#define COPY_URI "file:///srv/kopie%20met%20spatie.ods"

static GtkRecentInfo *
look_up (void)
{
  return gtk_recent_manager_lookup_item (gtk_recent_manager_get_default (), COPY_URI, NULL);
}

// What was made is among the recent files with its kind, and opens with Spil; what is about persons goes from there.
static void
test_add_and_forget (void)
{
  GtkRecentInfo *info;

  g_assert_null (look_up ());
  spil_recent_add (COPY);
  info = look_up ();
  g_assert_nonnull (info);
  g_assert_cmpstr (gtk_recent_info_get_mime_type (info), ==,
                   "application/vnd.oasis.opendocument.spreadsheet");
  g_assert_true (gtk_recent_info_has_application (info, "Spil"));
  gtk_recent_info_unref (info);
  spil_recent_forget (COPY);
  g_assert_null (look_up ());
}

// Most files about persons never were among them.
static void
test_forget_unknown (void)
{
  spil_recent_forget (COPY);
  g_assert_null (look_up ());
}

// What has no place in the file system is passed over.
static void
test_not_absolute (void)
{
  spil_recent_add ("kopie.ods");
  spil_recent_forget ("kopie.ods");
  g_assert_null (gtk_recent_manager_get_items (gtk_recent_manager_get_default ()));
}

int
main (int argc, char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("spil-recent-XXXXXX", NULL);
  g_autofree char *list = g_build_filename (home, "recently-used.xbel", NULL);
  int status;

  // Not G_TEST_OPTION_ISOLATE_DIRS: that takes the kinds of files away too.
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  g_set_application_name ("Spil");
  g_test_add_func ("/app/recent/add-and-forget", test_add_and_forget);
  g_test_add_func ("/app/recent/forget-unknown", test_forget_unknown);
  g_test_add_func ("/app/recent/not-absolute", test_not_absolute);
  status = g_test_run ();
  g_unlink (list);
  g_rmdir (home);
  return status;
}
