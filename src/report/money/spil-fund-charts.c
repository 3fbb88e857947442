// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-fund-room.h"
#include "spil-report-money-charts.h"

static void
add_scheme (SpilFundRoom *room, const SpilFundSchemeRow *scheme)
{
  const SpilFundRoomScheme drawn = {
    .name = scheme->name,
    .has_ceiling = scheme->terms.has_ceiling,
    .ceiling = scheme->terms.ceiling.cents,
    .paid = scheme->paid.cents,
    .left_to_pay = MAX (scheme->taken.cents - scheme->paid.cents, 0),
    .is_weighed = scheme->is_weighed,
    .weighted = scheme->weighted.cents,
    .pipeline = scheme->pipeline.cents,
    .opens = scheme->terms.opens,
    .closes = scheme->terms.closes,
    .exhausted = scheme->exhaustion.exhausted,
    .early = scheme->exhaustion.known || scheme->exhaustion.early_known ? scheme->exhaustion.early
                                                                        : SPIL_DAY_NONE,
    .late = scheme->exhaustion.known ? scheme->exhaustion.late : SPIL_DAY_NONE,
  };

  spil_fund_room_add (room, &drawn);
}

SpilChart *
spil_report_chart_of_fund (const SpilFundSchemeRow *scheme, SpilDay day)
{
  SpilFundRoom *room = spil_fund_room_new (day);

  add_scheme (room, scheme);
  return spil_fund_room_to_chart (room);
}

SpilChart *
spil_report_chart_of_schemes (GPtrArray *schemes, SpilDay day)
{
  SpilFundRoom *room = spil_fund_room_new (day);

  for (guint i = 0; i < schemes->len; i++)
    add_scheme (room, g_ptr_array_index (schemes, i));
  return spil_fund_room_to_chart (room);
}

SpilChart *
spil_report_chart_fund (SpilStore *store, SpilDay day, GError **error)
{
  g_autoptr (GPtrArray) schemes = spil_fund_query_schemes (store, day, error);

  if (schemes == NULL)
    return NULL;
  if (schemes->len > 0)
    return spil_report_chart_of_schemes (schemes, day);
  g_set_error_literal (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NOT_FOUND,
                       _ ("There is no scheme to draw; add a scheme of a fund first."));
  return NULL;
}
