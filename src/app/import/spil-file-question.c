// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-file-question.h"

#include <glib/gi18n-lib.h>

struct _SpilFileQuestion
{
  AdwPreferencesGroup parent_instance;

  char *title;
  GListModel *filters;

  GtkWidget *entry;
};

G_DEFINE_FINAL_TYPE (SpilFileQuestion, spil_file_question, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  CHOSEN,
  REFUSED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

void
spil_file_question_take (SpilFileQuestion *self, GFile *file)
{
  const char *path = g_file_peek_path (file);

  if (path == NULL) {
    g_signal_emit (self, signals[REFUSED], 0,
                   _ ("This file is not on this laptop. Copy it to a folder here first."));
    return;
  }
  gtk_editable_set_text (GTK_EDITABLE (self->entry), path);
  g_signal_emit (self, signals[CHOSEN], 0, path);
}

static void
on_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilFileQuestion) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  // The dialog that asks may have been closed meanwhile.
  if (file != NULL && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    spil_file_question_take (self, file);
}

static void
choose (SpilFileQuestion *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, self->title);
  gtk_file_dialog_set_filters (dialog, self->filters);
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, on_chosen_cb,
                        g_object_ref (self));
}

// Enter goes on to the files when nothing was typed.
static void
on_applied_cb (SpilFileQuestion *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_autoptr (GFile) file = text[0] != '\0' ? g_file_parse_name (text) : NULL;

  if (file != NULL)
    spil_file_question_take (self, file);
  else
    choose (self);
}

void
spil_file_question_set_dialog (SpilFileQuestion *self, const char *title, GListModel *filters)
{
  g_set_str (&self->title, title);
  g_set_object (&self->filters, filters);
}

GtkWidget *
spil_file_question_get_entry (SpilFileQuestion *self)
{
  return self->entry;
}

static void
spil_file_question_finalize (GObject *object)
{
  SpilFileQuestion *self = SPIL_FILE_QUESTION (object);

  g_free (self->title);
  g_clear_object (&self->filters);
  G_OBJECT_CLASS (spil_file_question_parent_class)->finalize (object);
}

static void
spil_file_question_class_init (SpilFileQuestionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = spil_file_question_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", SPIL_TYPE_FILE_QUESTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[REFUSED] = g_signal_new ("refused", SPIL_TYPE_FILE_QUESTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
spil_file_question_init (SpilFileQuestion *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);
  GtkWidget *button = adw_button_row_new ();

  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (button), TRUE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (button), _ ("_Choose a file…"));
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (button), "document-open-symbolic");
  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_object (button, "activated", G_CALLBACK (choose), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, button);

  self->entry = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entry), _ ("Or type where it is"));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->entry), TRUE);
  g_signal_connect_object (self->entry, "apply", G_CALLBACK (on_applied_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "entry-activated", G_CALLBACK (on_applied_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, self->entry);
}
