// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-about-data-page.h"

#include <glib/gi18n-lib.h>

#include "spil-data-report.h"
#include "spil-fact-row.h"
#include "spil-file-save.h"
#include "spil-sharing.h"

struct _SpilAboutDataPage
{
  SpilPage parent_instance;

  AdwPreferencesPage *content;
  AdwPreferencesGroup *ways;
  GPtrArray *groups; /**< in `content`, made of what was read; borrowed */
};

G_DEFINE_FINAL_TYPE (SpilAboutDataPage, spil_about_data_page, SPIL_TYPE_PAGE)

/* On the worker's thread */

static gpointer
load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) members = NULL;
  g_autofree char *folder = NULL;
  SpilDataSharing sharing = { 0 };

  if (!spil_sharing_read (store, &folder, &members, error))
    return NULL;
  sharing.folder = folder;
  sharing.members = members;
  return spil_data_report_gather (store, &sharing, error);
}

static gboolean
write_report (SpilStore *store, const char *path, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) members = NULL;
  g_autofree char *folder = NULL;
  SpilDataSharing sharing = { 0 };

  if (!spil_sharing_read (store, &folder, &members, error))
    return FALSE;
  sharing.folder = folder;
  sharing.members = members;
  return spil_data_report_write (store, &sharing, path, error);
}

/* On the main thread */

static GtkWidget *
make_figure_row (const SpilDataRow *figure)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *number = gtk_label_new (figure->text);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), figure->label);
  gtk_widget_add_css_class (number, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), number);
  return row;
}

static GtkWidget *
make_group (const SpilDataSection *section)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), section->title);
  for (guint i = 0; i < section->rows->len; i++) {
    const SpilDataRow *row = section->rows->pdata[i];

    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               section->figures ? make_figure_row (row)
                                                : spil_fact_row_new (row->label, row->text));
  }
  return group;
}

static void
fill (SpilPage *page, gpointer loaded)
{
  SpilAboutDataPage *self = SPIL_ABOUT_DATA_PAGE (page);
  GPtrArray *sections = loaded;

  for (guint i = 0; i < self->groups->len; i++)
    adw_preferences_page_remove (self->content, self->groups->pdata[i]);
  g_ptr_array_set_size (self->groups, 0);
  // What can be done stands at the end, whatever there is to tell.
  adw_preferences_page_remove (self->content, g_object_ref (self->ways));
  for (guint i = 0; i < sections->len; i++) {
    GtkWidget *group = make_group (sections->pdata[i]);

    adw_preferences_page_add (self->content, ADW_PREFERENCES_GROUP (group));
    g_ptr_array_add (self->groups, group);
  }
  adw_preferences_page_add (self->content, self->ways);
  g_object_unref (self->ways);
}

static void
on_saved (GtkWidget *parent, const char *path, gpointer data)
{
  g_autofree char *name = g_filename_display_basename (path);
  // Translators: %s is a file.
  g_autofree char *text = g_strdup_printf (_ ("Overview saved: %s"), name);

  gtk_widget_activate_action (parent, "win.toast-file", "(ss)", text, path);
}

static void
on_save_clicked_cb (SpilAboutDataPage *self)
{
  const SpilFileSaving saving = { .title = _ ("Save"),
                                  .name = _ ("About these data"),
                                  .ending = ".pdf",
                                  .write = write_report,
                                  .saved = on_saved };

  spil_file_save (GTK_WIDGET (self), spil_page_get_worker (SPIL_PAGE (self)), &saving, NULL, NULL);
}

/* The class */

static void
spil_about_data_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_ABOUT_DATA_PAGE);
  G_OBJECT_CLASS (spil_about_data_page_parent_class)->dispose (object);
}

static void
spil_about_data_page_finalize (GObject *object)
{
  g_ptr_array_unref (SPIL_ABOUT_DATA_PAGE (object)->groups);
  G_OBJECT_CLASS (spil_about_data_page_parent_class)->finalize (object);
}

static void
spil_about_data_page_class_init (SpilAboutDataPageClass *klass)
{
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_about_data_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = spil_about_data_page_finalize;
  // Whatever changes, some figure of it stands here.
  page_class->all_changes = TRUE;
  page_class->load = load;
  page_class->free_data = (GDestroyNotify) g_ptr_array_unref;
  page_class->fill = fill;
  page_class->help = "privacy";

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/regiozwolle/Spil/ui/spil-about-data-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilAboutDataPage, content);
  gtk_widget_class_bind_template_child (widget_class, SpilAboutDataPage, ways);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked_cb);
}

static void
spil_about_data_page_init (SpilAboutDataPage *self)
{
  self->groups = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

SpilPage *
spil_about_data_page_new (SpilWorker *worker)
{
  return g_object_new (SPIL_TYPE_ABOUT_DATA_PAGE, "worker", worker, NULL);
}
