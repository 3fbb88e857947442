// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-new-budget-dialog.h"

#include <glib/gi18n-lib.h>

#include "spil-budget-amounts.h"
#include "spil-decision-group.h"
#include "spil-field-editor.h"
#include "spil-form-parts.h"
#include "spil-money-grid.h"

#define WIDTH 760
#define FIRST_ROWS 4

enum
{
  COLUMN_AMOUNT,
  COLUMN_PM,
  N_COLUMNS
};

static const int fields[] = { SPIL_BUDGET_VERSION_NAME, SPIL_BUDGET_VERSION_YEAR, SPIL_BUDGET_VERSION_TOTAL,
                              SPIL_BUDGET_VERSION_VAT, SPIL_BUDGET_VERSION_FROM };

struct _SpilNewBudgetDialog
{
  SpilBudgetForm parent_instance;

  SpilFieldEditor *editors[G_N_ELEMENTS (fields)];
  SpilMoneyGrid *grid;
  SpilDecisionGroup *decision;
};

G_DEFINE_FINAL_TYPE (SpilNewBudgetDialog, spil_new_budget_dialog, SPIL_TYPE_BUDGET_FORM)

static gboolean
is_empty (SpilNewBudgetDialog *self, int row)
{
  return spil_money_grid_get_text (self->grid, row, -1)[0] == '\0' &&
         spil_money_grid_get_text (self->grid, row, COLUMN_AMOUNT)[0] == '\0';
}

/* Comparing with the total */

// FALSE: something is typed that is no amount.
static gboolean
add_up (SpilNewBudgetDialog *self, int64_t *sum)
{
  gboolean readable = TRUE;

  *sum = 0;
  for (int i = 0; i < spil_money_grid_count (self->grid); i++) {
    int64_t cents = 0;

    if (spil_money_grid_get_check (self->grid, i, COLUMN_PM))
      continue;
    readable = spil_money_grid_get_money (self->grid, i, COLUMN_AMOUNT, &cents) && cents >= 0 && readable;
    *sum += cents;
  }
  return readable;
}

static void
compare (SpilNewBudgetDialog *self)
{
  g_auto (SpilValue) typed = SPIL_VALUE_INIT;
  g_autofree char *sentence = NULL;
  g_autofree char *shown = NULL;
  int64_t sum;
  gboolean readable = add_up (self, &sum);
  int64_t total;

  spil_field_editor_peek (self->editors[2], &typed);
  total = typed.kind == SPIL_VALUE_INTEGER ? typed.integer : 0;
  sentence = readable ? spil_budget_dup_division (total, sum)
                      : g_strdup (_ ("One of the amounts cannot be read."));
  shown = spil_money_format (sum, SPIL_MONEY_CENTS);
  spil_money_grid_set_total (self->grid, _ ("Total of the lines"), (const char *const[]) { shown, "" });
  spil_budget_form_set_sentence (SPIL_BUDGET_FORM (self), sentence, !readable || total < sum);
}

static void
on_typed_cb (SpilNewBudgetDialog *self)
{
  spil_budget_form_touch (SPIL_BUDGET_FORM (self));
  compare (self);
}

static void
on_row_changed_cb (SpilNewBudgetDialog *self, int row, int column)
{
  if (column == COLUMN_PM)
    spil_money_grid_set_open (self->grid, row, COLUMN_AMOUNT,
                              !spil_money_grid_get_check (self->grid, row, column));
  on_typed_cb (self);
}

static void
add_row (SpilNewBudgetDialog *self)
{
  int number = spil_money_grid_count (self->grid) + 1;
  // Translators: %d is the number of a budget line.
  g_autofree char *name = g_strdup_printf (_ ("Line %d"), number);

  spil_money_grid_add_row (self->grid, "", name, TRUE);
}

static void
on_add_clicked_cb (SpilNewBudgetDialog *self)
{
  add_row (self);
  compare (self);
  spil_money_grid_focus (self->grid, spil_money_grid_count (self->grid) - 1, -1);
}

/* Keeping it */

// The version as it is typed; NULL with @error set, shown at its row.
static SpilRecord *
read_version (SpilNewBudgetDialog *self, GError **error)
{
  g_autoptr (SpilRecord) version = spil_record_new (spil_entity (SPIL_ENTITY_BUDGET_VERSION), spil_id_new ());

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++) {
    SpilValue value = SPIL_VALUE_INIT;

    if (!spil_field_editor_check (self->editors[i], &value, error))
      return NULL;
    spil_record_take (version, fields[i], value);
  }
  return g_steal_pointer (&version);
}

static SpilRecord *
read_line (SpilNewBudgetDialog *self, SpilRecord *version, int row, int number)
{
  SpilRecord *line = spil_record_new (spil_entity (SPIL_ENTITY_BUDGET_LINE), spil_id_new ());
  int64_t cents = 0;

  spil_record_set_reference (line, SPIL_BUDGET_LINE_VERSION, spil_record_get_id (version));
  spil_record_set_integer (line, SPIL_BUDGET_LINE_NUMBER, number);
  spil_record_set_text (line, SPIL_BUDGET_LINE_NAME, spil_money_grid_get_text (self->grid, row, -1));
  spil_record_set (line, SPIL_BUDGET_LINE_VAT, spil_record_get (version, SPIL_BUDGET_VERSION_VAT));
  if (spil_money_grid_get_check (self->grid, row, COLUMN_PM))
    spil_record_set_integer (line, SPIL_BUDGET_LINE_PM, TRUE);
  else if (spil_money_grid_get_money (self->grid, row, COLUMN_AMOUNT, &cents))
    spil_record_set_integer (line, SPIL_BUDGET_LINE_AMOUNT, cents);
  return line;
}

// Whether all of it is there: as much in lines as the total.
static gboolean
check (SpilNewBudgetDialog *self, SpilRecord *version)
{
  int64_t sum, total = spil_record_get_integer (version, SPIL_BUDGET_VERSION_TOTAL);
  gboolean readable = add_up (self, &sum);
  g_autofree char *sentence = readable ? spil_budget_dup_division (total, sum)
                                       : g_strdup (_ ("One of the amounts cannot be read."));

  if (readable && sum == total)
    return TRUE;
  spil_budget_form_refuse (SPIL_BUDGET_FORM (self), sentence);
  return FALSE;
}

static void
keep (SpilNewBudgetDialog *self, SpilRecord *version)
{
  SpilAction *action = spil_action_new (_ ("Budget made"));
  int number = 0;

  spil_action_add (action, version);
  for (int i = 0; i < spil_money_grid_count (self->grid); i++) {
    g_autoptr (SpilRecord) line = NULL;

    if (is_empty (self, i))
      continue;
    line = read_line (self, version, i, ++number);
    spil_action_add (action, line);
  }
  spil_budget_form_commit (SPIL_BUDGET_FORM (self), action);
}

static void
on_propose_clicked_cb (SpilNewBudgetDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilRecord) version = read_version (self, &error);

  if (version == NULL)
    spil_budget_form_refuse (SPIL_BUDGET_FORM (self), error->message);
  else if (check (self, version)) {
    spil_record_set_integer (version, SPIL_BUDGET_VERSION_PROPOSAL, TRUE);
    keep (self, version);
  }
}

static void
on_decide_clicked_cb (SpilNewBudgetDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilRecord) version = read_version (self, &error);
  SpilDay day = SPIL_DAY_NONE;
  SpilId decision = SPIL_ID_NIL;

  if (version == NULL || !spil_decision_group_get (self->decision, &day, &decision, &error)) {
    spil_budget_form_refuse (SPIL_BUDGET_FORM (self), error->message);
    return;
  }
  if (!spil_day_is_known (day)) {
    spil_budget_form_refuse (SPIL_BUDGET_FORM (self), _ ("Fill in the day on which it was decided."));
    return;
  }
  if (!check (self, version))
    return;
  spil_record_set_day (version, SPIL_BUDGET_VERSION_DATE, day);
  spil_record_set_reference (version, SPIL_BUDGET_VERSION_DECISION, decision);
  keep (self, version);
}

/* Making */

static void
add_fields (SpilNewBudgetDialog *self, SpilDay today)
{
  const SpilEntity *entity = spil_entity (SPIL_ENTITY_BUDGET_VERSION);
  GtkWidget *group = adw_preferences_group_new ();
  int year;

  spil_day_to_ymd (today, &year, NULL, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++) {
    self->editors[i] = spil_field_editor_new (spil_budget_form_get_worker (SPIL_BUDGET_FORM (self)), entity,
                                              spil_entity_field (entity, fields[i]));
    spil_field_editor_add_to (self->editors[i], ADW_PREFERENCES_GROUP (group));
    if (fields[i] == SPIL_BUDGET_VERSION_YEAR) {
      SpilValue value = spil_value_integer (year);

      spil_field_editor_set_value (self->editors[i], &value);
    }
    g_signal_connect_object (self->editors[i], "changed", G_CALLBACK (on_typed_cb), self, G_CONNECT_SWAPPED);
  }
  spil_form_name_list (spil_field_editor_get_row (self->editors[0]), _ ("Make a budget"));
  gtk_box_append (spil_budget_form_get_box (SPIL_BUDGET_FORM (self)), group);
}

static void
add_grid (SpilNewBudgetDialog *self)
{
  const SpilMoneyColumn columns[N_COLUMNS] = {
    [COLUMN_AMOUNT] = { _ ("Amount"), SPIL_MONEY_TYPED },
    [COLUMN_PM] = { _ ("PM"), SPIL_MONEY_CHECK },
  };
  GtkBox *box = spil_budget_form_get_box (SPIL_BUDGET_FORM (self));
  GtkWidget *add = gtk_button_new_with_label (_ ("Add a line"));

  self->grid = SPIL_MONEY_GRID (spil_money_grid_new ());
  spil_money_grid_begin (self->grid, _ ("Line"), columns, N_COLUMNS);
  for (int i = 0; i < FIRST_ROWS; i++)
    add_row (self);
  g_signal_connect_object (self->grid, "changed", G_CALLBACK (on_row_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, GTK_WIDGET (self->grid));
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  g_signal_connect_object (add, "clicked", G_CALLBACK (on_add_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, add);
}

static void
set_narrow (SpilBudgetForm *form, gboolean narrow)
{
  spil_money_grid_set_narrow (SPIL_NEW_BUDGET_DIALOG (form)->grid, narrow);
}

static void
spil_new_budget_dialog_dispose (GObject *object)
{
  SpilNewBudgetDialog *self = SPIL_NEW_BUDGET_DIALOG (object);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    g_clear_object (&self->editors[i]);
  G_OBJECT_CLASS (spil_new_budget_dialog_parent_class)->dispose (object);
}

static void
spil_new_budget_dialog_class_init (SpilNewBudgetDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = spil_new_budget_dialog_dispose;
  SPIL_BUDGET_FORM_CLASS (klass)->set_narrow = set_narrow;
}

static void
spil_new_budget_dialog_init (SpilNewBudgetDialog *self)
{
}

AdwDialog *
spil_new_budget_dialog_new (SpilWorker *worker, SpilDay today)
{
  SpilNewBudgetDialog *self = g_object_new (SPIL_TYPE_NEW_BUDGET_DIALOG, NULL);
  SpilBudgetForm *form = SPIL_BUDGET_FORM (self);

  spil_budget_form_set_up (form, worker, _ ("Make a budget"), WIDTH);
  add_fields (self, today);
  add_grid (self);
  self->decision = SPIL_DECISION_GROUP (spil_decision_group_new (worker, today));
  gtk_box_append (spil_budget_form_get_box (form), GTK_WIDGET (self->decision));
  spil_budget_form_add_button (form, _ ("Keep as a proposal"), FALSE, G_CALLBACK (on_propose_clicked_cb));
  spil_budget_form_add_button (form, _ ("Decide"), TRUE, G_CALLBACK (on_decide_clicked_cb));
  compare (self);
  spil_form_focus_first (ADW_DIALOG (self), spil_field_editor_get_input (self->editors[0]));
  return ADW_DIALOG (self);
}
