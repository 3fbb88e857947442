// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-register-item.h"

struct _SpilRegisterItem
{
  GObject parent_instance;

  SpilBudgetBookingRow *row;
};

G_DEFINE_FINAL_TYPE (SpilRegisterItem, spil_register_item, G_TYPE_OBJECT)

static void
spil_register_item_finalize (GObject *object)
{
  spil_budget_booking_row_free (SPIL_REGISTER_ITEM (object)->row);
  G_OBJECT_CLASS (spil_register_item_parent_class)->finalize (object);
}

static void
spil_register_item_class_init (SpilRegisterItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = spil_register_item_finalize;
}

static void
spil_register_item_init (SpilRegisterItem *self)
{
}

// Takes the row.
static SpilRegisterItem *
new_item (SpilBudgetBookingRow *row)
{
  SpilRegisterItem *self = g_object_new (SPIL_TYPE_REGISTER_ITEM, NULL);

  self->row = row;
  return self;
}

const SpilBudgetBookingRow *
spil_register_item_get_row (SpilRegisterItem *self)
{
  g_return_val_if_fail (SPIL_IS_REGISTER_ITEM (self), NULL);
  return self->row;
}

GPtrArray *
spil_register_item_fetch (SpilStore *store, gpointer filter, int64_t offset, int limit, int64_t *count,
                          GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) rows = spil_budget_query_register (store, filter, offset, limit, count, error);

  if (rows == NULL)
    return NULL;
  g_ptr_array_set_free_func (rows, NULL);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (items, new_item (rows->pdata[i]));
  return g_steal_pointer (&items);
}

SpilBookingFilter *
spil_register_filter_copy (const SpilBookingFilter *filter)
{
  SpilBookingFilter *self = g_memdup2 (filter, sizeof *filter);

  self->text = g_strdup (filter->text);
  return self;
}

void
spil_register_filter_free (SpilBookingFilter *filter)
{
  if (filter == NULL)
    return;
  g_free ((char *) filter->text);
  g_free (filter);
}
