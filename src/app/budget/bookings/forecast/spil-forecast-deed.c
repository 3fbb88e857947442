// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-forecast-deed.h"

#include <glib/gi18n-lib.h>

#include "spil-booking-action.h"
#include "spil-budget-query.h"
#include "spil-deed.h"

typedef struct
{
  GArray *edits;
  char *reason;
} Deed;

static void
deed_free (gpointer data)
{
  Deed *deed = data;

  g_array_unref (deed->edits);
  g_free (deed->reason);
  g_free (deed);
}

static void
move_changes (SpilAction *to, SpilAction *from)
{
  while (from->changes->len > 0)
    g_ptr_array_add (to->changes, g_ptr_array_steal_index (from->changes, 0));
}

static SpilAction *
make_action (SpilStore *store, gconstpointer data, GError **error)
{
  const Deed *deed = data;
  g_autoptr (SpilAction) action = NULL;

  for (guint i = 0; i < deed->edits->len; i++) {
    const SpilForecastEdit *edit = &g_array_index (deed->edits, SpilForecastEdit, i);
    g_autoptr (SpilBudgetLineFigures) line = spil_budget_query_line (store, edit->line, SPIL_DAY_NONE, error);
    g_autoptr (SpilAction) one = NULL;

    if (line == NULL)
      return NULL;
    one = spil_forecast_set_action (store, edit->line, edit->quarter,
                                    spil_money (edit->cents, line->budget.vat), deed->reason, error);
    if (one == NULL)
      return NULL;
    if (action == NULL)
      action = g_steal_pointer (&one);
    else
      move_changes (action, one);
  }
  return g_steal_pointer (&action);
}

void
spil_forecast_deed_do (SpilWorker *worker, GArray *edits, const char *reason, GAsyncReadyCallback callback,
                       gpointer user_data)
{
  Deed *deed;

  g_return_if_fail (edits->len > 0);

  deed = g_new0 (Deed, 1);
  deed->edits = g_array_copy (edits);
  deed->reason = g_strdup (reason);
  spil_deed_do (worker, make_action, deed, deed_free, callback, user_data);
}
