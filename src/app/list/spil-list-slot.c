// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-list-slot.h"

struct _SpilListSlot
{
  GObject parent_instance;

  guint position;
  GObject *item;
};

G_DEFINE_FINAL_TYPE (SpilListSlot, spil_list_slot, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ITEM,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
spil_list_slot_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_ITEM:
    g_value_set_object (value, SPIL_LIST_SLOT (object)->item);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
spil_list_slot_dispose (GObject *object)
{
  g_clear_object (&SPIL_LIST_SLOT (object)->item);
  G_OBJECT_CLASS (spil_list_slot_parent_class)->dispose (object);
}

static void
spil_list_slot_class_init (SpilListSlotClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = spil_list_slot_get_property;
  object_class->dispose = spil_list_slot_dispose;
  properties[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, G_TYPE_OBJECT,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
spil_list_slot_init (SpilListSlot *self)
{
}

SpilListSlot *
spil_list_slot_new (guint position)
{
  SpilListSlot *self = g_object_new (SPIL_TYPE_LIST_SLOT, NULL);

  self->position = position;
  return self;
}

guint
spil_list_slot_get_position (SpilListSlot *self)
{
  g_return_val_if_fail (SPIL_IS_LIST_SLOT (self), 0);
  return self->position;
}

gpointer
spil_list_slot_get_item (SpilListSlot *self)
{
  g_return_val_if_fail (SPIL_IS_LIST_SLOT (self), NULL);
  return self->item;
}

void
spil_list_slot_set_item (SpilListSlot *self, gpointer item)
{
  g_return_if_fail (SPIL_IS_LIST_SLOT (self));

  if (g_set_object (&self->item, item))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ITEM]);
}

gpointer
spil_list_item_of (gpointer object)
{
  return SPIL_IS_LIST_SLOT (object) ? spil_list_slot_get_item (object) : object;
}
