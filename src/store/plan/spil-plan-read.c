// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-plan-private.h"

#include "spil-entity.h"
#include "spil-norm-query.h"
#include "spil-read.h"

/* One query for each table: each row finds its task in an index. */
typedef struct
{
  SpilPlan *plan;
  GHashTable *index;
} Reading;

static SpilPlanTaskRow *
task_of (Reading *reading, SpilStatement *row, int column)
{
  return spil_plan_get_task (reading->plan,
                             spil_plan_lookup (reading->index, spil_statement_get_id (row, column)));
}

/* Names */

static gboolean
take_name (SpilStatement *row, gpointer user_data)
{
  SpilId id = spil_statement_get_id (row, 0);

  g_hash_table_insert (user_data, g_memdup2 (&id, sizeof id), spil_get_text (row, 1));
  return TRUE;
}

gboolean
spil_plan_read_names (SpilStore *store, SpilPlan *plan, GError **error)
{
  static const char sql[] = "SELECT id, name FROM action_line WHERE dead = 0 AND programme = ?1"
                            " UNION ALL SELECT id, name FROM area WHERE dead = 0 AND programme = ?1";
  g_autoptr (GHashTable) names = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, g_free, g_free);

  if (!spil_read_each (store, sql, NULL, 0, take_name, names, error))
    return FALSE;
  for (guint i = 0; i < plan->tasks->len; i++) {
    SpilPlanTaskRow *task = plan->tasks->pdata[i];

    task->action_line_name = g_strdup (g_hash_table_lookup (names, &task->action_line));
    task->area_name = g_strdup (g_hash_table_lookup (names, &task->area));
  }
  return TRUE;
}

/* Links */

static gboolean
take_link (SpilStatement *row, gpointer user_data)
{
  Reading *reading = user_data;
  SpilPlanLinkRow link = { .id = spil_statement_get_id (row, 0),
                           .from = spil_statement_get_id (row, 1),
                           .to = spil_statement_get_id (row, 2),
                           .type = spil_get_int (row, 3),
                           .lag = spil_get_int (row, 4),
                           .lag_unit = spil_get_int (row, 5) };

  link.from_index = spil_plan_lookup (reading->index, link.from);
  link.to_index = spil_plan_lookup (reading->index, link.to);
  if (link.from_index >= 0 && link.to_index >= 0)
    g_array_append_val (reading->plan->links, link);
  return TRUE;
}

/* Lists the links that lead to each task, in their order. */
static void
chain_links (SpilPlan *plan)
{
  for (guint i = plan->links->len; i-- > 0;) {
    SpilPlanLinkRow *link = &g_array_index (plan->links, SpilPlanLinkRow, i);
    SpilPlanTaskRow *task = spil_plan_get_task (plan, link->to_index);

    link->next_to = task->first_to;
    task->first_to = (int) i;
  }
}

gboolean
spil_plan_read_links (SpilStore *store, SpilPlan *plan, GHashTable *index, GError **error)
{
  static const char sql[] = "SELECT id, \"from\", \"to\", type, lag, lag_unit FROM dependency"
                            " WHERE dead = 0 AND programme = ?1 ORDER BY row";
  Reading reading = { plan, index };

  if (!spil_read_each (store, sql, NULL, 0, take_link, &reading, error))
    return FALSE;
  chain_links (plan);
  return TRUE;
}

/* Journal: the later line comes after the earlier one, and stays. */

static gboolean
take_line (SpilStatement *row, gpointer user_data)
{
  SpilPlanTaskRow *task = task_of (user_data, row, 0);

  if (task == NULL)
    return TRUE;
  g_free (task->headline);
  task->light = spil_get_int (row, 1);
  task->headline = spil_get_text (row, 2);
  task->journal_date = spil_get_day (row, 3);
  return TRUE;
}

gboolean
spil_plan_read_journal (SpilStore *store, SpilPlan *plan, GHashTable *index, GError **error)
{
  static const char sql[] = "SELECT task, light, headline, date FROM task_journal"
                            " WHERE dead = 0 AND programme = ?1 AND date <= ?2 ORDER BY date, row";
  SpilGiven day = spil_give_day (plan->day);
  Reading reading = { plan, index };

  return spil_read_each (store, sql, &day, 1, take_line, &reading, error);
}

/* Baseline */

static void
free_gone (gpointer data)
{
  SpilPlanGoneRow *self = data;

  g_free (self->name);
  g_free (self);
}

static void
add_gone (SpilPlan *plan, SpilStatement *row)
{
  SpilPlanGoneRow *gone = g_new0 (SpilPlanGoneRow, 1);

  gone->id = spil_statement_get_id (row, 0);
  gone->start = spil_get_day (row, 1);
  gone->end = spil_get_day (row, 2);
  gone->name = spil_get_text (row, 5);
  g_ptr_array_add (plan->gone, gone);
}

static gboolean
take_kept (SpilStatement *row, gpointer user_data)
{
  Reading *reading = user_data;
  SpilPlanTaskRow *task = task_of (reading, row, 0);

  if (task == NULL) {
    add_gone (reading->plan, row);
    return TRUE;
  }
  g_free (task->baseline_name);
  task->in_baseline = TRUE;
  task->baseline_start = spil_get_day (row, 1);
  task->baseline_end = spil_get_day (row, 2);
  task->baseline_cost_known = !spil_statement_is_null (row, 3);
  task->baseline_cost = spil_get_money (row, 3, 4);
  task->baseline_name = spil_get_text (row, 5);
  task->baseline_progress = (int) spil_get_number (row, 6, -1);
  return TRUE;
}

gboolean
spil_plan_read_baseline (SpilStore *store, SpilPlan *plan, GHashTable *index, GError **error)
{
  static const char sql[] = "SELECT task, start, \"end\", cost, vat, name, progress FROM baseline_task"
                            " WHERE dead = 0 AND baseline = ?2 ORDER BY row";
  SpilGiven baseline = SPIL_GIVE_ID (plan->baseline);
  Reading reading = { plan, index };

  plan->gone = g_ptr_array_new_with_free_func (free_gone);
  return spil_id_is_nil (plan->baseline) ||
         spil_read_each (store, sql, &baseline, 1, take_kept, &reading, error);
}

/* Calendar */

static gboolean
take_closure (SpilStatement *row, gpointer user_data)
{
  SpilWorkException exception = { .first = spil_get_day (row, 0),
                                  .last = spil_get_day (row, 1),
                                  .worked = spil_statement_get_integer (row, 2) != 0 };
  char *name = spil_get_text (row, 3);

  exception.name = name;
  g_array_append_val (user_data, exception);
  return TRUE;
}

static void
clear_closure (gpointer data)
{
  g_free ((char *) ((SpilWorkException *) data)->name);
}

static gboolean
take_vat (SpilStatement *row, gpointer user_data)
{
  *(SpilVat *) user_data = (SpilVat) spil_statement_get_integer (row, 0);
  return FALSE;
}

static SpilWorkCalendar *
read_calendar (SpilStore *store, SpilWorkWeek *week, GError **error)
{
  static const char sql[] = "SELECT start, \"end\", worked, name FROM closure"
                            " WHERE dead = 0 AND programme = ?1 ORDER BY worked, row";
  g_autoptr (GArray) closures = g_array_new (FALSE, FALSE, sizeof (SpilWorkException));
  SpilNorms norms;

  g_array_set_clear_func (closures, clear_closure);
  if (!spil_norm_query (store, &norms, error) ||
      !spil_read_each (store, sql, NULL, 0, take_closure, closures, error))
    return NULL;
  *week = spil_work_week_of_norms (&norms);
  return spil_work_calendar_new (week, (const SpilWorkException *) (gpointer) closures->data, closures->len);
}

SpilWorkCalendar *
spil_work_calendar_query (SpilStore *store, GError **error)
{
  SpilWorkWeek week;

  return read_calendar (store, &week, error);
}

/* Monday to Friday where nothing was set. */
static int
count_week_days (const SpilWorkWeek *week)
{
  return week->weekdays != 0 ? __builtin_popcount (week->weekdays) : 5;
}

gboolean
spil_plan_read_calendar (SpilStore *store, SpilPlan *plan, GError **error)
{
  SpilWorkWeek week = { 0 };

  plan->calendar = read_calendar (store, &week, error);
  plan->week_days = count_week_days (&week);
  return plan->calendar != NULL && spil_read_each (store, "SELECT vat FROM programme WHERE id = ?1", NULL, 0,
                                                   take_vat, &plan->vat, error);
}
