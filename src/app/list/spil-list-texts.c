// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-list-texts.h"

#define KEY "spil-list-texts"
#define KIND_KEY "spil-list-kind"

typedef struct
{
  SpilListTextsFunc func;
  gpointer user_data;
} Texts;

void
spil_list_texts_set (GtkListItemFactory *factory, SpilListTextsFunc func, gpointer user_data)
{
  Texts *self = g_new0 (Texts, 1);

  self->func = func;
  self->user_data = user_data;
  g_object_set_data_full (G_OBJECT (factory), KEY, self, g_free);
}

gboolean
spil_list_texts_of (GtkListItemFactory *factory, gpointer item, GPtrArray *texts)
{
  const Texts *self = factory != NULL ? g_object_get_data (G_OBJECT (factory), KEY) : NULL;

  if (self == NULL)
    return FALSE;
  self->func (item, self->user_data, texts);
  return TRUE;
}

void
spil_list_kind_set (GtkListItemFactory *factory, SpilListKindFunc func)
{
  g_object_set_data_full (G_OBJECT (factory), KIND_KEY, g_memdup2 (&func, sizeof func), g_free);
}

SpilListRowKind
spil_list_kind_of (GtkListItemFactory *factory, gpointer item)
{
  const SpilListKindFunc *func = factory != NULL ? g_object_get_data (G_OBJECT (factory), KIND_KEY) : NULL;

  return func != NULL ? (*func) (item) : SPIL_LIST_ROW_BODY;
}
