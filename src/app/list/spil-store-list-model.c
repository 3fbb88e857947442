// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-store-list-model.h"

#include "spil-list-slot.h"

// Rows are read in blocks: a screen is one or two of them.
#define BLOCK_SIZE 64
// Blocks that are kept: GTK makes some 205 rows, and scrolling back should not read again.
#define MAX_BLOCKS 16

typedef struct
{
  gpointer data;
  GDestroyNotify free;
} SharedQuery;

// A part of the list on its way from the worker, owned by the one who waits for it.
typedef struct
{
  SpilStoreListModel *model;
  GCancellable *cancellable;
  SpilListFetchFunc fetch;
  SharedQuery *query;
  guint first_block;
  guint n_blocks;
  gboolean wants_count;
  int64_t count;
} Part;

struct _SpilStoreListModel
{
  GObject parent_instance;

  SpilWorker *worker;
  SpilListFetchFunc fetch;
  SharedQuery *query;
  GCancellable *cancellable; /**< of the fetches for the query in use */
  guint n_items;
  GHashTable *slots; /**< position -> SpilListSlot, not owned: those that somebody holds */
  GHashTable *blocks; /**< number of a block -> GPtrArray of its items */
  GQueue recent; /**< numbers of the blocks, latest used first */
  GHashTable *wanted; /**< numbers of blocks to ask for */
  GHashTable *pending; /**< numbers of blocks asked for */
  guint ask_source;
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SpilStoreListModel, spil_store_list_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

enum
{
  LOADED,
  FILLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
shared_query_clear (gpointer data)
{
  SharedQuery *query = data;

  if (query->free != NULL && query->data != NULL)
    query->free (query->data);
}

static void
shared_query_unref (SharedQuery *query)
{
  g_atomic_rc_box_release_full (query, shared_query_clear);
}

static void
part_free (Part *part)
{
  g_object_unref (part->model);
  g_object_unref (part->cancellable);
  shared_query_unref (part->query);
  g_free (part);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Part, part_free)

/* On the worker's thread */

static gpointer
fetch_part (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Part *part = data;

  return part->fetch (store, part->query->data, (int64_t) part->first_block * BLOCK_SIZE,
                      part->n_blocks * BLOCK_SIZE, part->wants_count ? &part->count : NULL, cancellable,
                      error);
}

/* On the main thread */

static void
on_slot_gone_cb (gpointer user_data, GObject *slot)
{
  SpilStoreListModel *self = user_data;

  g_hash_table_remove (self->slots, GUINT_TO_POINTER (spil_list_slot_get_position (SPIL_LIST_SLOT (slot))));
}

static gpointer
cached_item (SpilStoreListModel *self, guint position)
{
  GPtrArray *block = g_hash_table_lookup (self->blocks, GUINT_TO_POINTER (position / BLOCK_SIZE));
  guint at = position % BLOCK_SIZE;

  return block != NULL && at < block->len ? g_ptr_array_index (block, at) : NULL;
}

static void
keep_block (SpilStoreListModel *self, guint number, GPtrArray *items)
{
  gpointer key = GUINT_TO_POINTER (number);

  g_queue_remove (&self->recent, key);
  g_queue_push_head (&self->recent, key);
  g_hash_table_insert (self->blocks, key, items);
  while (g_queue_get_length (&self->recent) > MAX_BLOCKS)
    g_hash_table_remove (self->blocks, g_queue_pop_tail (&self->recent));
}

static void
keep_part (SpilStoreListModel *self, const Part *part, GPtrArray *items)
{
  for (guint i = 0; i < part->n_blocks; i++) {
    GPtrArray *block = g_ptr_array_new_with_free_func (g_object_unref);

    for (guint at = i * BLOCK_SIZE; at < (i + 1) * BLOCK_SIZE && at < items->len; at++)
      g_ptr_array_add (block, g_object_ref (g_ptr_array_index (items, at)));
    keep_block (self, part->first_block + i, block);
    g_hash_table_remove (self->pending, GUINT_TO_POINTER (part->first_block + i));
  }
}

static void
set_n_items (SpilStoreListModel *self, guint n_items)
{
  guint old = self->n_items;

  if (n_items == old)
    return;
  self->n_items = n_items;
  if (n_items > old)
    g_list_model_items_changed (G_LIST_MODEL (self), old, 0, n_items - old);
  else
    g_list_model_items_changed (G_LIST_MODEL (self), n_items, old - n_items, 0);
}

static void
fill_slots (SpilStoreListModel *self, const Part *part)
{
  guint first = part->first_block * BLOCK_SIZE;
  guint end = first + part->n_blocks * BLOCK_SIZE;

  for (guint position = first; position < end; position++) {
    SpilListSlot *slot = g_hash_table_lookup (self->slots, GUINT_TO_POINTER (position));

    if (slot != NULL)
      spil_list_slot_set_item (slot, cached_item (self, position));
  }
}

static void
on_part_fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Part) part = user_data;
  SpilStoreListModel *self = part->model;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = spil_worker_run_finish (SPIL_WORKER (source), result, &error);

  if (part->cancellable != self->cancellable)
    return;
  if (items == NULL) {
    g_hash_table_remove_all (self->pending);
    if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
      g_signal_emit_by_name (self->worker, "failed", error);
    return;
  }
  keep_part (self, part, items);
  if (part->wants_count)
    set_n_items (self, (guint) CLAMP (part->count, 0, G_MAXUINT - 1));
  fill_slots (self, part);
  g_signal_emit (self, signals[FILLED], 0, part->first_block * BLOCK_SIZE, part->n_blocks * BLOCK_SIZE);
  if (part->wants_count)
    g_signal_emit (self, signals[LOADED], 0);
}

static void
ask_part (SpilStoreListModel *self, guint first_block, guint n_blocks, gboolean wants_count)
{
  Part *part = g_new0 (Part, 1);

  part->fetch = self->fetch;
  part->query = g_atomic_rc_box_acquire (self->query);
  part->first_block = first_block;
  part->n_blocks = n_blocks;
  part->wants_count = wants_count;
  part->model = g_object_ref (self);
  part->cancellable = g_object_ref (self->cancellable);
  for (guint i = 0; i < n_blocks; i++)
    g_hash_table_add (self->pending, GUINT_TO_POINTER (first_block + i));
  spil_worker_run (self->worker, fetch_part, part, NULL, (GDestroyNotify) g_ptr_array_unref,
                   self->cancellable, on_part_fetched_cb, part);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  return (GPOINTER_TO_UINT (a) > GPOINTER_TO_UINT (b)) - (GPOINTER_TO_UINT (a) < GPOINTER_TO_UINT (b));
}

// Asks for the wanted blocks, neighbours together; returns how many parts that are.
static int
ask_wanted (SpilStoreListModel *self, gboolean wants_count)
{
  g_autoptr (GList) numbers = g_list_sort (g_hash_table_get_keys (self->wanted), compare_numbers);
  int n_parts = 0;

  for (GList *list = numbers; list != NULL;) {
    guint first = GPOINTER_TO_UINT (list->data);
    guint n = 0;

    while (list != NULL && GPOINTER_TO_UINT (list->data) == first + n && n < MAX_BLOCKS / 2) {
      n++;
      list = list->next;
    }
    ask_part (self, first, n, wants_count && n_parts == 0);
    n_parts++;
  }
  g_hash_table_remove_all (self->wanted);
  return n_parts;
}

static gboolean
on_ask_cb (gpointer data)
{
  SpilStoreListModel *self = data;

  self->ask_source = 0;
  ask_wanted (self, FALSE);
  return G_SOURCE_REMOVE;
}

static void
want_block (SpilStoreListModel *self, guint number)
{
  if (self->query == NULL || g_hash_table_contains (self->pending, GUINT_TO_POINTER (number)))
    return;
  g_hash_table_add (self->wanted, GUINT_TO_POINTER (number));
  // Together, once GTK has asked for all the rows that it needs.
  if (self->ask_source == 0)
    self->ask_source = g_idle_add_full (G_PRIORITY_DEFAULT, on_ask_cb, self, NULL);
}

static void
read_again (SpilStoreListModel *self)
{
  GHashTableIter iter;
  gpointer key;

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_hash_table_remove_all (self->blocks);
  g_queue_clear (&self->recent);
  g_hash_table_remove_all (self->pending);
  g_hash_table_remove_all (self->wanted);
  g_clear_handle_id (&self->ask_source, g_source_remove);
  g_hash_table_iter_init (&iter, self->slots);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (self->wanted, GUINT_TO_POINTER (GPOINTER_TO_UINT (key) / BLOCK_SIZE));
  if (g_hash_table_size (self->wanted) == 0)
    g_hash_table_add (self->wanted, GUINT_TO_POINTER (0));
  ask_wanted (self, TRUE);
}

static GType
get_item_type (GListModel *model)
{
  return SPIL_TYPE_LIST_SLOT;
}

static guint
get_n_items (GListModel *model)
{
  return SPIL_STORE_LIST_MODEL (model)->n_items;
}

static gpointer
get_item (GListModel *model, guint position)
{
  SpilStoreListModel *self = SPIL_STORE_LIST_MODEL (model);
  SpilListSlot *slot;

  if (position >= self->n_items)
    return NULL;
  slot = g_hash_table_lookup (self->slots, GUINT_TO_POINTER (position));
  if (slot != NULL)
    return g_object_ref (slot);
  slot = spil_list_slot_new (position);
  g_hash_table_insert (self->slots, GUINT_TO_POINTER (position), slot);
  g_object_weak_ref (G_OBJECT (slot), on_slot_gone_cb, self);
  spil_list_slot_set_item (slot, cached_item (self, position));
  if (!g_hash_table_contains (self->blocks, GUINT_TO_POINTER (position / BLOCK_SIZE)))
    want_block (self, position / BLOCK_SIZE);
  return slot;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
spil_store_list_model_dispose (GObject *object)
{
  SpilStoreListModel *self = SPIL_STORE_LIST_MODEL (object);
  GHashTableIter iter;
  gpointer slot;

  g_clear_handle_id (&self->ask_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_hash_table_iter_init (&iter, self->slots);
  while (g_hash_table_iter_next (&iter, NULL, &slot))
    g_object_weak_unref (slot, on_slot_gone_cb, self);
  g_hash_table_remove_all (self->slots);
  g_clear_pointer (&self->query, shared_query_unref);
  g_clear_object (&self->worker);
  G_OBJECT_CLASS (spil_store_list_model_parent_class)->dispose (object);
}

static void
spil_store_list_model_finalize (GObject *object)
{
  SpilStoreListModel *self = SPIL_STORE_LIST_MODEL (object);

  g_hash_table_unref (self->slots);
  g_hash_table_unref (self->blocks);
  g_hash_table_unref (self->wanted);
  g_hash_table_unref (self->pending);
  g_queue_clear (&self->recent);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (spil_store_list_model_parent_class)->finalize (object);
}

static void
spil_store_list_model_class_init (SpilStoreListModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = spil_store_list_model_dispose;
  object_class->finalize = spil_store_list_model_finalize;
  signals[LOADED] = g_signal_new ("loaded", SPIL_TYPE_STORE_LIST_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  signals[FILLED] = g_signal_new ("filled", SPIL_TYPE_STORE_LIST_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
spil_store_list_model_init (SpilStoreListModel *self)
{
  self->slots = g_hash_table_new (NULL, NULL);
  self->blocks = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->wanted = g_hash_table_new (NULL, NULL);
  self->pending = g_hash_table_new (NULL, NULL);
  self->cancellable = g_cancellable_new ();
  g_queue_init (&self->recent);
}

SpilStoreListModel *
spil_store_list_model_new (SpilWorker *worker, SpilListFetchFunc fetch)
{
  SpilStoreListModel *self = g_object_new (SPIL_TYPE_STORE_LIST_MODEL, NULL);

  self->worker = g_object_ref (worker);
  self->fetch = fetch;
  return self;
}

void
spil_store_list_model_set_query (SpilStoreListModel *self, gpointer query, GDestroyNotify free_query)
{
  g_return_if_fail (SPIL_IS_STORE_LIST_MODEL (self));

  g_clear_pointer (&self->query, shared_query_unref);
  self->query = g_atomic_rc_box_new0 (SharedQuery);
  self->query->data = query;
  self->query->free = free_query;
  read_again (self);
}

void
spil_store_list_model_refresh (SpilStoreListModel *self)
{
  g_return_if_fail (SPIL_IS_STORE_LIST_MODEL (self));

  if (self->query != NULL)
    read_again (self);
}

// The first rows, on their way to somebody who wants them all.
typedef struct
{
  SpilListFetchFunc fetch;
  SharedQuery *query;
  int limit;
} Reading;

static void
reading_free (Reading *reading)
{
  g_clear_pointer (&reading->query, shared_query_unref);
  g_free (reading);
}

static gpointer
read_rows (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Reading *reading = data;

  return reading->query != NULL
             ? reading->fetch (store, reading->query->data, 0, reading->limit, NULL, cancellable, error)
             : NULL;
}

void
spil_store_list_model_read (SpilStoreListModel *self, int limit, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  Reading *reading;

  g_return_if_fail (SPIL_IS_STORE_LIST_MODEL (self));

  reading = g_new0 (Reading, 1);
  reading->fetch = self->fetch;
  reading->query = self->query != NULL ? g_atomic_rc_box_acquire (self->query) : NULL;
  reading->limit = limit;
  spil_worker_run (self->worker, read_rows, reading, (GDestroyNotify) reading_free,
                   (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
spil_store_list_model_read_finish (SpilStoreListModel *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (SPIL_IS_STORE_LIST_MODEL (self), NULL);
  return spil_worker_run_finish (self->worker, result, error);
}

GPtrArray *
spil_store_list_fetch_records (SpilStore *store, gpointer query, int64_t offset, int limit, int64_t *count,
                               GCancellable *cancellable, GError **error)
{
  g_autoptr (SpilQuery) window = spil_query_copy (query);

  if (count != NULL && !spil_store_count (store, window, count, error))
    return NULL;
  spil_query_window (window, offset, limit);
  return spil_store_list (store, window, error);
}
