// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-welcome.h"

#include <glib/gi18n-lib.h>

#include "spil-accessible.h"
#include "spil-application.h"
#include "spil-failure.h"
#include "spil-join-dialog.h"
#include "spil-start.h"
#include "spil-template.h"
#include "spil-window.h"

struct _SpilWelcome
{
  AdwBin parent_instance;

  SpilWorker *worker;
  char *chosen; /**< id of the template that is being started from */

  AdwNavigationView *view;
  GtkWidget *plan_row;
  AdwPreferencesGroup *templates;
  GtkStack *templates_stack;
};

G_DEFINE_FINAL_TYPE (SpilWelcome, spil_welcome, ADW_TYPE_BIN)

static void
on_started_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilWelcome) self = user_data;
  g_autoptr (GError) error = NULL;

  // The window notices the new programme by itself.
  spil_worker_run_finish (SPIL_WORKER (source), result, &error);
  if (error == NULL || self->view == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  adw_navigation_view_pop_to_tag (self->view, "choices");
  spil_failure_present (GTK_WIDGET (self), error);
}

static void
on_created_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilWelcome) self = user_data;
  g_autoptr (GError) error = NULL;

  if (self->view == NULL)
    return;
  if (spil_worker_open_finish (SPIL_WORKER (source), result, &error)) {
    spil_start_template (self->worker, self->chosen, on_started_cb, g_object_ref (self));
    return;
  }
  adw_navigation_view_pop_to_tag (self->view, "choices");
  spil_failure_present (GTK_WIDGET (self), error);
}

static void
start (SpilWelcome *self, const char *id)
{
  g_set_str (&self->chosen, id);
  adw_navigation_view_push_by_tag (self->view, "busy");
  spil_worker_open (self->worker, SPIL_WORKER_CREATE, on_created_cb, g_object_ref (self));
}

static void
on_plan_clicked_cb (SpilWelcome *self)
{
  start (self, SPIL_START_PLAN);
}

static void
on_demo_clicked_cb (SpilWelcome *self)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autoptr (GError) error = NULL;

  if (spil_application_start_demo (SPIL_APPLICATION (gtk_window_get_application (window)), &error))
    gtk_window_close (window);
  else
    spil_failure_present (GTK_WIDGET (self), error);
}

static void
on_join_clicked_cb (SpilWelcome *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  adw_dialog_present (spil_join_dialog_new (self->worker, spil_window_find_syncer (widget)), widget);
}

static void
recover_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilWelcome *self = SPIL_WELCOME (widget);

  adw_dialog_present (spil_join_dialog_new_recover (self->worker, spil_window_find_syncer (widget)), widget);
}

static void
on_template_activated_cb (SpilWelcome *self, AdwActionRow *row)
{
  start (self, g_object_get_data (G_OBJECT (row), "spil-template"));
}

static void
add_template (SpilWelcome *self, const SpilTemplateInfo *info)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), info->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), info->description);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_object_set_data_full (G_OBJECT (row), "spil-template", g_strdup (info->id), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_template_activated_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->templates, row);
}

static void
on_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilWelcome) self = user_data;
  g_autoptr (GPtrArray) templates = spil_start_list_finish (result, NULL);
  gboolean any = templates != NULL && templates->len > 0;

  if (self->view == NULL)
    return;
  for (guint i = 0; any && i < templates->len; i++)
    add_template (self, g_ptr_array_index (templates, i));
  gtk_stack_set_visible_child_name (self->templates_stack, any ? "list" : "none");
}

static void
on_other_clicked_cb (SpilWelcome *self)
{
  adw_navigation_view_push_by_tag (self->view, "templates");
  // Read once: templates are files that come with the program.
  if (gtk_stack_get_visible_child (self->templates_stack) ==
      gtk_stack_get_child_by_name (self->templates_stack, "loading"))
    spil_start_list (on_listed_cb, g_object_ref (self));
}

static void
spil_welcome_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (spil_welcome_parent_class)->map (widget);
  gtk_widget_grab_focus (SPIL_WELCOME (widget)->plan_row);
}

static void
spil_welcome_dispose (GObject *object)
{
  SpilWelcome *self = SPIL_WELCOME (object);

  // The child first: it is bound and would be let go of twice.
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPIL_TYPE_WELCOME);
  g_clear_object (&self->worker);
  g_clear_pointer (&self->chosen, g_free);
  G_OBJECT_CLASS (spil_welcome_parent_class)->dispose (object);
}

static void
spil_welcome_class_init (SpilWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_welcome_dispose;
  widget_class->map = spil_welcome_map;
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilWelcome, view);
  gtk_widget_class_bind_template_child (widget_class, SpilWelcome, plan_row);
  gtk_widget_class_bind_template_child (widget_class, SpilWelcome, templates);
  gtk_widget_class_bind_template_child (widget_class, SpilWelcome, templates_stack);
  gtk_widget_class_install_action (widget_class, "welcome.recover", NULL, recover_action);
  gtk_widget_class_bind_template_callback (widget_class, on_plan_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_join_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_other_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_demo_clicked_cb);
}

static void
spil_welcome_init (SpilWelcome *self)
{
  static const char *const tags[] = { "choices", "templates", "busy" };

  gtk_widget_init_template (GTK_WIDGET (self));
  // The view takes its pages in when it is shown: they are not below it yet.
  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    spil_accessible_mark_headings (GTK_WIDGET (adw_navigation_view_find_page (self->view, tags[i])));
  spil_accessible_name_containers (GTK_WIDGET (self), _ ("Welcome to Spil"));
}

GtkWidget *
spil_welcome_new (SpilWorker *worker)
{
  SpilWelcome *self = g_object_new (SPIL_TYPE_WELCOME, NULL);

  self->worker = g_object_ref (worker);
  return GTK_WIDGET (self);
}
