// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-plan-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "spil-entity.h"
#include "spil-owner-rule.h"
#include "spil-text.h"
#include "spil-typed-day.h"

#define MAX_DAYS 9999
#define SHOWN_CHARS 40

const char *
spil_plan_cell_title (SpilPlanCell cell)
{
  switch (cell) {
  case SPIL_PLAN_CELL_NUMBER:
    return C_ ("column of the planning", "No.");
  case SPIL_PLAN_CELL_NAME:
    return C_ ("column of the planning", "Activity");
  case SPIL_PLAN_CELL_START:
    return C_ ("column of the planning", "Start");
  case SPIL_PLAN_CELL_END:
    return C_ ("column of the planning", "End");
  case SPIL_PLAN_CELL_DAYS:
    return C_ ("column of the planning", "Working days");
  case SPIL_PLAN_CELL_OWNER:
    return C_ ("column of the planning", "Owner");
  case SPIL_PLAN_CELL_PROGRESS:
    return C_ ("column of the planning", "Done");
  case SPIL_PLAN_CELL_DEADLINE:
    return C_ ("column of the planning", "Deadline");
  case SPIL_PLAN_CELL_FLOAT:
    return C_ ("column of the planning", "Float");
  case SPIL_PLAN_CELL_COST:
    return C_ ("column of the planning", "Cost");
  case SPIL_PLAN_CELL_BEFORE:
    return C_ ("column of the planning", "Comes after");
  default:
    g_return_val_if_reached ("");
  }
}

const char *
spil_plan_cell_action_label (SpilPlanCell cell)
{
  switch (cell) {
  case SPIL_PLAN_CELL_NUMBER:
    return _ ("Number of activity changed");
  case SPIL_PLAN_CELL_NAME:
    return _ ("Name of activity changed");
  case SPIL_PLAN_CELL_START:
    return _ ("Start of activity changed");
  case SPIL_PLAN_CELL_END:
    return _ ("End of activity changed");
  case SPIL_PLAN_CELL_DAYS:
    return _ ("Working days of activity changed");
  case SPIL_PLAN_CELL_OWNER:
    return _ ("Owner of activity changed");
  case SPIL_PLAN_CELL_PROGRESS:
    return _ ("Progress of activity changed");
  case SPIL_PLAN_CELL_DEADLINE:
    return _ ("Deadline of activity changed");
  case SPIL_PLAN_CELL_COST:
    return _ ("Cost of activity changed");
  default:
    return _ ("Dependencies changed");
  }
}

static char *
format_number (gboolean known, int number)
{
  return known ? g_strdup_printf ("%d", number) : g_strdup ("");
}

char *
spil_plan_cell_text (const SpilPlan *plan, int place, SpilPlanCell cell)
{
  const SpilPlanTaskRow *task = spil_plan_get_task (plan, place);
  int days = task->working_days > 0 ? task->working_days : task->own_duration;

  switch (cell) {
  case SPIL_PLAN_CELL_NUMBER:
    return g_strdup (task->ref);
  case SPIL_PLAN_CELL_NAME:
    return g_strdup (task->name != NULL ? task->name : "");
  case SPIL_PLAN_CELL_START:
    return spil_day_format (task->task.start);
  case SPIL_PLAN_CELL_END:
    return spil_day_format (task->task.end);
  case SPIL_PLAN_CELL_DAYS:
    return format_number (days > 0, days);
  case SPIL_PLAN_CELL_OWNER:
    return g_strdup (task->owner != NULL ? task->owner : "");
  case SPIL_PLAN_CELL_PROGRESS:
    return task->task.progress < 0 ? g_strdup ("") : g_strdup_printf ("%d %%", task->task.progress);
  case SPIL_PLAN_CELL_DEADLINE:
    return spil_day_format (task->task.deadline);
  case SPIL_PLAN_CELL_FLOAT:
    return format_number (task->slack.known, task->slack.total_float);
  case SPIL_PLAN_CELL_COST:
    return task->cost.known && !task->cost.mixed
               ? spil_money_format (task->cost.money.cents, SPIL_MONEY_BRIEF)
               : g_strdup ("");
  case SPIL_PLAN_CELL_BEFORE:
    return spil_plan_format_before (plan, place);
  default:
    g_return_val_if_reached (NULL);
  }
}

/* Why a cell cannot be typed in; NULL: it can. Free with g_free(). */
static char *
why_not (const SpilPlan *plan, int place, SpilPlanCell cell)
{
  const SpilPlanTaskRow *task = spil_plan_get_task (plan, place);
  g_autofree char *name = spil_plan_name (plan, place);
  g_autofree char *facts = NULL;

  switch (cell) {
  case SPIL_PLAN_CELL_START:
  case SPIL_PLAN_CELL_END:
  case SPIL_PLAN_CELL_DAYS:
    if (task->summary && !task->own_dates)
      return g_strdup_printf (_ ("The dates of %s follow from its parts. Change the dates of those."), name);
    if (cell == SPIL_PLAN_CELL_DAYS && task->task.milestone)
      return g_strdup_printf (_ ("%s is a milestone: a moment, which takes no days."), name);
    return NULL;
  case SPIL_PLAN_CELL_PROGRESS:
    if (task->progress_from_facts) {
      facts = spil_progress_describe (&task->facts);
      return g_strdup_printf (_ ("The progress of %s follows from facts: %s."), name, facts);
    }
    if (task->summary && task->own_progress < 0)
      return g_strdup_printf (_ ("The progress of %s follows from its parts. Fill it in there."), name);
    return NULL;
  case SPIL_PLAN_CELL_COST:
    if (task->cost.derived)
      return g_strdup_printf (_ ("The cost of %s is the sum of its parts. Fill it in there."), name);
    return NULL;
  case SPIL_PLAN_CELL_FLOAT:
    return g_strdup (_ ("The float follows from the dates and the dependencies."));
  default:
    return NULL;
  }
}

gboolean
spil_plan_cell_is_editable (const SpilPlan *plan, int task, SpilPlanCell cell)
{
  g_autofree char *why = why_not (plan, task, cell);

  return why == NULL;
}

/* One cell that is edited. */
typedef struct
{
  const SpilPlan *plan;
  const SpilPlanTaskRow *task;
  int place;
  const char *text; /* trimmed */
  const char *shown; /* the same in a sentence: on one line, cut */
  SpilRecord *before;
  SpilRecord *after;
} Edit;

static void
set_both (Edit *edit, int field, int64_t old, gboolean old_known, int64_t new, gboolean new_known)
{
  if (old_known)
    spil_record_set_integer (edit->before, field, old);
  if (new_known)
    spil_record_set_integer (edit->after, field, new);
}

static gboolean
refuse_day (const Edit *edit, GError **error)
{
  return spil_plan_refuse (error,
                           g_strdup_printf (_ ("“%s” is not a day. Type it as 3-9-2018, 3 sep, or +5 for"
                                               " five working days later."),
                                            edit->shown));
}

/* The day that was typed, or SPIL_DAY_NONE for nothing. */
static gboolean
read_day (const Edit *edit, SpilDay present, SpilDay other, SpilDay *day, GError **error)
{
  SpilDay near = spil_day_is_known (present) ? present : spil_day_is_known (other) ? other : edit->plan->day;

  *day = SPIL_DAY_NONE;
  return edit->text[0] == '\0' ||
         spil_typed_day_parse (edit->text, present, near, edit->plan->calendar, day) ||
         refuse_day (edit, error);
}

/* Writes the dates, when the end does not lie before the start. */
static gboolean
set_dates (Edit *edit, SpilDay start, SpilDay end, GError **error)
{
  g_autofree char *first = spil_day_format (start);

  if (spil_day_is_known (start) && spil_day_is_known (end) && spil_day_compare (end, start) < 0)
    return spil_plan_refuse (error,
                             g_strdup_printf (_ ("An activity cannot end before it begins, on %s. Type a"
                                                 " later day."),
                                              first));
  spil_record_set_day (edit->before, SPIL_TASK_START, edit->task->own_start);
  spil_record_set_day (edit->before, SPIL_TASK_END, edit->task->own_end);
  spil_record_set_day (edit->after, SPIL_TASK_START, start);
  spil_record_set_day (edit->after, SPIL_TASK_END, end);
  return TRUE;
}

/* The working days stay; of a length without working days the days do. */
static SpilDay
end_with (const Edit *edit, SpilDay start)
{
  const SpilPlanTaskRow *task = edit->task;

  if (!spil_day_is_known (start))
    return task->own_end;
  if (!spil_day_is_known (task->own_end))
    return task->own_duration > 0 && !task->task.milestone
               ? spil_work_calendar_end_of (edit->plan->calendar, start, task->own_duration)
               : task->own_end;
  if (!spil_day_is_known (task->own_start))
    return task->own_end;
  if (task->working_days > 0)
    return spil_work_calendar_end_of (edit->plan->calendar, start, task->working_days);
  return spil_day_add (start, spil_day_between (task->own_start, task->own_end));
}

static gboolean
edit_start (Edit *edit, GError **error)
{
  SpilDay start;

  if (!read_day (edit, edit->task->own_start, edit->task->own_end, &start, error))
    return FALSE;
  return set_dates (edit, start, end_with (edit, start), error);
}

static gboolean
edit_end (Edit *edit, GError **error)
{
  SpilDay end;

  return read_day (edit, edit->task->own_end, edit->task->own_start, &end, error) &&
         set_dates (edit, edit->task->own_start, end, error);
}

static gboolean
edit_deadline (Edit *edit, GError **error)
{
  SpilDay day;

  if (!read_day (edit, edit->task->task.deadline, edit->task->task.end, &day, error))
    return FALSE;
  spil_record_set_day (edit->before, SPIL_TASK_DEADLINE, edit->task->task.deadline);
  spil_record_set_day (edit->after, SPIL_TASK_DEADLINE, day);
  return TRUE;
}

/* A whole number, with a word or a sign behind it that begins with @unit ("d", "dagen", "%"). */
static gboolean
read_count (const char *text, char unit, int max, int *count)
{
  char *end;
  long number = strtol (text, &end, 10);

  while (*end == ' ')
    end++;
  if (end == text || !g_ascii_isdigit (text[0]) || number > max ||
      (*end != '\0' && g_ascii_tolower (*end) != unit))
    return FALSE;
  *count = (int) number;
  return TRUE;
}

static gboolean
edit_days (Edit *edit, GError **error)
{
  const SpilPlanTaskRow *task = edit->task;
  const SpilWorkCalendar *calendar = edit->plan->calendar;
  gboolean empty = edit->text[0] == '\0';
  int days = 0;

  if (!empty && (!read_count (edit->text, 'd', MAX_DAYS, &days) || days == 0))
    return spil_plan_refuse (error, g_strdup_printf (_ ("“%s” is not a number of working days. Type a whole"
                                                        " number of 1 or more: 10."),
                                                     edit->shown));
  if (!task->own_dates)
    set_both (edit, SPIL_TASK_DURATION, task->own_duration, task->own_duration > 0, days, !empty);
  else if (empty)
    return set_dates (edit, task->own_start,
                      spil_day_is_known (task->own_start) ? SPIL_DAY_NONE : task->own_end, error);
  else if (spil_day_is_known (task->own_start))
    return set_dates (edit, task->own_start, spil_work_calendar_end_of (calendar, task->own_start, days),
                      error);
  else
    return set_dates (edit, spil_work_calendar_start_of (calendar, task->own_end, days), task->own_end,
                      error);
  return TRUE;
}

static gboolean
edit_progress (Edit *edit, GError **error)
{
  const SpilPlanTaskRow *task = edit->task;
  int progress = 0;

  if (edit->text[0] != '\0' && !read_count (edit->text, '%', 100, &progress))
    return spil_plan_refuse (error,
                             g_strdup_printf (_ ("“%s” is not a progress. Type a whole number from 0 to"
                                                 " 100."),
                                              edit->shown));
  set_both (edit, SPIL_TASK_PROGRESS, task->own_progress, task->own_progress >= 0, progress,
            edit->text[0] != '\0');
  return TRUE;
}

static gboolean
edit_number (Edit *edit, GError **error)
{
  const SpilPlanTaskRow *task = edit->task;
  int number = 0;

  if (edit->text[0] != '\0' && (!read_count (edit->text, '\0', G_MAXINT16, &number) || number == 0))
    return spil_plan_refuse (error, g_strdup_printf (_ ("“%s” is not a number for an activity. Type a whole"
                                                        " number of 1 or more."),
                                                     edit->shown));
  for (int i = 0; number > 0 && i < (int) edit->plan->tasks->len; i++) {
    g_autofree char *name = NULL;

    if (i == edit->place || spil_plan_get_task (edit->plan, i)->number != number)
      continue;
    name = spil_plan_name (edit->plan, i);
    return spil_plan_refuse (
        error, g_strdup_printf (_ ("Number %d is that of %s. Type another number."), number, name));
  }
  set_both (edit, SPIL_TASK_NUMBER, task->number, task->number > 0, number, number > 0);
  return TRUE;
}

static gboolean
edit_cost (Edit *edit, GError **error)
{
  const SpilPlanTaskRow *task = edit->task;
  SpilVat vat = task->own_cost.vat != SPIL_VAT_UNKNOWN ? task->own_cost.vat : edit->plan->vat;
  gboolean empty = edit->text[0] == '\0';
  int64_t cents = 0;

  if (!empty && (!spil_money_parse (edit->text, &cents) || cents < 0))
    return spil_plan_refuse (
        error, g_strdup_printf (_ ("“%s” is not an amount. Type it as 1.250 or 1.250,50."), edit->shown));
  set_both (edit, SPIL_TASK_COST, task->own_cost.cents, task->own_cost_known, cents, !empty);
  set_both (edit, SPIL_TASK_VAT, (int64_t) task->own_cost.vat, TRUE,
            (int64_t) (task->own_cost_known || empty ? task->own_cost.vat : vat), TRUE);
  return TRUE;
}

static gboolean
edit_name (Edit *edit, GError **error)
{
  if (edit->text[0] == '\0')
    return spil_plan_refuse (error,
                             g_strdup (_ ("An activity has a name. Type one, or delete the activity.")));
  spil_record_set_text (edit->before, SPIL_TASK_NAME, edit->task->name);
  spil_record_set_text (edit->after, SPIL_TASK_NAME, edit->text);
  return TRUE;
}

static gboolean
edit_owner (Edit *edit)
{
  g_autofree char *owner = spil_owner_tidy (edit->text);

  spil_record_set_text (edit->before, SPIL_TASK_OWNER, edit->task->owner);
  spil_record_set_text (edit->after, SPIL_TASK_OWNER, owner);
  return TRUE;
}

static gboolean
edit_cell (Edit *edit, SpilPlanCell cell, GError **error)
{
  switch (cell) {
  case SPIL_PLAN_CELL_NUMBER:
    return edit_number (edit, error);
  case SPIL_PLAN_CELL_NAME:
    return edit_name (edit, error);
  case SPIL_PLAN_CELL_START:
    return edit_start (edit, error);
  case SPIL_PLAN_CELL_END:
    return edit_end (edit, error);
  case SPIL_PLAN_CELL_DAYS:
    return edit_days (edit, error);
  case SPIL_PLAN_CELL_OWNER:
    return edit_owner (edit);
  case SPIL_PLAN_CELL_PROGRESS:
    return edit_progress (edit, error);
  case SPIL_PLAN_CELL_DEADLINE:
    return edit_deadline (edit, error);
  case SPIL_PLAN_CELL_COST:
    return edit_cost (edit, error);
  default:
    g_return_val_if_reached (FALSE);
  }
}

SpilAction *
spil_plan_cell_action (const SpilPlan *plan, int place, SpilPlanCell cell, const char *text, GError **error)
{
  const SpilPlanTaskRow *task = spil_plan_get_task (plan, place);
  const SpilEntity *entity = spil_entity (SPIL_ENTITY_TASK);
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  g_autofree char *shown = spil_text_one_line (trimmed, SHOWN_CHARS);
  g_autofree char *present = spil_plan_cell_text (plan, place, cell);
  g_autofree char *why = why_not (plan, place, cell);
  g_autoptr (SpilRecord) before = spil_record_new (entity, task->id);
  g_autoptr (SpilRecord) after = spil_record_new (entity, task->id);
  g_autoptr (SpilAction) action = NULL;
  Edit edit = { plan, task, place, trimmed, shown, before, after };

  if (g_str_equal (present, trimmed))
    return NULL;
  if (why != NULL) {
    spil_plan_refuse (error, g_steal_pointer (&why));
    return NULL;
  }
  if (cell == SPIL_PLAN_CELL_BEFORE)
    return spil_plan_before_action (plan, place, trimmed, error);
  if (!edit_cell (&edit, cell, error))
    return NULL;
  action = spil_action_new (spil_plan_cell_action_label (cell));
  return spil_action_set (action, before, after) != NULL ? g_steal_pointer (&action) : NULL;
}
