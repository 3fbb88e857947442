// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-entity.h"
#include "spil-link-text.h"
#include "spil-money.h"
#include "spil-number.h"
#include "spil-plan-list-private.h"

/* How many rows between two looks at whether to go on. */
#define ROWS_A_LOOK 256

/* The number of each task as it is written: its own at the top, under it the place among the parts. */
static GPtrArray *
number_tasks (const SpilPlanFile *plan)
{
  GPtrArray *numbers = g_ptr_array_new_with_free_func (g_free);
  g_autofree int *n_parts = g_new0 (int, plan->tasks->len + 1);
  guint64 next = 1;

  for (guint i = 0; i < plan->tasks->len; i++) {
    const SpilPlanFileTask *task = plan->tasks->pdata[i];
    guint64 own;

    if (task->parent < 0 && task->number != NULL &&
        g_ascii_string_to_unsigned (task->number, 10, 0, G_MAXINT32, &own, NULL))
      next = MAX (next, own + 1);
  }
  for (guint i = 0; i < plan->tasks->len; i++) {
    const SpilPlanFileTask *task = plan->tasks->pdata[i];

    if (task->parent >= 0)
      g_ptr_array_add (
          numbers, g_strdup_printf ("%s.%d", (char *) numbers->pdata[task->parent], ++n_parts[task->parent]));
    else if (task->number != NULL)
      g_ptr_array_add (numbers, g_strdup (task->number));
    else
      g_ptr_array_add (numbers, g_strdup_printf ("%" G_GUINT64_FORMAT, next++));
  }
  return numbers;
}

/* What comes before each task, as people type it; NULL: nothing. */
static GPtrArray *
write_links (const SpilPlanFile *plan, GPtrArray *numbers)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_set_size (texts, (int) plan->tasks->len);
  for (guint i = 0; i < plan->links->len; i++) {
    const SpilPlanFileLink *link = plan->links->pdata[i];
    g_autofree char *one = spil_link_format (numbers->pdata[link->from], link->type, link->lag,
                                             link->lag_calendar ? SPIL_LAG_UNIT_CALENDAR
                                                                : SPIL_LAG_UNIT_WORKING);
    char *before = texts->pdata[link->to];

    texts->pdata[link->to] = before != NULL ? g_strdup_printf ("%s; %s", before, one)
                                            : g_steal_pointer (&one);
    g_free (before);
  }
  return texts;
}

/* Cells: each owns its text in @texts */

static void
set_text (SpilCell *cell, GPtrArray *texts, SpilCellKind kind, char *text)
{
  if (text == NULL || text[0] == '\0') {
    g_free (text);
    return;
  }
  g_ptr_array_add (texts, text);
  *cell = (SpilCell) { kind, text };
}

static void
set_day (SpilCell *cell, GPtrArray *texts, SpilDay day)
{
  set_text (cell, texts, SPIL_CELL_DATE, spil_day_to_iso (day));
}

static void
set_number (SpilCell *cell, GPtrArray *texts, double number)
{
  if (number >= 0)
    set_text (cell, texts, SPIL_CELL_NUMBER, spil_decimal_to_text (spil_decimal_from_double (number)));
}

static void
set_boolean (SpilCell *cell, int value)
{
  if (value == 1)
    *cell = (SpilCell) { SPIL_CELL_BOOLEAN, "true" };
}

static void
fill_cells (SpilCell *cells, GPtrArray *texts, const SpilPlanFileTask *task, const char *number,
            const char *before)
{
  const gboolean fixed = task->constraint == SPIL_PLAN_CONSTRAINT_START_ON;

  for (int i = 0; i < SPIL_PLAN_LIST_N_WRITTEN; i++)
    cells[i] = (SpilCell) { SPIL_CELL_EMPTY, "" };
  set_text (&cells[SPIL_PLAN_LIST_NUMBER], texts, SPIL_CELL_TEXT, g_strdup (number));
  set_text (&cells[SPIL_PLAN_LIST_NAME], texts, SPIL_CELL_TEXT, g_strdup (task->name));
  if (!task->follows) {
    set_day (&cells[SPIL_PLAN_LIST_START], texts, task->start);
    set_day (&cells[SPIL_PLAN_LIST_FINISH], texts, task->finish);
    set_number (&cells[SPIL_PLAN_LIST_DAYS], texts, task->duration);
    set_number (&cells[SPIL_PLAN_LIST_PROGRESS], texts, task->progress);
  }
  set_boolean (&cells[SPIL_PLAN_LIST_MILESTONE], task->milestone);
  set_text (&cells[SPIL_PLAN_LIST_OWNER], texts, SPIL_CELL_TEXT, g_strdup (task->owner));
  set_number (&cells[SPIL_PLAN_LIST_HOURS], texts, task->effort);
  set_text (&cells[SPIL_PLAN_LIST_BEFORE], texts, SPIL_CELL_TEXT, g_strdup (before));
  set_day (&cells[SPIL_PLAN_LIST_DEADLINE], texts, task->deadline);
  if (task->constraint == SPIL_PLAN_CONSTRAINT_START_FROM)
    set_day (&cells[SPIL_PLAN_LIST_NOT_BEFORE], texts, task->constraint_day);
  set_boolean (&cells[SPIL_PLAN_LIST_FIXED], fixed);
  if (task->cost >= 0)
    set_text (&cells[SPIL_PLAN_LIST_COST], texts, SPIL_CELL_NUMBER, spil_money_to_decimal (task->cost));
  set_text (&cells[SPIL_PLAN_LIST_NOTES], texts, SPIL_CELL_TEXT, g_strdup (task->notes));
  set_text (&cells[SPIL_PLAN_LIST_ID], texts, SPIL_CELL_TEXT, g_strdup (task->guid));
}

static gboolean
write_rows (SpilTableWriter *writer, const SpilPlanFile *plan, const SpilPlanFileSink *sink, GError **error)
{
  g_autoptr (GPtrArray) numbers = number_tasks (plan);
  g_autoptr (GPtrArray) before = write_links (plan, numbers);

  for (guint i = 0; i < plan->tasks->len; i++) {
    g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
    SpilCell cells[SPIL_PLAN_LIST_N_WRITTEN];

    fill_cells (cells, texts, plan->tasks->pdata[i], numbers->pdata[i], before->pdata[i]);
    if ((i % ROWS_A_LOOK == 0 && !spil_plan_file_sink_look (sink, (double) i / plan->tasks->len, error)) ||
        !spil_table_writer_add (writer, cells, error))
      return FALSE;
  }
  return TRUE;
}

static void
tell_lost (const SpilPlanFile *plan, GPtrArray *lost)
{
  gboolean baselines = FALSE;

  if (lost == NULL)
    return;
  for (int i = 0; i < SPIL_PLAN_FILE_N_BASELINES; i++)
    baselines = baselines || plan->baselines[i].used;
  if (baselines)
    spil_plan_file_lose (lost, "Baseline", NULL, _ ("A list has no place for baselines; MSPDI (.xml) has."));
  if (plan->calendars->len > 0)
    spil_plan_file_lose (lost, "Calendar", NULL, _ ("A list has no place for days off; MSPDI (.xml) has."));
}

SpilTableFormat
spil_plan_list_format (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  if (g_str_has_suffix (lower, ".ods"))
    return SPIL_TABLE_ODS;
  return g_str_has_suffix (lower, ".xlsx") ? SPIL_TABLE_XLSX : SPIL_TABLE_CSV;
}

gboolean
spil_plan_list_write (const SpilPlanFile *plan, const char *path, const SpilPlanFileSink *sink,
                      GPtrArray *lost, GError **error)
{
  SpilTableColumn columns[SPIL_PLAN_LIST_N_WRITTEN];
  g_autoptr (SpilTableWriter) writer = NULL;

  for (int i = 0; i < SPIL_PLAN_LIST_N_WRITTEN; i++)
    columns[i] = (SpilTableColumn) { _ (spil_plan_list_titles[i].title), spil_plan_list_titles[i].kind };
  writer = spil_table_writer_new (path, spil_plan_list_format (path), C_ ("page", "Planning"), columns,
                                  SPIL_PLAN_LIST_N_WRITTEN, error);
  if (writer == NULL || !write_rows (writer, plan, sink, error) || !spil_table_writer_finish (writer, error))
    return FALSE;
  tell_lost (plan, lost);
  return TRUE;
}
