// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-source-matrix.h"

#include <glib/gi18n-lib.h>

#include "spil-budget-amounts.h"
#include "spil-budget-item.h"
#include "spil-money-grid.h"
#include "spil-page.h"

// More than there is room for: the others stand on the pages of the lines.
#define MAX_SOURCES 8

struct _SpilSourceMatrix
{
  AdwBin parent_instance;

  const SpilBudgetData *data; /**< of the page */
  SpilMoneyGrid *grid;
};

G_DEFINE_FINAL_TYPE (SpilSourceMatrix, spil_source_matrix, ADW_TYPE_BIN)

static int
count_sources (SpilSourceMatrix *self)
{
  return (int) MIN (self->data->sources->len, MAX_SOURCES);
}

static const SpilBudgetLineFigures *
get_line (SpilSourceMatrix *self, int row)
{
  return self->data->lines->pdata[row];
}

// Two laptops may each have entered one: they add up.
static int64_t
get_allocated (SpilSourceMatrix *self, const SpilBudgetLineFigures *line, SpilRecord *source)
{
  int64_t cents = 0;

  for (guint i = 0; i < self->data->allocations->len; i++) {
    const SpilBudgetAllocationRow *row = self->data->allocations->pdata[i];

    if (spil_id_equal (row->line, line->id) &&
        (source == NULL || spil_id_equal (row->source, spil_record_get_id (source))))
      cents += row->amount.cents;
  }
  return cents;
}

/* Typing */

// The first is set, others go.
static void
put (SpilSourceMatrix *self, SpilAction *action, SpilId line, SpilId source, int64_t cents)
{
  gboolean found = cents == 0;

  for (guint i = 0; i < self->data->allocation_records->len; i++) {
    SpilRecord *before = self->data->allocation_records->pdata[i];
    g_autoptr (SpilRecord) after = NULL;

    if (!spil_id_equal (spil_record_get_reference (before, SPIL_ALLOCATION_LINE), line) ||
        !spil_id_equal (spil_record_get_reference (before, SPIL_ALLOCATION_SOURCE), source))
      continue;
    if (found) {
      spil_action_delete (action, spil_record_get_entity (before), spil_record_get_id (before));
      continue;
    }
    found = TRUE;
    after = spil_record_copy (before);
    spil_record_set_integer (after, SPIL_ALLOCATION_AMOUNT, cents);
    spil_action_set (action, before, after);
  }
  if (!found) {
    g_autoptr (SpilRecord) record = spil_record_new (spil_entity (SPIL_ENTITY_ALLOCATION), spil_id_new ());

    spil_record_set_reference (record, SPIL_ALLOCATION_LINE, line);
    spil_record_set_reference (record, SPIL_ALLOCATION_SOURCE, source);
    spil_record_set_integer (record, SPIL_ALLOCATION_AMOUNT, cents);
    spil_action_add (action, record);
  }
}

static void
on_left_cb (SpilSourceMatrix *self, int row, int column)
{
  SpilPage *page = SPIL_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (self), SPIL_TYPE_PAGE));
  const SpilBudgetLineFigures *line = get_line (self, row);
  SpilRecord *source = self->data->sources->pdata[column - 1];
  // Translators: %d is the number of a budget line.
  g_autofree char *label = g_strdup_printf (_ ("Who pays line %d changed"), line->number);
  SpilAction *action;
  int64_t cents;

  if (!spil_money_grid_get_money (self->grid, row, column, &cents) || cents < 0) {
    spil_money_grid_set_error (self->grid, row, column, _ ("This is not an amount."));
    return;
  }
  if (page == NULL || cents == get_allocated (self, line, source))
    return;
  action = spil_action_new (label);
  put (self, action, line->id, spil_record_get_id (source), cents);
  spil_worker_commit (spil_page_get_worker (page), action, NULL, NULL);
}

/* Showing */

static void
set_amount (SpilSourceMatrix *self, int row, int column, int64_t cents)
{
  int at, in;

  if (spil_money_grid_get_focus (self->grid, &at, &in) && at == row && in == column)
    return;
  if (cents != 0)
    spil_money_grid_set_money (self->grid, row, column, cents);
  else
    spil_money_grid_set_text (self->grid, row, column, "");
}

static void
show_row (SpilSourceMatrix *self, int row)
{
  const SpilBudgetLineFigures *line = get_line (self, row);
  int n = count_sources (self);
  int64_t open = line->budget.cents - get_allocated (self, line, NULL);
  g_autofree char *budget = line->stated ? spil_budget_dup_plain (line->budget.cents)
                                         : spil_budget_dup_amount (line);
  g_autofree char *left = spil_budget_dup_plain (open);

  spil_money_grid_set_text (self->grid, row, 0, budget);
  for (int i = 0; i < n; i++)
    set_amount (self, row, i + 1, get_allocated (self, line, self->data->sources->pdata[i]));
  spil_money_grid_set_text (self->grid, row, n + 1, !line->stated ? "" : open != 0 ? left : "–");
  spil_money_grid_set_error (self->grid, row, n + 1,
                             line->stated && open < 0 ? _ ("More is paid than the line is worth.") : NULL);
}

static void
show_total (SpilSourceMatrix *self)
{
  int n = count_sources (self);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  int64_t budget = 0, all = 0;

  for (guint i = 0; i < self->data->lines->len; i++)
    if (!get_line (self, (int) i)->outside) {
      budget += get_line (self, (int) i)->budget.cents;
      all += get_allocated (self, get_line (self, (int) i), NULL);
    }
  g_ptr_array_add (texts, spil_budget_dup_plain (budget));
  for (int i = 0; i < n; i++) {
    int64_t sum = 0;

    for (guint j = 0; j < self->data->lines->len; j++)
      if (!get_line (self, (int) j)->outside)
        sum += get_allocated (self, get_line (self, (int) j), self->data->sources->pdata[i]);
    g_ptr_array_add (texts, spil_budget_dup_plain (sum));
  }
  g_ptr_array_add (texts, spil_budget_dup_plain (budget - all));
  spil_money_grid_set_total (self->grid, _ ("Total"), (const char *const *) texts->pdata);
}

static void
make_rows (SpilSourceMatrix *self)
{
  SpilMoneyColumn columns[MAX_SOURCES + 2] = { { spil_budget_cell_title (SPIL_BUDGET_CELL_BUDGET),
                                                 SPIL_MONEY_SHOWN } };
  int n = count_sources (self);
  gboolean open = self->data->state == SPIL_BUDGET_IN_FORCE || self->data->state == SPIL_BUDGET_PROPOSED ||
                  self->data->state == SPIL_BUDGET_LATER;

  for (int i = 0; i < n; i++)
    columns[i + 1] = (SpilMoneyColumn) { spil_record_get_title (self->data->sources->pdata[i]),
                                         SPIL_MONEY_TYPED };
  columns[n + 1] = (SpilMoneyColumn) { _ ("Paid by nobody yet"), SPIL_MONEY_SHOWN };
  spil_money_grid_begin (self->grid, spil_budget_cell_title (SPIL_BUDGET_CELL_NAME), columns, n + 2);
  for (guint i = 0; i < self->data->lines->len; i++) {
    const SpilBudgetLineFigures *line = get_line (self, (int) i);
    g_autofree char *title = g_strdup_printf ("%d. %s%s%s", line->number, line->name,
                                              line->outside ? " · " : "",
                                              line->outside ? _ ("outside this budget") : "");
    // Translators: %d is the number of a budget line.
    g_autofree char *name = g_strdup_printf (_ ("Line %d"), line->number);
    int row = spil_money_grid_add_row (self->grid, title, name, FALSE);

    for (int j = 0; j < n; j++)
      spil_money_grid_set_open (self->grid, row, j + 1, open);
  }
}

// What the rows and columns are made of: as long as that is the same, only amounts change and the keyboard stays where it is.
static char *
dup_shape (const SpilBudgetData *data)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%d", data->state);
  for (guint i = 0; i < data->lines->len; i++) {
    const SpilBudgetLineFigures *line = data->lines->pdata[i];
    g_autofree char *id = spil_id_dup_text (line->id);

    g_string_append_printf (text, " %s%d%s", id, line->number, line->name);
  }
  for (guint i = 0; i < data->sources->len; i++) {
    g_autofree char *id = spil_id_dup_text (spil_record_get_id (data->sources->pdata[i]));

    g_string_append_printf (text, " %s%s", id, spil_record_get_title (data->sources->pdata[i]));
  }
  return g_string_free_and_steal (text);
}

void
spil_source_matrix_fill (SpilSourceMatrix *self, const SpilBudgetData *data)
{
  g_autofree char *shape = dup_shape (data);

  g_return_if_fail (SPIL_IS_SOURCE_MATRIX (self));

  self->data = data;
  if (g_strcmp0 (shape, g_object_get_data (G_OBJECT (self->grid), "spil-shape")) != 0) {
    make_rows (self);
    g_object_set_data_full (G_OBJECT (self->grid), "spil-shape", g_steal_pointer (&shape), g_free);
  }
  for (guint i = 0; i < data->lines->len; i++)
    show_row (self, (int) i);
  show_total (self);
}

void
spil_source_matrix_set_narrow (SpilSourceMatrix *self, gboolean narrow)
{
  g_return_if_fail (SPIL_IS_SOURCE_MATRIX (self));
  spil_money_grid_set_narrow (self->grid, narrow);
}

static void
spil_source_matrix_class_init (SpilSourceMatrixClass *klass)
{
}

static void
spil_source_matrix_init (SpilSourceMatrix *self)
{
  self->grid = SPIL_MONEY_GRID (spil_money_grid_new ());
  g_signal_connect_object (self->grid, "left", G_CALLBACK (on_left_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->grid));
}
