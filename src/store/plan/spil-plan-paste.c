// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-plan-clipboard.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "spil-entity.h"
#include "spil-link-text.h"
#include "spil-number.h"
#include "spil-order.h"
#include "spil-owner-rule.h"
#include "spil-text.h"
#include "spil-typed-day.h"

#define MAX_ROWS 20000
#define MAX_DAYS 9999
#define SHOWN_CHARS 40

/* An activity that is pasted. */
typedef struct
{
  SpilId id;
  guint row; /* of the cells */
  int level;
  int parent; /* place among what is pasted; -1: the top */
  gboolean has_parts;
  SpilDay start, end; /* as read */
  SpilDay first, last; /* of all under it */
  int64_t cost, parts_cost;
  gboolean cost_known;
} Draft;

typedef struct
{
  const SpilPlan *plan;
  const SpilPlanCells *cells;
  GArray *drafts;
} Paste;

static const char *
get (const Paste *paste, const Draft *draft, SpilPlanColumn column)
{
  return spil_plan_cells_get (paste->cells, draft->row, column);
}

/* The row as people count them in what they copied, and what is wrong there. */
static gboolean
refuse_cell (const Draft *draft, SpilPlanColumn column, const char *cell, GError **error)
{
  g_autofree char *shown = spil_text_one_line (cell, SHOWN_CHARS);

  return spil_plan_refuse (error,
                           g_strdup_printf (_ ("Row %d cannot be pasted: “%s” does not fit in “%s”. Change"
                                               " it where you copied it, and paste again."),
                                            (int) draft->row + 1, shown, spil_plan_column_title (column)));
}

static gboolean
read_day (const Paste *paste, const Draft *draft, SpilPlanColumn column, SpilDay *day, GError **error)
{
  const char *cell = get (paste, draft, column);
  g_autofree char *without_time = g_strdup (cell);
  char *time = strchr (without_time, ':');

  *day = SPIL_DAY_NONE;
  /* "3-9-2018 08:00": the hour is left out. */
  if (time != NULL) {
    while (time > without_time && *time != ' ')
      time--;
    *time = '\0';
  }
  return cell[0] == '\0' ||
         spil_typed_day_parse (without_time, SPIL_DAY_NONE, paste->plan->day, paste->plan->calendar, day) ||
         refuse_cell (draft, column, cell, error);
}

static gboolean
is_yes (const char *cell)
{
  g_autofree char *folded = spil_text_fold (cell);
  g_autofree char *yes = spil_text_fold (_ ("Yes"));

  return folded[0] != '\0' &&
         (g_str_equal (folded, yes) || g_str_equal (folded, "ja") || g_str_equal (folded, "yes") ||
          g_str_equal (folded, "x") || g_str_equal (folded, "1"));
}

/* "10", "10 dagen", "10d?": the number in front; 0: none. */
static int
read_days (const char *cell)
{
  return g_ascii_isdigit (cell[0]) ? (int) MIN (strtol (cell, NULL, 10), MAX_DAYS) : 0;
}

/* Dates and working days together: of start, end and days the missing one follows. */
static gboolean
read_dates (const Paste *paste, Draft *draft, GError **error)
{
  const SpilWorkCalendar *calendar = paste->plan->calendar;
  int days = read_days (get (paste, draft, SPIL_PLAN_COLUMN_DAYS));

  if (!read_day (paste, draft, SPIL_PLAN_COLUMN_START, &draft->start, error) ||
      !read_day (paste, draft, SPIL_PLAN_COLUMN_END, &draft->end, error))
    return FALSE;
  if (days > 0 && spil_day_is_known (draft->start) && !spil_day_is_known (draft->end))
    draft->end = spil_work_calendar_end_of (calendar, draft->start, days);
  else if (days > 0 && spil_day_is_known (draft->end) && !spil_day_is_known (draft->start))
    draft->start = spil_work_calendar_start_of (calendar, draft->end, days);
  if (spil_day_is_known (draft->start) && spil_day_is_known (draft->end) &&
      spil_day_compare (draft->end, draft->start) < 0)
    return refuse_cell (draft, SPIL_PLAN_COLUMN_END, get (paste, draft, SPIL_PLAN_COLUMN_END), error);
  return TRUE;
}

static gboolean
read_draft (const Paste *paste, Draft *draft, GError **error)
{
  const char *cost = get (paste, draft, SPIL_PLAN_COLUMN_COST);
  const char *level = get (paste, draft, SPIL_PLAN_COLUMN_LEVEL);

  if (get (paste, draft, SPIL_PLAN_COLUMN_NAME)[0] == '\0')
    return spil_plan_refuse (
        error, g_strdup_printf (_ ("Row %d cannot be pasted: it has no name. Give each activity a"
                                   " name where you copied it, and paste again."),
                                (int) draft->row + 1));
  draft->level = g_ascii_isdigit (level[0]) ? (int) MIN (strtol (level, NULL, 10), 100) : 1;
  if (cost[0] != '\0' && (!spil_money_parse (cost, &draft->cost) || draft->cost < 0))
    return refuse_cell (draft, SPIL_PLAN_COLUMN_COST, cost, error);
  draft->cost_known = cost[0] != '\0';
  return read_dates (paste, draft, error);
}

/* What each is part of: the nearest above it that stands less deep. */
static void
find_parents (GArray *drafts)
{
  for (guint i = 0; i < drafts->len; i++) {
    Draft *draft = &g_array_index (drafts, Draft, i);
    int above = (int) i - 1;

    while (above >= 0 && g_array_index (drafts, Draft, above).level >= draft->level)
      above = g_array_index (drafts, Draft, above).parent;
    draft->parent = above;
    if (above >= 0)
      g_array_index (drafts, Draft, above).has_parts = TRUE;
  }
}

static void
widen (Draft *parent, SpilDay day)
{
  if (!spil_day_is_known (day))
    return;
  if (!spil_day_is_known (parent->first) || spil_day_compare (day, parent->first) < 0)
    parent->first = day;
  if (!spil_day_is_known (parent->last) || spil_day_compare (day, parent->last) > 0)
    parent->last = day;
}

/* Dates and cost that follow from the parts are not the activity's own. */
static void
drop_derived (GArray *drafts)
{
  for (guint i = drafts->len; i-- > 0;) {
    Draft *draft = &g_array_index (drafts, Draft, i);
    Draft *parent = draft->parent >= 0 ? &g_array_index (drafts, Draft, draft->parent) : NULL;

    if (parent != NULL) {
      widen (parent, draft->start);
      widen (parent, draft->end);
      widen (parent, draft->first);
      widen (parent, draft->last);
      parent->parts_cost += draft->cost;
    }
    if (draft->has_parts && spil_day_compare (draft->start, draft->first) == 0 &&
        spil_day_compare (draft->end, draft->last) == 0)
      draft->start = draft->end = SPIL_DAY_NONE;
    if (draft->has_parts && draft->cost == draft->parts_cost)
      draft->cost_known = FALSE;
  }
}

static GArray *
read_drafts (const Paste *paste, GError **error)
{
  g_autoptr (GArray) drafts = g_array_new (FALSE, FALSE, sizeof (Draft));

  for (guint row = paste->cells->header ? 1 : 0; row < paste->cells->rows->len; row++) {
    Draft draft = { .id = spil_id_new (), .row = row, .first = SPIL_DAY_NONE, .last = SPIL_DAY_NONE };

    if (!read_draft (paste, &draft, error))
      return NULL;
    g_array_append_val (drafts, draft);
  }
  find_parents (drafts);
  drop_derived (drafts);
  return g_steal_pointer (&drafts);
}

/* Making rows */

/* The action line or area of that name, as an activity of the plan has it; nil: none. */
static SpilId
find_named (const SpilPlan *plan, const char *name, gboolean area)
{
  for (guint i = 0; name[0] != '\0' && i < plan->tasks->len; i++) {
    const SpilPlanTaskRow *task = spil_plan_get_task (plan, (int) i);
    const char *other = area ? task->area_name : task->action_line_name;

    if (other != NULL && g_str_equal (other, name))
      return area ? task->area : task->action_line;
  }
  return SPIL_ID_NIL;
}

static gboolean
fill_work (const Paste *paste, const Draft *draft, SpilRecord *record, GError **error)
{
  const char *progress = get (paste, draft, SPIL_PLAN_COLUMN_PROGRESS);
  const char *effort = get (paste, draft, SPIL_PLAN_COLUMN_EFFORT);
  int64_t decimal;

  if (progress[0] != '\0' && !draft->has_parts) {
    long percent = strtol (progress, NULL, 10);

    if (!g_ascii_isdigit (progress[0]) || percent > 100)
      return refuse_cell (draft, SPIL_PLAN_COLUMN_PROGRESS, progress, error);
    spil_record_set_integer (record, SPIL_TASK_PROGRESS, percent);
  }
  if (effort[0] != '\0') {
    if (!spil_decimal_parse (effort, &decimal) || decimal < 0)
      return refuse_cell (draft, SPIL_PLAN_COLUMN_EFFORT, effort, error);
    spil_record_set_integer (record, SPIL_TASK_EFFORT, decimal);
  }
  if (draft->cost_known) {
    spil_record_set_integer (record, SPIL_TASK_COST, draft->cost);
    spil_record_set_integer (record, SPIL_TASK_VAT, (int64_t) paste->plan->vat);
  }
  return TRUE;
}

static gboolean
fill_days (const Paste *paste, const Draft *draft, SpilRecord *record, GError **error)
{
  int days = read_days (get (paste, draft, SPIL_PLAN_COLUMN_DAYS));
  SpilDay deadline, not_before;

  if (!read_day (paste, draft, SPIL_PLAN_COLUMN_DEADLINE, &deadline, error) ||
      !read_day (paste, draft, SPIL_PLAN_COLUMN_NOT_BEFORE, &not_before, error))
    return FALSE;
  spil_record_set_day (record, SPIL_TASK_START, draft->start);
  spil_record_set_day (record, SPIL_TASK_END, draft->end);
  spil_record_set_day (record, SPIL_TASK_DEADLINE, deadline);
  spil_record_set_day (record, SPIL_TASK_NOT_BEFORE, not_before);
  if (days > 0 && !draft->has_parts && !spil_day_is_known (draft->start) && !spil_day_is_known (draft->end))
    spil_record_set_integer (record, SPIL_TASK_DURATION, days);
  return TRUE;
}

static gboolean
add_row (const Paste *paste, SpilAction *action, const Draft *draft, SpilId parent, int number,
         const char *order, GError **error)
{
  g_autoptr (SpilRecord) record = spil_record_new (spil_entity (SPIL_ENTITY_TASK), draft->id);
  g_autofree char *owner = spil_owner_tidy (get (paste, draft, SPIL_PLAN_COLUMN_OWNER));

  spil_record_set_text (record, SPIL_TASK_NAME, get (paste, draft, SPIL_PLAN_COLUMN_NAME));
  spil_record_set_text (record, SPIL_TASK_OWNER, owner);
  spil_record_set_text (record, SPIL_TASK_ORDER, order);
  spil_record_set_reference (record, SPIL_TASK_PARENT, parent);
  spil_record_set_reference (record, SPIL_TASK_AREA,
                             find_named (paste->plan, get (paste, draft, SPIL_PLAN_COLUMN_AREA), TRUE));
  spil_record_set_reference (
      record, SPIL_TASK_ACTION_LINE,
      find_named (paste->plan, get (paste, draft, SPIL_PLAN_COLUMN_ACTION_LINE), FALSE));
  if (number > 0)
    spil_record_set_integer (record, SPIL_TASK_NUMBER, number);
  if (is_yes (get (paste, draft, SPIL_PLAN_COLUMN_MILESTONE)))
    spil_record_set_integer (record, SPIL_TASK_MILESTONE, 1);
  if (!fill_days (paste, draft, record, error) || !fill_work (paste, draft, record, error))
    return FALSE;
  spil_action_add (action, record);
  return TRUE;
}

static gboolean
add_rows (const Paste *paste, SpilAction *action, int after, GError **error)
{
  const SpilPlan *plan = paste->plan;
  const SpilPlanTaskRow *beside = spil_plan_get_task (plan, after);
  g_autoptr (GArray) siblings = spil_plan_parts (plan, beside != NULL ? beside->parent : -1);
  g_autoptr (GPtrArray) last_keys = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) keys = NULL;
  SpilId parent = beside == NULL || beside->parent < 0 ? SPIL_ID_NIL
                                                       : spil_plan_get_task (plan, beside->parent)->id;
  int number = spil_plan_next_number (plan, siblings);
  guint position = siblings->len, n_tops = 0, top = 0;

  for (guint i = 0; i < siblings->len; i++)
    if (g_array_index (siblings, int, i) == after)
      position = i + 1;
  for (guint i = 0; i < paste->drafts->len; i++) {
    n_tops += g_array_index (paste->drafts, Draft, i).parent < 0;
    g_ptr_array_add (last_keys, NULL);
  }
  keys = spil_plan_order_keys (plan, action, siblings, position, n_tops);
  for (guint i = 0; i < paste->drafts->len; i++) {
    const Draft *draft = &g_array_index (paste->drafts, Draft, i);
    char **last = draft->parent < 0 ? NULL : (char **) &last_keys->pdata[draft->parent];
    g_autofree char *key = last == NULL ? g_strdup (keys[top++]) : spil_order_between (*last, NULL);

    if (!add_row (paste, action, draft,
                  draft->parent < 0 ? parent : g_array_index (paste->drafts, Draft, draft->parent).id,
                  draft->parent < 0 && number > 0 ? number++ : 0, key, error))
      return FALSE;
    if (last != NULL) {
      g_free (*last);
      *last = g_steal_pointer (&key);
    }
  }
  return TRUE;
}

/* The links inside what is pasted, by the numbers that stand there; others are left out. */
static void
add_links (const Paste *paste, SpilAction *action)
{
  g_autoptr (GHashTable) refs = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < paste->drafts->len; i++) {
    const char *ref = get (paste, &g_array_index (paste->drafts, Draft, i), SPIL_PLAN_COLUMN_NUMBER);

    g_hash_table_insert (refs, (gpointer) ref, GUINT_TO_POINTER (i + 1));
  }
  for (guint i = 0; i < paste->drafts->len; i++) {
    const Draft *draft = &g_array_index (paste->drafts, Draft, i);
    g_auto (GStrv) words = g_strsplit_set (get (paste, draft, SPIL_PLAN_COLUMN_BEFORE), ";,", -1);

    for (int j = 0; words[j] != NULL; j++) {
      const char *word = g_strstrip (words[j]);
      gsize length = strspn (word, "#.0123456789");
      g_autofree char *ref = g_strndup (word, length);
      guint from = GPOINTER_TO_UINT (g_hash_table_lookup (refs, ref));
      SpilPlanLinkRow link = { .id = spil_id_new (), .to = draft->id };

      if (length == 0 || from == 0 || from == i + 1 ||
          !spil_link_parse_kind (word + length, &link.type, &link.lag, &link.lag_unit))
        continue;
      link.from = g_array_index (paste->drafts, Draft, from - 1).id;
      spil_plan_add_link (action, &link);
    }
  }
}

SpilAction *
spil_plan_paste_action (const SpilPlan *plan, int after, const char *text, GError **error)
{
  g_autoptr (SpilPlanCells) cells = spil_plan_cells_new (plan, text);
  Paste paste = { plan, cells, NULL };
  g_autoptr (GArray) drafts = NULL;
  g_autoptr (SpilAction) action = spil_action_new (NULL);
  guint n = cells->rows->len - (cells->header ? 1 : 0);

  if (n == 0 || n > MAX_ROWS || cells->columns[SPIL_PLAN_COLUMN_NAME] < 0) {
    spil_plan_refuse (error,
                      g_strdup (n > MAX_ROWS ? _ ("This is too much to paste at once. Paste fewer rows.")
                                             : _ ("There are no activities to paste. Copy rows of a planning,"
                                                  " or cells of a spreadsheet with a name in each row.")));
    return NULL;
  }
  paste.drafts = drafts = read_drafts (&paste, error);
  if (drafts == NULL || !add_rows (&paste, action, after, error))
    return NULL;
  add_links (&paste, action);
  g_free (action->label);
  action->label = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d activity pasted", "%d activities pasted", n), (int) n);
  return g_steal_pointer (&action);
}
