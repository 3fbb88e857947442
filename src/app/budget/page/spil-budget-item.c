// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-budget-item.h"

#include <glib/gi18n-lib.h>

#include "spil-budget-amounts.h"

// Nothing is there; a dash is quieter in a table than a row of zeros.
#define NOTHING "–"

struct _SpilBudgetItem
{
  GObject parent_instance;

  SpilBudgetRowKind kind;
  SpilId id;
  gboolean is_short;
  char *texts[SPIL_BUDGET_N_CELLS];
  char
      *spoken[SPIL_BUDGET_N_CELLS]; /**< amounts as they are said, with the euro; NULL: as they are written */
  gboolean figures[SPIL_BUDGET_N_CELLS];
  char *pace;
  char *summary;
};

G_DEFINE_FINAL_TYPE (SpilBudgetItem, spil_budget_item, G_TYPE_OBJECT)

static const char *const titles[] = {
  [SPIL_BUDGET_CELL_NUMBER] = N_ ("No."),
  [SPIL_BUDGET_CELL_NAME] = N_ ("Line"),
  [SPIL_BUDGET_CELL_BUDGET] = N_ ("Budgeted"),
  [SPIL_BUDGET_CELL_RESERVED] = N_ ("Reserved"),
  [SPIL_BUDGET_CELL_OPEN] = N_ ("Committed, open"),
  [SPIL_BUDGET_CELL_ACTUAL] = N_ ("Spent"),
  [SPIL_BUDGET_CELL_FORECAST] = N_ ("Forecast"),
  [SPIL_BUDGET_CELL_FREE] = N_ ("Free"),
  [SPIL_BUDGET_CELL_USED] = N_ ("Used"),
};

const char *
spil_budget_cell_title (SpilBudgetCell cell)
{
  return _ (titles[cell]);
}

static void
spil_budget_item_finalize (GObject *object)
{
  SpilBudgetItem *self = SPIL_BUDGET_ITEM (object);

  for (int i = 0; i < SPIL_BUDGET_N_CELLS; i++) {
    g_free (self->texts[i]);
    g_free (self->spoken[i]);
  }
  g_free (self->pace);
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
dup_summary (SpilMoney free, SpilMoney budget)
{
  g_autofree char *free_text = spil_money_format (ABS (free.cents), SPIL_MONEY_BRIEF);
  g_autofree char *budget_text = spil_money_format (budget.cents, SPIL_MONEY_BRIEF);

  if (free.cents < 0)
    // Translators: both are amounts.
    return g_strdup_printf (_ ("short %s on %s"), free_text, budget_text);
  // Translators: both are amounts.
  return g_strdup_printf (_ ("free %s of %s"), free_text, budget_text);
}

static void
set_money (SpilBudgetItem *self, SpilBudgetCell cell, SpilMoney money)
{
  self->texts[cell] = money.cents != 0 ? spil_budget_dup_plain (money.cents) : g_strdup (NOTHING);
  self->spoken[cell] = spil_money_format (money.cents, SPIL_MONEY_CENTS);
  self->figures[cell] = money.cents != 0;
}

// The figures that a line and the total have in common.
static void
set_figures (SpilBudgetItem *self, SpilMoney reserved, SpilMoney open, SpilMoney actual, SpilMoney forecast)
{
  set_money (self, SPIL_BUDGET_CELL_RESERVED, reserved);
  set_money (self, SPIL_BUDGET_CELL_OPEN, open);
  set_money (self, SPIL_BUDGET_CELL_ACTUAL, actual);
  set_money (self, SPIL_BUDGET_CELL_FORECAST, forecast);
}

static void
set_free (SpilBudgetItem *self, SpilMoney free)
{
  self->is_short = free.cents < 0;
  self->texts[SPIL_BUDGET_CELL_FREE] = spil_budget_dup_plain (free.cents);
  self->spoken[SPIL_BUDGET_CELL_FREE] = spil_money_format (free.cents, SPIL_MONEY_CENTS);
  self->figures[SPIL_BUDGET_CELL_FREE] = TRUE;
}

static void
set_used (SpilBudgetItem *self, int used, int elapsed)
{
  self->texts[SPIL_BUDGET_CELL_USED] = spil_budget_dup_share (used);
  self->pace = spil_budget_dup_pace (used, elapsed);
}

// What a line outside the budget had is nobody's pace.
SpilBudgetItem *
spil_budget_item_new (const SpilBudgetLineFigures *line, int elapsed)
{
  SpilBudgetItem *self = g_object_new (SPIL_TYPE_BUDGET_ITEM, NULL);
  SpilMoney free;

  self->kind = line->outside ? SPIL_BUDGET_ROW_OUTSIDE : SPIL_BUDGET_ROW_LINE;
  self->id = line->id;
  self->texts[SPIL_BUDGET_CELL_NUMBER] = g_strdup_printf ("%d", line->number);
  self->texts[SPIL_BUDGET_CELL_NAME] = g_strdup (line->name);
  self->figures[SPIL_BUDGET_CELL_BUDGET] = TRUE;
  self->spoken[SPIL_BUDGET_CELL_BUDGET] = spil_budget_dup_amount (line);
  self->texts[SPIL_BUDGET_CELL_BUDGET] = line->stated && !line->pm
                                             ? spil_budget_dup_plain (line->budget.cents)
                                             : spil_budget_dup_amount (line);
  set_figures (self, line->reserved, line->open, line->actual, line->forecast);
  if (spil_budget_line_get_free (line, &free)) {
    set_free (self, free);
    self->summary = dup_summary (free, line->budget);
  } else {
    self->texts[SPIL_BUDGET_CELL_FREE] = g_strdup (_ ("unknown"));
    self->summary = spil_budget_dup_amount (line);
  }
  set_used (self, spil_budget_line_per_mille (line, spil_budget_line_get_used (line)),
            line->outside ? -1 : elapsed);
  return self;
}

static SpilBudgetItem *
new_total (const SpilBudgetTotal *total, int elapsed)
{
  SpilBudgetItem *self = g_object_new (SPIL_TYPE_BUDGET_ITEM, NULL);

  self->kind = SPIL_BUDGET_ROW_TOTAL;
  self->id = SPIL_ID_NIL;
  self->texts[SPIL_BUDGET_CELL_NUMBER] = g_strdup ("");
  self->texts[SPIL_BUDGET_CELL_NAME] = g_strdup (_ ("Total"));
  set_money (self, SPIL_BUDGET_CELL_BUDGET, total->budget);
  self->figures[SPIL_BUDGET_CELL_BUDGET] = FALSE;
  set_figures (self, total->reserved, total->open, total->actual, total->forecast);
  set_free (self, total->free);
  set_used (self, spil_budget_total_per_mille (total, spil_budget_total_get_used (total)), elapsed);
  self->summary = dup_summary (total->free, total->budget);
  return self;
}

static SpilBudgetItem *
new_heading (const char *title)
{
  SpilBudgetItem *self = g_object_new (SPIL_TYPE_BUDGET_ITEM, NULL);

  self->kind = SPIL_BUDGET_ROW_HEADING;
  self->id = SPIL_ID_NIL;
  for (int i = 0; i < SPIL_BUDGET_N_CELLS; i++)
    self->texts[i] = g_strdup (i == SPIL_BUDGET_CELL_NAME ? title : "");
  self->summary = g_strdup ("");
  return self;
}

GPtrArray *
spil_budget_items_new (GPtrArray *lines, const SpilBudgetTotal *total, int elapsed)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean headed = FALSE;

  for (guint i = 0; i < lines->len; i++) {
    const SpilBudgetLineFigures *line = lines->pdata[i];

    if (!line->outside)
      g_ptr_array_add (items, spil_budget_item_new (line, elapsed));
  }
  g_ptr_array_add (items, new_total (total, elapsed));
  for (guint i = 0; i < lines->len; i++) {
    const SpilBudgetLineFigures *line = lines->pdata[i];

    if (!line->outside)
      continue;
    if (!headed)
      g_ptr_array_add (items, new_heading (_ ("Outside this budget")));
    headed = TRUE;
    g_ptr_array_add (items, spil_budget_item_new (line, elapsed));
  }
  return items;
}

SpilBudgetRowKind
spil_budget_item_get_kind (SpilBudgetItem *self)
{
  g_return_val_if_fail (SPIL_IS_BUDGET_ITEM (self), SPIL_BUDGET_ROW_LINE);
  return self->kind;
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
  return self->kind == SPIL_BUDGET_ROW_TOTAL;
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

char *
spil_budget_item_dup_label (SpilBudgetItem *self, SpilBudgetCell cell)
{
  const char *said;
  g_autofree char *title = NULL;

  g_return_val_if_fail (SPIL_IS_BUDGET_ITEM (self), NULL);

  said = self->spoken[cell] != NULL ? self->spoken[cell] : self->texts[cell];
  title = g_utf8_strdown (spil_budget_cell_title (cell), -1);
  if (self->kind == SPIL_BUDGET_ROW_TOTAL)
    // Translators: the total of the budget table: what the figure is, and the figure.
    return g_strdup_printf (_ ("Total, %s %s"), title, said);
  // Translators: the number of a budget line, what the figure is, and the figure: "Line 3, free € 69.600,00".
  return g_strdup_printf (_ ("Line %s, %s %s"), self->texts[SPIL_BUDGET_CELL_NUMBER], title, said);
}

gboolean
spil_budget_item_has_figure (SpilBudgetItem *self, SpilBudgetCell cell)
{
  g_return_val_if_fail (SPIL_IS_BUDGET_ITEM (self), FALSE);
  return self->figures[cell];
}

const char *
spil_budget_item_get_pace (SpilBudgetItem *self)
{
  g_return_val_if_fail (SPIL_IS_BUDGET_ITEM (self), NULL);
  return self->pace;
}

const char *
spil_budget_item_get_summary (SpilBudgetItem *self)
{
  g_return_val_if_fail (SPIL_IS_BUDGET_ITEM (self), NULL);
  return self->summary;
}
