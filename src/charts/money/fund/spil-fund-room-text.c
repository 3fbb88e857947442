// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* The room of a fund in words and as a table. */
#include <glib/gi18n-lib.h>

#include "spil-fund-room-private.h"
#include "spil-money.h"

const SpilFundRoomScheme *
spil_fund_room_scheme (const SpilFundRoom *self, guint at)
{
  return &g_array_index (self->schemes, SpilFundRoomScheme, at);
}

int64_t
spil_fund_scheme_part (const SpilFundRoomScheme *scheme, SpilFundPart part)
{
  switch (part) {
  case SPIL_FUND_PAID:
    return MAX (scheme->paid, 0);
  case SPIL_FUND_AWARDED:
    return MAX (scheme->left_to_pay, 0);
  case SPIL_FUND_WEIGHTED:
    return MAX (scheme->weighted, 0);
  case SPIL_FUND_PIPELINE:
  default:
    return MAX (scheme->pipeline - MAX (scheme->weighted, 0), 0);
  }
}

int64_t
spil_fund_scheme_room (const SpilFundRoomScheme *scheme)
{
  return scheme->ceiling - scheme->paid - scheme->left_to_pay;
}

const char *
spil_fund_part_label (SpilFundPart part)
{
  switch (part) {
  case SPIL_FUND_PAID:
    return C_ ("chart", "Paid");
  case SPIL_FUND_AWARDED:
    return C_ ("chart", "Awarded, still to be paid");
  case SPIL_FUND_WEIGHTED:
    return C_ ("chart", "Applications, by their chance");
  case SPIL_FUND_PIPELINE:
  default:
    return C_ ("chart", "Applications, the rest of what is asked");
  }
}

char *
spil_fund_scheme_text (const SpilFundRoomScheme *scheme)
{
  g_autofree char *paid = spil_money_chart_text (scheme->paid);
  g_autofree char *awarded = spil_money_chart_text (scheme->left_to_pay);
  g_autofree char *pipeline = spil_money_chart_text (scheme->pipeline);
  g_autofree char *weighted = spil_money_chart_text (scheme->weighted);
  g_autofree char *ceiling = spil_money_chart_text (scheme->ceiling);
  g_autofree char *room = spil_money_chart_text (ABS (spil_fund_scheme_room (scheme)));
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, _ ("%s paid, %s awarded and still to be paid, %s asked"), paid, awarded,
                          pipeline);
  if (scheme->is_weighed && scheme->pipeline > 0)
    g_string_append_printf (text, _ (" (by chance %s)"), weighted);
  if (!scheme->has_ceiling)
    g_string_append (text, _ ("; no ceiling stated"));
  else if (spil_fund_scheme_room (scheme) < 0)
    g_string_append_printf (text, _ ("; %s over the ceiling of %s"), room, ceiling);
  else
    g_string_append_printf (text, _ ("; room %s of the ceiling of %s"), room, ceiling);
  return g_string_free_and_steal (text);
}

char *
spil_fund_scheme_band_text (const SpilFundRoomScheme *scheme, SpilDay today)
{
  g_autofree char *early = spil_day_format (scheme->early);
  g_autofree char *late = spil_day_format (scheme->late);

  if (!scheme->has_ceiling)
    return NULL;
  if (scheme->exhausted)
    return g_strdup (_ ("the money is gone"));
  if (spil_day_is_known (scheme->early) && spil_day_is_known (scheme->late))
    return g_strdup_printf (_ ("money gone between %s and %s"), early, late);
  if (spil_day_is_known (scheme->early))
    return g_strdup_printf (_ ("money gone at the earliest on %s"), early);
  if (spil_day_is_known (scheme->late))
    return g_strdup_printf (_ ("money gone on %s at the latest"), late);
  return NULL;
}

char *
spil_fund_room_summary (gconstpointer data)
{
  const SpilFundRoom *self = data;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->schemes->len; i++) {
    const SpilFundRoomScheme *scheme = spil_fund_room_scheme (self, i);
    g_autofree char *figures = spil_fund_scheme_text (scheme);
    g_autofree char *band = spil_fund_scheme_band_text (scheme, self->today);

    g_string_append_printf (text, "%s%s: %s%s%s.", i > 0 ? " " : "", scheme->name, figures,
                            band != NULL ? "; " : "", band != NULL ? band : "");
  }
  if (self->schemes->len == 0)
    g_string_append (text, _ ("There is no scheme."));
  return g_string_free_and_steal (text);
}

static void
add_row (const SpilFundRoom *self, SpilChartTable *table, const SpilFundRoomScheme *scheme)
{
  spil_chart_table_add_row (table);
  spil_chart_table_put (table, scheme->name);
  spil_chart_table_take (table,
                         scheme->has_ceiling ? spil_money_format (scheme->ceiling, SPIL_MONEY_BRIEF) : NULL);
  spil_chart_table_take (table, spil_money_format (scheme->paid, SPIL_MONEY_BRIEF));
  spil_chart_table_take (table, spil_money_format (scheme->left_to_pay, SPIL_MONEY_BRIEF));
  spil_chart_table_take (table,
                         scheme->is_weighed ? spil_money_format (scheme->weighted, SPIL_MONEY_BRIEF) : NULL);
  spil_chart_table_take (table, spil_money_format (scheme->pipeline, SPIL_MONEY_BRIEF));
  spil_chart_table_take (table, scheme->has_ceiling
                                    ? spil_money_format (spil_fund_scheme_room (scheme), SPIL_MONEY_BRIEF)
                                    : NULL);
  spil_chart_table_take (table, spil_fund_scheme_band_text (scheme, self->today));
}

SpilChartTable *
spil_fund_room_table (gconstpointer data)
{
  const SpilFundRoom *self = data;
  SpilChartTable *table = spil_chart_table_new ();

  spil_chart_table_add_column (table, C_ ("chart", "Scheme"), FALSE);
  spil_chart_table_add_column (table, C_ ("chart", "Ceiling"), TRUE);
  spil_chart_table_add_column (table, C_ ("chart", "Paid"), TRUE);
  spil_chart_table_add_column (table, C_ ("chart", "Awarded, still to be paid"), TRUE);
  spil_chart_table_add_column (table, C_ ("chart", "Asked, by chance"), TRUE);
  spil_chart_table_add_column (table, C_ ("chart", "Asked"), TRUE);
  spil_chart_table_add_column (table, C_ ("chart", "Room"), TRUE);
  spil_chart_table_add_column (table, C_ ("chart", "Money gone"), FALSE);
  for (guint i = 0; i < self->schemes->len; i++)
    add_row (self, table, spil_fund_room_scheme (self, i));
  return table;
}
