// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-risk-words.h"

#include <glib/gi18n-lib.h>

static const char *
light_word (int light)
{
  switch (light) {
  case SPIL_LIGHT_GREEN:
    return _ ("low");
  case SPIL_LIGHT_AMBER:
    return _ ("medium");
  case SPIL_LIGHT_RED:
    return _ ("high");
  default:
    return NULL;
  }
}

char *
spil_risk_dup_score (const SpilRiskFigures *figures)
{
  const char *word = light_word (figures->light);

  if (figures->score == 0)
    return g_strdup (_ ("no score"));
  return word != NULL ? g_strdup_printf ("%d · %s", figures->score, word)
                      : g_strdup_printf ("%d", figures->score);
}

char *
spil_risk_dup_factors (const SpilRiskFigures *figures)
{
  if (figures->score == 0)
    return NULL;
  return g_strdup_printf (_ ("chance %d × effect %d"), figures->chance, figures->impact);
}

char *
spil_risk_dup_actions (const SpilRiskRow *risk)
{
  g_autofree char *count = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d control measure", "%d control measures", (gulong) risk->n_actions),
      (int) risk->n_actions);

  if (risk->n_actions_late == 0)
    return g_steal_pointer (&count);
  // Translators: "2 control measures, 1 late".
  return g_strdup_printf (_ ("%s, %d late"), count, (int) risk->n_actions_late);
}
