// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "spil-entity.h"
#include "spil-exchange-error.h"
#include "spil-id.h"
#include "spil-link-text.h"
#include "spil-money.h"
#include "spil-number.h"
#include "spil-plan-list-private.h"
#include "spil-text.h"

/* The titles stand in one of the first rows: above them, people write what the list is about. */
#define TITLE_ROWS 20
#define ROWS_A_LOOK 256
#define NAME_CHARS 500
#define MAX_DAYS 100000

typedef struct
{
  SpilPlanFile *plan;
  SpilTableReader *table;
  const SpilPlanFileSink *sink;
  int columns[SPIL_PLAN_LIST_N_COLUMNS]; /* place of each in a row; -1: not there */
  GPtrArray *titles; /* of char *: as they stand in the file */
  GHashTable *numbers; /* number -> place of the task + 1 */
  GHashTable *ids; /* own key of another program -> place + 1 */
  GArray *levels; /* of int: the last task at each level */
  GPtrArray *before; /* of char *, beside the tasks: what comes first; NULL: nothing */
} Reading;

static const SpilCell *
get_cell (Reading *self, const SpilTableRow *row, SpilPlanListColumn column)
{
  const int place = self->columns[column];

  if (place < 0 || place >= (int) row->n_cells || row->cells[place].kind == SPIL_CELL_EMPTY)
    return NULL;
  return &row->cells[place];
}

static char *
dup_text (Reading *self, const SpilTableRow *row, SpilPlanListColumn column)
{
  const SpilCell *cell = get_cell (self, row, column);
  g_autofree char *text = cell != NULL ? g_strstrip (g_strdup (cell->text)) : NULL;

  return text != NULL && text[0] != '\0' ? g_steal_pointer (&text) : NULL;
}

static void
refuse_value (Reading *self, SpilPlanListColumn column, const char *text)
{
  spil_plan_file_note (self->plan, self->titles->pdata[self->columns[column]], text,
                       _ ("This value cannot be read; it is left out."));
}

/* Values */

static SpilDay
read_day (Reading *self, const SpilTableRow *row, SpilPlanListColumn column)
{
  g_autofree char *text = dup_text (self, row, column);
  SpilDay day = SPIL_DAY_NONE;

  if (text == NULL)
    return SPIL_DAY_NONE;
  /* A time behind the day says nothing more. */
  if (strlen (text) > 10 && (text[10] == 'T' || text[10] == ' '))
    text[10] = '\0';
  if (!spil_day_parse (text, &day))
    refuse_value (self, column, text);
  return day;
}

/* "10", "10,5 dagen", "40 %". */
static double
read_number (Reading *self, const SpilTableRow *row, SpilPlanListColumn column, double most)
{
  const SpilCell *cell = get_cell (self, row, column);
  g_autofree char *text = dup_text (self, row, column);
  g_autofree char *digits = NULL;
  int64_t value;

  if (text == NULL)
    return -1;
  if (cell->kind == SPIL_CELL_NUMBER) {
    const double number = g_ascii_strtod (text, NULL);

    if (isfinite (number) && number >= 0 && number <= most)
      return number;
  }
  digits = g_strndup (text, strspn (text, "0123456789.,"));
  if (spil_decimal_parse (digits, &value) && spil_decimal_to_double (value) <= most)
    return spil_decimal_to_double (value);
  refuse_value (self, column, text);
  return -1;
}

static int
read_boolean (Reading *self, const SpilTableRow *row, SpilPlanListColumn column)
{
  static const char yes[] = "|true|ja|yes|x|1|waar|";
  static const char no[] = "|false|nee|no|0|onwaar|-|";
  g_autofree char *text = dup_text (self, row, column);
  g_autofree char *folded = text != NULL ? spil_text_fold (text) : NULL;
  g_autofree char *word = text != NULL ? g_strdup_printf ("|%s|", folded) : NULL;

  if (text == NULL)
    return -1;
  if (strstr (yes, word) != NULL)
    return 1;
  if (strstr (no, word) == NULL)
    refuse_value (self, column, text);
  return 0;
}

static int64_t
read_cost (Reading *self, const SpilTableRow *row)
{
  const SpilCell *cell = get_cell (self, row, SPIL_PLAN_LIST_COST);
  g_autofree char *text = dup_text (self, row, SPIL_PLAN_LIST_COST);
  int64_t cents;

  if (text == NULL)
    return -1;
  if (cell->kind == SPIL_CELL_NUMBER) {
    const double euros = g_ascii_strtod (text, NULL);

    if (isfinite (euros) && euros >= 0 && euros < 1e12)
      return (int64_t) llround (euros * 100);
  }
  if (spil_money_parse (text, &cents) && cents >= 0)
    return cents;
  refuse_value (self, SPIL_PLAN_LIST_COST, text);
  return -1;
}

/* Where a row stands */

/* "2.1" is a part of "2". */
static int
find_parent_by_number (Reading *self, const char *number)
{
  const char *dot = strrchr (number, '.');
  g_autofree char *above = dot != NULL ? g_strndup (number, (gsize) (dot - number)) : NULL;

  return above != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (self->numbers, above)) - 1 : -1;
}

static int
find_parent_by_level (Reading *self, int level)
{
  for (int above = MIN (level, (int) self->levels->len) - 1; above >= 0; above--)
    if (g_array_index (self->levels, int, above) >= 0)
      return g_array_index (self->levels, int, above);
  return -1;
}

static void
remember_level (Reading *self, int level, int place)
{
  const int none = -1;

  g_array_set_size (self->levels, (guint) MIN (level, (int) self->levels->len));
  while ((int) self->levels->len < level)
    g_array_append_val (self->levels, none);
  g_array_append_val (self->levels, place);
}

static void
place_task (Reading *self, const SpilTableRow *row, SpilPlanFileTask *task, int place)
{
  g_autofree char *number = dup_text (self, row, SPIL_PLAN_LIST_NUMBER);
  const double level = read_number (self, row, SPIL_PLAN_LIST_LEVEL, SPIL_PLAN_FILE_MAX_LEVEL);

  if (number != NULL) {
    if (g_str_has_suffix (number, "."))
      number[strlen (number) - 1] = '\0';
    task->parent = find_parent_by_number (self, number);
    if (strchr (number, '.') == NULL)
      task->number = g_strdup (number);
    if (!g_hash_table_contains (self->numbers, number)) {
      g_free (task->uid);
      task->uid = g_strdup (number);
      g_hash_table_insert (self->numbers, g_steal_pointer (&number), GINT_TO_POINTER (place + 1));
    }
  }
  if (level < 0)
    return;
  if (task->parent < 0)
    task->parent = find_parent_by_level (self, MAX ((int) level - 1, 0));
  remember_level (self, MAX ((int) level - 1, 0), place);
}

/* An id is that of Spil, or a number of the program that made the list. */
static void
read_id (Reading *self, const SpilTableRow *row, SpilPlanFileTask *task, int place)
{
  g_autofree char *text = dup_text (self, row, SPIL_PLAN_LIST_ID);
  SpilId id;

  if (text == NULL)
    return;
  if (spil_id_parse (text, &id) && !spil_id_is_nil (id))
    task->guid = spil_id_dup_text (id);
  else if (!g_hash_table_contains (self->ids, text))
    g_hash_table_insert (self->ids, g_steal_pointer (&text), GINT_TO_POINTER (place + 1));
}

static void
read_task (Reading *self, const SpilTableRow *row, const char *name)
{
  const int place = (int) self->plan->tasks->len;
  SpilPlanFileTask *task = spil_plan_file_add_task (self->plan);

  task->row = row->number;
  task->uid = g_strdup_printf ("row-%" G_GINT64_FORMAT, row->number);
  task->name = spil_text_one_line (name, NAME_CHARS);
  task->notes = dup_text (self, row, SPIL_PLAN_LIST_NOTES);
  task->owner = dup_text (self, row, SPIL_PLAN_LIST_OWNER);
  task->start = read_day (self, row, SPIL_PLAN_LIST_START);
  task->finish = read_day (self, row, SPIL_PLAN_LIST_FINISH);
  task->deadline = read_day (self, row, SPIL_PLAN_LIST_DEADLINE);
  task->duration = read_number (self, row, SPIL_PLAN_LIST_DAYS, MAX_DAYS);
  task->effort = read_number (self, row, SPIL_PLAN_LIST_HOURS, MAX_DAYS);
  task->progress = (int) read_number (self, row, SPIL_PLAN_LIST_PROGRESS, 100);
  task->milestone = read_boolean (self, row, SPIL_PLAN_LIST_MILESTONE);
  task->cost = read_cost (self, row);
  task->constraint_day = read_day (self, row, SPIL_PLAN_LIST_NOT_BEFORE);
  if (spil_day_is_known (task->constraint_day))
    task->constraint = SPIL_PLAN_CONSTRAINT_START_FROM;
  if (read_boolean (self, row, SPIL_PLAN_LIST_FIXED) == 1) {
    task->constraint = SPIL_PLAN_CONSTRAINT_START_ON;
    task->constraint_day = task->start;
  }
  read_id (self, row, task, place);
  place_task (self, row, task, place);
  g_ptr_array_add (self->before, dup_text (self, row, SPIL_PLAN_LIST_BEFORE));
}

/* Links, once all numbers are known */

static int
find_named (Reading *self, const char *key)
{
  const int by_number = GPOINTER_TO_INT (g_hash_table_lookup (self->numbers, key));

  /* Where a program has keys of its own, its lists name those. */
  if (g_hash_table_size (self->ids) > 0)
    return GPOINTER_TO_INT (g_hash_table_lookup (self->ids, key)) - 1;
  return by_number - 1;
}

static void
add_link (Reading *self, SpilPlanFileTask *task, const char *word)
{
  g_auto (GStrv) pieces = g_strsplit (word, " ", -1);
  g_autofree char *tight = g_strjoinv ("", pieces);
  const gsize length = strspn (tight, ".0123456789");
  g_autofree char *key = g_strndup (tight, length);
  int type, lag, lag_unit, from = find_named (self, key);
  SpilPlanFileLink *link;

  if (length == 0 || from < 0 || !spil_link_parse_kind (tight + length, &type, &lag, &lag_unit)) {
    refuse_value (self, SPIL_PLAN_LIST_BEFORE, word);
    return;
  }
  link = spil_plan_file_add_link (self->plan);
  link->row = task->row;
  link->from_uid = g_strdup (((SpilPlanFileTask *) self->plan->tasks->pdata[from])->uid);
  link->to_uid = g_strdup (task->uid);
  link->type = type;
  link->lag = lag;
  link->lag_calendar = lag_unit == SPIL_LAG_UNIT_CALENDAR;
}

static void
add_links (Reading *self)
{
  for (guint i = 0; i < self->before->len; i++) {
    g_auto (GStrv) words = NULL;

    if (self->before->pdata[i] == NULL)
      continue;
    words = g_strsplit_set (self->before->pdata[i], ";,\n", -1);
    for (int k = 0; words[k] != NULL && self->plan->links->len <= SPIL_PLAN_FILE_MAX_ITEMS; k++)
      if (g_strstrip (words[k])[0] != '\0')
        add_link (self, self->plan->tasks->pdata[i], words[k]);
  }
}

/* What has parts gets its dates from these, unless it has dates of its own in the list. */
static void
settle_summaries (Reading *self)
{
  for (guint i = 0; i < self->plan->tasks->len; i++) {
    const SpilPlanFileTask *task = self->plan->tasks->pdata[i];
    SpilPlanFileTask *parent = task->parent >= 0 ? self->plan->tasks->pdata[task->parent] : NULL;

    if (parent != NULL && !spil_day_is_known (parent->start) && !spil_day_is_known (parent->finish))
      parent->follows = TRUE;
  }
}

/* The file */

/* TRUE when the row holds titles: one of them is that of the names. */
static gboolean
read_titles (Reading *self, const SpilTableRow *row)
{
  for (int i = 0; i < SPIL_PLAN_LIST_N_COLUMNS; i++)
    self->columns[i] = -1;
  g_ptr_array_set_size (self->titles, 0);
  for (guint i = 0; i < row->n_cells; i++) {
    const int column = spil_plan_list_find_column (row->cells[i].text);

    g_ptr_array_add (self->titles, g_strdup (row->cells[i].text));
    if (column >= 0 && self->columns[column] < 0)
      self->columns[column] = (int) i;
  }
  return self->columns[SPIL_PLAN_LIST_NAME] >= 0;
}

static void
note_columns (Reading *self)
{
  for (guint i = 0; i < self->titles->len; i++) {
    gboolean used = ((char *) self->titles->pdata[i])[0] == '\0';

    for (int k = 0; k < SPIL_PLAN_LIST_N_COLUMNS; k++)
      used = used || self->columns[k] == (int) i;
    if (!used)
      spil_plan_file_note (self->plan, self->titles->pdata[i], NULL, NULL);
  }
}

static gboolean
look (Reading *self, GError **error)
{
  return spil_plan_file_sink_look (self->sink, spil_table_reader_get_progress (self->table), error);
}

static gboolean
read_rows (Reading *self, const char *path, GError **error)
{
  const SpilTableRow *row = NULL;
  gboolean titled = FALSE;
  int n_rows = 0;

  while (spil_table_reader_next (self->table, &row, error)) {
    g_autofree char *name = NULL;

    if (row == NULL || (!titled && n_rows >= TITLE_ROWS)) {
      g_autofree char *file = g_filename_display_basename (path);

      if (!titled)
        g_set_error (
            error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_INVALID,
            _ ("“%s” has no column with the names of activities. Write “Activity” above that column, and "
               "“Start” and “End” above the dates."),
            file);
      return titled;
    }
    if (n_rows++ % ROWS_A_LOOK == 0 && !look (self, error))
      return FALSE;
    if (!titled) {
      titled = read_titles (self, row);
      continue;
    }
    name = dup_text (self, row, SPIL_PLAN_LIST_NAME);
    if (name != NULL && self->plan->tasks->len <= SPIL_PLAN_FILE_MAX_ITEMS)
      read_task (self, row, name);
  }
  return FALSE;
}

SpilPlanFile *
spil_plan_list_read (const char *path, const SpilPlanFileSink *sink, GError **error)
{
  g_autoptr (SpilTableReader) table = spil_table_reader_new (path, NULL, error);
  g_autoptr (SpilPlanFile) plan = spil_plan_file_new ("list");
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) levels = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func (g_free);
  Reading self = { .plan = plan,
                   .table = table,
                   .sink = sink,
                   .titles = titles,
                   .numbers = numbers,
                   .ids = ids,
                   .levels = levels,
                   .before = before };
  g_autofree char *name = g_filename_display_basename (path);

  plan->title = g_steal_pointer (&name);
  if (table == NULL || !read_rows (&self, path, error))
    return NULL;
  note_columns (&self);
  add_links (&self);
  settle_summaries (&self);
  return spil_plan_file_finish (plan, error) ? g_steal_pointer (&plan) : NULL;
}
