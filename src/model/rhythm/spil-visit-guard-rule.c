// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-visit-guard-rule.h"

#include <glib/gi18n-lib.h>

#include "spil-text.h"

static gboolean
same_broker (const char *a, const char *b)
{
  g_autofree char *folded_a = spil_text_fold (a);
  g_autofree char *folded_b = spil_text_fold (b);

  return g_str_equal (folded_a, folded_b);
}

static gboolean
counts (const SpilVisit *visit)
{
  return visit->broker != NULL && visit->broker[0] != '\0' && spil_day_is_known (visit->day);
}

static SpilDay
effective_day (const SpilVisit *visit, SpilDay today)
{
  return visit->planned && spil_day_compare (visit->day, today) < 0 ? today : visit->day;
}

// Whether @a says more than @b does.
static gboolean
is_nearer (const SpilVisitClash *a, const SpilVisitClash *b, const SpilVisit *visits, SpilDay today)
{
  gboolean planned_a = visits[a->first].planned || visits[a->second].planned;
  gboolean planned_b = visits[b->first].planned || visits[b->second].planned;

  if (!b->found || planned_a != planned_b)
    return !b->found || planned_a;
  if (a->days != b->days)
    return a->days < b->days;
  return spil_day_compare (effective_day (&visits[a->second], today),
                           effective_day (&visits[b->second], today)) < 0;
}

static SpilVisitClash
compare (const SpilVisit *visits, guint i, guint j, int guard_days, SpilDay today)
{
  SpilVisitClash clash = { .first = i, .second = j };
  SpilDay a = effective_day (&visits[i], today);
  SpilDay b = effective_day (&visits[j], today);

  // Of one day, what is done came first.
  if (spil_day_compare (a, b) > 0 ||
      (spil_day_compare (a, b) == 0 && visits[i].planned && !visits[j].planned)) {
    clash = (SpilVisitClash) { .first = j, .second = i };
    a = effective_day (&visits[j], today);
    b = effective_day (&visits[i], today);
  }
  clash.days = spil_day_between (a, b);
  clash.found = clash.days <= guard_days && !same_broker (visits[i].broker, visits[j].broker);
  if (!visits[i].planned && !visits[j].planned && spil_day_between (b, today) > guard_days)
    clash.found = FALSE;
  return clash;
}

SpilVisitClash
spil_visit_guard_find (const SpilVisit *visits, guint n, int guard_days, SpilDay today)
{
  SpilVisitClash best = { 0 };

  g_return_val_if_fail (spil_day_is_known (today), best);

  if (guard_days <= 0)
    return best;
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n && counts (&visits[i]); j++) {
      SpilVisitClash clash = { 0 };

      if (counts (&visits[j]))
        clash = compare (visits, i, j, guard_days, today);
      if (clash.found && is_nearer (&clash, &best, visits, today))
        best = clash;
    }
  return best;
}

char *
spil_visit_clash_dup_text (const SpilVisitClash *clash, const SpilVisit *visits)
{
  const SpilVisit *first, *second;
  g_autofree char *first_day = NULL;
  g_autofree char *second_day = NULL;

  if (!clash->found)
    return NULL;
  first = &visits[clash->first];
  second = &visits[clash->second];
  first_day = spil_day_format_long (first->day);
  second_day = spil_day_format_long (second->day);
  if (first->planned && second->planned)
    // Translators: broker, day, broker, day.
    return g_strdup_printf (_ ("%s plans a visit on %s and %s on %s. Agree who goes, or go together."),
                            first->broker, first_day, second->broker, second_day);
  if (second->planned)
    // Translators: broker, day, broker, day.
    return g_strdup_printf (_ ("%s visited on %s and %s plans a visit on %s. Agree who goes."), first->broker,
                            first_day, second->broker, second_day);
  // Translators: broker, day, broker, day.
  return g_strdup_printf (_ ("%s visited on %s and %s on %s. Agree on the next visit."), first->broker,
                          first_day, second->broker, second_day);
}
