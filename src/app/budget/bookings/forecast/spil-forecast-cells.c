// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* The cells of the grid of forecasts: keys, pasting, and what is typed. */
#include "spil-forecast-cells.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-forecast-block.h"
#include "spil-forecast-deed.h"

#define AT_KEY "spil-forecast-at"

// "€ 1.000" as it is typed: "1.000"; nothing for zero. Free with g_free().
static char *
dup_typed (int64_t cents)
{
  g_autofree char *text = spil_money_format (cents, SPIL_MONEY_BRIEF);
  const char *number = strpbrk (text, "0123456789");

  return cents == 0 || number == NULL ? g_strdup ("") : g_strconcat (cents < 0 ? "-" : "", number, NULL);
}

static void
get_place (SpilForecastGrid *self, gpointer cell, int *row, int *column)
{
  int at = GPOINTER_TO_INT (g_object_get_data (cell, AT_KEY));

  *row = at / self->n_columns;
  *column = at % self->n_columns;
}

static GtkEditable *
get_cell (SpilForecastGrid *self, int row, int column)
{
  if (row < 0 || column < 0 || row >= self->n_rows || column >= self->n_columns)
    return NULL;
  return self->cells->pdata[row * self->n_columns + column];
}

static int64_t *
cents_of (SpilForecastGrid *self, int row, int column)
{
  return &g_array_index (self->known, int64_t, row * self->n_columns + column);
}

static int64_t
get_cents (SpilForecastGrid *self, int row, int column)
{
  return *cents_of (self, row, column);
}

static void
set_text (SpilForecastGrid *self, GtkEditable *cell, int64_t cents)
{
  g_autofree char *text = dup_typed (cents);

  self->setting = TRUE;
  if (!g_str_equal (gtk_editable_get_text (cell), text))
    gtk_editable_set_text (cell, text);
  self->setting = FALSE;
  gtk_widget_remove_css_class (GTK_WIDGET (cell), "error");
}

static gboolean
has_focus (gpointer cell)
{
  return (gtk_widget_get_state_flags (cell) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

void
spil_forecast_cells_update (SpilForecastGrid *self)
{
  g_array_set_size (self->known, (guint) (self->n_rows * self->n_columns));
  for (int i = 0; i < self->n_rows; i++)
    memcpy (cents_of (self, i, 0), g_array_index (self->data->rows, SpilForecastRow, i).cents,
            sizeof (int64_t) * (gsize) self->n_columns);
  for (guint i = 0; i < self->cells->len; i++) {
    GtkEditable *cell = self->cells->pdata[i];
    int64_t typed;
    int row = (int) i / self->n_columns;
    int column = (int) i % self->n_columns;

    if (cell == NULL)
      continue;
    // What is typed and stands there is left as it is written.
    if (has_focus (cell) && (gtk_widget_has_css_class (GTK_WIDGET (cell), "error") ||
                             (spil_forecast_parse_amount (gtk_editable_get_text (cell), &typed) &&
                              typed == get_cents (self, row, column))))
      continue;
    set_text (self, cell, get_cents (self, row, column));
  }
}

/* What is typed */

static void
add_edit (SpilForecastGrid *self, GArray *edits, int row, int column, int64_t cents)
{
  SpilForecastEdit edit = {
    g_array_index (self->data->rows, SpilForecastRow, row).line->id,
    g_array_index (self->data->quarters, SpilForecastQuarter, column).period,
    cents,
  };

  if (cents == get_cents (self, row, column))
    return;
  g_array_append_val (edits, edit);
  // It is told once, also when the cell is left before the store has it.
  *cents_of (self, row, column) = cents;
}

static void
tell_wrong (SpilForecastGrid *self, const char *typed)
{
  // Translators: %s is what was typed.
  g_autofree char *text = g_strdup_printf (_ ("“%s” is no amount. Type for example 12.500 or 12.500,50."),
                                           typed);

  spil_forecast_grid_tell (self, text);
}

// FALSE: what stands there is no amount.
static gboolean
take (SpilForecastGrid *self, GtkEditable *cell)
{
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (SpilForecastEdit));
  int64_t cents;
  int row;
  int column;

  get_place (self, cell, &row, &column);
  if (!spil_forecast_parse_amount (gtk_editable_get_text (cell), &cents)) {
    gtk_widget_add_css_class (GTK_WIDGET (cell), "error");
    tell_wrong (self, gtk_editable_get_text (cell));
    return FALSE;
  }
  spil_forecast_grid_tell (self, NULL);
  add_edit (self, edits, row, column, cents);
  if (edits->len > 0)
    spil_forecast_grid_edited (self, edits);
  else
    set_text (self, cell, cents);
  return TRUE;
}

static void
on_left_cb (GtkEditable *cell)
{
  SpilForecastGrid *self = SPIL_FORECAST_GRID (
      gtk_widget_get_ancestor (GTK_WIDGET (cell), SPIL_TYPE_FORECAST_GRID));

  if (self != NULL && self->data != NULL)
    take (self, cell);
}

/* Pasting */

static void
paste_block (SpilForecastGrid *self, GtkEditable *cell, const SpilForecastBlock *block)
{
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (SpilForecastEdit));
  int n_skipped = 0;
  int row;
  int column;

  get_place (self, cell, &row, &column);
  for (int i = 0; i < block->n_rows * block->n_columns; i++) {
    int to_row = row + i / block->n_columns;
    int to_column = column + i % block->n_columns;
    GtkEditable *to = get_cell (self, to_row, to_column);

    if (!block->stated[i])
      continue;
    if (to == NULL) {
      n_skipped++;
      continue;
    }
    add_edit (self, edits, to_row, to_column, block->cents[i]);
    set_text (self, to, block->cents[i]);
  }
  if (n_skipped > 0) {
    g_autofree char *text = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%d pasted amount has no cell that can be changed and was left out.",
                     "%d pasted amounts have no cell that can be changed and were left out.",
                     (gulong) n_skipped),
        n_skipped);

    spil_forecast_grid_tell (self, text);
  } else
    spil_forecast_grid_tell (self, NULL);
  if (edits->len > 0)
    spil_forecast_grid_edited (self, edits);
}

static void
insert (GtkEditable *cell, const char *text)
{
  g_autofree char *one = g_strstrip (g_strdup (text));
  int at;

  gtk_editable_delete_selection (cell);
  at = gtk_editable_get_position (cell);
  gtk_editable_insert_text (cell, one, -1, &at);
  gtk_editable_set_position (cell, at);
}

static void
on_clipboard_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkEditable) cell = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  GtkWidget *grid = gtk_widget_get_ancestor (GTK_WIDGET (cell), SPIL_TYPE_FORECAST_GRID);
  g_autoptr (SpilForecastBlock) block = NULL;
  g_autofree char *wrong = NULL;

  if (text == NULL || grid == NULL)
    return;
  if (!spil_forecast_text_is_block (text)) {
    insert (cell, text);
    return;
  }
  block = spil_forecast_block_parse (text, &wrong);
  if (block != NULL)
    paste_block (SPIL_FORECAST_GRID (grid), cell, block);
  else
    tell_wrong (SPIL_FORECAST_GRID (grid), wrong);
}

/* Keys */

static void
go_to (GtkEditable *cell)
{
  gtk_widget_grab_focus (GTK_WIDGET (cell));
  gtk_editable_select_region (cell, 0, -1);
}

// The next cell that can be typed in, in that direction.
static gboolean
move (SpilForecastGrid *self, GtkEditable *cell, int rows, int columns)
{
  int row;
  int column;

  get_place (self, cell, &row, &column);
  do {
    row += rows;
    column += columns;
    if (get_cell (self, row, column) != NULL) {
      go_to (get_cell (self, row, column));
      return TRUE;
    }
  } while (row >= 0 && column >= 0 && row < self->n_rows && column < self->n_columns);
  return FALSE;
}

// Sideways the arrows go through what is typed first, unless all of it is selected, as after coming here.
static gboolean
is_at_end (GtkEditable *cell, gboolean right)
{
  int start;
  int end;
  int length = (int) g_utf8_strlen (gtk_editable_get_text (cell), -1);

  if (gtk_editable_get_selection_bounds (cell, &start, &end))
    return start == 0 && end == length;
  return gtk_editable_get_position (cell) == (right ? length : 0);
}

static void
restore (SpilForecastGrid *self, GtkEditable *cell)
{
  int row;
  int column;

  get_place (self, cell, &row, &column);
  set_text (self, cell, get_cents (self, row, column));
  spil_forecast_grid_tell (self, NULL);
  gtk_editable_select_region (cell, 0, -1);
}

static gboolean
is_changed (SpilForecastGrid *self, GtkEditable *cell)
{
  g_autofree char *text = NULL;
  int row;
  int column;

  get_place (self, cell, &row, &column);
  text = dup_typed (get_cents (self, row, column));
  return !g_str_equal (gtk_editable_get_text (cell), text);
}

static gboolean
on_key_pressed_cb (GtkEventController *controller, guint keyval, guint keycode, GdkModifierType state,
                   GtkEditable *cell)
{
  SpilForecastGrid *self = SPIL_FORECAST_GRID (
      gtk_widget_get_ancestor (GTK_WIDGET (cell), SPIL_TYPE_FORECAST_GRID));
  GdkModifierType held = state & gtk_accelerator_get_default_mod_mask ();
  // In a narrow window the quarters are what stands under each other.
  int rows = self->narrow ? 0 : 1;
  int columns = self->narrow ? 1 : 0;

  if (held == GDK_CONTROL_MASK && (keyval == GDK_KEY_v || keyval == GDK_KEY_V)) {
    gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (cell)), NULL, on_clipboard_read_cb,
                                   g_object_ref (cell));
    return TRUE;
  }
  if ((held & ~GDK_SHIFT_MASK) != 0)
    return FALSE;
  switch (keyval) {
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
    if (take (self, cell))
      move (self, cell, held != 0 ? -rows : rows, held != 0 ? -columns : columns);
    return TRUE;
  case GDK_KEY_Up:
    return move (self, cell, -rows, -columns);
  case GDK_KEY_Down:
    return move (self, cell, rows, columns);
  case GDK_KEY_Left:
    return held == 0 && is_at_end (cell, FALSE) && move (self, cell, 0, -1);
  case GDK_KEY_Right:
    return held == 0 && is_at_end (cell, TRUE) && move (self, cell, 0, 1);
  case GDK_KEY_Escape:
    if (!is_changed (self, cell))
      return FALSE;
    restore (self, cell);
    return TRUE;
  default:
    return FALSE;
  }
}

void
spil_forecast_cells_add (SpilForecastGrid *self, GtkEditable *cell, int row, int column)
{
  int at = row * self->n_columns + column;
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_object_set_data (G_OBJECT (cell), AT_KEY, GINT_TO_POINTER (at));
  self->cells->pdata[at] = cell;
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), cell, 0);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_left_cb), cell, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (cell), keys);
  gtk_widget_add_controller (GTK_WIDGET (cell), focus);
}
