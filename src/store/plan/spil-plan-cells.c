// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-plan-clipboard.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-text.h"
#include "spil-typed-day.h"

/* What other programs, and people, write above columns: folded, a comma around each. */
static const char *const titles[SPIL_PLAN_N_COLUMNS] = {
  [SPIL_PLAN_COLUMN_NUMBER] = ",nr,nr.,nummer,no,no.,number,id,#,",
  [SPIL_PLAN_COLUMN_NAME] =
      ",activiteit,naam,taak,taaknaam,naam van activiteit,omschrijving,wat,activity,name,task,"
      "task name,",
  [SPIL_PLAN_COLUMN_START] = ",start,begin,begindatum,startdatum,van,vanaf,start date,",
  [SPIL_PLAN_COLUMN_END] = ",einde,eind,einddatum,tot,t/m,tot en met,gereed op,end,finish,end date,",
  [SPIL_PLAN_COLUMN_DAYS] = ",werkdagen,dagen,duur,working days,days,duration,",
  [SPIL_PLAN_COLUMN_OWNER] =
      ",eigenaar,eigenaren,wie,verantwoordelijke,trekker,namen van resources,owner,resource names,"
      "who,",
  [SPIL_PLAN_COLUMN_PROGRESS] =
      ",gereed,klaar,voortgang,% voltooid,percentage voltooid,done,progress,% complete,",
  [SPIL_PLAN_COLUMN_DEADLINE] = ",uiterste datum,deadline,",
  [SPIL_PLAN_COLUMN_COST] = ",kosten,geraamde kosten,cost,",
  [SPIL_PLAN_COLUMN_BEFORE] = ",komt na,voorgangers,voorafgaande taken,comes after,predecessors,",
  [SPIL_PLAN_COLUMN_LEVEL] = ",niveau,overzichtsniveau,level,outline level,",
  [SPIL_PLAN_COLUMN_MILESTONE] = ",mijlpaal,milestone,",
  [SPIL_PLAN_COLUMN_NOT_BEFORE] = ",niet eerder dan,not earlier than,",
  [SPIL_PLAN_COLUMN_EFFORT] = ",uren per week,hours a week,",
  [SPIL_PLAN_COLUMN_ACTION_LINE] = ",actielijn,action line,",
  [SPIL_PLAN_COLUMN_AREA] = ",gebied,area,",
};

const char *
spil_plan_column_title (SpilPlanColumn column)
{
  static const SpilPlanCell cells[] = { SPIL_PLAN_CELL_NUMBER,   SPIL_PLAN_CELL_NAME,
                                        SPIL_PLAN_CELL_START,    SPIL_PLAN_CELL_END,
                                        SPIL_PLAN_CELL_DAYS,     SPIL_PLAN_CELL_OWNER,
                                        SPIL_PLAN_CELL_PROGRESS, SPIL_PLAN_CELL_DEADLINE,
                                        SPIL_PLAN_CELL_COST,     SPIL_PLAN_CELL_BEFORE };

  if (column < (int) G_N_ELEMENTS (cells))
    return spil_plan_cell_title (cells[column]);
  switch (column) {
  case SPIL_PLAN_COLUMN_LEVEL:
    return C_ ("column of the planning", "Level");
  case SPIL_PLAN_COLUMN_MILESTONE:
    return _ ("Milestone");
  case SPIL_PLAN_COLUMN_NOT_BEFORE:
    return _ ("Not earlier than");
  case SPIL_PLAN_COLUMN_EFFORT:
    return _ ("Hours a week");
  case SPIL_PLAN_COLUMN_ACTION_LINE:
    return _ ("Action line");
  case SPIL_PLAN_COLUMN_AREA:
    return _ ("Area");
  default:
    g_return_val_if_reached ("");
  }
}

// The column with that title, or with a word that other programs and people write above it; -1: none.
static int
find_column (const char *title)
{
  g_autofree char *folded = spil_text_fold (title);
  g_autofree char *word = g_strdup_printf (",%s,", folded);

  for (int i = 0; folded[0] != '\0' && i < SPIL_PLAN_N_COLUMNS; i++) {
    g_autofree char *own = spil_text_fold (spil_plan_column_title ((SpilPlanColumn) i));

    if (g_str_equal (folded, own) || strstr (titles[i], word) != NULL)
      return i;
  }
  return -1;
}

/* Taking apart */

static void
end_cell (GPtrArray *row, GString *cell)
{
  g_ptr_array_add (row, g_strstrip (g_strdup (cell->str)));
  g_string_truncate (cell, 0);
}

static void
end_row (GPtrArray *rows, GPtrArray **row)
{
  gboolean filled = FALSE;

  for (guint i = 0; i < (*row)->len; i++)
    filled = filled || ((char *) (*row)->pdata[i])[0] != '\0';
  if (filled)
    g_ptr_array_add (rows, g_ptr_array_ref (*row));
  g_ptr_array_unref (*row);
  *row = g_ptr_array_new_with_free_func (g_free);
}

/* Tabs part cells, line ends part rows; a cell that begins with a quote goes on until the next that stands alone. */
static GPtrArray *
take_apart (const char *text)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) cell = g_string_new (NULL);
  gboolean quoted = FALSE;

  for (const char *p = text; *p != '\0'; p++) {
    if (quoted && *p == '"' && p[1] == '"')
      g_string_append_c (cell, *p++);
    else if (*p == '"' && (quoted || cell->len == 0))
      quoted = !quoted;
    else if (quoted)
      g_string_append_c (cell, *p);
    else if (*p == '\t')
      end_cell (row, cell);
    else if (*p == '\n' || *p == '\r') {
      end_cell (row, cell);
      end_row (rows, &row);
    } else
      g_string_append_c (cell, *p);
  }
  end_cell (row, cell);
  end_row (rows, &row);
  g_ptr_array_unref (row);
  return rows;
}

static const char *
cell_at (GPtrArray *rows, guint row, guint column)
{
  GPtrArray *cells = rows->pdata[row];

  return column < cells->len ? cells->pdata[column] : "";
}

/* What stands where */

static gboolean
read_header (SpilPlanCells *self)
{
  GPtrArray *first = self->rows->len > 0 ? self->rows->pdata[0] : NULL;
  int n = 0;

  for (guint i = 0; first != NULL && i < first->len; i++) {
    int column = find_column (first->pdata[i]);

    if (column < 0 || self->columns[column] >= 0)
      continue;
    self->columns[column] = (int) i;
    n++;
  }
  return self->columns[SPIL_PLAN_COLUMN_NAME] >= 0 && (n > 1 || first->len == 1);
}

typedef enum
{
  HOLDS_NOTHING,
  HOLDS_DAYS,
  HOLDS_NUMBERS,
  HOLDS_WORDS,
} Holds;

static Holds
look_at (const SpilPlan *plan, const char *text)
{
  SpilDay day;

  if (text[0] == '\0')
    return HOLDS_NOTHING;
  if (g_ascii_isdigit (text[0]) && strspn (text, "0123456789") == strlen (text))
    return HOLDS_NUMBERS;
  return spil_typed_day_parse (text, SPIL_DAY_NONE, plan->day, plan->calendar, &day) ? HOLDS_DAYS
                                                                                     : HOLDS_WORDS;
}

/* Days, when all that is filled in are days; the same for numbers. */
static Holds
look_at_column (const SpilPlan *plan, GPtrArray *rows, guint column)
{
  Holds holds = HOLDS_NOTHING;

  for (guint i = 0; i < rows->len; i++) {
    Holds cell = look_at (plan, cell_at (rows, i, column));

    if (cell == HOLDS_NOTHING)
      continue;
    holds = holds == HOLDS_NOTHING || holds == cell ? cell : HOLDS_WORDS;
  }
  return holds;
}

static void
take_first_free (SpilPlanCells *self, SpilPlanColumn first, SpilPlanColumn second, guint column)
{
  SpilPlanColumn free = self->columns[first] < 0 ? first : second;

  if (self->columns[free] < 0)
    self->columns[free] = (int) column;
}

/* Without a header: the first words are the name and the next the owner, the first day is the start; a number behind the name is that of working days. */
static void
guess_columns (SpilPlanCells *self, const SpilPlan *plan)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    n = MAX (n, ((GPtrArray *) self->rows->pdata[i])->len);
  for (guint i = 0; i < n; i++) {
    Holds holds = look_at_column (plan, self->rows, i);

    if (holds == HOLDS_WORDS)
      take_first_free (self, SPIL_PLAN_COLUMN_NAME, SPIL_PLAN_COLUMN_OWNER, i);
    else if (holds == HOLDS_DAYS)
      take_first_free (self, SPIL_PLAN_COLUMN_START, SPIL_PLAN_COLUMN_END, i);
    else if (holds == HOLDS_NUMBERS && self->columns[SPIL_PLAN_COLUMN_NAME] >= 0)
      take_first_free (self, SPIL_PLAN_COLUMN_DAYS, SPIL_PLAN_COLUMN_DAYS, i);
  }
}

SpilPlanCells *
spil_plan_cells_new (const SpilPlan *plan, const char *text)
{
  SpilPlanCells *self = g_new0 (SpilPlanCells, 1);

  self->rows = take_apart (text);
  for (int i = 0; i < SPIL_PLAN_N_COLUMNS; i++)
    self->columns[i] = -1;
  self->header = read_header (self);
  if (self->header)
    return self;
  for (int i = 0; i < SPIL_PLAN_N_COLUMNS; i++)
    self->columns[i] = -1;
  guess_columns (self, plan);
  return self;
}

void
spil_plan_cells_free (SpilPlanCells *self)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self);
}

const char *
spil_plan_cells_get (const SpilPlanCells *self, guint row, SpilPlanColumn column)
{
  return self->columns[column] < 0 ? "" : cell_at (self->rows, row, (guint) self->columns[column]);
}
