// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-effect-rule.h"

#include "spil-entity.h"
#include "spil-number.h"

#include <math.h>

#define UNKNOWN SPIL_EFFECT_UNKNOWN
#define D(x) ((int64_t) ((x) * 1000000 + 0.5))

/* The national evaluation of 2013-2015: 0.39 avoidances, 41 % off-peak, 30 % elsewhere, 33 km, a third lasts. */
static SpilEffectChain
make_chain (void)
{
  return (SpilEffectChain) {
    .participants = 1000,
    .avoidances_a_day = D (0.39),
    .days_a_year = 200,
    .share_mode = D (0.19),
    .share_off_peak = D (0.41),
    .share_elsewhere = D (0.30),
    .share_home = D (0.10),
    .km = D (33),
    .old_factor = D (149),
    .new_factor = D (19),
    .old_scope = SPIL_FACTOR_SCOPE_WTW,
    .new_scope = SPIL_FACTOR_SCOPE_WTW,
    .persistence = D (0.33),
    .free_riders = D (0.2),
  };
}

static void
assert_value (SpilEffectValue value, double expected)
{
  g_assert_true (value.known);
  g_assert_cmpfloat_with_epsilon (value.value, expected, 1e-6 * fabs (expected) + 1e-9);
}

static void
test_whole_chain (void)
{
  SpilEffectChain chain = make_chain ();
  SpilEffectFigures figures = spil_effect_compute (&chain);
  double net = 0.33 * 0.8;
  double grams = 0.19 * (149 - 19) + 0.10 * 149;

  assert_value (figures.a_day_gross, 390);
  assert_value (figures.a_day_net, 390 * net);
  assert_value (figures.a_year_gross, 78000);
  assert_value (figures.km_gross, 78000 * 0.29 * 33);
  assert_value (figures.co2_gross, 78000 * 33 * grams / 1000);
  assert_value (figures.co2_net, 78000 * 33 * grams / 1000 * net);
  g_assert_cmpuint (figures.missing, ==, 0);
  g_assert_null (spil_effect_dup_missing (figures.missing));
}

static void
test_peak_avoidance_is_not_co2 (void)
{
  SpilEffectChain chain = make_chain ();
  SpilEffectFigures figures;

  chain.share_mode = 0;
  chain.share_home = 0;
  chain.share_off_peak = D (0.7);
  chain.old_factor = chain.new_factor = UNKNOWN;
  figures = spil_effect_compute (&chain);
  assert_value (figures.a_day_gross, 390);
  assert_value (figures.km_gross, 0);
  assert_value (figures.co2_gross, 0);
  g_assert_cmpuint (figures.missing, ==, 0);
}

static void
test_missing (void)
{
  static const struct
  {
    const char *what;
    gsize field;
    guint missing;
    gboolean a_day, co2, net;
  } cases[] = {
#define FIELD(f) G_STRUCT_OFFSET (SpilEffectChain, f)
    { "participants", FIELD (participants), SPIL_CHAIN_PARTICIPANTS, FALSE, FALSE, FALSE },
    { "avoidances", FIELD (avoidances_a_day), SPIL_CHAIN_AVOIDANCES_A_DAY, FALSE, FALSE, FALSE },
    { "days", FIELD (days_a_year), SPIL_CHAIN_DAYS, TRUE, FALSE, FALSE },
    { "share of mode: home is known", FIELD (share_mode), 0, TRUE, TRUE, TRUE },
    { "share off-peak", FIELD (share_off_peak), 0, TRUE, TRUE, TRUE },
    { "km", FIELD (km), SPIL_CHAIN_KM, TRUE, FALSE, FALSE },
    { "old factor", FIELD (old_factor), SPIL_CHAIN_OLD_FACTOR, TRUE, FALSE, FALSE },
    { "new factor", FIELD (new_factor), SPIL_CHAIN_NEW_FACTOR, TRUE, FALSE, FALSE },
    { "persistence", FIELD (persistence), SPIL_CHAIN_PERSISTENCE, TRUE, TRUE, FALSE },
    { "free riders", FIELD (free_riders), SPIL_CHAIN_FREE_RIDERS, TRUE, TRUE, FALSE },
#undef FIELD
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilEffectChain chain = make_chain ();
    SpilEffectFigures figures;

    g_test_message ("%s", cases[i].what);
    G_STRUCT_MEMBER (int64_t, &chain, cases[i].field) = UNKNOWN;
    figures = spil_effect_compute (&chain);
    g_assert_cmpuint (figures.missing, ==, cases[i].missing);
    g_assert_cmpint (figures.a_day_gross.known, ==, cases[i].a_day);
    g_assert_cmpint (figures.co2_gross.known, ==, cases[i].co2);
    g_assert_cmpint (figures.co2_net.known, ==, cases[i].net);
  }
}

static void
test_scopes_and_shares (void)
{
  SpilEffectChain chain = make_chain ();
  g_autofree char *missing = NULL;
  g_autofree char *text = NULL;

  chain.old_scope = SPIL_FACTOR_SCOPE_TTW;
  g_assert_cmpuint (spil_effect_compute (&chain).missing, ==, SPIL_CHAIN_SAME_SCOPE);
  g_assert_false (spil_effect_compute (&chain).co2_gross.known);

  chain.share_mode = 0; /* then the new factor plays no part */
  g_assert_true (spil_effect_compute (&chain).co2_gross.known);

  chain.share_mode = chain.share_home = UNKNOWN;
  g_assert_cmpuint (spil_effect_compute (&chain).missing, ==, SPIL_CHAIN_SHARES);

  missing = spil_effect_dup_missing (SPIL_CHAIN_OLD_FACTOR | SPIL_CHAIN_KM);
  g_assert_cmpstr (missing, ==, "Not known: kilometres a trip, old emission factor.");
  chain = spil_effect_chain_unknown ();
  text = spil_effect_dup_chain (&chain);
  g_assert_nonnull (g_strrstr (text, "not known"));
  g_assert_false (spil_effect_compute (&chain).a_day_gross.known);
}

static void
test_add (void)
{
  SpilEffectChain chain = make_chain ();
  SpilEffectFigures total = { 0 }, part = spil_effect_compute (&chain), none;
  int n_unknown = 0;

  chain.old_factor = UNKNOWN;
  none = spil_effect_compute (&chain);
  spil_effect_add (&total, &none, &n_unknown);
  g_assert_false (total.co2_gross.known);
  spil_effect_add (&total, &part, &n_unknown);
  assert_value (total.a_day_gross, 780);
  assert_value (total.co2_gross, part.co2_gross.value);
  g_assert_cmpint (n_unknown, ==, 1);
  g_assert_cmpuint (total.missing, ==, SPIL_CHAIN_OLD_FACTOR);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/effect-rule/whole-chain", test_whole_chain);
  g_test_add_func ("/effect-rule/peak-avoidance-is-not-co2", test_peak_avoidance_is_not_co2);
  g_test_add_func ("/effect-rule/missing", test_missing);
  g_test_add_func ("/effect-rule/scopes-and-shares", test_scopes_and_shares);
  g_test_add_func ("/effect-rule/add", test_add);
  return g_test_run ();
}
