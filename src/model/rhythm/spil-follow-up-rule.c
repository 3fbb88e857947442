// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-follow-up-rule.h"

#include <glib/gi18n-lib.h>

#include "spil-entity.h"

#define FRIDAY 5

static SpilDay
working_day (SpilDay day, SpilDay first)
{
  int beyond = spil_day_weekday (day) - FRIDAY;
  SpilDay friday = spil_day_add (day, -beyond);

  if (beyond <= 0)
    return day;
  return spil_day_compare (friday, first) >= 0 ? friday : spil_day_add (friday, 3);
}

SpilFollowUp
spil_follow_up_propose (int kind, SpilDay day, int cadence, int usual_days, SpilDay today)
{
  SpilFollowUp next = { .due = SPIL_DAY_NONE, .kind = SPIL_CONTACT_KIND_CALLED };
  int days = cadence > 0 ? cadence : usual_days;
  SpilDay first = spil_day_add (today, 1);

  g_return_val_if_fail (spil_day_is_known (today), next);

  // After a call one goes and sees; after the rest one calls.
  if (kind == SPIL_CONTACT_KIND_CALLED || kind == SPIL_CONTACT_KIND_EMAIL)
    next.kind = SPIL_CONTACT_KIND_VISITED;
  if (days <= 0 || !spil_day_is_known (day))
    return next;
  next.due = spil_day_add (day, days);
  if (spil_day_compare (next.due, first) < 0)
    next.due = first;
  next.due = working_day (next.due, first);
  return next;
}

const char *
spil_follow_up_kind_label (int kind)
{
  switch (kind) {
  case SPIL_CONTACT_KIND_CALLED:
    return C_ ("next action", "Call");
  case SPIL_CONTACT_KIND_SPOKEN:
    return C_ ("next action", "Talk");
  case SPIL_CONTACT_KIND_VISITED:
    return C_ ("next action", "Visit");
  case SPIL_CONTACT_KIND_EMAIL:
    return C_ ("next action", "E-mail");
  case SPIL_CONTACT_KIND_MEETING:
    return C_ ("next action", "Meeting");
  default:
    return NULL;
  }
}

char *
spil_follow_up_dup_text (int kind)
{
  switch (kind) {
  case SPIL_CONTACT_KIND_CALLED:
  case SPIL_CONTACT_KIND_EMAIL:
    return g_strdup (_ ("Pay a visit"));
  case SPIL_CONTACT_KIND_VISITED:
    return g_strdup (_ ("Call about the visit"));
  case SPIL_CONTACT_KIND_MEETING:
    return g_strdup (_ ("Call about the meeting"));
  default:
    return g_strdup (_ ("Call how things are"));
  }
}

gboolean
spil_follow_up_is_needed (const SpilDay *due, guint n, SpilDay today)
{
  for (guint i = 0; i < n; i++)
    if (!spil_day_is_known (due[i]) || spil_day_compare (due[i], today) > 0)
      return FALSE;
  return TRUE;
}

gboolean
spil_follow_up_is_done_by (SpilDay due, SpilDay day)
{
  return spil_day_is_known (due) && spil_day_is_known (day) && spil_day_compare (due, day) <= 0;
}
