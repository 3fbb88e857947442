// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-chart.h"

G_BEGIN_DECLS

/** A risk: where it stands on the two scales, as indices of their levels; negative: not scored. */
typedef struct
{
  int number;
  const char *label;
  int chance;
  int effect;
} SpilRiskToken;

/** The risk matrix: chance upwards, effect to the right. The levels and their names are data of the programme. */
typedef struct _SpilRiskMatrix SpilRiskMatrix;

/** Makes a matrix of levels from low to high; both are NULL-terminated and copied. */
SpilRiskMatrix *spil_risk_matrix_new (const char *const *chances, const char *const *effects);
void spil_risk_matrix_free (SpilRiskMatrix *self);
/** Adds a risk; its label is copied. */
void spil_risk_matrix_add (SpilRiskMatrix *self, const SpilRiskToken *token);
/**
 * Says how grave each cell is, from 0 (light) to 1 (grave): row after row from the lowest chance, each from the lowest
 * effect; @count must be that of the cells. Without it the cells carry no tint, since no scale was stated.
 */
void spil_risk_matrix_set_grades (SpilRiskMatrix *self, const double *grades, int count);
/** Makes the chart; takes @self. */
SpilChart *spil_risk_matrix_to_chart (SpilRiskMatrix *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilRiskMatrix, spil_risk_matrix_free)

G_END_DECLS
