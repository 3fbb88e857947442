// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-documents.h"

#include <glib/gi18n-lib.h>

#include "spil-page.h"
#include "spil-record-dialog.h"
#include "spil-record-words.h"
#include "spil-relation-query.h"

/* Reading */

static gboolean
is_address (const char *location)
{
  g_autofree char *scheme = location != NULL ? g_uri_parse_scheme (location) : NULL;

  // "c:\..." is a place on a disk.
  return scheme != NULL && scheme[1] != '\0' && g_strcmp0 (scheme, "file") != 0;
}

static GFile *
file_of (SpilRecord *document)
{
  return g_file_new_for_commandline_arg (spil_record_get_text (document, SPIL_DOCUMENT_LOCATION));
}

static gboolean
is_gone (SpilRecord *document)
{
  g_autoptr (GFile) file = NULL;

  if (spil_record_is_null (document, SPIL_DOCUMENT_LOCATION) ||
      is_address (spil_record_get_text (document, SPIL_DOCUMENT_LOCATION)))
    return FALSE;
  file = file_of (document);
  return !g_file_query_exists (file, NULL);
}

SpilDocuments *
spil_documents_load (SpilStore *store, const SpilEntity *about, SpilId id, GError **error)
{
  GPtrArray *records = spil_document_query (store, about, id, error);
  SpilDocuments *self;

  if (records == NULL)
    return NULL;
  self = g_new0 (SpilDocuments, 1);
  self->records = records;
  self->gone = g_array_new (FALSE, FALSE, sizeof (gboolean));
  for (guint i = 0; i < records->len; i++) {
    gboolean gone = is_gone (records->pdata[i]);

    g_array_append_val (self->gone, gone);
  }
  return self;
}

void
spil_documents_free (SpilDocuments *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->records);
  g_array_unref (self->gone);
  g_free (self);
}

/* Opening */

static void
say_cannot_open (GtkWidget *row)
{
  gtk_widget_activate_action (row, "win.toast", "s",
                              _ ("That cannot be opened here. See whether the place is still right."));
}

static void
on_file_launched_cb (GObject *launcher, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) row = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (launcher), result, &error) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    say_cannot_open (row);
}

static void
on_address_launched_cb (GObject *launcher, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) row = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (launcher), result, &error) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    say_cannot_open (row);
}

static void
on_row_activated_cb (GtkWidget *row, SpilRecord *document)
{
  const char *location = spil_record_get_text (document, SPIL_DOCUMENT_LOCATION);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (row));

  if (location == NULL)
    say_cannot_open (row);
  else if (is_address (location)) {
    g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (location);

    gtk_uri_launcher_launch (launcher, window, NULL, on_address_launched_cb, g_object_ref (row));
  } else {
    g_autoptr (GFile) file = file_of (document);
    g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

    gtk_file_launcher_launch (launcher, window, NULL, on_file_launched_cb, g_object_ref (row));
  }
}

/* Adding */

static SpilRecord *
make_document (GtkWidget *button)
{
  const SpilEntity *about = g_object_get_data (G_OBJECT (button), "spil-about");
  const SpilId *id = g_object_get_data (G_OBJECT (button), "spil-id");
  SpilRecord *document = spil_record_new (spil_entity (SPIL_ENTITY_DOCUMENT), spil_id_new ());
  g_autofree char *text = spil_id_dup_text (*id);

  spil_record_set_text (document, SPIL_DOCUMENT_ABOUT_ENTITY, about->name);
  spil_record_set_text (document, SPIL_DOCUMENT_ABOUT_ID, text);
  return document;
}

static SpilWorker *
find_worker (GtkWidget *widget)
{
  GtkWidget *page = gtk_widget_get_ancestor (widget, SPIL_TYPE_PAGE);

  return page != NULL ? spil_page_get_worker (SPIL_PAGE (page)) : NULL;
}

static void
on_file_chosen_cb (GObject *dialog, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) button = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (dialog), result, NULL);
  SpilWorker *worker = find_worker (button);
  g_autoptr (SpilRecord) document = NULL;
  g_autofree char *name = NULL;
  g_autofree char *location = NULL;
  SpilAction *action;

  if (file == NULL || worker == NULL)
    return;
  document = make_document (button);
  name = g_file_get_basename (file);
  location = g_file_get_parse_name (file);
  spil_record_set_text (document, SPIL_DOCUMENT_NAME, name);
  spil_record_set_text (document, SPIL_DOCUMENT_LOCATION, location);
  spil_record_set_integer (document, SPIL_DOCUMENT_KIND, SPIL_DOCUMENT_KIND_FILE);
  action = spil_action_new (_ ("Document added"));
  spil_action_add (action, document);
  spil_worker_commit (worker, action, NULL, NULL);
}

static void
on_file_clicked_cb (GtkWidget *button)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Refer to a file"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (button)), NULL, on_file_chosen_cb,
                        g_object_ref (button));
}

static const int fields[] = { SPIL_DOCUMENT_NAME, SPIL_DOCUMENT_LOCATION, SPIL_DOCUMENT_NOTES, 0 };

static void
on_address_clicked_cb (GtkWidget *button)
{
  SpilWorker *worker = find_worker (button);
  g_autoptr (SpilRecord) document = make_document (button);
  SpilRecordDialog *dialog;

  if (worker == NULL)
    return;
  spil_record_set_integer (document, SPIL_DOCUMENT_KIND, SPIL_DOCUMENT_KIND_REFERENCE);
  dialog = spil_record_dialog_new_add (worker, spil_entity (SPIL_ENTITY_DOCUMENT), document);
  spil_record_dialog_set_heading (dialog, _ ("Refer to a web address"));
  spil_record_dialog_set_fields (dialog, fields);
  adw_dialog_present (ADW_DIALOG (dialog), button);
}

static GtkWidget *
make_add_button (const char *icon, const char *text, const char *label, GCallback clicked,
                 const SpilEntity *about, SpilId id)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();

  // Two signs alone do not say what they are for.
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), icon);
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), text);
  gtk_button_set_child (GTK_BUTTON (button), content);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (button), "spil-about", (gpointer) about);
  g_object_set_data_full (G_OBJECT (button), "spil-id", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect (button, "clicked", clicked, NULL);
  return button;
}

static void
add_buttons (SpilRowGroup *group, const SpilEntity *about, SpilId id)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);

  gtk_box_append (GTK_BOX (box), make_add_button ("list-add-symbolic", _ ("File"), _ ("Refer to a file"),
                                                  G_CALLBACK (on_file_clicked_cb), about, id));
  gtk_box_append (GTK_BOX (box),
                  make_add_button ("list-add-symbolic", _ ("Web address"), _ ("Refer to a web address"),
                                   G_CALLBACK (on_address_clicked_cb), about, id));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), box);
}

/* Showing */

static void
on_edit_clicked_cb (GtkWidget *button, SpilRecord *document)
{
  spil_present_edit (button, document, fields);
}

static GtkWidget *
make_row (SpilRecord *document, gboolean gone)
{
  g_autofree char *title = spil_record_dup_one_line (document);
  g_autofree char *place = spil_record_format (document, SPIL_DOCUMENT_LOCATION);
  g_autofree char *subtitle = gone ? g_strdup_printf (_ ("The file is not there: %s"), place)
                                   : g_steal_pointer (&place);
  // Translators: %s is the name of a document.
  g_autofree char *name = g_strdup_printf (_ ("Change %s"), title);
  GtkWidget *row = spil_text_row_new (title, subtitle, NULL);
  GtkWidget *edit = gtk_button_new_from_icon_name ("document-edit-symbolic");

  adw_action_row_add_prefix (
      ADW_ACTION_ROW (row),
      gtk_image_new_from_icon_name (gone ? "dialog-warning-symbolic" : "text-x-generic-symbolic"));
  gtk_widget_add_css_class (edit, "flat");
  gtk_widget_set_valign (edit, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (edit, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (edit), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), edit);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_row_activated_cb), document, 0);
  g_signal_connect_object (edit, "clicked", G_CALLBACK (on_edit_clicked_cb), document, 0);
  // The row keeps what its callbacks need.
  g_object_set_data_full (G_OBJECT (row), "spil-document", g_object_ref (document), g_object_unref);
  return row;
}

void
spil_documents_show (SpilRowGroup *group, const SpilDocuments *documents, const SpilEntity *about, SpilId id)
{
  g_return_if_fail (SPIL_IS_ROW_GROUP (group));

  if (g_object_get_data (G_OBJECT (group), "spil-documents") == NULL) {
    add_buttons (group, about, id);
    g_object_set_data (G_OBJECT (group), "spil-documents", group);
  }
  spil_row_group_begin (group);
  for (guint i = 0; i < documents->records->len; i++)
    spil_row_group_append (
        group, make_row (documents->records->pdata[i], g_array_index (documents->gone, gboolean, i)));
  spil_row_group_end (group, _ ("No documents yet"));
}
