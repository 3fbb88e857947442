// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-history-item.h"

struct _SpilHistoryItem
{
  GObject parent_instance;

  SpilDone *done;
  gboolean begins_day;
};

G_DEFINE_FINAL_TYPE (SpilHistoryItem, spil_history_item, G_TYPE_OBJECT)

static void
spil_history_item_finalize (GObject *object)
{
  spil_done_free (SPIL_HISTORY_ITEM (object)->done);
  G_OBJECT_CLASS (spil_history_item_parent_class)->finalize (object);
}

static void
spil_history_item_class_init (SpilHistoryItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = spil_history_item_finalize;
}

static void
spil_history_item_init (SpilHistoryItem *self)
{
}

const SpilDone *
spil_history_item_get_done (SpilHistoryItem *self)
{
  g_return_val_if_fail (SPIL_IS_HISTORY_ITEM (self), NULL);
  return self->done;
}

gboolean
spil_history_item_begins_day (SpilHistoryItem *self)
{
  g_return_val_if_fail (SPIL_IS_HISTORY_ITEM (self), FALSE);
  return self->begins_day;
}

GPtrArray *
spil_history_item_fetch (SpilStore *store, gpointer query, int64_t offset, int limit, int64_t *count,
                         GCancellable *cancellable, GError **error)
{
  // With the one before it, to know where a day begins.
  gboolean has_before = offset > 0;
  g_autoptr (GPtrArray) all = spil_done_query (store, offset - has_before, limit + has_before, count, error);
  GPtrArray *items;
  SpilDay before = SPIL_DAY_NONE;

  if (all == NULL)
    return NULL;
  items = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_set_free_func (all, NULL);
  for (guint i = 0; i < all->len; i++) {
    g_autoptr (SpilHistoryItem) item = g_object_new (SPIL_TYPE_HISTORY_ITEM, NULL);
    SpilDay day;

    item->done = all->pdata[i];
    day = spil_time_day (item->done->time);
    item->begins_day = spil_day_compare (day, before) != 0;
    before = day;
    if (i > 0 || !has_before)
      g_ptr_array_add (items, g_steal_pointer (&item));
  }
  return items;
}
