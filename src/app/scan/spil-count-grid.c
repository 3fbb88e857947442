// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-count-grid.h"

#include <glib/gi18n-lib.h>

#include "spil-model-error.h"
#include "spil-number.h"

// Nobody counts more people in a cell; a longer text is no count.
#define MAX_CHARS 7

struct _SpilCountGrid
{
  GtkWidget parent_instance;

  GtkGrid *grid;
  GStrv columns;
  GPtrArray *titles; /**< of char *, of the rows */
  GPtrArray *cells; /**< of GtkEntry, row after row */
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (SpilCountGrid, spil_count_grid, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static int
count_columns (SpilCountGrid *self)
{
  return (int) g_strv_length (self->columns);
}

static GtkEntry *
get_cell (SpilCountGrid *self, int row, int column)
{
  if (row < 0 || row >= (int) self->titles->len || column < 0 || column >= count_columns (self))
    return NULL;
  return g_ptr_array_index (self->cells, row * count_columns (self) + column);
}

static gboolean
find_cell (SpilCountGrid *self, gpointer cell, int *row, int *column)
{
  guint at;

  if (!g_ptr_array_find (self->cells, cell, &at))
    return FALSE;
  *row = (int) at / count_columns (self);
  *column = (int) at % count_columns (self);
  return TRUE;
}

static gboolean
go_to (SpilCountGrid *self, int row, int column)
{
  GtkEntry *cell = get_cell (self, row, column);

  return cell != NULL && gtk_widget_grab_focus (GTK_WIDGET (cell));
}

/* Keys and paste */

static gboolean
on_key_pressed_cb (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state,
                   SpilCountGrid *self)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys));
  int row;
  int column;

  // With Control, Enter saves.
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || !find_cell (self, cell, &row, &column))
    return FALSE;
  switch (keyval) {
  case GDK_KEY_Up:
  case GDK_KEY_KP_Up:
    return go_to (self, row - 1, column);
  case GDK_KEY_Down:
  case GDK_KEY_KP_Down:
    return go_to (self, row + 1, column);
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
    return go_to (self, row + 1, column) || go_to (self, 0, column + 1);
  default:
    return FALSE;
  }
}

// One line of a pasted block, from @column on; what does not fit is left out.
static void
paste_line (SpilCountGrid *self, const char *line, int row, int column)
{
  g_auto (GStrv) texts = g_strsplit (line, "\t", -1);

  for (int i = 0; texts[i] != NULL; i++) {
    GtkEntry *cell = get_cell (self, row, column + i);

    if (cell != NULL)
      gtk_editable_set_text (GTK_EDITABLE (cell), g_strstrip (texts[i]));
  }
}

static void
on_text_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) cell = user_data;
  SpilCountGrid *self = SPIL_COUNT_GRID (gtk_widget_get_ancestor (cell, SPIL_TYPE_COUNT_GRID));
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_auto (GStrv) lines = NULL;
  int row;
  int column;

  if (self == NULL || text == NULL || !find_cell (self, cell, &row, &column))
    return;
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  for (int i = 0; lines[i] != NULL; i++)
    paste_line (self, lines[i], row + i, column);
}

// GtkText would make one line of it.
static void
on_paste_cb (GtkWidget *text, GtkWidget *cell)
{
  g_signal_stop_emission_by_name (text, "paste-clipboard");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (cell), NULL, on_text_read_cb, g_object_ref (cell));
}

static void
on_cell_changed_cb (SpilCountGrid *self, GtkWidget *cell)
{
  gtk_widget_remove_css_class (cell, "error");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_STATE_INVALID);
  if (!self->setting)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* The cells */

static GtkWidget *
make_cell (SpilCountGrid *self, const char *title, const char *column)
{
  GtkWidget *cell = gtk_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  g_autofree char *name = g_strdup_printf ("%s, %s", title, column);

  gtk_entry_set_alignment (GTK_ENTRY (cell), 1);
  gtk_entry_set_input_purpose (GTK_ENTRY (cell), GTK_INPUT_PURPOSE_DIGITS);
  gtk_editable_set_width_chars (GTK_EDITABLE (cell), 4);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (cell), 5);
  gtk_entry_set_max_length (GTK_ENTRY (cell), MAX_CHARS);
  gtk_widget_add_css_class (cell, "numeric");
  gtk_widget_set_hexpand (cell, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self, 0);
  gtk_widget_add_controller (cell, keys);
  g_signal_connect_object (cell, "changed", G_CALLBACK (on_cell_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_editable_get_delegate (GTK_EDITABLE (cell)), "paste-clipboard",
                           G_CALLBACK (on_paste_cb), cell, 0);
  return cell;
}

static GtkWidget *
make_heading (const char *text, float align)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), align);
  gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_add_css_class (label, "caption");
  return label;
}

static void
spil_count_grid_dispose (GObject *object)
{
  SpilCountGrid *self = SPIL_COUNT_GRID (object);

  g_ptr_array_set_size (self->cells, 0);
  g_clear_pointer ((GtkWidget **) &self->grid, gtk_widget_unparent);
  G_OBJECT_CLASS (spil_count_grid_parent_class)->dispose (object);
}

static void
spil_count_grid_finalize (GObject *object)
{
  SpilCountGrid *self = SPIL_COUNT_GRID (object);

  g_strfreev (self->columns);
  g_ptr_array_unref (self->titles);
  g_ptr_array_unref (self->cells);
  G_OBJECT_CLASS (spil_count_grid_parent_class)->finalize (object);
}

static void
spil_count_grid_class_init (SpilCountGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_count_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = spil_count_grid_finalize;
  signals[CHANGED] = g_signal_new ("changed", SPIL_TYPE_COUNT_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
spil_count_grid_init (SpilCountGrid *self)
{
  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->cells = g_ptr_array_new ();
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_row_spacing (self->grid, 3);
  gtk_grid_set_column_spacing (self->grid, 6);
  gtk_widget_set_parent (GTK_WIDGET (self->grid), GTK_WIDGET (self));
}

GtkWidget *
spil_count_grid_new (const char *const *columns)
{
  SpilCountGrid *self = g_object_new (SPIL_TYPE_COUNT_GRID, NULL);

  self->columns = g_strdupv ((char **) columns);
  for (int i = 0; self->columns[i] != NULL; i++)
    gtk_grid_attach (self->grid, make_heading (self->columns[i], 1), i + 1, 0, 1, 1);
  return GTK_WIDGET (self);
}

int
spil_count_grid_add_row (SpilCountGrid *self, const char *title)
{
  int row;

  g_return_val_if_fail (SPIL_IS_COUNT_GRID (self), -1);

  row = (int) self->titles->len;
  g_ptr_array_add (self->titles, g_strdup (title));
  gtk_grid_attach (self->grid, make_heading (title, 0), 0, row + 1, 1, 1);
  for (int i = 0; self->columns[i] != NULL; i++) {
    GtkWidget *cell = make_cell (self, title, self->columns[i]);

    gtk_grid_attach (self->grid, cell, i + 1, row + 1, 1, 1);
    g_ptr_array_add (self->cells, cell);
  }
  return row;
}

GtkWidget *
spil_count_grid_get_first (SpilCountGrid *self)
{
  g_return_val_if_fail (SPIL_IS_COUNT_GRID (self), NULL);

  return self->cells->len > 0 ? g_ptr_array_index (self->cells, 0) : NULL;
}

void
spil_count_grid_set (SpilCountGrid *self, int row, int column, int64_t value)
{
  g_autofree char *text = value >= 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, value) : g_strdup ("");
  GtkEntry *cell;

  g_return_if_fail (SPIL_IS_COUNT_GRID (self));

  cell = get_cell (self, row, column);
  g_return_if_fail (cell != NULL);
  self->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (cell), text);
  self->setting = FALSE;
}

gboolean
spil_count_grid_get (SpilCountGrid *self, int row, int column, int64_t *value, GError **error)
{
  g_autofree char *text = NULL;
  GtkEntry *cell;

  g_return_val_if_fail (SPIL_IS_COUNT_GRID (self), FALSE);

  cell = get_cell (self, row, column);
  g_return_val_if_fail (cell != NULL, FALSE);
  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (cell))));
  *value = -1;
  if (*text == '\0' || (spil_integer_parse (text, value) && *value >= 0))
    return TRUE;
  gtk_widget_add_css_class (GTK_WIDGET (cell), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_STATE_INVALID,
                               GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_widget_grab_focus (GTK_WIDGET (cell));
  g_set_error (error, SPIL_MODEL_ERROR, SPIL_MODEL_ERROR_INVALID,
               // Translators: the headings of a cell, and what stands in it.
               _ ("%s, %s: “%s” is no number of people. Type a whole number, or leave it empty."),
               (const char *) g_ptr_array_index (self->titles, row), self->columns[column], text);
  return FALSE;
}
