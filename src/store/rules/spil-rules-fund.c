// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-fund-query.h"
#include "spil-rules.h"

// The estimate decides on the award, the real cost on the settlement.
static gboolean
check_award (const SpilFundApplicationRow *application, SpilRecord *record, GError **error)
{
  SpilMoney amount = application->has_settled ? application->settled : application->awarded;
  g_autofree char *shown = NULL;
  g_autofree char *name = NULL;
  g_autofree char *highest = NULL;

  if (application->state == SPIL_APPLICATION_STATE_REFUSED ||
      application->state == SPIL_APPLICATION_STATE_WITHDRAWN || amount.cents <= 0 ||
      (!application->has_settled && application->has_settled_cost) ||
      spil_fund_may_award (&application->award, amount))
    return TRUE;
  name = spil_store_name_row (record);
  shown = spil_money_format (amount.cents, SPIL_MONEY_CENTS);
  highest = spil_fund_award_dup_sentence (&application->award);
  // TRANSLATORS: Application “...”: € 20.000,00 may not be awarded. At most € 12.500,00, the lowest of: ...
  return spil_rule_refuse (g_strdup_printf (_ ("%s: %s may not be awarded. %s"), name, shown, highest), error);
}

static SpilRecord *
find_row (GPtrArray *rows, const SpilId *id)
{
  for (guint i = 0; i < rows->len; i++) {
    const SpilRuledRow *row = g_ptr_array_index (rows, i);

    if (row->after != NULL && spil_id_equal (spil_record_get_id (row->after), *id))
      return row->after;
  }
  return NULL;
}

gboolean
spil_rule_awards (SpilStore *store, GPtrArray *rows, gboolean at_rest, GError **error)
{
  g_autoptr (GArray) schemes = spil_rule_collect (rows, SPIL_APPLICATION_SCHEME);

  for (guint i = 0; i < schemes->len; i++) {
    g_autoptr (GPtrArray)
        applications = spil_fund_query_applications (store, g_array_index (schemes, SpilId, i), error);

    if (applications == NULL)
      return FALSE;
    for (guint j = 0; j < applications->len; j++) {
      const SpilFundApplicationRow *application = g_ptr_array_index (applications, j);
      SpilRecord *record = find_row (rows, &application->id);

      if (record != NULL && !check_award (application, record, error))
        return FALSE;
    }
  }
  return TRUE;
}
