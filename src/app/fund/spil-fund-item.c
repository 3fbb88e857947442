// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-fund-item.h"

#include "spil-text.h"

struct _SpilFundItem
{
  GObject parent_instance;

  SpilFundApplicationRow *row;
  char *folded; /**< what is searched in */
};

G_DEFINE_FINAL_TYPE (SpilFundItem, spil_fund_item, G_TYPE_OBJECT)

static void
spil_fund_item_finalize (GObject *object)
{
  SpilFundItem *self = SPIL_FUND_ITEM (object);

  spil_fund_application_row_free (self->row);
  g_free (self->folded);
  G_OBJECT_CLASS (spil_fund_item_parent_class)->finalize (object);
}

static void
spil_fund_item_class_init (SpilFundItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = spil_fund_item_finalize;
}

static void
spil_fund_item_init (SpilFundItem *self)
{
}

SpilFundItem *
spil_fund_item_new (SpilFundApplicationRow *row)
{
  SpilFundItem *self = g_object_new (SPIL_TYPE_FUND_ITEM, NULL);
  g_autofree char *text = g_strdup_printf (
      "%s %s %s", row->organisation_name != NULL ? row->organisation_name : "",
      row->measures != NULL ? row->measures : "", row->number != NULL ? row->number : "");

  self->row = row;
  self->folded = spil_text_fold (text);
  return self;
}

const SpilFundApplicationRow *
spil_fund_item_get_row (SpilFundItem *self)
{
  g_return_val_if_fail (SPIL_IS_FUND_ITEM (self), NULL);
  return self->row;
}

gboolean
spil_fund_item_matches (SpilFundItem *self, const char *words)
{
  g_return_val_if_fail (SPIL_IS_FUND_ITEM (self), FALSE);
  return strstr (self->folded, words) != NULL;
}
