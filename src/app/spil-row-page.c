// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-row-page.h"

#include "spil-record-dialog.h"

typedef struct
{
  SpilId id;
} SpilRowPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SpilRowPage, spil_row_page, SPIL_TYPE_PAGE)

#define PRIVATE(self) ((SpilRowPagePrivate *) spil_row_page_get_instance_private (self))

static gpointer
prepare (SpilPage *page)
{
  return g_memdup2 (&PRIVATE (SPIL_ROW_PAGE (page))->id, sizeof (SpilId));
}

static void
fill (SpilPage *page, gpointer data)
{
  const SpilRowPageClass *klass = SPIL_ROW_PAGE_GET_CLASS (page);
  const SpilPageRow row = { klass->entity, PRIVATE (SPIL_ROW_PAGE (page))->id };

  if (data == NULL) {
    spil_page_pop (page);
    return;
  }
  spil_page_set_rows (page, &row, 1);
  klass->fill_row (page, data);
}

static void
spil_row_page_class_init (SpilRowPageClass *klass)
{
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);

  page_class->prepare = prepare;
  page_class->free_request = g_free;
  page_class->fill = fill;
}

static void
spil_row_page_init (SpilRowPage *self)
{
}

SpilPage *
spil_row_page_new (GType type, SpilWorker *worker, const char *title, SpilId id)
{
  SpilRowPage *self = g_object_new (type, "worker", worker, "title", title, NULL);

  PRIVATE (self)->id = id;
  return SPIL_PAGE (self);
}

SpilId
spil_row_page_get_id (SpilRowPage *self)
{
  g_return_val_if_fail (SPIL_IS_ROW_PAGE (self), SPIL_ID_NIL);
  return PRIVATE (self)->id;
}

void
spil_row_page_edit (SpilRowPage *self)
{
  g_return_if_fail (SPIL_IS_ROW_PAGE (self));
  spil_record_dialog_present_edit (spil_page_get_worker (SPIL_PAGE (self)),
                                   spil_entity_by_number (SPIL_ROW_PAGE_GET_CLASS (self)->entity),
                                   PRIVATE (self)->id, GTK_WIDGET (self));
}
