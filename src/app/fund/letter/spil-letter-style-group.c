// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-letter-style-group.h"

#include <glib/gi18n-lib.h>

#include "spil-failure.h"
#include "spil-letter-style.h"
#include "spil-report-file.h"

struct _SpilLetterStyleGroup
{
  AdwPreferencesGroup parent_instance;

  char *path;

  AdwActionRow *state;
  GtkButton *remove;
};

G_DEFINE_FINAL_TYPE (SpilLetterStyleGroup, spil_letter_style_group, ADW_TYPE_PREFERENCES_GROUP)

const char *
spil_letter_style_group_get_style (SpilLetterStyleGroup *self)
{
  return self->path != NULL && g_file_test (self->path, G_FILE_TEST_IS_REGULAR) ? self->path : NULL;
}

static void
show (SpilLetterStyleGroup *self)
{
  const gboolean there = spil_letter_style_group_get_style (self) != NULL;

  adw_action_row_set_subtitle (self->state,
                               there ? _ ("Letters in ODT are put in the house style of this laptop.")
                                     : _ ("None: letters are plain."));
  gtk_widget_set_visible (GTK_WIDGET (self->remove), there);
}

static GtkWindow *
window_of (SpilLetterStyleGroup *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static GtkFileDialog *
make_dialog (const char *title)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  GtkFileDialog *dialog = gtk_file_dialog_new ();

  gtk_file_filter_set_name (filter, _ ("OpenDocument text (.odt)"));
  gtk_file_filter_add_suffix (filter, "odt");
  gtk_file_dialog_set_default_filter (dialog, filter);
  gtk_file_dialog_set_title (dialog, title);
  return dialog;
}

/* Copies the file at @from to where the house style lies. */
static gboolean
take_style (SpilLetterStyleGroup *self, GFile *from, GError **error)
{
  g_autoptr (GFile) to = g_file_new_for_path (self->path);

  return spil_letter_style_check (g_file_peek_path (from), error) &&
         g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, error);
}

static void
on_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilLetterStyleGroup) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr (GError) error = NULL;

  if (file == NULL || g_file_peek_path (file) == NULL)
    return;
  if (!take_style (self, file, &error))
    spil_failure_present (GTK_WIDGET (self), error);
  show (self);
}

static void
on_choose_clicked_cb (SpilLetterStyleGroup *self)
{
  g_autoptr (GtkFileDialog) dialog = make_dialog (_ ("Choose the house style"));

  gtk_file_dialog_open (dialog, window_of (self), NULL, on_chosen_cb, g_object_ref (self));
}

static void
on_remove_clicked_cb (SpilLetterStyleGroup *self)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (GError) error = NULL;

  if (!g_file_delete (file, NULL, &error))
    spil_failure_present (GTK_WIDGET (self), error);
  show (self);
}

/* A letter of which every part is still a field. */
static gboolean
write_example (const char *path, GError **error)
{
  g_autoptr (SpilReportFile) file = spil_report_file_new (path, error);
  g_autoptr (SpilDocument) document = spil_document_new (_ ("House style"));

  spil_document_add_prose (document, SPIL_PROSE_BODY, "{aanvrager}\n{contactpersoon}\n{adres}\n{plaats}");
  spil_document_add_prose (document, SPIL_PROSE_BODY, "{datum}\n{kenmerk}");
  spil_document_add_prose (document, SPIL_PROSE_LEAD, "{onderwerp}");
  spil_document_add_prose (document, SPIL_PROSE_BODY, "{brief}");
  return file != NULL && spil_report_file_write (file, document, NULL, NULL, NULL, error) &&
         spil_report_file_commit (file, error);
}

static void
on_example_placed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilLetterStyleGroup) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr (GError) error = NULL;

  if (file == NULL || g_file_peek_path (file) == NULL)
    return;
  if (!write_example (g_file_peek_path (file), &error))
    spil_failure_present (GTK_WIDGET (self), error);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                                _ ("Example saved. Put your logo in it, then choose it as the house style."));
}

static void
on_example_clicked_cb (SpilLetterStyleGroup *self)
{
  g_autoptr (GtkFileDialog) dialog = make_dialog (_ ("Save an example of a house style"));

  gtk_file_dialog_set_initial_name (dialog, _ ("House style.odt"));
  gtk_file_dialog_save (dialog, window_of (self), NULL, on_example_placed_cb, g_object_ref (self));
}

void
spil_letter_style_group_set_path (SpilLetterStyleGroup *self, const char *path)
{
  g_set_str (&self->path, path);
  show (self);
}

static void
add_button (SpilLetterStyleGroup *self, const char *title, GCallback callback)
{
  GtkWidget *row = adw_button_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_signal_connect_object (row, "activated", callback, self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

static void
spil_letter_style_group_finalize (GObject *object)
{
  g_free (SPIL_LETTER_STYLE_GROUP (object)->path);
  G_OBJECT_CLASS (spil_letter_style_group_parent_class)->finalize (object);
}

static void
spil_letter_style_group_class_init (SpilLetterStyleGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = spil_letter_style_group_finalize;
}

static void
spil_letter_style_group_init (SpilLetterStyleGroup *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);

  adw_preferences_group_set_title (group, _ ("House style"));
  adw_preferences_group_set_description (
      group, _ ("An ODT of your organisation with {brief} where the letter goes."));
  self->state = ADW_ACTION_ROW (adw_action_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->state), _ ("House style in use"));
  self->remove = GTK_BUTTON (gtk_button_new_from_icon_name ("edit-delete-symbolic"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->remove), _ ("Leave out the house style"));
  gtk_widget_set_valign (GTK_WIDGET (self->remove), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->remove), "flat");
  g_signal_connect_object (self->remove, "clicked", G_CALLBACK (on_remove_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (self->state, GTK_WIDGET (self->remove));
  adw_preferences_group_add (group, GTK_WIDGET (self->state));
  add_button (self, _ ("Choose a house style…"), G_CALLBACK (on_choose_clicked_cb));
  add_button (self, _ ("Save an example of a house style…"), G_CALLBACK (on_example_clicked_cb));
}
