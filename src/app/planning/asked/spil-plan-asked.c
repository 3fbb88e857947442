// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-plan-asked.h"

#include <glib/gi18n-lib.h>

static const char *const group_words[] = {
  [SPIL_PLAN_GROUP_ACTION_LINE] = "by-action-line",
  [SPIL_PLAN_GROUP_AREA] = "by-area",
  [SPIL_PLAN_GROUP_OWNER] = "by-owner",
};

void
spil_plan_asked_init (SpilPlanAsked *self)
{
  *self = (SpilPlanAsked) { .critical = TRUE };
}

void
spil_plan_asked_clear (SpilPlanAsked *self)
{
  spil_plan_filter_clear (&self->filter);
}

void
spil_plan_asked_copy (SpilPlanAsked *self, const SpilPlanAsked *other)
{
  *self = *other;
  self->filter.text = g_strdup (other->filter.text);
  self->filter.owner = g_strdup (other->filter.owner);
}

char *
spil_plan_asked_to_text (const SpilPlanAsked *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_null_terminated (4, NULL, TRUE);

  if (self->group != SPIL_PLAN_GROUP_NONE)
    g_ptr_array_add (words, (char *) group_words[self->group]);
  if (!self->critical)
    g_ptr_array_add (words, (char *) "no-critical");
  if (self->slack)
    g_ptr_array_add (words, (char *) "float");
  if (spil_id_equal (self->baseline, SPIL_PLAN_SINCE_REPORT))
    g_ptr_array_add (words, (char *) "since-report");
  else if (spil_id_equal (self->baseline, SPIL_PLAN_NO_BASELINE))
    g_ptr_array_add (words, (char *) "no-baseline");
  return words->len > 0 ? g_strjoinv (",", (char **) words->pdata) : g_strdup ("");
}

static void
read_word (SpilPlanAsked *self, const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (group_words); i++)
    if (g_strcmp0 (word, group_words[i]) == 0)
      self->group = (SpilPlanGroup) i;
  if (g_str_equal (word, "no-critical"))
    self->critical = FALSE;
  else if (g_str_equal (word, "float"))
    self->slack = TRUE;
  else if (g_str_equal (word, "since-report"))
    self->baseline = SPIL_PLAN_SINCE_REPORT;
  else if (g_str_equal (word, "no-baseline"))
    self->baseline = SPIL_PLAN_NO_BASELINE;
}

void
spil_plan_asked_read (SpilPlanAsked *self, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", ",", -1);

  for (char **word = words; *word != NULL; word++)
    read_word (self, *word);
}

// The name of the area or action line, as the tasks that have it tell; NULL: no task has it. Owned by the plan.
static const char *
name_of (const SpilPlan *plan, SpilPlanGroup kind, SpilId id)
{
  for (guint i = 0; plan != NULL && !spil_id_is_nil (id) && i < plan->tasks->len; i++) {
    const SpilPlanTaskRow *task = plan->tasks->pdata[i];

    if (kind == SPIL_PLAN_GROUP_AREA && spil_id_equal (task->area, id))
      return task->area_name;
    if (kind == SPIL_PLAN_GROUP_ACTION_LINE && spil_id_equal (task->action_line, id))
      return task->action_line_name;
  }
  return NULL;
}

/* "Area: the name"; NULL when @id is nil. */
static char *
dup_named (const char *format, const SpilPlan *plan, SpilPlanGroup kind, SpilId id)
{
  const char *name = name_of (plan, kind, id);

  return spil_id_is_nil (id) ? NULL : g_strdup_printf (format, name != NULL ? name : _ ("not stated"));
}

/* All zero bytes ask nothing. */
static gboolean
has_period (const SpilPlanFilter *filter)
{
  return spil_day_is_known (filter->period.first) &&
         spil_day_compare (filter->period.last, filter->period.first) >= 0 && filter->period.last.number != 0;
}

char *
spil_plan_filter_dup_text (const SpilPlanFilter *filter, const SpilPlan *plan, SpilPlanCondition condition)
{
  switch (condition) {
  case SPIL_PLAN_CONDITION_TEXT:
    return filter->text != NULL && filter->text[0] != '\0' ? g_strdup_printf ("“%s”", filter->text) : NULL;
  case SPIL_PLAN_CONDITION_OWNER:
    return filter->owner != NULL ? g_strdup_printf (_ ("Owner: %s"), filter->owner) : NULL;
  case SPIL_PLAN_CONDITION_PERIOD:
    return has_period (filter) ? spil_period_format (filter->period) : NULL;
  case SPIL_PLAN_CONDITION_AREA:
    return dup_named (_ ("Area: %s"), plan, SPIL_PLAN_GROUP_AREA, filter->area);
  case SPIL_PLAN_CONDITION_ACTION_LINE:
    return dup_named (_ ("Action line: %s"), plan, SPIL_PLAN_GROUP_ACTION_LINE, filter->action_line);
  case SPIL_PLAN_CONDITION_LATE:
    return filter->late ? g_strdup (C_ ("filter", "Late")) : NULL;
  case SPIL_PLAN_CONDITION_CRITICAL:
    return filter->critical ? g_strdup (C_ ("filter", "Critical path")) : NULL;
  case SPIL_PLAN_CONDITION_UNDATED:
    return filter->undated ? g_strdup (C_ ("filter", "Yet to be planned")) : NULL;
  default:
    g_return_val_if_reached (NULL);
  }
}

void
spil_plan_filter_drop (SpilPlanFilter *filter, SpilPlanCondition condition)
{
  switch (condition) {
  case SPIL_PLAN_CONDITION_TEXT:
    g_clear_pointer (&filter->text, g_free);
    break;
  case SPIL_PLAN_CONDITION_OWNER:
    g_clear_pointer (&filter->owner, g_free);
    break;
  case SPIL_PLAN_CONDITION_PERIOD:
    filter->period = (SpilPeriod) { 0 };
    break;
  case SPIL_PLAN_CONDITION_AREA:
    filter->area = SPIL_ID_NIL;
    break;
  case SPIL_PLAN_CONDITION_ACTION_LINE:
    filter->action_line = SPIL_ID_NIL;
    break;
  case SPIL_PLAN_CONDITION_LATE:
    filter->late = FALSE;
    break;
  case SPIL_PLAN_CONDITION_CRITICAL:
    filter->critical = FALSE;
    break;
  case SPIL_PLAN_CONDITION_UNDATED:
    filter->undated = FALSE;
    break;
  default:
    g_return_if_reached ();
  }
}

char *
spil_plan_dup_count (int n_shown, int n_all)
{
  if (n_shown < n_all)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%d of %d activity", "%d of %d activities", (gulong) n_all), n_shown,
        n_all);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d activity", "%d activities", (gulong) n_all),
                          n_all);
}
