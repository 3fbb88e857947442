// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-page-lists.h"

#include "spil-list-slot.h"
#include "spil-store-list-model.h"

struct _SpilPageLists
{
  SpilProgrammeRow *programme;
  GPtrArray *models; /* of SpilStoreListModel */
  GPtrArray *rows; /* of GPtrArray: what was read of each of them so far */
  SpilWorker *worker;
};

void
spil_page_lists_free (SpilPageLists *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->programme, spil_programme_row_free);
  g_ptr_array_unref (self->models);
  g_ptr_array_unref (self->rows);
  g_object_unref (self->worker);
  g_free (self);
}

static GListModel *
model_of_view (GtkWidget *view)
{
  GtkSelectionModel *selection = GTK_IS_COLUMN_VIEW (view)
                                     ? gtk_column_view_get_model (GTK_COLUMN_VIEW (view))
                                     : gtk_list_view_get_model (GTK_LIST_VIEW (view));

  return selection != NULL ? G_LIST_MODEL (selection) : NULL;
}

/* The list of the database under a model that selects; NULL: none. */
static GListModel *
find_store_model (GListModel *model)
{
  g_autoptr (GListModel) under = NULL;

  if (model == NULL || SPIL_IS_STORE_LIST_MODEL (model))
    return model;
  if (g_object_class_find_property (G_OBJECT_GET_CLASS (model), "model") == NULL)
    return NULL;
  g_object_get (model, "model", &under, NULL);
  /* The one above keeps it. */
  return find_store_model (under);
}

static void
find_models (GtkWidget *widget, GPtrArray *models)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_COLUMN_VIEW (widget) || GTK_IS_LIST_VIEW (widget)) {
    GListModel *model = find_store_model (model_of_view (widget));

    if (model != NULL)
      g_ptr_array_add (models, g_object_ref (model));
    return;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_models (child, models);
}

/* Reading */

static void read_next (GTask *task);

static void
on_rows_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SpilPageLists *self = g_task_get_task_data (task);
  GError *error = NULL;
  GPtrArray *rows = spil_worker_run_finish (SPIL_WORKER (source), result, &error);

  if (error != NULL) {
    g_task_return_error (task, error);
    return;
  }
  g_ptr_array_add (self->rows, rows != NULL ? rows : g_ptr_array_new ());
  read_next (task);
}

static void
read_next (GTask *task)
{
  SpilPageLists *self = g_task_get_task_data (task);

  if (self->rows->len < self->models->len)
    spil_store_list_model_read (g_ptr_array_index (self->models, self->rows->len), SPIL_PRINT_MOST_ROWS, NULL,
                                on_rows_read_cb, g_object_ref (task));
  else
    g_task_return_boolean (task, TRUE);
}

static gpointer
read_programme (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) missing = NULL;
  SpilProgrammeRow *programme = spil_programme_query (store, &missing);

  if (programme == NULL && !g_error_matches (missing, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&missing));
  return programme;
}

static void
on_programme_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SpilPageLists *self = g_task_get_task_data (task);
  GError *error = NULL;

  self->programme = spil_worker_run_finish (SPIL_WORKER (source), result, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    read_next (task);
}

void
spil_page_lists_read (GtkWidget *root, SpilWorker *worker, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  SpilPageLists *self = g_new0 (SpilPageLists, 1);

  self->models = g_ptr_array_new_with_free_func (g_object_unref);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->worker = g_object_ref (worker);
  find_models (root, self->models);
  g_task_set_task_data (task, self, NULL);
  spil_worker_run (worker, read_programme, NULL, NULL, (GDestroyNotify) spil_programme_row_free, NULL,
                   on_programme_read_cb, task);
}

SpilPageLists *
spil_page_lists_read_finish (GAsyncResult *result, GError **error)
{
  SpilPageLists *self = g_task_get_task_data (G_TASK (result));

  if (g_task_propagate_boolean (G_TASK (result), error))
    return self;
  spil_page_lists_free (self);
  return NULL;
}

/* What was read */

const SpilProgrammeRow *
spil_page_lists_get_programme (const SpilPageLists *self)
{
  return self->programme;
}

static GPtrArray *
dup_items_of_model (GListModel *model)
{
  const guint n = MIN (g_list_model_get_n_items (model), SPIL_PRINT_MOST_ROWS);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++) {
    g_autoptr (GObject) object = g_list_model_get_item (model, i);
    gpointer item = spil_list_item_of (object);

    if (item != NULL)
      g_ptr_array_add (items, g_object_ref (item));
  }
  return items;
}

GPtrArray *
spil_page_lists_dup_items (const SpilPageLists *self, GtkWidget *view, guint *total)
{
  GListModel *model = model_of_view (view);
  GListModel *store_model = find_store_model (model);
  guint at;

  *total = model != NULL ? g_list_model_get_n_items (model) : 0;
  if (model == NULL)
    return g_ptr_array_new ();
  if (store_model != NULL && g_ptr_array_find (self->models, store_model, &at))
    return g_ptr_array_ref (g_ptr_array_index (self->rows, at));
  return dup_items_of_model (model);
}
