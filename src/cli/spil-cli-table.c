// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-cli-table.h"

#include "spil-cli-output.h"
#include "spil-text.h"

/* A longer cell is cut. */
#define CELL_CHARS 44
/* Between columns. */
#define GAP 2

typedef struct
{
  char *label;
  gboolean numeric;
  gboolean used;
  int width;
} Column;

struct _SpilCliTable
{
  GArray *columns; /* of Column */
  GPtrArray *cells; /* char *, row by row */
  int n_in_head; /* columns in the head printed last */
};

static void
column_clear (gpointer data)
{
  g_free (((Column *) data)->label);
}

SpilCliTable *
spil_cli_table_new (void)
{
  SpilCliTable *self = g_new0 (SpilCliTable, 1);

  self->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  g_array_set_clear_func (self->columns, column_clear);
  self->cells = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
spil_cli_table_free (SpilCliTable *self)
{
  g_array_unref (self->columns);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

/* Places that @text takes on a terminal. */
static int
text_width (const char *text)
{
  int width = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);

    if (!g_unichar_iszerowidth (c))
      width += g_unichar_iswide (c) ? 2 : 1;
  }
  return width;
}

void
spil_cli_table_add_column (SpilCliTable *self, const char *label, gboolean numeric)
{
  Column column = { .label = g_strdup (label), .numeric = numeric, .width = text_width (label) };

  g_array_append_val (self->columns, column);
}

static void
add_cell (SpilCliTable *self, const char *text, int max_chars)
{
  Column *column = &g_array_index (self->columns, Column, self->cells->len % self->columns->len);
  char *cell = spil_text_one_line (text, max_chars);

  column->used = column->used || *cell != '\0';
  column->width = MAX (column->width, text_width (cell));
  g_ptr_array_add (self->cells, cell);
}

void
spil_cli_table_add_cell (SpilCliTable *self, const char *text)
{
  add_cell (self, text, CELL_CHARS);
}

void
spil_cli_table_add_sentence (SpilCliTable *self, const char *text)
{
  add_cell (self, text, G_MAXINT);
}

static void
append_spaces (GString *line, int count)
{
  for (; count > 0; count--)
    g_string_append_c (line, ' ');
}

/* Appends one cell and remembers in *owed the spaces that only matter when another cell follows. */
static void
append_cell (GString *line, const Column *column, const char *text, int *owed)
{
  int missing = column->width - text_width (text);

  append_spaces (line, *owed + (column->numeric ? missing : 0));
  g_string_append (line, text);
  *owed = GAP + (column->numeric ? 0 : missing);
}

/* Prints a row whose cells are @cells, or the head when it is NULL. */
static gboolean
print_row (SpilCliTable *self, SpilCli *cli, gpointer *cells)
{
  g_autoptr (GString) line = g_string_new (NULL);
  int owed = 0;

  for (guint i = 0; i < self->columns->len; i++) {
    const Column *column = &g_array_index (self->columns, Column, i);

    if (column->used)
      append_cell (line, column, cells != NULL ? cells[i] : column->label, &owed);
  }
  g_string_append_c (line, '\n');
  return spil_cli_print (cli, line->str);
}

gboolean
spil_cli_table_print (SpilCliTable *self, SpilCli *cli)
{
  gboolean going = TRUE;
  int n_used = 0;

  for (guint i = 0; i < self->columns->len; i++)
    n_used += g_array_index (self->columns, Column, i).used;
  if (n_used != self->n_in_head && self->cells->len > 0)
    going = print_row (self, cli, NULL);
  self->n_in_head = n_used;
  for (guint i = 0; going && i < self->cells->len; i += self->columns->len)
    going = print_row (self, cli, self->cells->pdata + i);
  g_ptr_array_set_size (self->cells, 0);
  return going;
}
