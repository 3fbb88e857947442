// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-cadence-rule.h"

#include "spil-entity.h"

#include <glib/gi18n-lib.h>

int
spil_cadence_days (int own, int tier, const SpilNorms *norms)
{
  if (own > 0)
    return own;
  switch (tier) {
  case SPIL_TIER_A:
    return spil_norms_get_whole (norms, SPIL_NORM_CADENCE_A);
  case SPIL_TIER_B:
    return spil_norms_get_whole (norms, SPIL_NORM_CADENCE_B);
  case SPIL_TIER_C:
    return spil_norms_get_whole (norms, SPIL_NORM_CADENCE_C);
  default:
    return 0;
  }
}

SpilContactDebt
spil_cadence_debt (SpilDay last, int cadence, SpilDay today)
{
  SpilContactDebt debt = { .due = SPIL_DAY_NONE };

  if (cadence <= 0)
    return debt;
  debt.applies = TRUE;
  debt.never = !spil_day_is_known (last);
  if (debt.never)
    return debt;
  debt.due = spil_day_add (last, cadence);
  debt.days = spil_day_between (debt.due, today);
  return debt;
}

gboolean
spil_contact_debt_is_owed (SpilContactDebt debt)
{
  return debt.applies && (debt.never || debt.days > 0);
}

char *
spil_contact_debt_dup_text (SpilContactDebt debt)
{
  int days = ABS (debt.days);

  if (!debt.applies)
    return g_strdup ("");
  if (debt.never)
    return g_strdup (_ ("Never contacted"));
  if (days == 0)
    return g_strdup (_ ("Today"));
  if (debt.days > 0)
    return g_strdup_printf (ngettext ("%d day overdue", "%d days overdue", (gulong) days), days);
  return g_strdup_printf (ngettext ("In %d day", "In %d days", (gulong) days), days);
}
