// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-progress-rule.h"

#include <glib/gi18n-lib.h>

#include "spil-entity.h"

int64_t
spil_progress_whole (const SpilProgressFacts *facts)
{
  if (!facts->counted || facts->fact == 0)
    return 0;
  if (facts->fact == SPIL_TASK_FACT_PRECONDITIONS || facts->goal <= 0)
    return MAX (0, facts->total);
  return facts->goal;
}

int
spil_progress_from_facts (const SpilProgressFacts *facts)
{
  int64_t whole = spil_progress_whole (facts);

  if (whole <= 0)
    return -1;
  return facts->done >= whole ? 100 : (int) (MAX (0, facts->done) * 100 / whole);
}

static char *
describe_known (int fact, int done, int whole)
{
  switch (fact) {
  case SPIL_TASK_FACT_OFFERS:
    // Translators: progress of an activity: how many of how many.
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%d of %d offer finished", "%d of %d offers finished", whole), done,
        whole);
  case SPIL_TASK_FACT_APPLICATIONS:
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%d of %d application settled", "%d of %d applications settled", whole),
        done, whole);
  case SPIL_TASK_FACT_PRECONDITIONS:
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%d of %d precondition met", "%d of %d preconditions met", whole), done,
        whole);
  default:
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d of %d place of trial periods taken",
                                         "%d of %d places of trial periods taken", whole),
                            done, whole);
  }
}

static const char *
describe_unknown (int fact)
{
  switch (fact) {
  case SPIL_TASK_FACT_OFFERS:
    return _ ("Not known: there are no offers to count yet, and no number that is 100 %");
  case SPIL_TASK_FACT_APPLICATIONS:
    return _ ("Not known: there are no applications to count yet, and no number that is 100 %");
  case SPIL_TASK_FACT_PRECONDITIONS:
    return _ ("Not known: this activity has no area, or that area was never checked");
  case SPIL_TASK_FACT_PLACES:
    return _ ("Not known: no trial period states its places, and there is no number that is 100 %");
  default:
    return _ ("Not known: it was not chosen what is counted");
  }
}

char *
spil_progress_describe (const SpilProgressFacts *facts)
{
  int64_t whole = spil_progress_whole (facts);

  if (whole <= 0)
    return g_strdup (describe_unknown (facts->fact));
  return describe_known (facts->fact, (int) MIN (facts->done, G_MAXINT32), (int) MIN (whole, G_MAXINT32));
}
