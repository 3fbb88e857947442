// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-proposal-editor.h"

#include <glib/gi18n-lib.h>

#include "spil-accessible.h"
#include "spil-budget-amounts.h"
#include "spil-budget-item.h"
#include "spil-money-grid.h"
#include "spil-page.h"

enum
{
  COLUMN_BEFORE,
  COLUMN_AFTER,
  COLUMN_CHANGE,
  COLUMN_USED,
  COLUMN_PM,
  COLUMN_NOTES,
  N_COLUMNS
};

struct _SpilProposalEditor
{
  AdwBin parent_instance;

  gboolean dirty;
  SpilId version; /**< what is shown */
  SpilMoney total;
  GPtrArray *records; /**< of SpilRecord: the lines as they are kept */
  GArray *before; /**< of int64_t: their amounts in the version that is changed */

  SpilMoneyGrid *grid;
  GtkLabel *sentence;
  GtkWidget *keep;
  GtkWidget *forget;
};

G_DEFINE_FINAL_TYPE (SpilProposalEditor, spil_proposal_editor, ADW_TYPE_BIN)

static int64_t
get_before (SpilProposalEditor *self, int row)
{
  return g_array_index (self->before, int64_t, row);
}

static gboolean
is_outside (SpilProposalEditor *self, int row)
{
  return spil_record_get_boolean (self->records->pdata[row], SPIL_BUDGET_LINE_OUTSIDE);
}

// What is typed in the lines that count; FALSE: something is no amount.
static gboolean
add_up (SpilProposalEditor *self, int64_t *sum, int64_t *before)
{
  gboolean readable = TRUE;

  *sum = 0;
  *before = 0;
  for (int i = 0; i < (int) self->records->len; i++) {
    int64_t cents = 0;

    if (is_outside (self, i))
      continue;
    *before += get_before (self, i);
    if (spil_money_grid_get_check (self->grid, i, COLUMN_PM))
      continue;
    readable = spil_money_grid_get_money (self->grid, i, COLUMN_AFTER, &cents) && cents >= 0 && readable;
    *sum += cents;
  }
  return readable;
}

static void
show_state (SpilProposalEditor *self)
{
  int64_t sum, before;
  gboolean readable = add_up (self, &sum, &before);
  g_autofree char *sentence = readable ? spil_budget_dup_division (self->total.cents, sum)
                                       : g_strdup (_ ("One of the amounts cannot be read."));
  g_autofree char *before_text = spil_budget_dup_plain (before);
  g_autofree char *sum_text = spil_budget_dup_plain (sum);
  g_autofree char *change = spil_budget_dup_signed (sum - before);
  const char *const texts[N_COLUMNS] = { before_text, sum_text, change, "", "", "" };
  gboolean fits = readable && sum == self->total.cents;

  spil_money_grid_set_total (self->grid, _ ("Total"), texts);
  spil_accessible_conclude (self->sentence, sentence);
  if (fits)
    gtk_widget_remove_css_class (GTK_WIDGET (self->sentence), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->sentence), "error");
  gtk_widget_set_sensitive (self->keep, self->dirty && fits);
  gtk_widget_set_sensitive (self->forget, self->dirty);
}

static void
show_change (SpilProposalEditor *self, int row)
{
  int64_t after;
  g_autofree char *text = NULL;

  if (!spil_money_grid_get_money (self->grid, row, COLUMN_AFTER, &after))
    return;
  text = spil_budget_dup_signed (after - get_before (self, row));
  spil_money_grid_set_text (self->grid, row, COLUMN_CHANGE, after != get_before (self, row) ? text : "–");
}

static void
on_changed_cb (SpilProposalEditor *self, int row, int column)
{
  int64_t cents;

  self->dirty = TRUE;
  if (column == COLUMN_PM)
    spil_money_grid_set_open (self->grid, row, COLUMN_AFTER,
                              !spil_money_grid_get_check (self->grid, row, column));
  if (column == COLUMN_AFTER && !spil_money_grid_get_money (self->grid, row, column, &cents))
    spil_money_grid_set_error (self->grid, row, column, _ ("This is not an amount."));
  show_change (self, row);
  show_state (self);
}

/* Keeping it */

static SpilRecord *
read_row (SpilProposalEditor *self, int row)
{
  SpilRecord *after = spil_record_copy (self->records->pdata[row]);
  gboolean pm = spil_money_grid_get_check (self->grid, row, COLUMN_PM);
  int64_t cents = 0;

  spil_record_set_text (after, SPIL_BUDGET_LINE_NAME, spil_money_grid_get_text (self->grid, row, -1));
  spil_record_set_text (after, SPIL_BUDGET_LINE_NOTES,
                        spil_money_grid_get_text (self->grid, row, COLUMN_NOTES));
  if (pm != spil_record_get_boolean (after, SPIL_BUDGET_LINE_PM))
    spil_record_set_integer (after, SPIL_BUDGET_LINE_PM, pm);
  if (pm)
    spil_record_set_null (after, SPIL_BUDGET_LINE_AMOUNT);
  else if (spil_money_grid_get_money (self->grid, row, COLUMN_AFTER, &cents))
    spil_record_set_integer (after, SPIL_BUDGET_LINE_AMOUNT, cents);
  return after;
}

static void
on_keep_clicked_cb (SpilProposalEditor *self)
{
  SpilPage *page = SPIL_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (self), SPIL_TYPE_PAGE));
  SpilAction *action = spil_action_new (_ ("Proposal changed"));

  for (int i = 0; i < (int) self->records->len; i++) {
    g_autoptr (SpilRecord) after = read_row (self, i);

    spil_action_set (action, self->records->pdata[i], after);
  }
  self->dirty = FALSE;
  if (action->changes->len == 0)
    spil_action_free (action);
  else
    spil_worker_commit (spil_page_get_worker (page), action, NULL, NULL);
  show_state (self);
}

static void
on_forget_clicked_cb (SpilProposalEditor *self)
{
  SpilPage *page = SPIL_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (self), SPIL_TYPE_PAGE));

  self->dirty = FALSE;
  spil_page_reload (page);
}

/* Showing */

static void
add_row (SpilProposalEditor *self, SpilRecord *record, const SpilBudgetLineFigures *figures, int64_t before)
{
  int number = (int) spil_record_get_integer (record, SPIL_BUDGET_LINE_NUMBER);
  // Translators: %d is the number of a budget line.
  g_autofree char *name = g_strdup_printf (_ ("Line %d"), number);
  g_autofree char *before_text = spil_budget_dup_plain (before);
  g_autofree char *used = figures != NULL ? spil_budget_dup_plain (spil_budget_line_get_used (figures).cents)
                                          : g_strdup ("");
  gboolean pm = spil_record_get_boolean (record, SPIL_BUDGET_LINE_PM);
  int row = spil_money_grid_add_row (self->grid, spil_record_get_text (record, SPIL_BUDGET_LINE_NAME), name,
                                     TRUE);

  g_ptr_array_add (self->records, g_object_ref (record));
  g_array_append_val (self->before, before);
  spil_money_grid_set_text (self->grid, row, COLUMN_BEFORE, before_text);
  if (!pm)
    spil_money_grid_set_money (self->grid, row, COLUMN_AFTER,
                               spil_record_get_integer (record, SPIL_BUDGET_LINE_AMOUNT));
  spil_money_grid_set_check (self->grid, row, COLUMN_PM, pm);
  spil_money_grid_set_open (self->grid, row, COLUMN_AFTER, !pm);
  spil_money_grid_set_text (self->grid, row, COLUMN_USED, used);
  spil_money_grid_set_text (self->grid, row, COLUMN_NOTES,
                            spil_record_get_text (record, SPIL_BUDGET_LINE_NOTES));
  show_change (self, row);
}

static SpilRecord *
find_record (GPtrArray *records, SpilId id)
{
  for (guint i = 0; i < records->len; i++)
    if (spil_id_equal (spil_record_get_id (records->pdata[i]), id))
      return records->pdata[i];
  return NULL;
}

void
spil_proposal_editor_fill (SpilProposalEditor *self, const SpilBudgetData *data)
{
  const SpilMoneyColumn columns[N_COLUMNS] = {
    [COLUMN_BEFORE] = { _ ("Now"), SPIL_MONEY_SHOWN },
    [COLUMN_AFTER] = { _ ("Becomes"), SPIL_MONEY_TYPED },
    [COLUMN_CHANGE] = { _ ("Difference"), SPIL_MONEY_SHOWN },
    [COLUMN_USED] = { _ ("In use"), SPIL_MONEY_SHOWN },
    [COLUMN_PM] = { _ ("PM"), SPIL_MONEY_CHECK },
    [COLUMN_NOTES] = { _ ("Notes"), SPIL_MONEY_NOTE },
  };

  g_return_if_fail (SPIL_IS_PROPOSAL_EDITOR (self));

  if (self->dirty && spil_id_equal (self->version, data->version->id))
    return;
  self->dirty = FALSE;
  self->version = data->version->id;
  self->total = data->version->total;
  g_ptr_array_set_size (self->records, 0);
  g_array_set_size (self->before, 0);
  spil_money_grid_begin (self->grid, spil_budget_cell_title (SPIL_BUDGET_CELL_NAME), columns, N_COLUMNS);
  for (guint i = 0; i < data->lines->len; i++) {
    const SpilBudgetLineFigures *line = data->lines->pdata[i];
    const SpilBudgetLineFigures *old = spil_budget_find_number (data->before, line->number);
    SpilRecord *record = find_record (data->line_records, line->id);

    if (record != NULL)
      add_row (self, record, line, old != NULL && old->stated ? old->budget.cents : 0);
  }
  show_state (self);
}

void
spil_proposal_editor_set_narrow (SpilProposalEditor *self, gboolean narrow)
{
  g_return_if_fail (SPIL_IS_PROPOSAL_EDITOR (self));
  spil_money_grid_set_narrow (self->grid, narrow);
}

static void
spil_proposal_editor_finalize (GObject *object)
{
  SpilProposalEditor *self = SPIL_PROPOSAL_EDITOR (object);

  g_ptr_array_unref (self->records);
  g_array_unref (self->before);
  G_OBJECT_CLASS (spil_proposal_editor_parent_class)->finalize (object);
}

static void
spil_proposal_editor_class_init (SpilProposalEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = spil_proposal_editor_finalize;
}

static void
spil_proposal_editor_init (SpilProposalEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *sentence = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "wrap",
                                      TRUE, "xalign", 0.0, NULL);

  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  self->before = g_array_new (FALSE, FALSE, sizeof (int64_t));
  self->grid = SPIL_MONEY_GRID (spil_money_grid_new ());
  self->sentence = GTK_LABEL (sentence);
  self->keep = gtk_button_new_with_label (_ ("Keep what is typed"));
  self->forget = gtk_button_new_with_label (_ ("As it was"));
  gtk_widget_add_css_class (self->keep, "suggested-action");
  g_signal_connect_object (self->grid, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->keep, "clicked", G_CALLBACK (on_keep_clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->forget, "clicked", G_CALLBACK (on_forget_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (buttons), self->keep);
  gtk_box_append (GTK_BOX (buttons), self->forget);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->grid));
  gtk_box_append (GTK_BOX (box), sentence);
  gtk_box_append (GTK_BOX (box), buttons);
  adw_bin_set_child (ADW_BIN (self), box);
}
