// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-risk-rule.h"

#include "spil-entity.h"
#include "spil-number.h"

static SpilNorms
make_norms (int amber, int red)
{
  SpilNorms norms = { 0 };

  norms.known[SPIL_NORM_RISK_AMBER] = amber > 0;
  norms.value[SPIL_NORM_RISK_AMBER] = amber * SPIL_DECIMAL_ONE;
  norms.known[SPIL_NORM_RISK_RED] = red > 0;
  norms.value[SPIL_NORM_RISK_RED] = red * SPIL_DECIMAL_ONE;
  return norms;
}

static void
test_score (void)
{
  static const struct
  {
    int chance, impact, amber, red, score, light;
  } cases[] = {
    { 0, 0, 5, 12, 0, 0 },
    { 3, 0, 5, 12, 0, 0 },
    { 0, 3, 5, 12, 0, 0 },
    { -1, 3, 5, 12, 0, 0 },
    { 2, 2, 5, 12, 4, SPIL_LIGHT_GREEN },
    { 1, 5, 5, 12, 5, SPIL_LIGHT_AMBER },
    { 3, 4, 5, 12, 12, SPIL_LIGHT_RED },
    { 5, 5, 5, 12, 25, SPIL_LIGHT_RED },
    { 3, 4, 0, 0, 12, 0 },
    { 3, 4, 5, 0, 12, 0 },
    { G_MAXINT, 2, 5, 12, G_MAXINT, SPIL_LIGHT_RED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilNorms norms = make_norms (cases[i].amber, cases[i].red);
    SpilRiskFigures figures = spil_risk_score (cases[i].chance, cases[i].impact, &norms);

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    g_assert_cmpint (figures.score, ==, cases[i].score);
    g_assert_cmpint (figures.light, ==, cases[i].light);
  }
}

static void
test_matrix (void)
{
  SpilNorms norms = make_norms (3, 6);
  SpilRiskFigures risks[] = {
    spil_risk_score (1, 1, &norms), spil_risk_score (3, 2, &norms), spil_risk_score (3, 2, &norms),
    spil_risk_score (0, 2, &norms), spil_risk_score (4, 1, &norms),
  };
  int outside = -1;
  g_autoptr (GArray) cells = spil_risk_matrix (risks, G_N_ELEMENTS (risks), 3, 2, &norms, &outside);
  const SpilRiskCellFigures *cell = &g_array_index (cells, SpilRiskCellFigures, 5);

  g_assert_cmpint (cells->len, ==, 6);
  g_assert_cmpint (outside, ==, 2);
  g_assert_cmpint (cell->chance, ==, 3);
  g_assert_cmpint (cell->impact, ==, 2);
  g_assert_cmpint (cell->n_risks, ==, 2);
  g_assert_cmpint (cell->light, ==, SPIL_LIGHT_RED);
  g_assert_cmpint (g_array_index (cells, SpilRiskCellFigures, 0).n_risks, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/risk-rule/score", test_score);
  g_test_add_func ("/risk-rule/matrix", test_matrix);
  return g_test_run ();
}
