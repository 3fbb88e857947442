// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-scan-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "spil-number.h"

static int
to_points (double share)
{
  return (int) lround (share * 100);
}

char *
spil_scan_dup_share (const SpilScanShare *share)
{
  if (!share->known)
    return NULL;
  if (!isfinite (share->margin))
    return g_strdup_printf ("%d\u00a0%%", to_points (share->share));
  return g_strdup_printf ("%d\u00a0%% ±\u00a0%d", to_points (share->share), to_points (share->margin));
}

char *
spil_scan_dup_answers (const SpilScanCounts *counts)
{
  g_autofree char *n = spil_integer_format (counts->n);
  g_autofree char *all = spil_integer_format (counts->population);

  if (counts->n < 0)
    return NULL;
  // Translators: two numbers of people.
  return counts->population >= 0 ? g_strdup_printf (_ ("%s of %s"), n, all) : g_steal_pointer (&n);
}

char *
spil_scan_dup_change (const SpilScanChange *change)
{
  int points = to_points (change->change);
  g_autofree char *size = g_strdup_printf ("%d", ABS (points));
  g_autofree char *text = NULL;

  if (points == 0)
    text = g_strdup (_ ("the same"));
  else if (points > 0)
    // Translators: %s is a number of percentage points.
    text = g_strdup_printf (ngettext ("%s point more", "%s points more", (gulong) ABS (points)), size);
  else
    text = g_strdup_printf (ngettext ("%s point less", "%s points less", (gulong) ABS (points)), size);
  if (!isfinite (change->margin))
    return g_steal_pointer (&text);
  return g_strdup_printf ("%s ±\u00a0%d", text, to_points (change->margin));
}

char *
spil_scan_dup_elsewhere (const SpilScanChange *change)
{
  int points = to_points (change->elsewhere);

  // Translators: the sign and the number of percentage points.
  return g_strdup_printf (_ ("comparison group %s%d, taken off"), points < 0 ? "−" : "+", ABS (points));
}

char *
spil_scan_dup_verdict (const SpilScanChange *change)
{
  if (!isfinite (change->margin))
    return g_strdup (_ ("Margin not known: fill in how many people answered"));
  if (to_points (change->change) == 0)
    return g_strdup (_ ("No change"));
  return g_strdup (spil_scan_change_is_sure (change) ? _ ("More than chance") : _ ("May be chance"));
}

char *
spil_scan_dup_list_title (SpilRecord *scan, gpointer user_data)
{
  g_autofree char *kind = spil_record_format (scan, SPIL_SCAN_KIND);
  g_autofree char *date = spil_record_format (scan, SPIL_SCAN_DATE);

  return g_strjoin (", ", kind, date, NULL);
}

char *
spil_scan_dup_list_subtitle (SpilRecord *scan, gpointer user_data)
{
  return spil_record_format (scan, SPIL_SCAN_METHOD);
}
