// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-due-rule.h"

#include <glib/gi18n-lib.h>

gboolean
spil_due_rule_tells (SpilDay today, SpilDay told, gboolean looking)
{
  return !looking && spil_day_compare (today, told) != 0;
}

char *
spil_due_rule_dup_title (int64_t n_due)
{
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d action is due today", "%d actions are due today", (gulong) n_due),
      (int) n_due);
}
