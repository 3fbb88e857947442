// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-indicator-rule.h"

#include "spil-entity.h"

#include <glib/gi18n-lib.h>

/* TRUE when @value is at least as good as @other. */
static gboolean
at_least (int64_t value, int64_t other, int direction)
{
  return direction == SPIL_DIRECTION_DOWN ? value <= other : value >= other;
}

static SpilTrend
trend_of (const SpilIndicatorPoint *before, const SpilIndicatorPoint *latest, int direction)
{
  if (before == NULL || direction == 0)
    return SPIL_TREND_UNKNOWN;
  if (latest->value == before->value)
    return SPIL_TREND_SAME;
  return at_least (latest->value, before->value, direction) ? SPIL_TREND_BETTER : SPIL_TREND_WORSE;
}

/* What the straight line from @first to the target asks for on @today. */
static int64_t
expected_on (const SpilIndicatorPoint *first, const SpilIndicatorTarget *target, SpilDay today)
{
  int whole = spil_day_between (first->date, target->date);
  int passed = spil_day_between (first->date, today);

  if (whole <= 0 || passed >= whole)
    return target->value;
  return first->value + (int64_t) ((__int128) (target->value - first->value) * MAX (0, passed) / whole);
}

static int
light_of (const SpilIndicatorFigures *figures, const SpilIndicatorPoint *first, int direction,
          const SpilIndicatorTarget *target, SpilDay today)
{
  gboolean dated = spil_day_is_known (target->date);
  gboolean behind = !dated || !at_least (figures->value, expected_on (first, target, today), direction);

  if (figures->reached || !behind)
    return SPIL_LIGHT_GREEN;
  if (dated && spil_day_compare (target->date, today) < 0)
    return SPIL_LIGHT_RED;
  if (figures->trend == SPIL_TREND_WORSE || figures->trend == SPIL_TREND_SAME)
    return SPIL_LIGHT_RED;
  return SPIL_LIGHT_AMBER;
}

SpilIndicatorFigures
spil_indicator_figures (const SpilIndicatorPoint *points, gsize n_points, int direction,
                        const SpilIndicatorTarget *target, SpilDay today)
{
  SpilIndicatorFigures figures = { .date = SPIL_DAY_NONE, .target_date = SPIL_DAY_NONE };
  const SpilIndicatorPoint *first = NULL, *before = NULL, *latest = NULL;

  for (gsize i = 0; i < n_points; i++) {
    if (points[i].kind == SPIL_MEASUREMENT_KIND_COMPARISON)
      continue;
    before = latest;
    latest = &points[i];
    first = first != NULL ? first : latest;
  }
  if (target != NULL) {
    figures.has_target = TRUE;
    figures.target = target->value;
    figures.target_date = target->date;
  }
  if (latest == NULL)
    return figures;

  figures.has_value = TRUE;
  figures.value = latest->value;
  figures.date = latest->date;
  figures.trend = trend_of (before, latest, direction);
  if (target == NULL)
    return figures;
  figures.distance = latest->value - target->value;
  figures.reached = direction == 0 ? figures.distance == 0
                                   : at_least (latest->value, target->value, direction);
  if (direction != 0)
    figures.light = light_of (&figures, first, direction, target, today);
  return figures;
}

const char *
spil_trend_label (SpilTrend trend)
{
  switch (trend) {
  case SPIL_TREND_UNKNOWN:
    return "";
  case SPIL_TREND_WORSE:
    return C_ ("trend", "Worse");
  case SPIL_TREND_SAME:
    return C_ ("trend", "Same");
  case SPIL_TREND_BETTER:
    return C_ ("trend", "Better");
  }
  g_return_val_if_reached ("");
}
