// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-norms.h"

G_BEGIN_DECLS

/** A score of a risk. */
typedef struct
{
  int chance; /**< 0: not known */
  int impact; /**< 0: not known */
  int score; /**< chance x impact; 0: not known */
  int light; /**< SPIL_LIGHT_*; 0: not known, or no thresholds are set */
} SpilRiskFigures;

/**
 * Chance x effect, when both are known (more than 0); what the source gives in words only stays unknown (plan of 2018, "Risks").
 * Amber and red from the settings RISK_AMBER and RISK_RED on.
 */
SpilRiskFigures spil_risk_score (int chance, int impact, const SpilNorms *norms);

/** One cell of the matrix. */
typedef struct
{
  int chance;
  int impact;
  int light; /**< of that score */
  int n_risks; /**< how many are there */
} SpilRiskCellFigures;

/**
 * The matrix of @n_chance x @n_impact levels, counted from 1: cell of (c, i) at index (c - 1) * n_impact + (i - 1). @risks
 * outside it, and unknown ones, are counted in @n_outside (nullable). Free with g_array_unref() (of SpilRiskCellFigures).
 */
GArray *spil_risk_matrix (const SpilRiskFigures *risks, gsize n_risks, int n_chance, int n_impact,
                          const SpilNorms *norms, int *n_outside);

G_END_DECLS
