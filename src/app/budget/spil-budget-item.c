// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-budget-item.h"

#include <glib/gi18n-lib.h>

struct _SpilBudgetItem
{
  GObject parent_instance;

  SpilId id;
  gboolean total;
  gboolean is_short;
  char *texts[SPIL_BUDGET_N_CELLS];
  char *summary;
};

G_DEFINE_FINAL_TYPE (SpilBudgetItem, spil_budget_item, G_TYPE_OBJECT)

static void
spil_budget_item_finalize (GObject *object)
{
  SpilBudgetItem *self = SPIL_BUDGET_ITEM (object);

  for (int i = 0; i < SPIL_BUDGET_N_CELLS; i++)
    g_free (self->texts[i]);
  g_free (self->summary);
  G_OBJECT_CLASS (spil_budget_item_parent_class)->finalize (object);
}

static void
spil_budget_item_class_init (SpilBudgetItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = spil_budget_item_finalize;
}

static void
spil_budget_item_init (SpilBudgetItem *self)
{
}

static char *
dup_free (SpilMoney free)
{
  g_autofree char *amount = spil_money_format (free.cents, SPIL_MONEY_CENTS);

  // Translators: %s is a negative amount: so much more is spent and committed than there is.
  return free.cents < 0 ? g_strdup_printf (_ ("short %s"), amount) : g_steal_pointer (&amount);
}

static char *
dup_share (int per_mille)
{
  // Translators: a share in per cent, with a no-break space in Dutch.
  return per_mille < 0 ? g_strdup ("") : g_strdup_printf (_ ("%d %%"), (per_mille + 5) / 10);
}

static char *
dup_summary (SpilMoney free, SpilMoney budget)
{
  g_autofree char *free_text = spil_money_format (ABS (free.cents), SPIL_MONEY_WHOLE);
  g_autofree char *budget_text = spil_money_format (budget.cents, SPIL_MONEY_WHOLE);

  if (free.cents < 0)
    // Translators: both are amounts.
    return g_strdup_printf (_ ("short %s on %s"), free_text, budget_text);
  // Translators: both are amounts.
  return g_strdup_printf (_ ("free %s of %s"), free_text, budget_text);
}

static void
set_money (SpilBudgetItem *self, SpilBudgetCell cell, SpilMoney money)
{
  self->texts[cell] = spil_money_format (money.cents, SPIL_MONEY_CENTS);
}

char *
spil_budget_dup_amount (const SpilBudgetLineFigures *line)
{
  if (line->pm)
    // Translators: an amount that is still to follow (pro memorie).
    return g_strdup (_ ("PM"));
  return line->stated ? spil_money_format (line->budget.cents, SPIL_MONEY_CENTS) : g_strdup (_ ("not stated"));
}

char *
spil_budget_dup_free (const SpilBudgetLineFigures *line)
{
  SpilMoney free;

  return spil_budget_line_get_free (line, &free) ? dup_free (free) : g_strdup (_ ("unknown"));
}

SpilBudgetItem *
spil_budget_item_new (const SpilBudgetLineFigures *line)
{
  SpilBudgetItem *self = g_object_new (SPIL_TYPE_BUDGET_ITEM, NULL);
  gboolean known;
  SpilMoney free;

  known = spil_budget_line_get_free (line, &free);
  self->id = line->id;
  self->is_short = known && free.cents < 0;
  self->texts[SPIL_BUDGET_CELL_NUMBER] = g_strdup_printf ("%d", line->number);
  self->texts[SPIL_BUDGET_CELL_NAME] = g_strdup (line->name);
  self->texts[SPIL_BUDGET_CELL_BUDGET] = spil_budget_dup_amount (line);
  set_money (self, SPIL_BUDGET_CELL_OPEN, line->open);
  set_money (self, SPIL_BUDGET_CELL_ACTUAL, line->actual);
  set_money (self, SPIL_BUDGET_CELL_FORECAST, line->forecast);
  self->texts[SPIL_BUDGET_CELL_FREE] = spil_budget_dup_free (line);
  self->texts[SPIL_BUDGET_CELL_USED] = dup_share (
      spil_budget_line_per_mille (line, spil_budget_line_get_used (line)));
  self->summary = known ? dup_summary (free, line->budget) : spil_budget_dup_amount (line);
  return self;
}

SpilBudgetItem *
spil_budget_item_new_total (const SpilBudgetTotal *total)
{
  SpilBudgetItem *self = g_object_new (SPIL_TYPE_BUDGET_ITEM, NULL);

  self->id = SPIL_ID_NIL;
  self->total = TRUE;
  self->is_short = total->free.cents < 0;
  self->texts[SPIL_BUDGET_CELL_NUMBER] = g_strdup ("");
  self->texts[SPIL_BUDGET_CELL_NAME] = g_strdup (_ ("Total"));
  set_money (self, SPIL_BUDGET_CELL_BUDGET, total->budget);
  set_money (self, SPIL_BUDGET_CELL_OPEN, total->open);
  set_money (self, SPIL_BUDGET_CELL_ACTUAL, total->actual);
  set_money (self, SPIL_BUDGET_CELL_FORECAST, total->forecast);
  self->texts[SPIL_BUDGET_CELL_FREE] = dup_free (total->free);
  self->texts[SPIL_BUDGET_CELL_USED] = dup_share (
      spil_budget_total_per_mille (total, spil_budget_total_get_used (total)));
  self->summary = dup_summary (total->free, total->budget);
  return self;
}

SpilId
spil_budget_item_get_id (SpilBudgetItem *self)
{
  g_return_val_if_fail (SPIL_IS_BUDGET_ITEM (self), SPIL_ID_NIL);
  return self->id;
}

gboolean
spil_budget_item_is_total (SpilBudgetItem *self)
{
  g_return_val_if_fail (SPIL_IS_BUDGET_ITEM (self), FALSE);
  return self->total;
}

gboolean
spil_budget_item_is_short (SpilBudgetItem *self)
{
  g_return_val_if_fail (SPIL_IS_BUDGET_ITEM (self), FALSE);
  return self->is_short;
}

const char *
spil_budget_item_get_text (SpilBudgetItem *self, SpilBudgetCell cell)
{
  g_return_val_if_fail (SPIL_IS_BUDGET_ITEM (self), NULL);
  return self->texts[cell];
}

const char *
spil_budget_item_get_summary (SpilBudgetItem *self)
{
  g_return_val_if_fail (SPIL_IS_BUDGET_ITEM (self), NULL);
  return self->summary;
}
