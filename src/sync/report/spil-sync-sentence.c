// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-sync-report.h"

#define MINUTE_MS (60 * (int64_t) 1000)
#define HOUR_MS (60 * MINUTE_MS)
#define DAY_MS (24 * HOUR_MS)

// In the order in which people have to know them: the first one that holds is what the sentence says.
static const struct
{
  SpilProblemKind kind;
  const char *name;
} kinds[] = {
  { SPIL_PROBLEM_REVOKED, "revoked" },
  { SPIL_PROBLEM_WAITING_FOR_LEADER, "waiting-for-leader" },
  { SPIL_PROBLEM_FOREIGN, "foreign" },
  { SPIL_PROBLEM_CARRIER, "carrier" },
  { SPIL_PROBLEM_MEMBERS, "members" },
  { SPIL_PROBLEM_TWIN, "twin" },
  { SPIL_PROBLEM_DIGEST, "digest" },
  { SPIL_PROBLEM_NEWER, "newer" },
  { SPIL_PROBLEM_FULL, "full" },
  { SPIL_PROBLEM_DAMAGED, "damaged" },
  { SPIL_PROBLEM_GAP, "gap" },
  { SPIL_PROBLEM_KEYS, "keys" },
  { SPIL_PROBLEM_QUARANTINE, "quarantine" },
  { SPIL_PROBLEM_CLOCK, "clock" },
};

const char *
spil_problem_name (SpilProblemKind kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].kind == kind)
      return kinds[i].name;
  g_return_val_if_reached ("");
}

char *
spil_sync_dup_amount (int64_t milliseconds)
{
  int64_t ms = ABS (milliseconds);

  if (ms >= 2 * DAY_MS)
    return g_strdup_printf (ngettext ("%d day", "%d days", (gulong) (ms / DAY_MS)), (int) (ms / DAY_MS));
  if (ms >= 2 * HOUR_MS)
    return g_strdup_printf (ngettext ("%d hour", "%d hours", (gulong) (ms / HOUR_MS)), (int) (ms / HOUR_MS));
  return g_strdup_printf (ngettext ("%d minute", "%d minutes", (gulong) (ms / MINUTE_MS)),
                          (int) (ms / MINUTE_MS));
}

// "14:03" when that is today, "21-11-2026 14:03" else. Free with g_free().
static char *
dup_moment (SpilTime time)
{
  g_autofree char *whole = spil_time_format (time);
  SpilDay today = spil_time_day (spil_time_now ());
  const char *clock = strchr (whole, ' ');

  if (clock != NULL && spil_day_compare (spil_time_day (time), today) == 0)
    return g_strdup (clock + 1);
  return g_steal_pointer (&whole);
}

static const SpilProblem *
find_worst (const SpilSyncReport *self)
{
  for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint i = 0; i < self->problems->len; i++) {
      const SpilProblem *problem = g_ptr_array_index (self->problems, i);

      if (problem->kind == kinds[k].kind)
        return problem;
    }
  return NULL;
}

static char *
dup_unsent (const SpilSyncReport *self)
{
  int n = (int) self->unsent;

  return g_strdup_printf (ngettext ("%d change waits to be sent.", "%d changes wait to be sent.", (gulong) n),
                          n);
}

static char *
dup_waiting (const SpilSyncReport *self)
{
  int n = (int) self->waiting;

  return g_strdup_printf (ngettext ("%d received change still waits for another.",
                                    "%d received changes still wait for others.", (gulong) n),
                          n);
}

static char *
dup_refused (const SpilSyncReport *self)
{
  int n = (int) self->quarantined;

  return g_strdup_printf (ngettext ("%d change is held back.", "%d changes are held back.", (gulong) n), n);
}

static char *
dup_rest (const SpilSyncReport *self)
{
  if (self->unsent > 0)
    return dup_unsent (self);
  if (self->waiting > 0)
    return dup_waiting (self);
  if (self->quarantined > 0)
    return dup_refused (self);
  return g_strdup (self->time.ms == 0 ? _ ("Not yet brought up to date.")
                                      : _ ("The shared folder was not read to its end. Try again."));
}

char *
spil_sync_report_dup_sentence (const SpilSyncReport *self)
{
  const SpilProblem *worst = find_worst (self);
  g_autofree char *moment = NULL;

  if (worst != NULL && self->unsent > 0) {
    g_autofree char *unsent = dup_unsent (self);

    return g_strdup_printf ("%s %s", worst->sentence, unsent);
  }
  if (worst != NULL)
    return g_strdup (worst->sentence);
  if (!self->up_to_date)
    return dup_rest (self);
  moment = dup_moment (self->time);
  return g_strdup_printf (strchr (moment, ' ') == NULL ? _ ("Up to date at %s") : _ ("Up to date on %s"),
                          moment);
}
