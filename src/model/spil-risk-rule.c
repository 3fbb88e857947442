// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-risk-rule.h"

#include "spil-entity.h"

/* The light of a score; 0 where no thresholds are set. */
static int
light_of (int score, const SpilNorms *norms)
{
  int amber = spil_norms_get_whole (norms, SPIL_NORM_RISK_AMBER);
  int red = spil_norms_get_whole (norms, SPIL_NORM_RISK_RED);

  if (score == 0 || amber == 0 || red == 0)
    return 0;
  return score >= red ? SPIL_LIGHT_RED : score >= amber ? SPIL_LIGHT_AMBER : SPIL_LIGHT_GREEN;
}

SpilRiskFigures
spil_risk_score (int chance, int impact, const SpilNorms *norms)
{
  SpilRiskFigures figures = { .chance = MAX (0, chance), .impact = MAX (0, impact) };

  if (__builtin_mul_overflow (figures.chance, figures.impact, &figures.score))
    figures.score = G_MAXINT;
  figures.light = light_of (figures.score, norms);
  return figures;
}

GArray *
spil_risk_matrix (const SpilRiskFigures *risks, gsize n_risks, int n_chance, int n_impact,
                  const SpilNorms *norms, int *n_outside)
{
  GArray *cells = g_array_new (FALSE, TRUE, sizeof (SpilRiskCellFigures));
  int outside = 0;

  for (int chance = 1; chance <= n_chance; chance++)
    for (int impact = 1; impact <= n_impact; impact++) {
      SpilRiskCellFigures cell = { chance, impact, light_of (chance * impact, norms), 0 };

      g_array_append_val (cells, cell);
    }
  for (gsize i = 0; i < n_risks; i++) {
    int chance = risks[i].chance, impact = risks[i].impact;

    if (chance < 1 || chance > n_chance || impact < 1 || impact > n_impact)
      outside++;
    else
      g_array_index (cells, SpilRiskCellFigures, (chance - 1) * n_impact + impact - 1).n_risks++;
  }
  if (n_outside != NULL)
    *n_outside = outside;
  return cells;
}
