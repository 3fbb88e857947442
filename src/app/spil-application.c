// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-application.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "spil-appearance.h"
#include "spil-app-actions.h"
#include "spil-config.h"
#include "spil-due-notice.h"
#include "spil-invitation-open.h"
#include "spil-resources.h"
#include "spil-search-provider.h"
#include "spil-shortcuts.h"
#include "spil-start.h"
#include "spil-window.h"

struct _SpilApplication
{
  AdwApplication parent_instance;

  char *dir; /**< folder of the database that this process was started for */
  gboolean demo; /**< it is the demo's */
  SpilSearchProvider *search_provider; /**< NULL: for another database than the usual one */
};

#define MS_AFTER_SEARCH 15000

G_DEFINE_FINAL_TYPE (SpilApplication, spil_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "data", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Folder of the database"), N_ ("DIR") },
  { "demo", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open the demo, with invented data"), NULL },
  { "page", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Page to show: home, employers, areas, …"), N_ ("NAME") },
  { "new-contact", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Write down a new contact moment"), NULL },
  { "agenda", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the agenda"), NULL },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the version"), NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_ ("[INVITATION.spil]") },
  { NULL },
};

// Another database and the demo have processes of their own; the desktop knows and asks the usual one.
static gboolean
is_usual (SpilApplication *self)
{
  return (g_application_get_flags (G_APPLICATION (self)) & G_APPLICATION_NON_UNIQUE) == 0;
}

SpilWindow *
spil_application_find_window (SpilApplication *self)
{
  g_return_val_if_fail (SPIL_IS_APPLICATION (self), NULL);

  for (GList *list = gtk_application_get_windows (GTK_APPLICATION (self)); list != NULL; list = list->next)
    if (SPIL_IS_WINDOW (list->data))
      return list->data;
  return NULL;
}

const char *
spil_application_get_dir (SpilApplication *self)
{
  g_return_val_if_fail (SPIL_IS_APPLICATION (self), NULL);
  return self->dir;
}

SpilWindow *
spil_application_get_window (SpilApplication *self)
{
  g_autoptr (SpilWorker) worker = NULL;
  SpilWindow *window = spil_application_find_window (self);

  if (window != NULL)
    return window;
  worker = spil_worker_new (self->dir);
  window = spil_window_new (GTK_APPLICATION (self), worker);
  spil_window_open (window, self->demo ? SPIL_WORKER_CREATE : SPIL_WORKER_OPEN);
  if (self->demo)
    spil_start_demo (worker, NULL, NULL);
  if (is_usual (self))
    g_object_set_data_full (G_OBJECT (window), "spil-due-notice", spil_due_notice_new (window),
                            g_object_unref);
  return window;
}

static gint
spil_application_handle_local_options (GApplication *application, GVariantDict *given)
{
  SpilApplication *self = SPIL_APPLICATION (application);
  const char *dir = NULL;

  if (g_variant_dict_contains (given, "version")) {
    g_print ("Spil %s\n", SPIL_VERSION);
    return EXIT_SUCCESS;
  }
  self->demo = g_variant_dict_contains (given, "demo");
  if (g_variant_dict_lookup (given, "data", "^&ay", &dir)) {
    g_autoptr (GFile) file = g_file_new_for_commandline_arg (dir);

    self->dir = g_file_get_path (file);
  }
  // Another database is another process; the usual one belongs to the first process that was started.
  if (self->dir != NULL || self->demo)
    g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  if (self->dir == NULL)
    self->dir = g_build_filename (g_get_user_data_dir (), self->demo ? "spil-demo" : "spil", NULL);
  return -1;
}

/* Options that are actions of the application. */
static const char *const errands[] = { "new-contact", "agenda" };

// Relative to where that command line was given.
static void
open_given (SpilWindow *window, GApplicationCommandLine *command_line, GVariantDict *given)
{
  g_autofree const char **names = NULL;

  if (!g_variant_dict_lookup (given, G_OPTION_REMAINING, "^a&ay", &names))
    return;
  for (int i = 0; names[i] != NULL; i++) {
    g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (command_line, names[i]);

    spil_invitation_open (window, file);
  }
}

static void
spil_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  SpilWindow *window = spil_application_get_window (SPIL_APPLICATION (application));

  gtk_window_present (GTK_WINDOW (window));
  for (int i = 0; i < n_files; i++)
    spil_invitation_open (window, files[i]);
}

static gint
spil_application_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
  SpilApplication *self = SPIL_APPLICATION (application);
  GVariantDict *given = g_application_command_line_get_options_dict (command_line);
  SpilWindow *window = spil_application_get_window (self);
  const char *page = NULL;

  if (g_variant_dict_lookup (given, "page", "&s", &page))
    spil_window_show_page (window, page);
  gtk_window_present (GTK_WINDOW (window));
  for (gsize i = 0; i < G_N_ELEMENTS (errands); i++)
    if (g_variant_dict_contains (given, errands[i]))
      g_action_group_activate_action (G_ACTION_GROUP (application), errands[i], NULL);
  open_given (window, command_line, given);
  return EXIT_SUCCESS;
}

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  // Each window closes as if by its button, so that each can keep what has to be kept.
  for (GList *list = g_list_copy (gtk_application_get_windows (user_data)); list != NULL;
       list = g_list_delete_link (list, list))
    gtk_window_close (list->data);
}

static void
spil_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (spil_application_get_window (SPIL_APPLICATION (application))));
}

static void
spil_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = { { "quit", quit_action } };

  // Before the style is looked for.
  spil_register_resource ();
  G_APPLICATION_CLASS (spil_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  spil_appearance_follow_settings ();
  spil_app_actions_install (SPIL_APPLICATION (application));
  spil_shortcuts_install (GTK_APPLICATION (application));
  // As a service it stays for the next letter that is typed in the search of the desktop.
  if ((g_application_get_flags (application) & G_APPLICATION_IS_SERVICE) != 0)
    g_application_set_inactivity_timeout (application, MS_AFTER_SEARCH);
  gtk_window_set_default_icon_name (SPIL_APPLICATION_ID);
}

static gboolean
spil_application_dbus_register (GApplication *application, GDBusConnection *connection, const char *path,
                                GError **error)
{
  SpilApplication *self = SPIL_APPLICATION (application);

  if (!G_APPLICATION_CLASS (spil_application_parent_class)
           ->dbus_register (application, connection, path, error))
    return FALSE;
  if (!is_usual (self))
    return TRUE;
  self->search_provider = spil_search_provider_new (self);
  return spil_search_provider_export (self->search_provider, connection, path, error);
}

static void
spil_application_dbus_unregister (GApplication *application, GDBusConnection *connection, const char *path)
{
  SpilApplication *self = SPIL_APPLICATION (application);

  if (self->search_provider != NULL)
    spil_search_provider_unexport (self->search_provider, connection);
  g_clear_object (&self->search_provider);
  G_APPLICATION_CLASS (spil_application_parent_class)->dbus_unregister (application, connection, path);
}

static void
spil_application_finalize (GObject *object)
{
  g_free (SPIL_APPLICATION (object)->dir);
  G_OBJECT_CLASS (spil_application_parent_class)->finalize (object);
}

static void
spil_application_class_init (SpilApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = spil_application_finalize;
  application_class->handle_local_options = spil_application_handle_local_options;
  application_class->command_line = spil_application_command_line;
  application_class->open = spil_application_open;
  application_class->dbus_register = spil_application_dbus_register;
  application_class->dbus_unregister = spil_application_dbus_unregister;
  application_class->activate = spil_application_activate;
  application_class->startup = spil_application_startup;
}

static void
spil_application_init (SpilApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

SpilApplication *
spil_application_new (void)
{
  return g_object_new (SPIL_TYPE_APPLICATION, "application-id", SPIL_APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_HANDLES_OPEN, "resource-base-path",
                       "/nl/regiozwolle/Spil", NULL);
}

gboolean
spil_application_start_demo (SpilApplication *self, GError **error)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", error);
  g_autoptr (GSubprocess) process = NULL;

  g_return_val_if_fail (SPIL_IS_APPLICATION (self), FALSE);

  if (program != NULL)
    process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, error, program, "--demo", NULL);
  return process != NULL;
}
