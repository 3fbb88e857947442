// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-forecast-cells.h"

#include <glib/gi18n-lib.h>

#include "spil-budget-amounts.h"

// Of a line of the name of a budget line.
#define NAME_CHARS 36
#define CELL_CHARS 10

G_DEFINE_FINAL_TYPE (SpilForecastGrid, spil_forecast_grid, ADW_TYPE_BIN)

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

void
spil_forecast_grid_edited (SpilForecastGrid *self, GArray *edits)
{
  g_signal_emit (self, signals[EDITED], 0, edits);
}

void
spil_forecast_grid_tell (SpilForecastGrid *self, const char *text)
{
  gtk_label_set_text (self->message, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), text != NULL);
}

/* Texts */

static char *
dup_amount (int64_t cents)
{
  return cents == 0 ? g_strdup ("–") : spil_budget_dup_plain (cents);
}

static const SpilForecastRow *
get_row (SpilForecastGrid *self, int row)
{
  return &g_array_index (self->data->rows, SpilForecastRow, row);
}

static const SpilForecastQuarter *
get_quarter (SpilForecastGrid *self, int column)
{
  return &g_array_index (self->data->quarters, SpilForecastQuarter, column);
}

static char *
dup_line (const SpilForecastRow *row)
{
  return g_strdup_printf ("%d. %s", row->line->number, row->line->name);
}

static char *
dup_left (const SpilForecastRow *row)
{
  g_autofree char *amount = dup_amount (ABS (row->left));

  if (!row->known)
    return g_strdup (row->line->pm ? _ ("PM") : _ ("unknown"));
  // Translators: %s is an amount.
  return row->left < 0 ? g_strdup_printf (_ ("short %s"), amount) : g_steal_pointer (&amount);
}

static char *
dup_state (const SpilForecastQuarter *quarter)
{
  return g_strdup (quarter->closed ? C_ ("quarter", "closed") : quarter->past ? C_ ("quarter", "over") : "");
}

/* What changes with the data: labels in a fixed order, so that nothing has to be made anew */

// The columns beside the quarters.
enum
{
  BUDGET,
  ACTUAL,
  OPEN,
  TOTAL,
  LEFT,
  N_BESIDE
};

static char *
dup_beside (SpilForecastGrid *self, int row, int what)
{
  const SpilForecastRow *line = get_row (self, row);

  switch (what) {
  case BUDGET:
    return line->known ? dup_amount (line->line->budget.cents)
                       : g_strdup (line->line->pm ? _ ("PM") : _ ("not stated"));
  case ACTUAL:
    return dup_amount (line->line->actual.cents);
  case OPEN:
    return dup_amount (line->line->open.cents);
  case TOTAL:
    return dup_amount (line->total);
  default:
    return dup_left (line);
  }
}

static char *
dup_total_beside (SpilForecastGrid *self, int what)
{
  const SpilBudgetTotal *total = self->data->total;

  switch (what) {
  case BUDGET:
    return dup_amount (total->budget.cents);
  case ACTUAL:
    return dup_amount (total->actual.cents);
  case OPEN:
    return dup_amount (total->open.cents);
  case TOTAL:
    return dup_amount (self->data->forecast);
  default:
    return dup_amount (total->free.cents - self->data->forecast);
  }
}

static GtkWidget *
make_label (const char *text, gboolean figure)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), figure ? 1 : 0);
  if (figure)
    gtk_widget_add_css_class (label, "numeric");
  return label;
}

// A label that spil_forecast_grid_show() keeps up to date.
static GtkWidget *
make_live_label (SpilForecastGrid *self)
{
  GtkWidget *label = make_label (NULL, TRUE);

  g_ptr_array_add (self->labels, label);
  return label;
}

static void
set_next (SpilForecastGrid *self, guint *at, char *text, gboolean is_short)
{
  GtkWidget *label = self->labels->pdata[(*at)++];

  gtk_label_set_text (GTK_LABEL (label), text);
  if (is_short)
    gtk_widget_add_css_class (label, "error");
  else
    gtk_widget_remove_css_class (label, "error");
  g_free (text);
}

/* The table */

static const struct
{
  const char *title;
  int before; /* it stands before the quarters */
} beside[N_BESIDE] = {
  [BUDGET] = { N_ ("Budgeted"), TRUE },           [ACTUAL] = { N_ ("Spent"), TRUE },
  [OPEN] = { N_ ("Committed, open"), TRUE },      [TOTAL] = { N_ ("Forecast"), FALSE },
  [LEFT] = { N_ ("Free after forecast"), FALSE },
};

static int
beside_column (SpilForecastGrid *self, int what)
{
  return 1 + what + (beside[what].before ? 0 : self->n_columns);
}

static int
quarter_column (int column)
{
  return 1 + TOTAL + column;
}

static char *
dup_cell_name (SpilForecastGrid *self, int row, int column)
{
  g_autofree char *quarter = spil_period_format (get_quarter (self, column)->period);

  // Translators: a budget line and a quarter.
  return g_strdup_printf (_ ("%s, %s"), get_row (self, row)->line->name, quarter);
}

static GtkWidget *
make_cell (SpilForecastGrid *self, int row, int column)
{
  g_autofree char *name = dup_cell_name (self, row, column);
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_alignment (GTK_EDITABLE (entry), 1);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), CELL_CHARS);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), CELL_CHARS);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_NUMBER);
  gtk_widget_add_css_class (entry, "numeric");
  gtk_widget_add_css_class (entry, "forecast-cell");
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  spil_forecast_cells_add (self, GTK_EDITABLE (entry), row, column);
  return entry;
}

static void
add_heading (GtkGrid *grid, const char *title, int column)
{
  // In lines as short as an amount: the room is for the names.
  g_autofree char *broken = spil_budget_dup_broken (title, CELL_CHARS + 2);
  GtkWidget *label = make_label (broken, column > 0);

  gtk_label_set_justify (GTK_LABEL (label), column > 0 ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT);
  gtk_widget_set_valign (label, GTK_ALIGN_END);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dimmed");
  gtk_grid_attach (grid, label, column, 0, 1, 1);
}

static void
add_headings (SpilForecastGrid *self, GtkGrid *grid)
{
  add_heading (grid, _ ("Line"), 0);
  for (int i = 0; i < N_BESIDE; i++)
    add_heading (grid, _ (beside[i].title), beside_column (self, i));
  for (int i = 0; i < self->n_columns; i++) {
    const SpilForecastQuarter *quarter = get_quarter (self, i);
    g_autofree char *brief = spil_period_format_short (quarter->period);
    g_autofree char *state = dup_state (quarter);
    g_autofree char *text = NULL;
    int year;

    spil_day_to_ymd (quarter->period.first, &year, NULL, NULL);
    text = g_strdup_printf (state[0] != '\0' ? "%s %d (%s)" : "%s %d", brief, year, state);
    add_heading (grid, text, quarter_column (i));
  }
}

static void
add_line (SpilForecastGrid *self, GtkGrid *grid, int row)
{
  g_autofree char *name = dup_line (get_row (self, row));
  g_autofree char *broken = spil_budget_dup_broken (name, NAME_CHARS);
  GtkWidget *label = make_label (broken, FALSE);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_grid_attach (grid, label, 0, row + 1, 1, 1);
  for (int i = 0; i < N_BESIDE; i++)
    gtk_grid_attach (grid, make_live_label (self), beside_column (self, i), row + 1, 1, 1);
  for (int i = 0; i < self->n_columns; i++)
    gtk_grid_attach (grid,
                     spil_forecast_quarter_is_open (get_quarter (self, i)) ? make_cell (self, row, i)
                                                                           : make_live_label (self),
                     quarter_column (i), row + 1, 1, 1);
}

static void
add_total (SpilForecastGrid *self, GtkGrid *grid)
{
  int at = self->n_rows + 1;
  GtkWidget *name = make_label (_ ("Total"), FALSE);

  gtk_widget_add_css_class (name, "heading");
  gtk_grid_attach (grid, name, 0, at, 1, 1);
  for (int i = 0; i < N_BESIDE + self->n_columns; i++) {
    GtkWidget *label = make_live_label (self);

    gtk_widget_add_css_class (label, "heading");
    gtk_grid_attach (grid, label, i < N_BESIDE ? beside_column (self, i) : quarter_column (i - N_BESIDE), at,
                     1, 1);
  }
}

static GtkWidget *
make_table (SpilForecastGrid *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 15);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 3);
  gtk_widget_add_css_class (grid, "forecast-grid");
  add_headings (self, GTK_GRID (grid));
  for (int i = 0; i < self->n_rows; i++)
    add_line (self, GTK_GRID (grid), i);
  add_total (self, GTK_GRID (grid));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), grid);
  gtk_widget_add_css_class (scroller, "card");
  return scroller;
}

static void
update_line (SpilForecastGrid *self, int row, guint *at)
{
  for (int i = 0; i < N_BESIDE; i++)
    set_next (self, at, dup_beside (self, row, i), i == LEFT && get_row (self, row)->left < 0);
  for (int i = 0; i < self->n_columns; i++)
    if (!spil_forecast_quarter_is_open (get_quarter (self, i)))
      set_next (self, at, dup_amount (get_row (self, row)->cents[i]), FALSE);
}

static void
update_total (SpilForecastGrid *self, guint *at)
{
  const SpilBudgetTotal *total = self->data->total;

  for (int i = 0; i < N_BESIDE; i++)
    set_next (self, at, dup_total_beside (self, i), i == LEFT && total->free.cents < self->data->forecast);
  for (int i = 0; i < self->n_columns; i++)
    set_next (self, at, dup_amount (get_quarter (self, i)->total), FALSE);
}

/* Under each other, for narrow windows */

static void
add_row (AdwPreferencesGroup *group, GtkWidget *row, const char *title)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_group_add (group, row);
}

static void
add_quarter (SpilForecastGrid *self, AdwPreferencesGroup *group, int row, int column)
{
  const SpilForecastQuarter *quarter = get_quarter (self, column);
  g_autofree char *title = spil_period_format (quarter->period);
  g_autofree char *state = dup_state (quarter);
  g_autofree char *named = state[0] != '\0' ? g_strdup_printf ("%s (%s)", title, state) : g_strdup (title);
  GtkWidget *widget;

  if (spil_forecast_quarter_is_open (quarter)) {
    widget = adw_entry_row_new ();
    add_row (group, widget, named);
    spil_forecast_cells_add (self, GTK_EDITABLE (widget), row, column);
    return;
  }
  widget = adw_action_row_new ();
  add_row (group, widget, named);
  adw_action_row_add_suffix (ADW_ACTION_ROW (widget), make_live_label (self));
}

static GtkWidget *
make_card (SpilForecastGrid *self, int row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *name = row < self->n_rows ? dup_line (get_row (self, row)) : g_strdup (_ ("Total"));
  // A group would cut a long title of its own.
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "label", name, "xalign", 0.0, "wrap", TRUE,
                                     "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (heading, "heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (group), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), group);
  for (int i = 0; i < N_BESIDE; i++) {
    GtkWidget *fact = adw_action_row_new ();

    add_row (ADW_PREFERENCES_GROUP (group), fact, _ (beside[i].title));
    adw_action_row_add_suffix (ADW_ACTION_ROW (fact), make_live_label (self));
  }
  for (int i = 0; i < self->n_columns; i++) {
    if (row < self->n_rows)
      add_quarter (self, ADW_PREFERENCES_GROUP (group), row, i);
    else {
      GtkWidget *fact = adw_action_row_new ();
      g_autofree char *title = spil_period_format (get_quarter (self, i)->period);

      add_row (ADW_PREFERENCES_GROUP (group), fact, title);
      adw_action_row_add_suffix (ADW_ACTION_ROW (fact), make_live_label (self));
    }
  }
  return box;
}

static GtkWidget *
make_cards (SpilForecastGrid *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  for (int i = 0; i <= self->n_rows; i++)
    gtk_box_append (GTK_BOX (box), make_card (self, i));
  return box;
}

/* The widget */

static gboolean
has_shape (SpilForecastGrid *self, const SpilForecastData *data)
{
  if (self->table == NULL || self->n_rows != (int) data->rows->len ||
      self->n_columns != (int) data->quarters->len)
    return FALSE;
  for (int i = 0; i < self->n_columns; i++) {
    gboolean open = spil_forecast_quarter_is_open (&g_array_index (data->quarters, SpilForecastQuarter, i));

    if (self->n_rows > 0 && open != (self->cells->pdata[i] != NULL))
      return FALSE;
  }
  return TRUE;
}

static void
rebuild (SpilForecastGrid *self)
{
  const SpilForecastData *data = g_steal_pointer (&self->data);

  // A cell that is left because it goes changes nothing.
  if (self->table != NULL)
    gtk_box_remove (self->box, self->table);
  self->data = data;
  self->n_rows = (int) self->data->rows->len;
  self->n_columns = (int) self->data->quarters->len;
  g_ptr_array_set_size (self->cells, 0);
  g_ptr_array_set_size (self->cells, self->n_rows * self->n_columns);
  g_ptr_array_set_size (self->labels, 0);
  self->table = self->narrow ? make_cards (self) : make_table (self);
  gtk_box_prepend (self->box, self->table);
}

static void
update (SpilForecastGrid *self)
{
  guint at = 0;

  for (int i = 0; i < self->n_rows; i++)
    update_line (self, i, &at);
  update_total (self, &at);
  spil_forecast_cells_update (self);
}

static void
spil_forecast_grid_dispose (GObject *object)
{
  SPIL_FORECAST_GRID (object)->data = NULL;
  G_OBJECT_CLASS (spil_forecast_grid_parent_class)->dispose (object);
}

static void
spil_forecast_grid_finalize (GObject *object)
{
  SpilForecastGrid *self = SPIL_FORECAST_GRID (object);

  g_array_unref (self->known);
  g_ptr_array_unref (self->cells);
  g_ptr_array_unref (self->labels);
  G_OBJECT_CLASS (spil_forecast_grid_parent_class)->finalize (object);
}

static void
spil_forecast_grid_class_init (SpilForecastGridClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = spil_forecast_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = spil_forecast_grid_finalize;
  signals[EDITED] = g_signal_new ("edited", SPIL_TYPE_FORECAST_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ARRAY);
}

static void
spil_forecast_grid_init (SpilForecastGrid *self)
{
  // A live region: a screen reader says what is amiss when it comes.
  GtkWidget *message = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "wrap",
                                     TRUE, "xalign", 0.0, "visible", FALSE, NULL);

  self->known = g_array_new (FALSE, TRUE, sizeof (int64_t));
  self->cells = g_ptr_array_new ();
  self->labels = g_ptr_array_new ();
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  self->message = GTK_LABEL (message);
  gtk_widget_add_css_class (message, "error");
  gtk_box_append (self->box, message);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

void
spil_forecast_grid_show (SpilForecastGrid *self, const SpilForecastData *data)
{
  gboolean same = has_shape (self, data);

  g_return_if_fail (SPIL_IS_FORECAST_GRID (self));

  self->data = data;
  if (!same)
    rebuild (self);
  update (self);
}

void
spil_forecast_grid_set_narrow (SpilForecastGrid *self, gboolean narrow)
{
  g_return_if_fail (SPIL_IS_FORECAST_GRID (self));

  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  if (self->data == NULL)
    return;
  rebuild (self);
  update (self);
}

void
spil_forecast_grid_refuse (SpilForecastGrid *self, const char *message)
{
  g_return_if_fail (SPIL_IS_FORECAST_GRID (self));

  if (self->data == NULL)
    return;
  update (self);
  spil_forecast_grid_tell (self, message);
}
