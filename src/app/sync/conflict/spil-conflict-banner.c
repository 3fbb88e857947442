// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-conflict-banner.h"

#include <glib/gi18n-lib.h>

#include "spil-conflict-dialog.h"
#include "spil-conflict-query.h"

struct _SpilConflictBanner
{
  AdwBin parent_instance;

  SpilWorker *worker;
  GArray *rows; /**< of SpilPageRow */
  GCancellable *looking;
  char *first; /**< id of the entry that is opened */
  AdwBanner *banner; /**< borrowed */
};

G_DEFINE_FINAL_TYPE (SpilConflictBanner, spil_conflict_banner, ADW_TYPE_BIN)

typedef struct
{
  int64_t count;
  char *first;
} Found;

static void
found_free (Found *found)
{
  g_free (found->first);
  g_free (found);
}

static gpointer
look_for (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  GArray *rows = request;
  Found *found = g_new0 (Found, 1);

  if (!spil_store_count_conflicts (store, &found->count, error) || found->count == 0)
    return found;
  found->count = 0;
  for (guint i = 0; i < rows->len; i++) {
    const SpilPageRow *row = &g_array_index (rows, SpilPageRow, i);
    g_autoptr (GPtrArray)
        conflicts = spil_store_conflicts_of (store, spil_entity (row->entity), row->id, error);

    if (conflicts == NULL) {
      found_free (found);
      return NULL;
    }
    if (found->first == NULL && conflicts->len > 0)
      found->first = g_strdup (((SpilConflict *) g_ptr_array_index (conflicts, 0))->id);
    found->count += conflicts->len;
  }
  return found;
}

static void
on_looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilConflictBanner) self = user_data;
  Found *found = spil_worker_run_finish (SPIL_WORKER (source), result, NULL);
  gboolean current = g_task_get_cancellable (G_TASK (result)) == self->looking && self->looking != NULL;
  g_autofree char *title = NULL;

  // The page itself tells when the database cannot be read.
  if (found == NULL)
    return;
  if (current) {
    g_clear_object (&self->looking);
    g_set_str (&self->first, found->first);
    title = g_strdup_printf (ngettext ("Written differently on two laptops: %d thing to choose",
                                       "Written differently on different laptops: %d things to choose",
                                       (gulong) found->count),
                             (int) found->count);
    adw_banner_set_title (self->banner, title);
    adw_banner_set_revealed (self->banner, found->count > 0);
  }
  found_free (found);
}

static void
look (SpilConflictBanner *self)
{
  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  if (self->rows->len == 0)
    return;
  self->looking = g_cancellable_new ();
  spil_worker_run (self->worker, look_for, g_array_copy (self->rows), (GDestroyNotify) g_array_unref,
                   (GDestroyNotify) found_free, self->looking, on_looked_cb, g_object_ref (self));
}

static void
on_worker_changed_cb (SpilConflictBanner *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    look (self);
}

static void
on_button_clicked_cb (SpilConflictBanner *self)
{
  if (self->first != NULL)
    spil_conflict_dialog_present (self->worker, self->first, GTK_WIDGET (self));
}

static void
spil_conflict_banner_dispose (GObject *object)
{
  SpilConflictBanner *self = SPIL_CONFLICT_BANNER (object);

  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_clear_object (&self->worker);
  G_OBJECT_CLASS (spil_conflict_banner_parent_class)->dispose (object);
}

static void
spil_conflict_banner_finalize (GObject *object)
{
  SpilConflictBanner *self = SPIL_CONFLICT_BANNER (object);

  g_array_unref (self->rows);
  g_free (self->first);
  G_OBJECT_CLASS (spil_conflict_banner_parent_class)->finalize (object);
}

static void
spil_conflict_banner_class_init (SpilConflictBannerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = spil_conflict_banner_dispose;
  G_OBJECT_CLASS (klass)->finalize = spil_conflict_banner_finalize;
}

static void
spil_conflict_banner_init (SpilConflictBanner *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (SpilPageRow));
  self->banner = ADW_BANNER (adw_banner_new (""));
  adw_banner_set_use_markup (self->banner, FALSE);
  // What is folded away is not read aloud.
  g_object_bind_property (self->banner, "revealed", self->banner, "visible", G_BINDING_SYNC_CREATE);
  adw_banner_set_button_label (self->banner, _ ("_Choose…"));
  g_signal_connect_object (self->banner, "button-clicked", G_CALLBACK (on_button_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->banner));
}

GtkWidget *
spil_conflict_banner_new (SpilWorker *worker)
{
  SpilConflictBanner *self = g_object_new (SPIL_TYPE_CONFLICT_BANNER, NULL);

  self->worker = g_object_ref (worker);
  g_signal_connect_object (worker, "changed", G_CALLBACK (on_worker_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
spil_conflict_banner_set_rows (SpilConflictBanner *self, const SpilPageRow *rows, gsize n_rows)
{
  g_return_if_fail (SPIL_IS_CONFLICT_BANNER (self));

  g_array_set_size (self->rows, 0);
  g_array_append_vals (self->rows, rows, (guint) n_rows);
  look (self);
}
