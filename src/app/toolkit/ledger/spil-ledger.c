// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-ledger-private.h"

#include <glib/gi18n-lib.h>

#include "spil-ledger-change.h"
#include "spil-number.h"
#include "spil-toolkit-words.h"

G_DEFINE_FINAL_TYPE (SpilLedger, spil_ledger, GTK_TYPE_WIDGET)

SpilLedgerCell *
spil_ledger_cell_at (SpilLedger *self, int row, int column)
{
  int at = row * (int) self->columns->len + column;

  if (row < 0 || column < 0 || column >= (int) self->columns->len || at >= (int) self->cells->len)
    return NULL;
  return g_ptr_array_index (self->cells, at);
}

static const SpilLedgerColumn *
column_of (SpilLedger *self, guint column)
{
  return &g_array_index (self->columns, SpilLedgerColumn, column);
}

// The outcome stands after the weeks of the first period, before what follows from it.
static int
outcome_place (SpilLedger *self)
{
  int weeks = self->cohort->rules.weeks;

  return weeks > 0 ? MIN (weeks, SPIL_TRIAL_MAX_WEEKS) : SPIL_TRIAL_MAX_WEEKS;
}

static int
place_of (SpilLedger *self, guint column)
{
  return (int) column < outcome_place (self) ? (int) column : (int) column + 1;
}

/* Texts */

static void
show_row (SpilLedger *self, guint at)
{
  const SpilParticipationRow *row = g_ptr_array_index (self->cohort->participations, at);
  g_autofree char *outcome = spil_trial_dup_outcome (row, &self->cohort->rules);
  GtkWidget *label = g_ptr_array_index (self->outcomes, at);

  gtk_label_set_label (GTK_LABEL (label), outcome);
  if (row->figures.outcome == SPIL_TRIAL_NOT_EARNED)
    gtk_widget_add_css_class (label, "dimmed");
  else
    gtk_widget_remove_css_class (label, "dimmed");
  for (guint column = 0; column < self->columns->len; column++) {
    g_autofree char *text = spil_ledger_dup_text (row, column_of (self, column));
    g_autofree char *field = spil_ledger_column_dup_name (column_of (self, column));
    g_autofree char *name = g_strdup_printf ("%s, %s", row->pseudonym, field);
    SpilLedgerCell *cell = spil_ledger_cell_at (self, (int) at, (int) column);

    spil_ledger_cell_set_text (cell, name, text);
    if (self->typed != NULL && (int) at == self->row && (int) column == self->column)
      spil_ledger_cell_set_typed (cell, self->typed->str, FALSE);
  }
}

// Under a column: the average of the weeks, how many yes, what was spent.
static char *
dup_total (SpilLedger *self, const SpilLedgerColumn *column)
{
  const SpilTrialLedger *ledger = &self->cohort->ledger;
  int64_t uses = 0, n = 0;

  switch (column->kind) {
  case SPIL_LEDGER_WEEK:
    for (guint i = 0; i < self->cohort->participations->len; i++) {
      const SpilParticipationRow *row = g_ptr_array_index (self->cohort->participations, i);

      n += row->uses[column->week] >= 0;
      uses += MAX (0, row->uses[column->week]);
    }
    return n > 0 ? spil_decimal_format ((uses * 10 + n / 2) / n * (SPIL_DECIMAL_ONE / 10)) : g_strdup ("");
  case SPIL_LEDGER_EXTENDED:
    return spil_integer_format (ledger->n_extended);
  case SPIL_LEDGER_KEEPS:
    return g_strdup_printf (_ ("%d of %d"), ledger->n_keeps, ledger->n_keeps + ledger->n_stops);
  case SPIL_LEDGER_SPENT:
  default:
    return spil_money_format (ledger->spent, SPIL_MONEY_CENTS);
  }
}

static void
show_all (SpilLedger *self)
{
  for (guint i = 0; i < self->cohort->participations->len; i++)
    show_row (self, i);
  for (guint i = 0; i < self->columns->len; i++) {
    g_autofree char *total = dup_total (self, column_of (self, i));

    gtk_label_set_label (g_ptr_array_index (self->totals, i), total);
  }
}

/* Making the table */

static GtkWidget *
make_label (const char *text, gboolean number, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), number ? 1 : 0);
  gtk_widget_add_css_class (label, "ledger-label");
  gtk_widget_add_css_class (label, "numeric");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static gboolean
is_number (const SpilLedgerColumn *column)
{
  return column->kind == SPIL_LEDGER_WEEK || column->kind == SPIL_LEDGER_SPENT;
}

static void
empty_grid (GtkGrid *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
}

static void
on_cell_entered_cb (SpilLedger *self, GtkEventController *controller)
{
  SpilLedgerCell *cell = SPIL_LEDGER_CELL (gtk_event_controller_get_widget (controller));

  self->row = spil_ledger_cell_get_row (cell);
  self->column = spil_ledger_cell_get_column (cell);
}

static void
make_cell (SpilLedger *self, guint row, guint column)
{
  SpilLedgerCell *cell = spil_ledger_cell_new ((int) row, (int) column, is_number (column_of (self, column)));
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "enter", G_CALLBACK (on_cell_entered_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (cell), focus);
  g_ptr_array_add (self->cells, cell);
  gtk_grid_attach (self->grid, GTK_WIDGET (cell), place_of (self, column), (int) row + 1, 1, 1);
}

static void
make_head_and_foot (SpilLedger *self)
{
  int foot = (int) self->cohort->participations->len + 1;

  gtk_grid_attach (self->names, make_label (_ ("Participant"), FALSE, "ledger-head"), 0, 0, 1, 1);
  gtk_grid_attach (self->names, make_label (_ ("In all"), FALSE, "ledger-foot"), 0, foot, 1, 1);
  gtk_grid_attach (self->grid, make_label (_ ("Extension"), FALSE, "ledger-head"), outcome_place (self), 0, 1,
                   1);
  gtk_grid_attach (self->grid, make_label (NULL, FALSE, "ledger-foot"), outcome_place (self), foot, 1, 1);
  for (guint i = 0; i < self->columns->len; i++) {
    const SpilLedgerColumn *column = column_of (self, i);
    g_autofree char *title = spil_ledger_column_dup_title (column);
    g_autofree char *name = spil_ledger_column_dup_name (column);
    GtkWidget *head = make_label (title, is_number (column), "ledger-head");
    GtkWidget *total = make_label (NULL, is_number (column), "ledger-foot");

    gtk_widget_set_tooltip_text (head, name);
    gtk_grid_attach (self->grid, head, place_of (self, i), 0, 1, 1);
    gtk_grid_attach (self->grid, total, place_of (self, i), foot, 1, 1);
    g_ptr_array_add (self->totals, total);
  }
}

static void
make_row (SpilLedger *self, guint at)
{
  const SpilParticipationRow *row = g_ptr_array_index (self->cohort->participations, at);
  GtkWidget *name = make_label (row->pseudonym, FALSE, NULL);
  GtkWidget *outcome = make_label (NULL, FALSE, NULL);

  if (row->organisation_name != NULL)
    gtk_widget_set_tooltip_text (name, row->organisation_name);
  gtk_grid_attach (self->names, name, 0, (int) at + 1, 1, 1);
  gtk_widget_set_hexpand (outcome, TRUE);
  gtk_grid_attach (self->grid, outcome, outcome_place (self), (int) at + 1, 1, 1);
  g_ptr_array_add (self->outcomes, outcome);
  for (guint column = 0; column < self->columns->len; column++)
    make_cell (self, at, column);
  g_array_append_val (self->ids, row->id);
}

static void
make_all (SpilLedger *self)
{
  empty_grid (self->names);
  empty_grid (self->grid);
  g_ptr_array_set_size (self->cells, 0);
  g_ptr_array_set_size (self->outcomes, 0);
  g_ptr_array_set_size (self->totals, 0);
  g_array_set_size (self->ids, 0);
  make_head_and_foot (self);
  for (guint i = 0; i < self->cohort->participations->len; i++)
    make_row (self, i);
}

// The rows and columns are the same ones: only their texts may differ.
static gboolean
fits (SpilLedger *self, GArray *columns)
{
  if (columns->len != self->columns->len || self->cohort->participations->len != self->ids->len)
    return FALSE;
  for (guint i = 0; i < self->ids->len; i++) {
    const SpilParticipationRow *row = g_ptr_array_index (self->cohort->participations, i);

    if (!spil_id_equal (row->id, g_array_index (self->ids, SpilId, i)))
      return FALSE;
  }
  return self->totals->len > 0;
}

/* The widget */

// One stop of Tab: within it the arrow keys go on.
static gboolean
spil_ledger_focus (GtkWidget *widget, GtkDirectionType direction)
{
  SpilLedger *self = SPIL_LEDGER (widget);
  SpilLedgerCell *cell = spil_ledger_cell_at (self, self->row, self->column);

  if (gtk_widget_get_focus_child (widget) != NULL || self->cells->len == 0)
    return FALSE;
  if (cell == NULL)
    cell = g_ptr_array_index (self->cells, 0);
  return gtk_widget_grab_focus (GTK_WIDGET (cell));
}

static gboolean
spil_ledger_grab_focus (GtkWidget *widget)
{
  return spil_ledger_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
spil_ledger_dispose (GObject *object)
{
  SpilLedger *self = SPIL_LEDGER (object);

  self->cohort = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (spil_ledger_parent_class)->dispose (object);
}

static void
spil_ledger_finalize (GObject *object)
{
  SpilLedger *self = SPIL_LEDGER (object);

  g_array_unref (self->columns);
  g_array_unref (self->ids);
  g_ptr_array_unref (self->cells);
  g_ptr_array_unref (self->outcomes);
  g_ptr_array_unref (self->totals);
  if (self->typed != NULL)
    g_string_free (self->typed, TRUE);
  G_OBJECT_CLASS (spil_ledger_parent_class)->finalize (object);
}

static void
spil_ledger_class_init (SpilLedgerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_ledger_dispose;
  G_OBJECT_CLASS (klass)->finalize = spil_ledger_finalize;
  widget_class->focus = spil_ledger_focus;
  widget_class->grab_focus = spil_ledger_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "ledger");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
spil_ledger_init (SpilLedger *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->columns = g_array_new (FALSE, FALSE, sizeof (SpilLedgerColumn));
  self->ids = g_array_new (FALSE, FALSE, sizeof (SpilId));
  self->cells = g_ptr_array_new ();
  self->outcomes = g_ptr_array_new ();
  self->totals = g_ptr_array_new ();
  self->names = GTK_GRID (gtk_grid_new ());
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_row_homogeneous (self->names, TRUE);
  gtk_grid_set_row_homogeneous (self->grid, TRUE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->grid));
  gtk_widget_set_hexpand (scroller, TRUE);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->box, "card");
  gtk_widget_set_overflow (self->box, GTK_OVERFLOW_HIDDEN);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->names));
  gtk_box_append (GTK_BOX (self->box), scroller);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  spil_ledger_listen (self);
}

void
spil_ledger_set_cohort (SpilLedger *self, const SpilCohortRow *cohort)
{
  GtkWidget *inside;
  GArray *columns;
  gboolean had_focus;

  g_return_if_fail (SPIL_IS_LEDGER (self));
  g_return_if_fail (cohort != NULL);

  inside = gtk_widget_get_focus_child (GTK_WIDGET (self));
  had_focus = inside != NULL;
  columns = spil_ledger_columns (&cohort->rules);
  self->cohort = cohort;
  if (!fits (self, columns)) {
    g_array_unref (self->columns);
    self->columns = g_array_ref (columns);
    make_all (self);
    self->row = CLAMP (self->row, 0, MAX (0, (int) cohort->participations->len - 1));
    if (had_focus)
      gtk_widget_grab_focus (GTK_WIDGET (self));
  }
  g_array_unref (columns);
  show_all (self);
  gtk_widget_set_visible (GTK_WIDGET (self), cohort->participations->len > 0);
}

void
spil_ledger_extend_earned (SpilLedger *self)
{
  g_return_if_fail (SPIL_IS_LEDGER (self));

  if (self->cohort != NULL)
    spil_ledger_commit (self, spil_ledger_change_extend_earned (self->cohort), NULL);
}
