// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-import-history-page.h"

#include <glib/gi18n-lib.h>

#include "spil-failure.h"
#include "spil-import-job.h"
#include "spil-row-group.h"

// How many imports are shown.
#define MAX_RUNS 100

struct _SpilImportHistoryPage
{
  SpilPage parent_instance;

  SpilRowGroup *list;
};

G_DEFINE_FINAL_TYPE (SpilImportHistoryPage, spil_import_history_page, SPIL_TYPE_PAGE)

typedef struct
{
  GPtrArray *runs; /**< of SpilRecord, the latest first */
  GArray *can_undo; /**< of gboolean, of each */
} Data;

static void
data_free (Data *data)
{
  g_clear_pointer (&data->runs, g_ptr_array_unref);
  g_array_unref (data->can_undo);
  g_free (data);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Data, data_free)

static gpointer
load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_IMPORT_RUN));
  g_autoptr (Data) data = g_new0 (Data, 1);

  spil_query_window (query, 0, MAX_RUNS);
  data->can_undo = g_array_new (FALSE, FALSE, sizeof (gboolean));
  data->runs = spil_store_list (store, query, error);
  for (guint i = 0; data->runs != NULL && i < data->runs->len; i++) {
    gboolean can;

    if (!spil_series_can_undo (store, spil_record_get_id (data->runs->pdata[i]), &can, error))
      return NULL;
    g_array_append_val (data->can_undo, can);
  }
  return data->runs != NULL ? g_steal_pointer (&data) : NULL;
}

static void
on_undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilImportHistoryPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree SpilSeriesUndone *undone = spil_worker_run_finish (SPIL_WORKER (source), result, &error);
  g_autofree char *text = undone != NULL ? spil_import_dup_undone_text (undone) : NULL;

  if (error != NULL)
    spil_failure_present (GTK_WIDGET (self), error);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
}

static void
on_undo_cb (GtkWidget *button, SpilImportHistoryPage *self)
{
  const SpilId *id = g_object_get_data (G_OBJECT (button), "spil-import");

  gtk_widget_set_sensitive (button, FALSE);
  spil_import_job_undo (spil_page_get_worker (SPIL_PAGE (self)), *id, on_undone_cb, g_object_ref (self));
}

static GtkWidget *
make_undo (SpilImportHistoryPage *self, SpilRecord *run)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Undo"));
  SpilId id = spil_record_get_id (run);
  // Translators: %s is a file.
  g_autofree char *name = g_strdup_printf (_ ("Undo the import of %s"), spil_record_get_title (run));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, !spil_worker_get_read_only (spil_page_get_worker (SPIL_PAGE (self))));
  // There is such a button in each row: the text on it does not tell which.
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "spil-import", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_undo_cb), self, 0);
  return button;
}

static char *
describe (SpilRecord *run, gboolean can_undo)
{
  g_autofree char *time = spil_record_format (run, SPIL_IMPORT_RUN_TIME);
  g_autofree char *counts = g_strdup_printf (_ ("%d new, %d changed, %d refused"),
                                             (int) spil_record_get_integer (run, SPIL_IMPORT_RUN_CREATED),
                                             (int) spil_record_get_integer (run, SPIL_IMPORT_RUN_UPDATED),
                                             (int) spil_record_get_integer (run, SPIL_IMPORT_RUN_REJECTED));

  return spil_join_facts (time, counts, can_undo ? NULL : _ ("read in on another laptop"), NULL);
}

static void
fill (SpilPage *page, gpointer loaded)
{
  SpilImportHistoryPage *self = SPIL_IMPORT_HISTORY_PAGE (page);
  const Data *data = loaded;

  spil_row_group_begin (self->list);
  for (guint i = 0; i < data->runs->len; i++) {
    SpilRecord *run = data->runs->pdata[i];
    gboolean can_undo = g_array_index (data->can_undo, gboolean, i);
    g_autofree char *subtitle = describe (run, can_undo);
    GtkWidget *row = spil_text_row_new (spil_record_get_title (run), subtitle, NULL);

    if (can_undo)
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_undo (self, run));
    spil_row_group_append (self->list, row);
  }
  spil_row_group_end (self->list, NULL);
  if (data->runs->len == 0)
    spil_page_set_empty (page, _ ("No lists were read in"),
                         _ ("Bring in a list of employers from a spreadsheet or another program."),
                         _ ("Read in a list"), "win.import");
}

static void
spil_import_history_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_IMPORT_HISTORY_PAGE);
  G_OBJECT_CLASS (spil_import_history_page_parent_class)->dispose (object);
}

static void
spil_import_history_page_class_init (SpilImportHistoryPageClass *klass)
{
  static const int entities[] = { SPIL_ENTITY_IMPORT_RUN, 0 };
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_import_history_page_dispose;
  page_class->entities = entities;
  page_class->help = "import";
  page_class->load = load;
  page_class->free_data = (GDestroyNotify) data_free;
  page_class->fill = fill;
  page_class->icon = "spil-import-symbolic";
  g_type_ensure (SPIL_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/regiozwolle/Spil/ui/spil-import-history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilImportHistoryPage, list);
}

static void
spil_import_history_page_init (SpilImportHistoryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

SpilPage *
spil_import_history_page_new (SpilWorker *worker)
{
  return g_object_new (SPIL_TYPE_IMPORT_HISTORY_PAGE, "worker", worker, "title", _ ("Imports"), NULL);
}
