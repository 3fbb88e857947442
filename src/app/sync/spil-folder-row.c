// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-folder-row.h"

#include <glib/gi18n-lib.h>

#include "spil-settings.h"

struct _SpilFolderRow
{
  AdwEntryRow parent_instance;
};

G_DEFINE_FINAL_TYPE (SpilFolderRow, spil_folder_row, ADW_TYPE_ENTRY_ROW)

static void
on_folder_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilFolderRow) self = user_data;
  g_autoptr (GFile) folder = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autofree char *path = NULL;

  // Nothing was chosen.
  if (folder == NULL)
    return;
  path = g_file_get_path (folder);
  if (path == NULL)
    path = g_file_get_uri (folder);
  gtk_editable_set_text (GTK_EDITABLE (self), path);
}

static void
on_choose_clicked_cb (SpilFolderRow *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Choose the shared folder"));
  gtk_file_dialog_set_accept_label (dialog, _ ("Choose"));
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                                 on_folder_chosen_cb, g_object_ref (self));
}

static void
spil_folder_row_class_init (SpilFolderRowClass *klass)
{
}

static void
spil_folder_row_init (SpilFolderRow *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("folder-open-symbolic");
  g_autofree char *proposed = spil_settings_dup_choice ("shared-folder", "");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Choose the shared folder"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_choose_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), button);
  gtk_editable_set_text (GTK_EDITABLE (self), proposed);
}

char *
spil_folder_row_dup_folder (SpilFolderRow *self)
{
  char *text;

  g_return_val_if_fail (SPIL_IS_FOLDER_ROW (self), NULL);

  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self))));
  if (text[0] == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}
