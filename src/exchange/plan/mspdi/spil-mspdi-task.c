// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "spil-mspdi-reader.h"
#include "spil-money.h"
#include "spil-text.h"

#define NAME_CHARS 10000
#define DAY_TENTHS (24 * 60 * 10)

/* A task as it stands in the file. */
typedef struct
{
  SpilPlanFileTask *task; /* in the plan */
  char *uid;
  char *guid;
  char *name;
  char *notes;
  char *wbs;
  char *outline_number;
  int is_null;
  int outline;
  int active;
  int manual;
  int external;
  int milestone;
  int summary;
  int percent;
  int physical;
  int method;
  int format;
  int constraint;
  SpilMspdiDate start;
  SpilMspdiDate finish;
  SpilMspdiDate constraint_date;
  SpilMspdiDate deadline;
  double duration;
  double cost;
  double fixed_cost;
} Task;

static const Task no_task = { .is_null = -1,
                              .outline = -1,
                              .active = -1,
                              .manual = -1,
                              .external = -1,
                              .milestone = -1,
                              .summary = -1,
                              .percent = -1,
                              .physical = -1,
                              .method = -1,
                              .format = SPIL_MSPDI_FORMAT_DAYS,
                              .constraint = -1,
                              .start = SPIL_MSPDI_DATE_NONE,
                              .finish = SPIL_MSPDI_DATE_NONE,
                              .constraint_date = SPIL_MSPDI_DATE_NONE,
                              .deadline = SPIL_MSPDI_DATE_NONE,
                              .duration = -1,
                              .cost = -1,
                              .fixed_cost = -1 };

static void
clear_task (Task *self)
{
  g_free (self->uid);
  g_free (self->guid);
  g_free (self->name);
  g_free (self->notes);
  g_free (self->wbs);
  g_free (self->outline_number);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Task, clear_task)

#define KEEP(name, kind, member)                                                                             \
  {                                                                                                          \
    name, SPIL_MSPDI_##kind, G_STRUCT_OFFSET (Task, member), NULL                                            \
  }
#define PASS(name, usual)                                                                                    \
  {                                                                                                          \
    name, SPIL_MSPDI_QUIET, 0, usual                                                                         \
  }

static const SpilMspdiField task_fields[] = {
  KEEP ("UID", TEXT, uid),
  KEEP ("GUID", TEXT, guid),
  KEEP ("Name", TEXT, name),
  KEEP ("Notes", TEXT, notes),
  KEEP ("WBS", TEXT, wbs),
  KEEP ("OutlineNumber", TEXT, outline_number),
  KEEP ("OutlineLevel", INTEGER, outline),
  KEEP ("IsNull", BOOLEAN, is_null),
  KEEP ("Active", BOOLEAN, active),
  KEEP ("Manual", BOOLEAN, manual),
  KEEP ("ExternalTask", BOOLEAN, external),
  KEEP ("Start", DATE, start),
  KEEP ("Finish", DATE, finish),
  KEEP ("Duration", DURATION, duration),
  KEEP ("DurationFormat", INTEGER, format),
  KEEP ("Milestone", BOOLEAN, milestone),
  KEEP ("Summary", BOOLEAN, summary),
  KEEP ("PercentComplete", INTEGER, percent),
  KEEP ("PhysicalPercentComplete", INTEGER, physical),
  KEEP ("EarnedValueMethod", INTEGER, method),
  KEEP ("Cost", NUMBER, cost),
  KEEP ("FixedCost", NUMBER, fixed_cost),
  KEEP ("ConstraintType", INTEGER, constraint),
  KEEP ("ConstraintDate", DATE, constraint_date),
  KEEP ("Deadline", DATE, deadline),
  PASS ("ID", ""),
  PASS ("Type", ""),
  PASS ("CreateDate", ""),
  PASS ("WBSLevel", ""),
  PASS ("Priority", "500"),
  PASS ("ManualStart", ""),
  PASS ("ManualFinish", ""),
  PASS ("ManualDuration", ""),
  PASS ("Work", ""),
  PASS ("Stop", ""),
  PASS ("Resume", ""),
  PASS ("ResumeValid", ""),
  PASS ("EffortDriven", ""),
  PASS ("Recurring", "0"),
  PASS ("OverAllocated", ""),
  PASS ("Estimated", ""),
  PASS ("DisplayAsSummary", ""),
  PASS ("Critical", ""),
  PASS ("IsSubproject", "0"),
  PASS ("IsSubprojectReadOnly", ""),
  PASS ("EarlyStart", ""),
  PASS ("EarlyFinish", ""),
  PASS ("LateStart", ""),
  PASS ("LateFinish", ""),
  PASS ("StartVariance", ""),
  PASS ("FinishVariance", ""),
  PASS ("WorkVariance", ""),
  PASS ("FreeSlack", ""),
  PASS ("TotalSlack", ""),
  PASS ("StartSlack", ""),
  PASS ("FinishSlack", ""),
  PASS ("FixedCostAccrual", ""),
  PASS ("PercentWorkComplete", ""),
  PASS ("OvertimeCost", "0"),
  PASS ("OvertimeWork", "PT0H0M0S"),
  PASS ("ActualStart", ""),
  PASS ("ActualFinish", ""),
  PASS ("ActualDuration", ""),
  PASS ("ActualCost", "0"),
  PASS ("ActualOvertimeCost", "0"),
  PASS ("ActualWork", "PT0H0M0S"),
  PASS ("ActualOvertimeWork", "PT0H0M0S"),
  PASS ("RegularWork", ""),
  PASS ("RemainingDuration", ""),
  PASS ("RemainingCost", ""),
  PASS ("RemainingWork", ""),
  PASS ("RemainingOvertimeCost", ""),
  PASS ("RemainingOvertimeWork", ""),
  PASS ("ACWP", ""),
  PASS ("CV", ""),
  PASS ("CalendarUID", "-1"),
  PASS ("LevelAssignments", ""),
  PASS ("LevelingCanSplit", ""),
  PASS ("LevelingDelay", "0"),
  PASS ("LevelingDelayFormat", ""),
  PASS ("PreLeveledStart", ""),
  PASS ("PreLeveledFinish", ""),
  PASS ("IgnoreResourceCalendar", "0"),
  PASS ("HideBar", "0"),
  PASS ("Rollup", ""),
  PASS ("BCWS", ""),
  PASS ("BCWP", ""),
  PASS ("ActualWorkProtected", ""),
  PASS ("ActualOvertimeWorkProtected", ""),
  PASS ("IsPublished", ""),
  PASS ("StatusManager", ""),
  PASS ("CommitmentStart", ""),
  PASS ("CommitmentFinish", ""),
  PASS ("CommitmentType", "0"),
  { NULL, 0, 0, NULL },
};

/* Links */

typedef struct
{
  char *uid;
  int type;
  int cross;
  double lag; /* tenths of minutes */
  int format;
} Link;

static const SpilMspdiField link_fields[] = {
  { "PredecessorUID", SPIL_MSPDI_TEXT, G_STRUCT_OFFSET (Link, uid), NULL },
  { "Type", SPIL_MSPDI_INTEGER, G_STRUCT_OFFSET (Link, type), NULL },
  { "CrossProject", SPIL_MSPDI_BOOLEAN, G_STRUCT_OFFSET (Link, cross), NULL },
  { "LinkLag", SPIL_MSPDI_NUMBER, G_STRUCT_OFFSET (Link, lag), NULL },
  { "LagFormat", SPIL_MSPDI_INTEGER, G_STRUCT_OFFSET (Link, format), NULL },
  PASS ("CrossProjectName", ""),
  { NULL, 0, 0, NULL },
};
static const SpilMspdiTable link_table = { "PredecessorLink", link_fields, NULL, NULL };

/* Whole days of a lag: half a day is more than none. */
static void
set_lag (SpilMspdi *self, const Link *raw, SpilPlanFileLink *link)
{
  const double day = spil_mspdi_format_is_elapsed (raw->format) ? DAY_TENTHS : self->plan->day_minutes * 10.0;
  const double days = raw->lag / day;
  g_autofree char *example = g_strdup_printf ("%g", raw->lag);

  link->lag_calendar = spil_mspdi_format_is_elapsed (raw->format);
  if (raw->lag == 0)
    link->lag_calendar = FALSE;
  else if (spil_mspdi_format_is_percent (raw->format))
    spil_mspdi_note (self, "PredecessorLink/LinkLag", example,
                     _ ("A lag in per cent cannot be kept; the dependency has no lag in Spil."));
  else if (fabs (days) > 36500)
    spil_mspdi_note (self, "PredecessorLink/LinkLag", example,
                     _ ("A lag of more than a century is left out; the dependency has no lag in Spil."));
  else
    link->lag = (int) (days < 0 ? floor (days) : ceil (days));
  if (link->lag != 0 && link->lag != days)
    spil_mspdi_note (self, "PredecessorLink/LinkLag", example,
                     _ ("Spil keeps whole days; the lag is rounded to the next whole day."));
}

static gboolean
take_link (SpilMspdi *self, Task *task, GError **error)
{
  Link raw = { .type = 1, .format = SPIL_MSPDI_FORMAT_DAYS };
  SpilPlanFileLink *link;

  if (!spil_mspdi_take (self, &link_table, &raw, error)) {
    g_free (raw.uid);
    return FALSE;
  }
  if (raw.cross == 1 || raw.uid == NULL || spil_mspdi_link_type (raw.type) == 0) {
    spil_mspdi_note (self, "PredecessorLink", raw.uid,
                     raw.cross == 1 ? _ ("A dependency on another planning is left out.")
                                    : _ ("This dependency cannot be read; it is left out."));
    g_free (raw.uid);
    return TRUE;
  }
  link = spil_plan_file_add_link (self->plan);
  link->row = task->task->row;
  link->from_uid = g_strstrip (raw.uid);
  link->type = spil_mspdi_link_type (raw.type);
  set_lag (self, &raw, link);
  return spil_plan_file_check_items (self->plan->links->len, error);
}

/* Baselines */

typedef struct
{
  int number;
  SpilMspdiDate start;
  SpilMspdiDate finish;
  double cost;
  double fixed_cost;
} Base;

static const SpilMspdiField base_fields[] = {
  { "Number", SPIL_MSPDI_INTEGER, G_STRUCT_OFFSET (Base, number), NULL },
  { "Start", SPIL_MSPDI_DATE, G_STRUCT_OFFSET (Base, start), NULL },
  { "Finish", SPIL_MSPDI_DATE, G_STRUCT_OFFSET (Base, finish), NULL },
  { "Cost", SPIL_MSPDI_NUMBER, G_STRUCT_OFFSET (Base, cost), NULL },
  { "FixedCost", SPIL_MSPDI_NUMBER, G_STRUCT_OFFSET (Base, fixed_cost), NULL },
  PASS ("TimephasedData", ""),
  PASS ("Interim", ""),
  PASS ("Duration", ""),
  PASS ("DurationFormat", ""),
  PASS ("EstimatedDuration", ""),
  PASS ("Work", "PT0H0M0S"),
  PASS ("BCWS", ""),
  PASS ("BCWP", ""),
  PASS ("FixedCostAccrual", ""),
  { NULL, 0, 0, NULL },
};
static const SpilMspdiTable base_table = { "Baseline", base_fields, NULL, NULL };

static int64_t
get_cents (double amount)
{
  return amount > 0 && amount <= (double) SPIL_MONEY_MAX_CENTS ? (int64_t) llround (amount) : -1;
}

static gboolean
take_base (SpilMspdi *self, Task *task, GError **error)
{
  Base raw = { .start = SPIL_MSPDI_DATE_NONE, .finish = SPIL_MSPDI_DATE_NONE, .cost = -1, .fixed_cost = -1 };
  SpilPlanFileBase *base;

  if (!spil_mspdi_take (self, &base_table, &raw, error))
    return FALSE;
  if (raw.number < 0 || raw.number >= SPIL_PLAN_FILE_N_BASELINES) {
    spil_mspdi_note (self, "Baseline", NULL, _ ("Baselines have the numbers 0 to 10; this one is left out."));
    return TRUE;
  }
  base = spil_plan_file_task_base (task->task, raw.number);
  base->start = raw.start.day;
  base->finish = spil_mspdi_last_day (raw.start, raw.finish);
  base->cost = get_cents (raw.cost);
  return TRUE;
}

/* Custom fields */

typedef struct
{
  int field;
  char *value;
} Custom;

static const SpilMspdiField custom_fields[] = {
  { "FieldID", SPIL_MSPDI_INTEGER, G_STRUCT_OFFSET (Custom, field), NULL },
  { "Value", SPIL_MSPDI_TEXT, G_STRUCT_OFFSET (Custom, value), NULL },
  PASS ("UID", ""),
  PASS ("ValueID", ""),
  PASS ("ValueGUID", ""),
  PASS ("DurationFormat", ""),
  { NULL, 0, 0, NULL },
};
static const SpilMspdiTable custom_table = { "ExtendedAttribute", custom_fields, NULL, NULL };

/* "2018-10-01 Vastgesteld door de stuurgroep": when a baseline was made, and its name. */
static gboolean
take_baseline_name (SpilMspdi *self, const Task *task, const Custom *custom)
{
  const int number = custom->field - SPIL_MSPDI_BASELINE_FIELD;
  SpilPlanFileBaseline *baseline;
  g_autofree char *day = NULL;

  if (number < 0 || number >= SPIL_PLAN_FILE_N_BASELINES || task->uid == NULL ||
      strcmp (task->uid, "0") != 0 || custom->value == NULL || strlen (custom->value) < 12 ||
      custom->value[10] != ' ')
    return FALSE;
  baseline = &self->plan->baselines[number];
  day = g_strndup (custom->value, 10);
  if (!spil_day_parse (day, &baseline->date))
    return FALSE;
  g_free (baseline->name);
  baseline->name = spil_text_one_line (custom->value + 11, NAME_CHARS);
  return TRUE;
}

static gboolean
take_custom (SpilMspdi *self, const Task *task, GError **error)
{
  Custom custom = { 0 };
  const gboolean taken = spil_mspdi_take (self, &custom_table, &custom, error);

  if (taken && !take_baseline_name (self, task, &custom) && custom.value != NULL) {
    const char *alias = g_hash_table_lookup (self->aliases, GINT_TO_POINTER (custom.field));
    g_autofree char *number = g_strdup_printf ("%d", custom.field);
    g_autofree char *name = g_strdup_printf ("Task/ExtendedAttribute: %s", alias != NULL ? alias : number);

    spil_mspdi_note (self, name, custom.value, NULL);
  }
  g_free (custom.value);
  return taken;
}

static gboolean
take_nested (SpilMspdi *self, const char *name, gpointer raw, gboolean *taken, GError **error)
{
  Task *task = raw;

  if (strcmp (name, "PredecessorLink") == 0)
    return take_link (self, task, error);
  if (strcmp (name, "Baseline") == 0)
    return take_base (self, task, error);
  return take_custom (self, task, error);
}

static const char *const nested[] = { "PredecessorLink", "Baseline", "ExtendedAttribute", NULL };
static const SpilMspdiTable task_table = { "Task", task_fields, take_nested, nested };

/* The task */

static char *
dup_line (const char *text)
{
  g_autofree char *line = text != NULL ? g_strdup (text) : NULL;

  if (line == NULL)
    return NULL;
  for (char *at = line; *at != '\0'; at++)
    if (*at == '\n' || *at == '\r' || *at == '\t')
      *at = ' ';
  g_strstrip (line);
  return line[0] != '\0' ? g_steal_pointer (&line) : NULL;
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || text[strspn (text, " \t\r\n")] == '\0';
}

/* How deep it stands: as it says, else by its outline number. */
static int
get_outline (const Task *raw)
{
  int level = 1;

  if (raw->outline >= 0)
    return raw->outline;
  for (const char *at = raw->outline_number; at != NULL && *at != '\0'; at++)
    level += *at == '.';
  return level;
}

/* What it is a part of: the latest task that stands less deep. */
static void
place (SpilMspdi *self, SpilPlanFileTask *task, int outline)
{
  const int index = (int) self->plan->tasks->len - 1;
  guint level = 0;

  while (level < self->outline->len) {
    const int above = g_array_index (self->outline, int, level);

    if (g_array_index (self->raws, SpilMspdiRaw, above).outline >= outline)
      break;
    level++;
  }
  if (level > SPIL_PLAN_FILE_MAX_LEVEL) {
    spil_mspdi_note (self, "Task/OutlineLevel", NULL,
                     _ ("Activities that are parts of parts more than 40 deep are put at that depth."));
    level = SPIL_PLAN_FILE_MAX_LEVEL;
  }
  task->parent = level > 0 ? g_array_index (self->outline, int, level - 1) : -1;
  g_array_set_size (self->outline, level);
  g_array_append_val (self->outline, index);
}

static void
note_times (SpilMspdi *self, const Task *raw)
{
  g_autofree char *example = NULL;
  const gboolean start = spil_day_is_known (raw->start.day) && raw->start.minute != self->start_minute &&
                         raw->start.minute != 0;
  const gboolean finish = spil_day_is_known (raw->finish.day) && raw->finish.minute != self->finish_minute &&
                          raw->finish.minute != 0;

  if (raw->milestone == 1 || (!start && !finish))
    return;
  example = start ? g_strdup_printf ("%02d:%02d", raw->start.minute / 60, raw->start.minute % 60)
                  : g_strdup_printf ("%02d:%02d", raw->finish.minute / 60, raw->finish.minute % 60);
  spil_mspdi_note (self, start ? "Task/Start" : "Task/Finish", example,
                   _ ("Spil keeps days; the time of the day is left out."));
}

static void
set_dates (SpilMspdi *self, SpilPlanFileTask *task, const Task *raw)
{
  task->start = raw->start.day;
  task->finish = spil_mspdi_last_day (raw->start, raw->finish);
  task->milestone = raw->milestone;
  if (task->milestone == 1 && !spil_day_is_known (task->start))
    task->start = task->finish;
  if (task->milestone == 1 && !spil_day_is_known (task->finish))
    task->finish = task->start;
  if (raw->duration >= 0 && !spil_mspdi_format_is_elapsed (raw->format))
    task->duration = raw->duration / self->plan->day_minutes;
  else if (raw->duration >= 0 && !(spil_day_is_known (task->start) && spil_day_is_known (task->finish)))
    spil_mspdi_note (self, "Task/Duration", NULL,
                     _ ("A duration by the clock is no number of working days; it is left out."));
  note_times (self, raw);
}

/* A manual task that begins on the very day it may not begin before: the day is its start, and the bound is how others are told to keep to it. */
static gboolean
is_only_start (const Task *raw)
{
  return raw->manual == 1 && raw->summary != 1 &&
         spil_mspdi_constraint (raw->constraint) == SPIL_PLAN_CONSTRAINT_START_FROM &&
         spil_day_is_known (raw->start.day) &&
         spil_day_compare (raw->start.day, raw->constraint_date.day) == 0;
}

static void
set_bounds (SpilPlanFileTask *task, const Task *raw)
{
  task->deadline = raw->deadline.day;
  task->constraint = is_only_start (raw) ? SPIL_PLAN_CONSTRAINT_NONE
                                         : spil_mspdi_constraint (raw->constraint);
  if (task->constraint > SPIL_PLAN_CONSTRAINT_LATE)
    task->constraint_day = raw->constraint_date.day;
}

static void
keep_task (SpilMspdi *self, SpilPlanFileTask *task, Task *raw)
{
  const SpilMspdiRaw rest = { .outline = get_outline (raw),
                              .cost = raw->cost,
                              .fixed_cost = raw->fixed_cost,
                              .percent = raw->percent,
                              .physical = raw->physical,
                              .method = raw->method,
                              .manual = raw->manual };

  task->uid = dup_line (raw->uid);
  if (task->uid == NULL)
    task->uid = g_strdup_printf ("row %d", (int) task->row);
  task->guid = spil_mspdi_dup_guid (raw->guid);
  task->name = dup_line (raw->name);
  task->notes = is_blank (raw->notes) ? NULL : g_steal_pointer (&raw->notes);
  task->number = dup_line (raw->wbs != NULL ? raw->wbs : raw->outline_number);
  task->stopped = raw->active < 0 ? -1 : raw->active == 0;
  set_dates (self, task, raw);
  set_bounds (task, raw);
  place (self, task, rest.outline);
  g_array_append_val (self->raws, rest);
}

/* The project as a task, empty rows, and those of another planning are no activities. */
static gboolean
is_none (SpilMspdi *self, const Task *raw)
{
  if (raw->external == 1)
    spil_mspdi_note (self, "Task/ExternalTask", raw->name,
                     _ ("An activity of another planning is left out."));
  return raw->external == 1 || raw->is_null == 1 ||
         (raw->outline == 0 && raw->uid != NULL && strcmp (g_strstrip (raw->uid), "0") == 0);
}

gboolean
spil_mspdi_take_task (SpilMspdi *self, GError **error)
{
  g_auto (Task) raw = no_task;
  const guint n_links = self->plan->links->len;
  SpilPlanFileTask *task = spil_plan_file_add_task (self->plan);

  raw.task = task;
  if (!spil_mspdi_take (self, &task_table, &raw, error))
    return FALSE;
  if (is_none (self, &raw)) {
    g_ptr_array_set_size (self->plan->links, (int) n_links);
    g_ptr_array_set_size (self->plan->tasks, (int) self->plan->tasks->len - 1);
    return TRUE;
  }
  keep_task (self, task, &raw);
  for (guint i = n_links; i < self->plan->links->len; i++) {
    SpilPlanFileLink *link = self->plan->links->pdata[i];

    link->to_uid = g_strdup (task->uid);
  }
  return spil_plan_file_check_items (self->plan->tasks->len, error);
}

static void
settle_task (SpilPlanFileTask *task, const SpilMspdiRaw *raw, gboolean summary)
{
  const int percent = raw->method == 1 ? raw->physical : summary ? -1 : raw->percent;

  task->progress = percent >= 0 && percent <= 100 ? percent : -1;
  task->cost = get_cents (summary || raw->cost <= 0 ? raw->fixed_cost : raw->cost);
  task->follows = summary && raw->manual != 1;
  if (!task->follows)
    return;
  task->start = task->finish = SPIL_DAY_NONE;
  task->duration = -1;
}

void
spil_mspdi_settle_tasks (SpilMspdi *self)
{
  const guint n = self->plan->tasks->len;

  for (guint i = 0; i < n; i++) {
    const SpilPlanFileTask *next = i + 1 < n ? self->plan->tasks->pdata[i + 1] : NULL;

    settle_task (self->plan->tasks->pdata[i], &g_array_index (self->raws, SpilMspdiRaw, i),
                 next != NULL && next->parent == (int) i);
  }
}
