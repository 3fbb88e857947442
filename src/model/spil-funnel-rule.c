// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-funnel-rule.h"

#include "spil-model-error.h"
#include "spil-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Where every employer begins. */
#define FIRST_STAGE 1

/* The stages while moves are counted. */
typedef struct
{
  GPtrArray *stages;
  GArray **dwells; /* per stage, of int: days in it of each that left */
  int64_t *went_on; /* per stage: those of a period that came further within it */
  gboolean *present; /* per stage: whether the employer at hand was in it in the period */
} Counter;

SpilFunnelFigures *
spil_funnel_figures_new (SpilId id, int number, const char *name)
{
  SpilFunnelFigures *self = g_new0 (SpilFunnelFigures, 1);

  self->id = id;
  self->number = number;
  self->name = g_strdup (name);
  self->conversion = -1;
  self->dwell = -1;
  return self;
}

void
spil_funnel_figures_free (SpilFunnelFigures *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self);
}

/* The place of the stage with that number; -1 when there is none. */
static int
find_stage (const Counter *counter, int number)
{
  for (guint i = 0; i < counter->stages->len; i++)
    if (((SpilFunnelFigures *) counter->stages->pdata[i])->number == number)
      return (int) i;
  return -1;
}

static void
leave_stage (Counter *counter, int stage, SpilDay entered, SpilDay left)
{
  int days;

  if (stage < 0 || !spil_day_is_known (entered) || !spil_day_is_known (left))
    return;
  days = MAX (0, spil_day_between (entered, left));
  g_array_append_val (counter->dwells[stage], days);
}

/* Counts the moves of one employer. */
static void
count_engagement (Counter *counter, const SpilFunnelMove *moves, gsize n_moves, SpilDay as_of)
{
  int now = -1, furthest = -1;
  SpilDay entered = SPIL_DAY_NONE;

  for (gsize i = 0; i < n_moves; i++) {
    int stage = find_stage (counter, moves[i].stage);

    if (stage < 0 || stage == now ||
        (spil_day_is_known (as_of) && spil_day_compare (moves[i].date, as_of) > 0))
      continue;
    leave_stage (counter, now, entered, moves[i].date);
    now = stage;
    entered = moves[i].date;
    furthest = MAX (furthest, stage);
  }
  if (now >= 0)
    ((SpilFunnelFigures *) counter->stages->pdata[now])->now++;
  for (int i = 0; i <= furthest; i++)
    ((SpilFunnelFigures *) counter->stages->pdata[i])->reached++;
}

/* Within the period the employer came no further than @furthest (-1: nowhere). */
static void
take_present (Counter *counter, int furthest)
{
  for (guint i = 0; i < counter->stages->len; i++) {
    if (!counter->present[i])
      continue;
    ((SpilFunnelFigures *) counter->stages->pdata[i])->reached++;
    counter->went_on[i] += furthest > (int) i;
    counter->present[i] = FALSE;
  }
}

/* Counts the moves of one employer within a period. */
static void
count_engagement_in (Counter *counter, const SpilFunnelMove *moves, gsize n_moves, SpilDay from, SpilDay to)
{
  int now = -1, furthest = -1;
  SpilDay entered = SPIL_DAY_NONE;

  for (gsize i = 0; i < n_moves; i++) {
    int stage = find_stage (counter, moves[i].stage);
    gboolean known = spil_day_is_known (moves[i].date);

    if (stage < 0 || stage == now || (known && spil_day_compare (moves[i].date, to) > 0))
      continue;
    if (known && spil_day_compare (moves[i].date, from) >= 0) {
      leave_stage (counter, now, entered, moves[i].date);
      if (now >= 0)
        counter->present[now] = TRUE;
      furthest = MAX (furthest, stage);
    }
    now = stage;
    entered = moves[i].date;
  }
  if (now >= 0) {
    counter->present[now] = TRUE;
    ((SpilFunnelFigures *) counter->stages->pdata[now])->now++;
  }
  take_present (counter, furthest);
}

static int
compare_ints (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* The median; of an even number the mean of the middle two, rounded down. */
static int
median (GArray *values)
{
  guint middle = values->len / 2;

  if (values->len == 0)
    return -1;
  g_array_sort (values, compare_ints);
  if (values->len % 2 == 1)
    return g_array_index (values, int, middle);
  return (g_array_index (values, int, middle - 1) + g_array_index (values, int, middle)) / 2;
}

static void
finish_stages (Counter *counter, gboolean in_period)
{
  const SpilFunnelFigures *before = NULL;

  for (guint i = 0; i < counter->stages->len; i++) {
    SpilFunnelFigures *stage = counter->stages->pdata[i];

    if (before != NULL && before->reached > 0) {
      int64_t further = in_period ? counter->went_on[i - 1] : stage->reached;

      stage->conversion = (int) ((further * 2000 + before->reached) / (2 * before->reached));
    }
    stage->n_dwell = (int) counter->dwells[i]->len;
    stage->dwell = median (counter->dwells[i]);
    before = stage;
  }
}

/* @from: SPIL_DAY_NONE for all that was until @to. */
static void
count (GPtrArray *stages, const SpilFunnelMove *moves, gsize n_moves, SpilDay from, SpilDay to)
{
  gboolean in_period = spil_day_is_known (from);
  Counter counter = { stages, g_new0 (GArray *, stages->len), g_new0 (int64_t, stages->len),
                      g_new0 (gboolean, stages->len) };

  for (guint i = 0; i < stages->len; i++)
    counter.dwells[i] = g_array_new (FALSE, FALSE, sizeof (int));
  for (gsize i = 0, next; i < n_moves; i = next) {
    for (next = i + 1; next < n_moves && moves[next].engagement == moves[i].engagement; next++)
      ;
    if (in_period)
      count_engagement_in (&counter, &moves[i], next - i, from, to);
    else
      count_engagement (&counter, &moves[i], next - i, to);
  }
  finish_stages (&counter, in_period);
  for (guint i = 0; i < stages->len; i++)
    g_array_unref (counter.dwells[i]);
  g_free (counter.dwells);
  g_free (counter.went_on);
  g_free (counter.present);
}

void
spil_funnel_count (GPtrArray *stages, const SpilFunnelMove *moves, gsize n_moves, SpilDay as_of)
{
  count (stages, moves, n_moves, SPIL_DAY_NONE, as_of);
}

void
spil_funnel_count_period (GPtrArray *stages, const SpilFunnelMove *moves, gsize n_moves, SpilDay from,
                          SpilDay to)
{
  g_return_if_fail (spil_day_is_known (from) && spil_day_is_known (to));
  count (stages, moves, n_moves, from, to);
}

gboolean
spil_funnel_may_move (int from, int to, const char *to_name, const char *evidence, GError **error)
{
  g_autofree char *name = spil_text_one_line (to_name != NULL ? to_name : "", 60);
  g_autofree char *trimmed = g_strstrip (g_strdup (evidence != NULL ? evidence : ""));

  if (to <= MAX (from, FIRST_STAGE) || trimmed[0] != '\0')
    return TRUE;
  g_set_error (
      error, SPIL_MODEL_ERROR, SPIL_MODEL_ERROR_INVALID,
      _ ("Stage “%s” needs evidence: an employer only moves forward in the funnel for a reason. Write down "
         "what shows it."),
      name);
  return FALSE;
}
