// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-task-words.h"

#include <glib/gi18n-lib.h>

#include "spil-entity.h"
#include "spil-plan-table.h"
#include "spil-progress-rule.h"

char *
spil_task_dup_slip (const SpilPlanTaskRow *task, SpilDay start, SpilDay end)
{
  SpilPlanTaskRow row = *task;

  row.baseline_start = start;
  row.baseline_end = end;
  return spil_plan_dup_slip (&row);
}

char *
spil_task_dup_dates (SpilDay start, SpilDay end, gboolean milestone)
{
  const SpilPlanTaskRow row = { .task = { .start = start, .end = end, .milestone = milestone } };

  return spil_plan_dup_dates (&row);
}

char *
spil_task_dup_link (const SpilPlanLinkRow *link)
{
  const SpilField *field = spil_entity_field (spil_entity (SPIL_ENTITY_DEPENDENCY), SPIL_DEPENDENCY_TYPE);
  const char *type = spil_field_choice_label (field, link->type);
  const gulong days = (gulong) ABS (link->lag);
  gboolean calendar = link->lag_unit == SPIL_LAG_UNIT_CALENDAR;
  const char *format;
  g_autofree char *lag = NULL;

  if (link->lag == 0)
    return g_strdup (type);
  if (link->lag > 0)
    format = calendar ? ngettext ("%d day later", "%d days later", days)
                      : ngettext ("%d working day later", "%d working days later", days);
  else
    format = calendar ? ngettext ("%d day earlier", "%d days earlier", days)
                      : ngettext ("%d working day earlier", "%d working days earlier", days);
  lag = g_strdup_printf (format, (int) days);
  return g_strjoin (" · ", type, lag, NULL);
}

char *
spil_task_dup_float (const SpilPlanTaskRow *task)
{
  int days = task->slack.total_float;

  if (!task->slack.known || task->status == SPIL_TASK_STATUS_DONE || task->status == SPIL_TASK_STATUS_STOPPED)
    return NULL;
  if (days < 0)
    return g_strdup_printf (ngettext ("%d working day short", "%d working days short", (gulong) -days),
                            -days);
  if (task->slack.critical)
    return g_strdup (_ ("on the critical path"));
  return g_strdup_printf (ngettext ("%d working day", "%d working days", (gulong) ABS (days)), days);
}

char *
spil_task_dup_working_days (const SpilPlanTaskRow *task)
{
  if (task->task.milestone || task->working_days <= 0)
    return NULL;
  return g_strdup_printf (ngettext ("%d working day", "%d working days", (gulong) task->working_days),
                          task->working_days);
}

char *
spil_task_dup_progress_source (const SpilPlanTaskRow *task)
{
  if (task->progress_from_facts)
    return spil_progress_describe (&task->facts);
  if (task->task.progress < 0)
    return NULL;
  return g_strdup (task->summary && task->own_progress < 0 ? _ ("from its parts") : _ ("typed"));
}

char *
spil_task_dup_cost (const SpilPlanTaskRow *task)
{
  const SpilPlanCost *cost = &task->cost;
  const SpilField *vat = spil_entity_field (spil_entity (SPIL_ENTITY_TASK), SPIL_TASK_VAT);
  const char *note = spil_field_choice_label (vat, cost->money.vat);
  g_autofree char *amount = spil_money_format (cost->money.cents, SPIL_MONEY_WHOLE);
  g_autofree char *text = g_strjoin (", ", amount, note[0] != '\0' ? note : _ ("VAT not stated"), NULL);
  g_autofree char *unstated = NULL;

  if (!cost->known)
    return NULL;
  if (cost->mixed)
    return g_strdup (_ ("its parts state amounts with and without VAT: these are not added"));
  if (!cost->derived)
    return g_steal_pointer (&text);
  if (cost->n_unstated > 0)
    unstated = g_strdup_printf (
        ngettext ("%d part states none", "%d parts state none", (gulong) cost->n_unstated), cost->n_unstated);
  return g_strjoin ("; ", text, _ ("the sum of its parts"), unstated, NULL);
}
