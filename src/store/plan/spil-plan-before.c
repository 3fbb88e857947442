// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-plan-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-entity.h"
#include "spil-link-text.h"
#include "spil-text.h"

/* What goes before an activity, as a text that people can type: "3; 4BB+2; 5.1EE-1k" (see spil-link-text.h). */

#define SHOWN_CHARS 40

static int
find_ref (const SpilPlan *plan, const char *ref)
{
  for (guint i = 0; i < plan->tasks->len; i++)
    if (g_str_equal (spil_plan_get_task (plan, (int) i)->ref, ref))
      return (int) i;
  return -1;
}

static gboolean
parse_one (const SpilPlan *plan, int task, const char *word, SpilPlanLinkRow *link, GError **error)
{
  g_auto (GStrv) pieces = g_strsplit (word, " ", -1);
  g_autofree char *tight = g_strjoinv ("", pieces);
  gsize length = strspn (tight, "#.0123456789");
  g_autofree char *ref = g_strndup (tight, length);
  g_autofree char *shown = spil_text_one_line (word, SHOWN_CHARS);
  g_autofree char *number = spil_text_one_line (ref, SHOWN_CHARS);

  *link = (SpilPlanLinkRow) { .to = spil_plan_get_task (plan, task)->id, .to_index = task };
  if (length == 0 || !spil_link_parse_kind (tight + length, &link->type, &link->lag, &link->lag_unit))
    return spil_plan_refuse (
        error,
        g_strdup_printf (_ ("“%s” is not a dependency. Type the number of an activity, and if needed EB,"
                            " BB, EE or BE and days: 3, 4BB or 4BB+2."),
                         shown));
  link->from_index = find_ref (plan, ref);
  if (link->from_index < 0)
    return spil_plan_refuse (error, g_strdup_printf (_ ("There is no activity with number %s. Type a number"
                                                        " that stands in the planning."),
                                                     number));
  link->from = spil_plan_get_task (plan, link->from_index)->id;
  return TRUE;
}

// Reads what goes before a task ("3; 4BB+2") as SpilPlanLinkRow with `to` filled in. NULL with @error on failure.
static GArray *
parse_before (const SpilPlan *plan, int task, const char *text, GError **error)
{
  g_auto (GStrv) words = g_strsplit_set (text, ";,\n", -1);
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (SpilPlanLinkRow));

  for (int i = 0; words[i] != NULL; i++) {
    SpilPlanLinkRow link;

    if (g_strstrip (words[i])[0] == '\0')
      continue;
    if (!parse_one (plan, task, words[i], &link, error))
      return NULL;
    g_array_append_val (links, link);
  }
  return g_steal_pointer (&links);
}

char *
spil_plan_format_before (const SpilPlan *plan, int task)
{
  GString *text = g_string_new (NULL);

  for (int i = spil_plan_get_task (plan, task)->first_to; i >= 0;) {
    const SpilPlanLinkRow *link = &g_array_index (plan->links, SpilPlanLinkRow, i);
    g_autofree char *one = spil_link_format (spil_plan_get_task (plan, link->from_index)->ref, link->type,
                                             link->lag, link->lag_unit);

    i = link->next_to;
    g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", one);
  }
  return g_string_free_and_steal (text);
}

/* The link of the plan between the same activities; NULL: none. */
static const SpilPlanLinkRow *
find_link (GArray *links, int from, int to)
{
  for (guint i = 0; i < links->len; i++) {
    const SpilPlanLinkRow *link = &g_array_index (links, SpilPlanLinkRow, i);

    if (link->from_index == from && link->to_index == to)
      return link;
  }
  return NULL;
}

static void
change_link (SpilAction *action, const SpilPlanLinkRow *before, const SpilPlanLinkRow *after)
{
  const SpilEntity *entity = spil_entity (SPIL_ENTITY_DEPENDENCY);
  g_autoptr (SpilRecord) old = spil_record_new (entity, before->id);
  g_autoptr (SpilRecord) new = spil_record_new (entity, before->id);
  gboolean same_unit = after->lag == 0 || before->lag_unit == after->lag_unit ||
                       (before->lag_unit == 0 && after->lag_unit == SPIL_LAG_UNIT_WORKING);

  spil_record_set_integer (old, SPIL_DEPENDENCY_TYPE, before->type);
  spil_record_set_integer (old, SPIL_DEPENDENCY_LAG, before->lag);
  spil_record_set_integer (old, SPIL_DEPENDENCY_LAG_UNIT, before->lag_unit);
  spil_record_set_integer (new, SPIL_DEPENDENCY_TYPE, after->type);
  spil_record_set_integer (new, SPIL_DEPENDENCY_LAG, after->lag);
  spil_record_set_integer (new, SPIL_DEPENDENCY_LAG_UNIT, same_unit ? before->lag_unit : after->lag_unit);
  spil_action_set (action, old, new);
}

SpilAction *
spil_plan_before_action (const SpilPlan *plan, int task, const char *text, GError **error)
{
  g_autoptr (GArray) wanted = parse_before (plan, task, text, error);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (SpilPlanLinkRow));
  g_autoptr (SpilAction) action = spil_action_new (_ ("Dependencies changed"));
  guint first;

  if (wanted == NULL)
    return NULL;
  for (guint i = 0; i < plan->links->len; i++) {
    const SpilPlanLinkRow *link = &g_array_index (plan->links, SpilPlanLinkRow, i);

    if (link->to_index != task)
      g_array_append_val (all, *link);
    else if (find_link (wanted, link->from_index, task) == NULL)
      spil_action_delete (action, spil_entity (SPIL_ENTITY_DEPENDENCY), link->id);
  }
  first = all->len;
  g_array_append_vals (all, wanted->data, wanted->len);
  if (!spil_plan_check_links (plan, all, first, error))
    return NULL;
  for (guint i = 0; i < wanted->len; i++) {
    SpilPlanLinkRow *link = &g_array_index (wanted, SpilPlanLinkRow, i);
    const SpilPlanLinkRow *before = find_link (plan->links, link->from_index, task);

    link->id = spil_id_new ();
    if (before == NULL)
      spil_plan_add_link (action, link);
    else
      change_link (action, before, link);
  }
  return action->changes->len > 0 ? g_steal_pointer (&action) : NULL;
}
