// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-cli-bookings.h"

#include <string.h>

#include "spil-booking-import.h"
#include "spil-cli-report.h"
#include "spil-exchange-error.h"

#define CODE "line:"

gboolean
spil_cli_is_code (const char *field)
{
  return g_str_has_prefix (field, CODE);
}

/* "line:4301=3", where 3 is the number of a line or its name. */
static gboolean
map_code (SpilCli *self, SpilBookingImport *import, const char *text, GError **error)
{
  const char *sign = strrchr (text, '=');
  g_autofree char *code = NULL;
  g_autoptr (GError) fault = NULL;

  if (!spil_cli_is_code (text) || sign == NULL)
    return TRUE;
  code = g_strndup (text + strlen (CODE), (gsize) (sign - text) - strlen (CODE));
  return spil_booking_import_map_code (import, code, sign + 1, &fault) ||
         spil_cli_refuse_usage (self, error, "%s", fault->message);
}

static gboolean
map_codes (SpilCli *self, SpilBookingImport *import, GError **error)
{
  for (guint i = 0; i < self->options->len; i++) {
    const SpilCliGiven *given = g_ptr_array_index (self->options, i);

    if (strcmp (given->option->name, "map") == 0 && !map_code (self, import, given->value, error))
      return FALSE;
  }
  spil_booking_import_judge (import);
  return TRUE;
}

gboolean
spil_cli_import_bookings (SpilCli *self, const char *path, const SpilImportPlan *plan, GError **error)
{
  g_autoptr (SpilBookingImport) import = spil_booking_import_new (self->store, path, plan, SPIL_VAT_UNKNOWN,
                                                                  spil_day_today (), NULL, error);
  g_autoptr (SpilImportReport) report = NULL;

  if (import == NULL || !map_codes (self, import, error))
    return FALSE;
  report = spil_booking_import_run (import, self->store, spil_cli_has (self, "dry-run"), NULL, error);
  return report != NULL && spil_cli_print_import (self, report, path, error);
}
