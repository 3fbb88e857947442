// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-version-words.h"

#include <glib/gi18n-lib.h>

char *
spil_version_dup_standing (const SpilBudgetVersionRow *version, SpilBudgetState state)
{
  g_autofree char *date = spil_day_format (version->date);
  g_autofree char *withdrawn = spil_day_format (version->withdrawn);

  switch (state) {
  case SPIL_BUDGET_IN_FORCE:
    // Translators: %s is a date.
    return date[0] != '\0' ? g_strdup_printf (_ ("In force since %s"), date) : g_strdup (_ ("In force"));
  case SPIL_BUDGET_PROPOSED:
    return g_strdup (_ ("Proposal"));
  case SPIL_BUDGET_WITHDRAWN:
    // Translators: %s is a date.
    return g_strdup_printf (_ ("Withdrawn on %s"), withdrawn);
  case SPIL_BUDGET_LATER:
    // Translators: %s is a date.
    return g_strdup_printf (_ ("In force from %s"), date);
  case SPIL_BUDGET_EARLIER:
    break;
  }
  // Translators: %s is a date.
  return date[0] != '\0' ? g_strdup_printf (_ ("Decided on %s"), date) : g_strdup (_ ("Not decided"));
}
