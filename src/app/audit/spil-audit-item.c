// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-audit-item.h"

#include <glib/gi18n-lib.h>

#include "spil-sync-store.h"

struct _SpilAuditItem
{
  GObject parent_instance;

  GPtrArray *lines; /**< those that were read together, with the texts */
  const SpilAuditLine *line;
  char *device;
};

G_DEFINE_FINAL_TYPE (SpilAuditItem, spil_audit_item, G_TYPE_OBJECT)

static void
spil_audit_item_finalize (GObject *object)
{
  SpilAuditItem *self = SPIL_AUDIT_ITEM (object);

  g_ptr_array_unref (self->lines);
  g_free (self->device);
  G_OBJECT_CLASS (spil_audit_item_parent_class)->finalize (object);
}

static void
spil_audit_item_class_init (SpilAuditItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = spil_audit_item_finalize;
}

static void
spil_audit_item_init (SpilAuditItem *self)
{
}

static char *
dup_device (SpilStore *store, const SpilAuditLine *line)
{
  g_autofree char *name = spil_store_dup_device_name (store, &line->device);

  if (name[0] != '\0')
    return g_steal_pointer (&name);
  return g_strdup (spil_id_equal (line->device, spil_store_get_device (store)) ? _ ("this laptop") : "");
}

static SpilAuditItem *
new_item (SpilStore *store, GPtrArray *lines, guint at)
{
  SpilAuditItem *self = g_object_new (SPIL_TYPE_AUDIT_ITEM, NULL);

  self->lines = g_ptr_array_ref (lines);
  self->line = lines->pdata[at];
  self->device = dup_device (store, self->line);
  return self;
}

const SpilAuditLine *
spil_audit_item_get_line (SpilAuditItem *self)
{
  g_return_val_if_fail (SPIL_IS_AUDIT_ITEM (self), NULL);
  return self->line;
}

const char *
spil_audit_item_get_device (SpilAuditItem *self)
{
  g_return_val_if_fail (SPIL_IS_AUDIT_ITEM (self), NULL);
  return self->device;
}

GPtrArray *
spil_audit_item_fetch (SpilStore *store, gpointer filter, int64_t offset, int limit, int64_t *count,
                       GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) lines = NULL;

  if (count != NULL && !spil_audit_count (store, filter, count, error))
    return NULL;
  lines = spil_audit_list (store, filter, offset, limit, error);
  if (lines == NULL)
    return NULL;
  for (guint i = 0; i < lines->len; i++)
    g_ptr_array_add (items, new_item (store, lines, i));
  return g_steal_pointer (&items);
}
