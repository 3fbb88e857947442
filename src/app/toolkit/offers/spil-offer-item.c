// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-offer-item.h"

struct _SpilOfferItem
{
  GObject parent_instance;

  SpilOfferRow *row;
};

G_DEFINE_FINAL_TYPE (SpilOfferItem, spil_offer_item, G_TYPE_OBJECT)

static void
spil_offer_item_finalize (GObject *object)
{
  spil_offer_row_free (SPIL_OFFER_ITEM (object)->row);
  G_OBJECT_CLASS (spil_offer_item_parent_class)->finalize (object);
}

static void
spil_offer_item_class_init (SpilOfferItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = spil_offer_item_finalize;
}

static void
spil_offer_item_init (SpilOfferItem *self)
{
}

const SpilOfferRow *
spil_offer_item_get_row (SpilOfferItem *self)
{
  g_return_val_if_fail (SPIL_IS_OFFER_ITEM (self), NULL);
  return self->row;
}

GPtrArray *
spil_offer_item_fetch (SpilStore *store, gpointer query, int64_t offset, int limit, int64_t *count,
                       GCancellable *cancellable, GError **error)
{
  SpilOfferFilter filter = *(const SpilOfferFilter *) query;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  if (count != NULL) {
    SpilOfferCounts counts;

    if (!spil_offer_query_counts (store, &filter, &counts, error))
      return NULL;
    *count = 0;
    for (gsize i = 0; i < G_N_ELEMENTS (counts.n); i++)
      *count += counts.n[i];
  }
  filter.offset = offset;
  filter.limit = limit;
  rows = spil_offer_query (store, &filter, error);
  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++) {
    SpilOfferItem *item = g_object_new (SPIL_TYPE_OFFER_ITEM, NULL);

    item->row = g_steal_pointer (&g_ptr_array_index (rows, i));
    g_ptr_array_add (items, item);
  }
  return g_steal_pointer (&items);
}

SpilOfferFilter *
spil_offer_item_copy_filter (const SpilOfferFilter *filter)
{
  SpilOfferFilter *copy = g_memdup2 (filter, sizeof *filter);

  copy->owner = g_strdup (filter->owner);
  return copy;
}

void
spil_offer_item_free_filter (gpointer filter)
{
  g_free ((char *) ((SpilOfferFilter *) filter)->owner);
  g_free (filter);
}
