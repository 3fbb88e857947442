// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-exhaustion-rule.h"

#include "spil-elapsed-rule.h"
#include "spil-entity.h"
#include "spil-number.h"

#include <glib/gi18n-lib.h>

/* A day further off than this is no forecast. */
#define MAX_DAYS_AHEAD 36500
#define PER_MILLE 1000

gboolean
spil_fund_weight (const SpilNorms *norms, int state, int64_t *weight)
{
  static const struct
  {
    int state;
    SpilNorm norm;
  } chances[] = {
    { SPIL_APPLICATION_STATE_SUBMITTED, SPIL_NORM_FUND_WEIGHT_SUBMITTED },
    { SPIL_APPLICATION_STATE_COMPLETE, SPIL_NORM_FUND_WEIGHT_COMPLETE },
    { SPIL_APPLICATION_STATE_ASSESSED, SPIL_NORM_FUND_WEIGHT_ASSESSED },
  };

  *weight = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (chances); i++)
    if (chances[i].state == state) {
      *weight = CLAMP (norms->value[chances[i].norm], 0, SPIL_DECIMAL_ONE);
      return norms->known[chances[i].norm];
    }
  return TRUE;
}

/* The day on which @room is used up at that pace. */
static gboolean
day_at_pace (int64_t room, int64_t awarded, int days, SpilDay today, SpilDay *day)
{
  int64_t ahead;

  if (awarded <= 0 || days <= 0)
    return FALSE;
  ahead = (int64_t) ((__int128) MAX (0, room) * days / awarded);
  if (ahead > MAX_DAYS_AHEAD)
    return FALSE;
  *day = spil_day_add (today, (int) ahead);
  return TRUE;
}

SpilFundExhaustion
spil_fund_exhaustion (SpilMoney room, const SpilMoney *weighted, SpilMoney awarded_recently, int recent_days,
                      SpilDay today)
{
  SpilFundExhaustion exhaustion = {
    .exhausted = room.cents <= 0, .early = SPIL_DAY_NONE, .late = SPIL_DAY_NONE, .weighed = weighted != NULL
  };
  int64_t rest = room.cents - (weighted != NULL ? weighted->cents : 0);
  gboolean late_known;

  if (exhaustion.exhausted)
    return exhaustion;
  exhaustion.early_known = day_at_pace (rest, awarded_recently.cents, recent_days, today, &exhaustion.early);
  if (rest <= 0) {
    exhaustion.early = today;
    exhaustion.early_known = TRUE;
  }
  late_known = day_at_pace (room.cents, awarded_recently.cents, recent_days, today, &exhaustion.late);
  exhaustion.known = exhaustion.early_known && late_known;
  return exhaustion;
}

static char *
dup_band (const SpilFundExhaustion *exhaustion, SpilDay closes)
{
  g_autofree char *early = spil_day_format (exhaustion->early);
  g_autofree char *late = spil_day_format (exhaustion->late);
  g_autofree char *end = spil_day_format (closes);

  if (exhaustion->early_known && spil_day_is_known (closes) &&
      spil_day_compare (exhaustion->early, closes) > 0)
    return g_strdup_printf (_ ("At this pace there is room until the scheme closes on %s."), end);
  if (exhaustion->known && spil_day_compare (exhaustion->early, exhaustion->late) == 0)
    return g_strdup_printf (_ ("At this pace the room is used up around %s."), late);
  if (exhaustion->known)
    return g_strdup_printf (_ ("At this pace the room is used up between %s and %s."), early, late);
  if (exhaustion->early_known)
    return g_strdup (
        _ ("What is likely to be awarded of the applications that are in takes all the room that is left."));
  return g_strdup (_ ("When the room is used up is not known: there is no pace of awards to go by."));
}

char *
spil_fund_exhaustion_dup_sentence (const SpilFundExhaustion *exhaustion, SpilDay closes)
{
  g_autofree char *band = NULL;

  if (exhaustion->exhausted)
    return g_strdup (_ ("No room is left."));
  band = dup_band (exhaustion, closes);
  if (exhaustion->weighed)
    return g_steal_pointer (&band);
  return g_strdup_printf (
      "%s %s", band,
      _ ("The applications that are in do not count in this: their chances are not in the settings."));
}

SpilFundUse
spil_fund_use (const SpilMoney *ceiling, SpilMoney taken, const SpilMoney *weighted, SpilDay from, SpilDay to,
               SpilDay today, const int64_t *threshold)
{
  SpilFundUse use = { .known = ceiling != NULL && ceiling->cents > 0 && weighted != NULL &&
                               threshold != NULL && spil_day_is_known (from) && spil_day_is_known (to) &&
                               spil_day_compare (from, to) <= 0 && ceiling->vat == taken.vat };

  if (!use.known)
    return use;
  use.ceiling = *ceiling;
  use.likely = spil_money (taken.cents + weighted->cents, taken.vat);
  use.used = (int) ((__int128) use.likely.cents * PER_MILLE / ceiling->cents);
  use.elapsed = spil_elapsed_per_mille (from, to, today);
  use.low = (int64_t) (use.elapsed - use.used) * (SPIL_DECIMAL_ONE / PER_MILLE) > *threshold;
  return use;
}

char *
spil_fund_use_dup_sentence (const SpilFundUse *use)
{
  g_autofree char *likely = spil_money_format (use->likely.cents, SPIL_MONEY_WHOLE);
  g_autofree char *ceiling = spil_money_format (use->ceiling.cents, SPIL_MONEY_WHOLE);
  const int elapsed = (use->elapsed + 5) / 10, used = (use->used + 5) / 10;

  if (!use->known)
    return NULL;
  if (use->low)
    return g_strdup_printf (
        _ ("Too little of the fund is used: %d%% of the time is gone, and with what is likely to come of the applications "
           "%s of %s (%d%%) is used. What is left unused brings no peak avoidances and saves no "
           "CO₂; widen what the fund pays for in time, to sustainable measures for instance."),
        elapsed, likely, ceiling, used);
  return g_strdup_printf (
      _ ("%d%% of the time is gone; with what is likely to come of the applications %s of %s (%d%%) is used."),
      elapsed, likely, ceiling, used);
}
