// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-reallocation-dialog.h"

#include <glib/gi18n-lib.h>

#include "spil-budget-action.h"
#include "spil-budget-amounts.h"
#include "spil-budget-item.h"
#include "spil-decision-group.h"
#include "spil-field-editor.h"
#include "spil-form-parts.h"
#include "spil-money-grid.h"

#define WIDTH 980

enum
{
  COLUMN_BEFORE,
  COLUMN_CHANGE,
  COLUMN_AFTER,
  COLUMN_USED,
  COLUMN_PM,
  N_COLUMNS
};

// What is to be kept, and what became of it.
typedef struct _Wish
{
  SpilId version;
  GArray *rows;
  GPtrArray *names;
  char *name;
  char *reason;
  SpilDay day;
  SpilId decision;
  SpilId *id; /**< of the new version: of the dialog, which stays until it is done */
} Wish;

struct _SpilReallocationDialog
{
  SpilBudgetForm parent_instance;

  SpilId version;
  SpilVat vat;
  GArray *rows; /**< of SpilReallocationRow */
  GPtrArray *names; /**< of char *: of the rows */
  SpilId made; /**< the new version, once it is kept */

  SpilMoneyGrid *grid;
  SpilFieldEditor *name;
  SpilFieldEditor *reason;
  SpilDecisionGroup *decision;
  GtkWidget *propose;
  GtkWidget *decide;
};

G_DEFINE_FINAL_TYPE (SpilReallocationDialog, spil_reallocation_dialog, SPIL_TYPE_BUDGET_FORM)

enum
{
  MADE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static SpilReallocationRow *
get_row (SpilReallocationDialog *self, int row)
{
  return &g_array_index (self->rows, SpilReallocationRow, row);
}

/* What comes of it */

static void
show_total (SpilReallocationDialog *self, const SpilReallocation *judged)
{
  g_autofree char *before = spil_budget_dup_plain (judged->before.cents);
  g_autofree char *change = spil_budget_dup_signed (judged->after.cents - judged->before.cents);
  g_autofree char *after = spil_budget_dup_plain (judged->after.cents);
  const char *const texts[N_COLUMNS] = { before, change, after, "", "" };

  spil_money_grid_set_total (self->grid, _ ("Total"), texts);
}

// FALSE: something is typed that is no amount.
static gboolean
is_readable (SpilReallocationDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++) {
    int64_t cents;

    if (!get_row (self, (int) i)->pm &&
        !spil_money_grid_get_money (self->grid, (int) i, COLUMN_AFTER, &cents))
      return FALSE;
  }
  return TRUE;
}

static void
judge (SpilReallocationDialog *self)
{
  const SpilReallocationRow *rows = (const SpilReallocationRow *) (gconstpointer) self->rows->data;
  SpilReallocation judged = spil_reallocation_judge (rows, self->rows->len);
  g_autofree char *sentence = spil_reallocation_dup_sentence (&judged, rows);
  gboolean readable = is_readable (self);

  show_total (self, &judged);
  for (guint i = 0; i < self->rows->len; i++)
    spil_money_grid_set_error (self->grid, (int) i, COLUMN_AFTER, (int) i == judged.below ? sentence : NULL);
  spil_budget_form_set_sentence (SPIL_BUDGET_FORM (self),
                                 readable ? sentence : _ ("One of the amounts cannot be read."),
                                 !readable || (judged.changed && !judged.allowed));
  gtk_widget_set_sensitive (self->propose, readable && judged.allowed);
  gtk_widget_set_sensitive (self->decide, readable && judged.allowed);
}

/* Typing */

static void
show_change (SpilReallocationDialog *self, int at)
{
  const SpilReallocationRow *row = get_row (self, at);
  g_autofree char *text = spil_budget_dup_signed (row->after.cents - row->before.cents);

  spil_money_grid_set_text (self->grid, at, COLUMN_CHANGE, row->after.cents != row->before.cents ? text : "");
}

static void
take_pm (SpilReallocationDialog *self, int at)
{
  SpilReallocationRow *row = get_row (self, at);

  row->pm = spil_money_grid_get_check (self->grid, at, COLUMN_PM);
  spil_money_grid_set_open (self->grid, at, COLUMN_CHANGE, !row->pm);
  spil_money_grid_set_open (self->grid, at, COLUMN_AFTER, !row->pm);
}

static void
take_name (SpilReallocationDialog *self, int at)
{
  g_free (self->names->pdata[at]);
  self->names->pdata[at] = g_strdup (spil_money_grid_get_text (self->grid, at, -1));
  get_row (self, at)->name = self->names->pdata[at];
}

// A change gives what the line becomes, and the other way round.
static void
on_changed_cb (SpilReallocationDialog *self, int at, int column)
{
  SpilReallocationRow *row = get_row (self, at);
  int64_t cents;

  spil_budget_form_touch (SPIL_BUDGET_FORM (self));
  if (column == -1)
    take_name (self, at);
  else if (column == COLUMN_PM)
    take_pm (self, at);
  else if (spil_money_grid_get_money (self->grid, at, column, &cents)) {
    row->after.cents = column == COLUMN_CHANGE ? row->before.cents + cents : cents;
    if (column == COLUMN_CHANGE)
      spil_money_grid_set_money (self->grid, at, COLUMN_AFTER, row->after.cents);
    else
      show_change (self, at);
  } else
    spil_money_grid_set_error (self->grid, at, column, _ ("This is not an amount."));
  judge (self);
}

static int
next_number (SpilReallocationDialog *self)
{
  int number = 0;

  for (guint i = 0; i < self->rows->len; i++)
    number = MAX (number, get_row (self, (int) i)->number);
  return number + 1;
}

static void
add_to_grid (SpilReallocationDialog *self, const SpilReallocationRow *row)
{
  gboolean is_new = spil_id_is_nil (row->line);
  g_autofree char *title = is_new ? g_strdup (row->name) : g_strdup_printf ("%d. %s", row->number, row->name);
  // Translators: %d is the number of a budget line.
  g_autofree char *name = g_strdup_printf (_ ("Line %d"), row->number);
  g_autofree char *before = spil_budget_dup_plain (row->before.cents);
  g_autofree char *used = spil_budget_dup_plain (row->used.cents);
  int at = spil_money_grid_add_row (self->grid, title, name, is_new);

  spil_money_grid_set_text (self->grid, at, COLUMN_BEFORE, is_new ? "–" : row->pm ? _ ("PM") : before);
  spil_money_grid_set_money (self->grid, at, COLUMN_AFTER, row->after.cents);
  spil_money_grid_set_text (self->grid, at, COLUMN_USED, row->used.cents != 0 ? used : "–");
  spil_money_grid_set_check (self->grid, at, COLUMN_PM, row->pm);
  spil_money_grid_set_open (self->grid, at, COLUMN_CHANGE, !row->pm);
  spil_money_grid_set_open (self->grid, at, COLUMN_AFTER, !row->pm);
}

static void
add_row (SpilReallocationDialog *self, SpilReallocationRow row, const char *name)
{
  g_ptr_array_add (self->names, g_strdup (name));
  row.name = self->names->pdata[self->names->len - 1];
  g_array_append_val (self->rows, row);
  add_to_grid (self, get_row (self, (int) self->rows->len - 1));
}

static void
on_add_clicked_cb (SpilReallocationDialog *self)
{
  const SpilReallocationRow row = { .line = SPIL_ID_NIL,
                                    .number = next_number (self),
                                    .before = spil_money (0, self->vat),
                                    .after = spil_money (0, self->vat),
                                    .used = spil_money (0, self->vat) };

  add_row (self, row, "");
  spil_budget_form_touch (SPIL_BUDGET_FORM (self));
  judge (self);
  spil_money_grid_focus (self->grid, (int) self->rows->len - 1, -1);
}

/* Keeping it */

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_array_unref (wish->rows);
  g_ptr_array_unref (wish->names);
  g_free (wish->name);
  g_free (wish->reason);
  g_free (wish);
}

static SpilAction *
make_action (SpilStore *store, gconstpointer data, GError **error)
{
  const Wish *wish = data;

  return spil_budget_reallocate_action (
      store, wish->version, (const SpilReallocationRow *) (gconstpointer) wish->rows->data, wish->rows->len,
      wish->name, wish->day, wish->decision, wish->reason, wish->id, error);
}

static char *
dup_field (SpilFieldEditor *editor)
{
  g_auto (SpilValue) value = SPIL_VALUE_INIT;

  spil_field_editor_peek (editor, &value);
  return value.kind == SPIL_VALUE_TEXT ? g_strdup (value.text) : NULL;
}

// The rows go along as they are: nothing is typed while they are on their way.
static void
keep (SpilReallocationDialog *self, SpilDay day, SpilId decision)
{
  Wish *wish = g_new0 (Wish, 1);

  wish->id = &self->made;
  wish->version = self->version;
  wish->rows = g_array_ref (self->rows);
  wish->names = g_ptr_array_ref (self->names);
  wish->name = dup_field (self->name);
  wish->reason = dup_field (self->reason);
  wish->day = day;
  wish->decision = decision;
  spil_budget_form_do (SPIL_BUDGET_FORM (self), make_action, wish, wish_free);
}

static void
on_propose_clicked_cb (SpilReallocationDialog *self)
{
  keep (self, SPIL_DAY_NONE, SPIL_ID_NIL);
}

static void
on_decide_clicked_cb (SpilReallocationDialog *self)
{
  g_autoptr (GError) error = NULL;
  SpilDay day;
  SpilId decision;

  if (!spil_decision_group_get (self->decision, &day, &decision, &error))
    spil_budget_form_refuse (SPIL_BUDGET_FORM (self), error->message);
  else if (!spil_day_is_known (day))
    spil_budget_form_refuse (SPIL_BUDGET_FORM (self), _ ("Fill in the day on which it was decided."));
  else
    keep (self, day, decision);
}

static void
on_done_cb (SpilReallocationDialog *self)
{
  g_signal_emit (self, signals[MADE], 0, &self->made);
}

/* Making */

static SpilFieldEditor *
add_field (SpilReallocationDialog *self, AdwPreferencesGroup *group, int number)
{
  const SpilEntity *entity = spil_entity (SPIL_ENTITY_BUDGET_VERSION);
  SpilFieldEditor *editor = spil_field_editor_new (spil_budget_form_get_worker (SPIL_BUDGET_FORM (self)),
                                                   entity, spil_entity_field (entity, number));

  spil_field_editor_add_to (editor, group);
  g_signal_connect_object (editor, "changed", G_CALLBACK (spil_budget_form_touch), self, G_CONNECT_SWAPPED);
  return editor;
}

static void
add_fields (SpilReallocationDialog *self, const SpilBudgetData *data)
{
  GtkBox *box = spil_budget_form_get_box (SPIL_BUDGET_FORM (self));
  GtkWidget *group = adw_preferences_group_new ();
  // Translators: the name of a new budget version; %u is how many there are with it.
  g_autofree char *text = g_strdup_printf (_ ("Re-allocation %u"), data->versions->len);
  g_auto (SpilValue) name = spil_value_text (text);

  self->name = add_field (self, ADW_PREFERENCES_GROUP (group), SPIL_BUDGET_VERSION_NAME);
  self->reason = add_field (self, ADW_PREFERENCES_GROUP (group), SPIL_BUDGET_VERSION_REASON);
  spil_field_editor_set_value (self->name, &name);
  spil_form_name_list (spil_field_editor_get_row (self->name), _ ("Re-allocation"));
  gtk_box_append (box, group);
  self->decision = SPIL_DECISION_GROUP (
      spil_decision_group_new (spil_budget_form_get_worker (SPIL_BUDGET_FORM (self)), data->today));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (self->decision),
      _ ("Only where it is decided on at once; a proposal gets it later."));
  g_signal_connect_object (self->decision, "changed", G_CALLBACK (spil_budget_form_touch), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (box, GTK_WIDGET (self->decision));
}

static void
add_lines (SpilReallocationDialog *self, const SpilBudgetData *data)
{
  for (guint i = 0; i < data->lines->len; i++) {
    const SpilBudgetLineFigures *line = data->lines->pdata[i];
    const SpilReallocationRow row = { .line = line->id,
                                      .number = line->number,
                                      .pm = line->pm,
                                      .outside = line->outside,
                                      .before = line->budget,
                                      .after = line->budget,
                                      .used = spil_budget_line_get_used (line) };

    add_row (self, row, line->name);
  }
}

static void
add_grid (SpilReallocationDialog *self, const SpilBudgetData *data)
{
  const SpilMoneyColumn columns[N_COLUMNS] = {
    [COLUMN_BEFORE] = { _ ("Now"), SPIL_MONEY_SHOWN },
    [COLUMN_CHANGE] = { _ ("Change"), SPIL_MONEY_TYPED },
    [COLUMN_AFTER] = { _ ("Becomes"), SPIL_MONEY_TYPED },
    [COLUMN_USED] = { _ ("In use"), SPIL_MONEY_SHOWN },
    [COLUMN_PM] = { _ ("PM"), SPIL_MONEY_CHECK },
  };
  GtkBox *box = spil_budget_form_get_box (SPIL_BUDGET_FORM (self));
  GtkWidget *add = gtk_button_new_with_label (_ ("Add a line"));

  self->grid = SPIL_MONEY_GRID (spil_money_grid_new ());
  spil_money_grid_begin (self->grid, spil_budget_cell_title (SPIL_BUDGET_CELL_NAME), columns, N_COLUMNS);
  g_signal_connect_object (self->grid, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, GTK_WIDGET (self->grid));
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  g_signal_connect_object (add, "clicked", G_CALLBACK (on_add_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, add);
  add_lines (self, data);
}

static void
set_narrow (SpilBudgetForm *form, gboolean narrow)
{
  spil_money_grid_set_narrow (SPIL_REALLOCATION_DIALOG (form)->grid, narrow);
}

static void
spil_reallocation_dialog_dispose (GObject *object)
{
  SpilReallocationDialog *self = SPIL_REALLOCATION_DIALOG (object);

  g_clear_object (&self->name);
  g_clear_object (&self->reason);
  G_OBJECT_CLASS (spil_reallocation_dialog_parent_class)->dispose (object);
}

static void
spil_reallocation_dialog_finalize (GObject *object)
{
  SpilReallocationDialog *self = SPIL_REALLOCATION_DIALOG (object);

  g_array_unref (self->rows);
  g_ptr_array_unref (self->names);
  G_OBJECT_CLASS (spil_reallocation_dialog_parent_class)->finalize (object);
}

static void
spil_reallocation_dialog_class_init (SpilReallocationDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = spil_reallocation_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = spil_reallocation_dialog_finalize;
  SPIL_BUDGET_FORM_CLASS (klass)->set_narrow = set_narrow;
  signals[MADE] = g_signal_new ("made", SPIL_TYPE_REALLOCATION_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
spil_reallocation_dialog_init (SpilReallocationDialog *self)
{
  self->rows = g_array_new (FALSE, TRUE, sizeof (SpilReallocationRow));
  self->names = g_ptr_array_new_with_free_func (g_free);
  g_signal_connect (self, "done", G_CALLBACK (on_done_cb), NULL);
}

AdwDialog *
spil_reallocation_dialog_new (SpilWorker *worker, const SpilBudgetData *data)
{
  SpilReallocationDialog *self = g_object_new (SPIL_TYPE_REALLOCATION_DIALOG, NULL);
  SpilBudgetForm *form = SPIL_BUDGET_FORM (self);

  self->version = data->version->id;
  self->vat = data->version->total.vat;
  spil_budget_form_set_up (form, worker, _ ("Re-allocation"), WIDTH);
  add_grid (self, data);
  add_fields (self, data);
  self->propose = spil_budget_form_add_button (form, _ ("Keep as a proposal"), FALSE,
                                               G_CALLBACK (on_propose_clicked_cb));
  self->decide = spil_budget_form_add_button (form, _ ("Decide"), TRUE, G_CALLBACK (on_decide_clicked_cb));
  judge (self);
  spil_form_focus_first (ADW_DIALOG (self), spil_money_grid_get_first (self->grid));
  return ADW_DIALOG (self);
}
