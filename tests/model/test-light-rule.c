// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-light-rule.h"

#include "spil-entity.h"
#include "spil-number.h"

static const SpilLightProposal *
find (GPtrArray *proposals, int aspect)
{
  for (guint i = 0; i < proposals->len; i++)
    if (((SpilLightProposal *) proposals->pdata[i])->aspect == aspect)
      return proposals->pdata[i];
  g_assert_not_reached ();
}

static void
test_lights (void)
{
  static const struct
  {
    const char *what;
    gsize count;
    SpilLightCount value;
    gboolean norms;
    int aspect, light;
  } cases[] = {
#define COUNT(f) G_STRUCT_OFFSET (SpilLightFacts, f)
    { "no lines", COUNT (lines_over), { 0, 0 }, TRUE, SPIL_ASPECT_MONEY, 0 },
    { "nothing over", COUNT (lines_over), { 0, 6 }, TRUE, SPIL_ASPECT_MONEY, SPIL_LIGHT_GREEN },
    { "one over", COUNT (lines_over), { 1, 6 }, TRUE, SPIL_ASPECT_MONEY, SPIL_LIGHT_RED },
    { "one over, no norms", COUNT (lines_over), { 1, 6 }, FALSE, SPIL_ASPECT_MONEY, SPIL_LIGHT_RED },
    { "at the amber norm", COUNT (tasks_late), { 1, 10 }, TRUE, SPIL_ASPECT_TIME, SPIL_LIGHT_GREEN },
    { "above it", COUNT (tasks_late), { 2, 10 }, TRUE, SPIL_ASPECT_TIME, SPIL_LIGHT_AMBER },
    { "at the red norm", COUNT (tasks_late), { 3, 10 }, TRUE, SPIL_ASPECT_TIME, SPIL_LIGHT_RED },
    { "no norms", COUNT (tasks_late), { 3, 10 }, FALSE, SPIL_ASPECT_TIME, 0 },
    { "never red", COUNT (tasks_undated), { 10, 10 }, TRUE, SPIL_ASPECT_TIME, SPIL_LIGHT_AMBER },
    { "a red risk", COUNT (risks_red), { 1, 4 }, TRUE, SPIL_ASPECT_RISK, SPIL_LIGHT_RED },
    { "no broker", COUNT (no_broker), { 5, 10 }, TRUE, SPIL_ASPECT_ORGANISATION, SPIL_LIGHT_RED },
    { "silent", COUNT (indicators_silent), { 1, 5 }, TRUE, SPIL_ASPECT_INFORMATION, SPIL_LIGHT_AMBER },
    { "owed", COUNT (contacts_owed), { 0, 5 }, TRUE, SPIL_ASPECT_COMMUNICATION, SPIL_LIGHT_GREEN },
    { "behind", COUNT (indicators_behind), { 1, 2 }, TRUE, SPIL_ASPECT_QUALITY, SPIL_LIGHT_RED },
#undef COUNT
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilLightFacts facts = { 0 };
    SpilNorms norms = { 0 };
    g_autoptr (GPtrArray) proposals = NULL;
    const SpilLightProposal *proposal;

    g_test_message ("%s", cases[i].what);
    G_STRUCT_MEMBER (SpilLightCount, &facts, cases[i].count) = cases[i].value;
    norms.known[SPIL_NORM_LIGHT_AMBER] = norms.known[SPIL_NORM_LIGHT_RED] = cases[i].norms;
    norms.value[SPIL_NORM_LIGHT_AMBER] = SPIL_DECIMAL_ONE / 10;
    norms.value[SPIL_NORM_LIGHT_RED] = 3 * SPIL_DECIMAL_ONE / 10;
    proposals = spil_lights_propose (&facts, &norms);
    g_assert_cmpint (proposals->len, ==, 7);
    proposal = find (proposals, cases[i].aspect);
    g_assert_cmpint (proposal->light, ==, cases[i].light);
    g_assert_cmpstr (proposal->reason, !=, "");
  }
}

static void
test_reason (void)
{
  SpilLightFacts facts = { .tasks_late = { 3, 11 }, .tasks_undated = { 0, 11 } };
  g_autoptr (GPtrArray) proposals = spil_lights_propose (&facts, NULL);

  g_assert_cmpstr (
      find (proposals, SPIL_ASPECT_TIME)->reason, ==,
      "Activities that are late: 3 of 11. Activities without dates: 0 of 11. No light is proposed: the "
      "settings “light-amber-share” and “light-red-share” are not filled in.");
  g_assert_cmpstr (find (proposals, SPIL_ASPECT_MONEY)->reason, ==, "There are no figures to go by.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/light-rule/lights", test_lights);
  g_test_add_func ("/light-rule/reason", test_reason);
  return g_test_run ();
}
