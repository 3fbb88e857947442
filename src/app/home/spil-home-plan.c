// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-home-plan.h"

#include <glib/gi18n-lib.h>

#include "spil-entity.h"
#include "spil-owner-rule.h"
#include "spil-plan-rows.h"
#include "spil-report-plan.h"

// How many activities are shown.
#define MOST 6

static void
clear_item (gpointer data)
{
  g_free (((SpilHomePlanItem *) data)->reason);
}

// "begins on 01-10-2018"
static char *
dup_coming (const SpilPlanTaskRow *task, SpilDay day)
{
  g_autofree char *text = spil_day_format (day);

  if (task->task.milestone)
    return g_strdup_printf (_ ("milestone on %s"), text);
  if (spil_day_is_known (task->task.end) && spil_day_compare (task->task.end, day) == 0)
    return g_strdup_printf (_ ("ends on %s"), text);
  if (spil_day_is_known (task->task.start) && spil_day_compare (task->task.start, day) == 0)
    return g_strdup_printf (_ ("begins on %s"), text);
  return g_strdup_printf (_ ("deadline on %s"), text);
}

// Of what has parts, the parts tell it: a summary is there only for what was said of it itself.
static gboolean
pick (const SpilPlanTaskRow *task, SpilDay day, int days_ahead, const char *owner, SpilHomePlanItem *item)
{
  gboolean red = task->light == SPIL_LIGHT_RED && task->status != SPIL_TASK_STATUS_DONE &&
                 task->status != SPIL_TASK_STATUS_STOPPED;
  SpilDay when = SPIL_DAY_NONE;

  item->pressing = TRUE;
  if ((!task->summary || task->own_dates) && (item->reason = spil_plan_dup_late (task, day)) != NULL)
    return TRUE;
  if (red) {
    item->reason = g_strdup (task->headline);
    return TRUE;
  }
  item->pressing = FALSE;
  if (task->summary || owner == NULL || !spil_owner_names (task->owner, owner) ||
      !spil_plan_is_coming (task, day, spil_day_add (day, days_ahead), &when))
    return FALSE;
  item->reason = dup_coming (task, when);
  return TRUE;
}

SpilHomePlan *
spil_home_plan_load (SpilStore *store, SpilDay day, int days_ahead, const char *owner, GError **error)
{
  g_autoptr (SpilHomePlan) self = g_new0 (SpilHomePlan, 1);

  self->items = g_array_new (FALSE, FALSE, sizeof (SpilHomePlanItem));
  g_array_set_clear_func (self->items, clear_item);
  self->plan = spil_plan_query (store, SPIL_PLAN_NO_BASELINE, day, error);
  if (self->plan == NULL)
    return NULL;
  for (int pressing = 1; pressing >= 0; pressing--)
    for (guint i = 0; i < self->plan->tasks->len; i++) {
      SpilHomePlanItem item = { .task = (int) i };

      if (!pick (self->plan->tasks->pdata[i], day, days_ahead, owner, &item))
        continue;
      if (item.pressing == pressing)
        g_array_append_val (self->items, item);
      else
        clear_item (&item);
    }
  return g_steal_pointer (&self);
}

void
spil_home_plan_free (SpilHomePlan *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->plan, spil_plan_free);
  g_clear_pointer (&self->items, g_array_unref);
  g_free (self);
}

static GtkWidget *
make_row (const SpilHomePlan *plan, const SpilHomePlanItem *item)
{
  const SpilPlanTaskRow *task = plan->plan->tasks->pdata[item->task];
  GtkWidget *row = spil_plan_row_new_with (task, item->reason, NULL);

  if (item->pressing && task->light == 0) {
    GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

    gtk_widget_add_css_class (icon, "warning");
    gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  }
  return row;
}

GtkWidget *
spil_home_plan_group_new (const SpilHomePlan *plan)
{
  GtkWidget *group;
  guint shown = MIN (plan->items->len, MOST);

  if (plan->items->len == 0)
    return NULL;
  group = spil_row_group_new (g_dpgettext2 (GETTEXT_PACKAGE, "page", "Planning"));
  spil_row_group_begin (SPIL_ROW_GROUP (group));
  for (guint i = 0; i < shown; i++)
    spil_row_group_append (SPIL_ROW_GROUP (group),
                           make_row (plan, &g_array_index (plan->items, SpilHomePlanItem, i)));
  spil_row_group_end (SPIL_ROW_GROUP (group), NULL);
  if (plan->items->len > shown) {
    // Translators: how many rows of a longer list are shown, and how many there are.
    g_autofree char *text = g_strdup_printf (_ ("The first %d of %d"), (int) shown, (int) plan->items->len);

    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), text);
  }
  return group;
}
