// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-employer-item.h"

#include "spil-employer-selection.h"

struct _SpilEmployerItem
{
  GObject parent_instance;

  SpilEmployerRow *row;
  SpilDay today;
};

G_DEFINE_FINAL_TYPE (SpilEmployerItem, spil_employer_item, G_TYPE_OBJECT)

static void
spil_employer_item_finalize (GObject *object)
{
  spil_employer_row_free (SPIL_EMPLOYER_ITEM (object)->row);
  G_OBJECT_CLASS (spil_employer_item_parent_class)->finalize (object);
}

static void
spil_employer_item_class_init (SpilEmployerItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = spil_employer_item_finalize;
}

static void
spil_employer_item_init (SpilEmployerItem *self)
{
}

// Takes @row. @today is the day for which its contact debt stands.
static SpilEmployerItem *
item_new (SpilEmployerRow *row, SpilDay today)
{
  SpilEmployerItem *self = g_object_new (SPIL_TYPE_EMPLOYER_ITEM, NULL);

  self->row = row;
  self->today = today;
  return self;
}

const SpilEmployerRow *
spil_employer_item_get_row (SpilEmployerItem *self)
{
  g_return_val_if_fail (SPIL_IS_EMPLOYER_ITEM (self), NULL);
  return self->row;
}

SpilDay
spil_employer_item_get_today (SpilEmployerItem *self)
{
  g_return_val_if_fail (SPIL_IS_EMPLOYER_ITEM (self), SPIL_DAY_NONE);
  return self->today;
}

GPtrArray *
spil_employer_item_fetch (SpilStore *store, gpointer selection, int64_t offset, int limit, int64_t *count,
                          GCancellable *cancellable, GError **error)
{
  SpilEmployerFilter filter = spil_employer_selection_to_filter (selection);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) rows = NULL;

  filter.offset = offset;
  filter.limit = limit;
  rows = spil_employer_query_page (store, &filter, count, error);
  if (rows == NULL)
    return NULL;
  g_ptr_array_set_free_func (rows, NULL);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (items, item_new (rows->pdata[i], filter.today));
  return g_steal_pointer (&items);
}
