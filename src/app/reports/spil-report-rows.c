// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-report-rows.h"

#include <glib/gi18n-lib.h>

#include "spil-light-mark.h"
#include "spil-recent.h"
#include "spil-report-maker.h"
#include "spil-settings.h"

GtkWidget *
spil_light_row_new (const SpilReportLight *light)
{
  const SpilEntity *entity = spil_entity (SPIL_ENTITY_REPORT_LIGHT);
  const char *aspect = spil_field_choice_label (spil_entity_field (entity, SPIL_REPORT_LIGHT_ASPECT),
                                                light->aspect);
  const char *word = light->light != 0
                         ? spil_field_choice_label (spil_entity_field (entity, SPIL_REPORT_LIGHT_LIGHT),
                                                    light->light)
                         : _ ("no figures");
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (spil_light_icon (light->light));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), aspect);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), light->reason != NULL ? light->reason : "");
  gtk_widget_add_css_class (icon, spil_light_css_class (light->light));
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_label_new (word));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("document-edit-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static GtkWindow *
window_of (GtkWidget *widget)
{
  return GTK_WINDOW (gtk_widget_get_root (widget));
}

// Tells the window about an error, unless it is the user's own dismissal.
static void
tell (GtkWidget *widget, const GError *error)
{
  if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
    gtk_widget_activate_action (widget, "win.toast", "s", error->message);
}

static void
on_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) row = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, &error))
    tell (row, error);
}

// The file of the report in the format with that ending; free with g_object_unref().
static GFile *
file_of (GtkWidget *row, const char *ending)
{
  const char *start = g_object_get_data (G_OBJECT (row), "spil-file");
  g_autofree char *path = g_strconcat (start, ending, NULL);

  return g_file_new_for_path (path);
}

// In the form that was chosen in the preferences; older reports are there as PDF alone.
static GFile *
file_to_open (GtkWidget *row)
{
  g_autofree char *usual = spil_settings_dup_ending ("report-format", "pdf");
  g_autoptr (GFile) file = file_of (row, usual);

  return g_file_query_exists (file, NULL) ? g_steal_pointer (&file) : file_of (row, spil_report_endings[0]);
}

static void
on_open_clicked_cb (GtkWidget *row)
{
  g_autoptr (GFile) file = file_to_open (row);
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_launch (launcher, window_of (row), NULL, on_opened_cb, g_object_ref (row));
}

// What is copied, while its place is being chosen.
typedef struct
{
  GtkWidget *row;
  GFile *file;
  GFile *place; // NULL until it was chosen
} Copy;

static void
copy_free (Copy *self)
{
  g_object_unref (self->row);
  g_object_unref (self->file);
  g_clear_object (&self->place);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Copy, copy_free)

static void
on_copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Copy) copy = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_file_copy_finish (G_FILE (source), result, &error))
    tell (copy->row, error);
  else if (g_file_peek_path (copy->place) != NULL) {
    spil_recent_add (g_file_peek_path (copy->place));
    gtk_widget_activate_action (copy->row, "win.toast-file", "(ss)", _ ("Copy saved"),
                                g_file_peek_path (copy->place));
  }
}

static void
on_place_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Copy) copy = user_data;
  g_autoptr (GError) error = NULL;
  Copy *chosen = copy;

  chosen->place = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  if (chosen->place == NULL) {
    tell (chosen->row, error);
    return;
  }
  copy = NULL;
  g_file_copy_async (chosen->file, chosen->place, G_FILE_COPY_OVERWRITE, G_PRIORITY_DEFAULT, NULL, NULL, NULL,
                     on_copied_cb, chosen);
}

static void
save_copy (GtkWidget *row, const char *ending)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = g_strconcat (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ending,
                                       NULL);
  Copy *copy = g_new0 (Copy, 1);

  copy->row = g_object_ref (row);
  copy->file = file_of (row, ending);
  gtk_file_dialog_set_title (dialog, _ ("Save a copy"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, window_of (row), NULL, on_place_chosen_cb, copy);
}

static void
on_save_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  save_copy (user_data, g_variant_get_string (parameter, NULL));
}

static void
add_button (GtkWidget *row, const char *icon, const char *tooltip, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *name = g_strdup_printf ("%s: %s", tooltip,
                                           adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", callback, row, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

// A copy in one of the formats that the report was made in; older ones were PDF alone.
static void
add_save_menu (GtkWidget *row)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) save = g_simple_action_new ("save", G_VARIANT_TYPE_STRING);
  g_autoptr (GFile) odt = file_of (row, ".odt");
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();
  g_autofree char *name = g_strdup_printf ("%s: %s", _ ("Save a copy"),
                                           adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));

  g_signal_connect_object (save, "activate", G_CALLBACK (on_save_activated_cb), row, 0);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (save));
  gtk_widget_insert_action_group (row, "report", G_ACTION_GROUP (actions));
  g_menu_append (menu, _ ("Save as P_DF…"), "report.save::.pdf");
  if (g_file_query_exists (odt, NULL))
    g_menu_append (menu, _ ("Save as _ODT…"), "report.save::.odt");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "document-save-as-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Save a copy"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

GtkWidget *
spil_report_row_new (SpilRecord *report, const char *dir)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *path = spil_report_maker_dup_path (dir, spil_record_get_id (report), "");
  g_autofree char *pdf = g_strconcat (path, spil_report_endings[0], NULL);
  g_autofree char *made = spil_day_format_long (spil_record_get_day (report, SPIL_REPORT_MADE_ON));
  gboolean here = g_file_test (pdf, G_FILE_TEST_EXISTS);
  g_autofree char *subtitle = here ? g_strdup_printf (_ ("Made on %s"), made)
                                   : g_strdup_printf (_ ("Made on %s; the file is not on this laptop"), made);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), spil_record_get_title (report));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  g_object_set_data_full (G_OBJECT (row), "spil-file", g_steal_pointer (&path), g_free);
  if (here) {
    add_button (row, "document-open-symbolic", _ ("Open"), G_CALLBACK (on_open_clicked_cb));
    add_save_menu (row);
  }
  return row;
}
