// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-history-dialog.h"

#include <glib/gi18n-lib.h>

#include "spil-failure.h"
#include "spil-history-row.h"
#include "spil-list-slot.h"
#include "spil-row-group.h"
#include "spil-store-list-model.h"

struct _SpilHistoryDialog
{
  AdwDialog parent_instance;

  SpilWorker *worker;
  SpilStoreListModel *model;
  gboolean shown;

  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (SpilHistoryDialog, spil_history_dialog, ADW_TYPE_DIALOG)

// What had the keyboard may have gone with what it could take back; the keyboard stays in the list.
static gboolean
keep_focus_idle (gpointer data)
{
  SpilHistoryDialog *self = data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (root != NULL && self->list != NULL &&
      (focus == NULL || !gtk_widget_get_mapped (focus) || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self))))
    gtk_list_view_scroll_to (self->list, 0, GTK_LIST_SCROLL_FOCUS, NULL);
  return G_SOURCE_REMOVE;
}

// Once the rows show what they hold now.
static void
keep_focus (SpilHistoryDialog *self)
{
  g_idle_add_full (G_PRIORITY_LOW, keep_focus_idle, g_object_ref (self), g_object_unref);
}

/* Taking back and doing again */

typedef struct
{
  int64_t step;
  int n_turned;
  gboolean back;
} Turn;

static gpointer
turn (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Turn *order = data;
  Turn *done = g_memdup2 (order, sizeof *order);

  spil_done_turn (store, order->step, &done->n_turned, error);
  if (*error == NULL)
    return done;
  g_free (done);
  return NULL;
}

static char *
dup_turned_text (const Turn *done)
{
  if (done->back)
    return g_strdup_printf (ngettext ("%d thing taken back", "%d things taken back", done->n_turned),
                            done->n_turned);
  return g_strdup_printf (ngettext ("%d thing done again", "%d things done again", done->n_turned),
                          done->n_turned);
}

static void
on_turned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilHistoryDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree Turn *done = spil_worker_run_finish (SPIL_WORKER (source), result, &error);
  g_autofree char *text = done != NULL ? dup_turned_text (done) : NULL;

  if (self->stack == NULL)
    return;
  keep_focus (self);
  if (error != NULL)
    spil_failure_present (GTK_WIDGET (self), error);
  else
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (text));
}

static gboolean
find_step (SpilHistoryDialog *self, int64_t step, gboolean *back)
{
  GListModel *model = G_LIST_MODEL (self->model);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++) {
    g_autoptr (GObject) slot = g_list_model_get_item (model, i);
    SpilHistoryItem *item = spil_list_item_of (slot);
    const SpilDone *done = item != NULL ? spil_history_item_get_done (item) : NULL;

    if (done != NULL && done->state != SPIL_DONE_PAST && done->step == step) {
      *back = done->state == SPIL_DONE_STANDS;
      return TRUE;
    }
  }
  return FALSE;
}

static void
turn_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilHistoryDialog *self = SPIL_HISTORY_DIALOG (widget);
  Turn order = { .step = g_variant_get_int64 (parameter) };

  if (spil_worker_get_read_only (self->worker) || !find_step (self, order.step, &order.back))
    return;
  spil_worker_run (self->worker, turn, g_memdup2 (&order, sizeof order), g_free, g_free, NULL, on_turned_cb,
                   g_object_ref (self));
}

/* What it was about */

static gpointer
find_row (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const int64_t *sequence = data;
  const SpilEntity *entity;
  SpilId id;
  g_autofree char *text = NULL;

  if (!spil_done_find_row (store, *sequence, &entity, &id, error))
    return NULL;
  text = spil_id_dup_text (id);
  return g_strdup_printf ("%s %s", entity->name, text);
}

static void
on_row_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilHistoryDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *row = spil_worker_run_finish (SPIL_WORKER (source), result, &error);
  g_autoptr (GtkWidget) window = NULL;

  if (self->stack == NULL)
    return;
  if (error != NULL) {
    spil_failure_present (GTK_WIDGET (self), error);
  } else if (row == NULL) {
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_ ("What this was about is not there now")));
  } else {
    window = g_object_ref (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))));
    adw_dialog_force_close (ADW_DIALOG (self));
    gtk_widget_activate_action (window, "win.open-record", "s", row);
  }
}

static void
on_activated_cb (SpilHistoryDialog *self, guint position)
{
  g_autoptr (GObject) slot = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  SpilHistoryItem *item = slot != NULL ? spil_list_item_of (slot) : NULL;

  if (item != NULL)
    spil_worker_run (self->worker, find_row,
                     g_memdup2 (&spil_history_item_get_done (item)->sequence, sizeof (int64_t)), g_free,
                     g_free, NULL, on_row_found_cb, g_object_ref (self));
}

/* The list */

static void
on_filled_cb (SpilHistoryDialog *self)
{
  if (self->stack != NULL && self->shown)
    keep_focus (self);
}

static void
update_row (GtkListItem *list_item)
{
  SpilHistoryRow *row = SPIL_HISTORY_ROW (gtk_list_item_get_child (list_item));
  SpilHistoryItem *item = spil_list_item_of (gtk_list_item_get_item (list_item));
  SpilWorker *worker = g_object_get_data (G_OBJECT (row), "spil-worker");
  const SpilDone *done = item != NULL ? spil_history_item_get_done (item) : NULL;
  g_autofree char *time = done != NULL ? spil_time_format (done->time) : NULL;
  g_autofree char *name = done != NULL ? spil_join_facts (done->label, time, done->actor, NULL) : NULL;

  spil_history_row_set_item (row, item, !spil_worker_get_read_only (worker));
  gtk_list_item_set_accessible_label (list_item, name != NULL ? name : "");
}

static void
on_setup_cb (SpilHistoryDialog *self, GtkListItem *list_item)
{
  GtkWidget *row = spil_history_row_new ();

  g_object_set_data_full (G_OBJECT (row), "spil-worker", g_object_ref (self->worker), g_object_unref);
  gtk_list_item_set_child (list_item, row);
}

static void
on_bind_cb (SpilHistoryDialog *self, GtkListItem *list_item)
{
  g_signal_connect_object (gtk_list_item_get_item (list_item), "notify::item", G_CALLBACK (update_row),
                           list_item, G_CONNECT_SWAPPED);
  update_row (list_item);
}

static void
on_unbind_cb (SpilHistoryDialog *self, GtkListItem *list_item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), update_row, list_item);
}

static void
on_loaded_cb (SpilHistoryDialog *self)
{
  gboolean empty = g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0;

  if (self->stack == NULL)
    return;
  gtk_stack_set_visible_child_name (self->stack, empty ? "nothing" : "list");
  // The row, not the button in it: the arrows go on from there.
  if (!self->shown && !empty)
    gtk_list_view_scroll_to (self->list, 0, GTK_LIST_SCROLL_FOCUS, NULL);
  self->shown = TRUE;
}

static void
on_worker_changed_cb (SpilHistoryDialog *self)
{
  spil_store_list_model_refresh (self->model);
}

static void
set_worker (SpilHistoryDialog *self, SpilWorker *worker)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->worker = g_object_ref (worker);
  self->model = spil_store_list_model_new (worker, spil_history_item_fetch);
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  g_object_unref (factory);
  gtk_list_view_set_model (
      self->list, GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->model)))));
  g_signal_connect_object (self->model, "loaded", G_CALLBACK (on_loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "filled", G_CALLBACK (on_filled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (worker, "changed", G_CALLBACK (on_worker_changed_cb), self, G_CONNECT_SWAPPED);
  spil_store_list_model_set_query (self->model, NULL, NULL);
}

static void
spil_history_dialog_dispose (GObject *object)
{
  SpilHistoryDialog *self = SPIL_HISTORY_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_HISTORY_DIALOG);
  g_clear_object (&self->model);
  g_clear_object (&self->worker);
  G_OBJECT_CLASS (spil_history_dialog_parent_class)->dispose (object);
}

static void
spil_history_dialog_class_init (SpilHistoryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_history_dialog_dispose;
  gtk_widget_class_install_action (widget_class, "history.turn", "x", turn_action);
  g_type_ensure (SPIL_TYPE_HISTORY_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/regiozwolle/Spil/ui/spil-history-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilHistoryDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, SpilHistoryDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SpilHistoryDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, on_activated_cb);
}

static void
spil_history_dialog_init (SpilHistoryDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
spil_history_dialog_new (SpilWorker *worker)
{
  SpilHistoryDialog *self = g_object_new (SPIL_TYPE_HISTORY_DIALOG, NULL);

  set_worker (self, worker);
  return ADW_DIALOG (self);
}
