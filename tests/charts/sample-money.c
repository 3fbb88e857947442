// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "sample-money.h"

#include "spil-burn-down.h"
#include "spil-cash-chart.h"
#include "spil-fund-room.h"
#include "spil-source-flow.h"

static const char nasty[] = "<b>&amp; \xd7\xa9\xd7\x9c \xe2\x80\xae geen \xff\xfe UTF-8";

static SpilDay
day (int year, int month, int number)
{
  return spil_day_from_ymd (year, month, number);
}

static SpilDay
parsed (const char *text)
{
  SpilDay found = SPIL_DAY_NONE;

  if (!spil_day_parse (text, &found))
    g_error ("no day: %s", text);
  return found;
}

static SpilPeriod
quarter (int year, int number)
{
  return spil_period_of (SPIL_PERIOD_QUARTER, spil_day_from_ymd (year, number * 3, 1));
}

SpilChart *
sample_burn (void)
{
  static const struct
  {
    const char *day;
    int64_t actual, open;
    gboolean known;
  } points[] = {
    { "2018-07-31", 8200000, 4000000, TRUE },
    { "2018-08-31", 15600000, 16000000, TRUE },
    { "2018-09-30", 35835000, 22800000, TRUE },
    { "2018-10-15", 38000000, 23000000, TRUE },
    { "2018-10-31", 0, 0, FALSE },
    { "2018-11-30", 0, 0, FALSE },
    { "2018-12-31", 0, 0, FALSE },
  };
  const SpilDay first = day (2018, 7, 1), last = day (2018, 12, 31);
  SpilBurnDown *burn = spil_burn_down_new (95150000, first, last);
  int64_t pace;

  for (gsize i = 0; i < G_N_ELEMENTS (points); i++) {
    const SpilDay at = parsed (points[i].day);
    const SpilBurnPoint point = { at,
                                  spil_burn_down_plan (95150000, first, last, at),
                                  points[i].actual,
                                  points[i].open,
                                  TRUE,
                                  points[i].known };

    spil_burn_down_add (burn, &point);
  }
  spil_burn_down_set_today (burn, day (2018, 10, 15));
  spil_burn_down_set_expected (burn, 61000000, 91000000);
  if (spil_burn_down_pace (38000000, first, last, day (2018, 10, 15), &pace))
    spil_burn_down_set_pace (burn, pace);
  spil_burn_down_set_note (burn, "excl. btw");
  return spil_burn_down_to_chart (burn);
}

SpilChart *
sample_no_burn (void)
{
  return spil_burn_down_to_chart (spil_burn_down_new (0, day (2018, 7, 1), day (2018, 7, 1)));
}

SpilChart *
sample_hostile_burn (void)
{
  SpilBurnDown *burn = spil_burn_down_new (G_MAXINT64, day (2018, 12, 31), day (2018, 1, 1));

  for (int i = 0; i < 5; i++)
    spil_burn_down_add (burn,
                        &(SpilBurnPoint) { day (2018, 12, 31), G_MININT64, G_MAXINT64, -1, TRUE, TRUE });
  spil_burn_down_add (burn, &(SpilBurnPoint) { day (1900, 1, 1), 1, 2, 3, TRUE, TRUE });
  spil_burn_down_set_subject (burn, nasty);
  spil_burn_down_set_note (burn, nasty);
  spil_burn_down_set_expected (burn, G_MAXINT64, G_MININT64);
  spil_burn_down_set_pace (burn, G_MAXINT64);
  return spil_burn_down_to_chart (burn);
}

SpilChart *
sample_cash (void)
{
  SpilCashChart *cash = spil_cash_chart_new ();

  spil_cash_chart_add (cash, &(SpilCashQuarter) { quarter (2018, 3), 35835000, 0, 0, TRUE });
  spil_cash_chart_add (cash, &(SpilCashQuarter) { quarter (2018, 4), 2165000, 23000000, 18000000, FALSE });
  spil_cash_chart_add (cash, &(SpilCashQuarter) { quarter (2019, 1), 0, 0, 9500000, FALSE });
  spil_cash_chart_add (cash, &(SpilCashQuarter) { quarter (2019, 2), 0, 0, 2500000, FALSE });
  spil_cash_chart_set_budget (cash, 95150000);
  spil_cash_chart_set_today (cash, day (2018, 10, 15));
  spil_cash_chart_set_note (cash, "excl. btw");
  return spil_cash_chart_to_chart (cash);
}

SpilChart *
sample_no_cash (void)
{
  return spil_cash_chart_to_chart (spil_cash_chart_new ());
}

SpilChart *
sample_hostile_cash (void)
{
  SpilCashChart *cash = spil_cash_chart_new ();

  spil_cash_chart_add (cash, &(SpilCashQuarter) { quarter (2018, 3), G_MAXINT64, -5, G_MININT64, TRUE });
  spil_cash_chart_add (cash, &(SpilCashQuarter) { quarter (2018, 1), -12345, G_MAXINT64, -1, TRUE });
  spil_cash_chart_set_budget (cash, G_MININT64);
  spil_cash_chart_set_note (cash, nasty);
  return spil_cash_chart_to_chart (cash);
}

SpilChart *
sample_sources (void)
{
  static const struct
  {
    const char *name;
    int64_t amount, region, state, beside;
    gboolean pm;
  } lines[] = {
    { "1. Duurzaamheids- en mobiliteitsmakelaars", 11200000, 4000000, 7200000, 0, FALSE },
    { "2. Intensivering gebieden en professionalisering aanpak", 11000000, 3000000, 8000000, 0, FALSE },
    { "3. Bereikbaarheidsfonds 2018", 20000000, 0, 20000000, 14200000, FALSE },
    { "4. Toolkit: probeer- en deelconceptacties, Movez, follow-up De Overstap", 32500000, 10000000, 18000000,
      2500000, FALSE },
    { "5. Gebiedsaanpak Assendorp", 9000000, 2000000, 7000000, 0, FALSE },
    { "6. Organisatie: marketing en communicatie, monitoring en evaluatie", 11450000, 1450000, 6000000, 0,
      FALSE },
    { "7. Rijksbijdrage 2019", 0, 0, 0, 0, TRUE },
  };
  SpilSourceFlow *flow = spil_source_flow_new ();
  const int state = spil_source_flow_add_source (flow, "Rijksbijdrage via de provincie");
  const int region = spil_source_flow_add_source (flow, "Regio");

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++) {
    const int line = spil_source_flow_add_line (flow, lines[i].name, lines[i].amount, lines[i].pm);

    spil_source_flow_add (flow, state, line, lines[i].state);
    spil_source_flow_add (flow, region, line, lines[i].region);
    spil_source_flow_add_beside (flow, line, lines[i].beside);
  }
  spil_source_flow_set_note (flow, "excl. btw");
  return spil_source_flow_to_chart (flow);
}

SpilChart *
sample_no_sources (void)
{
  return spil_source_flow_to_chart (spil_source_flow_new ());
}

SpilChart *
sample_hostile_sources (void)
{
  SpilSourceFlow *flow = spil_source_flow_new ();
  g_autofree char *longest = g_strnfill (10240, 'W');
  const char *const names[] = { nasty, NULL, longest, "regel een\nregel twee\ttab\x01\x02" };

  for (int i = 0; i < 12; i++)
    spil_source_flow_add_source (flow, names[i % 4]);
  for (int i = 0; i < 40; i++) {
    spil_source_flow_add_line (flow, names[(i + 1) % 4],
                               i % 3 == 0   ? G_MAXINT64
                               : i % 3 == 1 ? -5
                                            : 1,
                               i % 7 == 0);
    spil_source_flow_add (flow, i % 12, i, i % 5 == 0 ? G_MAXINT64 : G_MININT64);
    spil_source_flow_add (flow, i % 12, i, 1);
    spil_source_flow_add_beside (flow, i, i % 2 == 0 ? G_MAXINT64 : -1);
  }
  spil_source_flow_set_note (flow, nasty);
  return spil_source_flow_to_chart (flow);
}

SpilChart *
sample_fund (void)
{
  SpilFundRoom *room = spil_fund_room_new (day (2018, 10, 15));

  spil_fund_room_add (room, &(SpilFundRoomScheme) {
                                .name = "Bereikbaarheidsfonds 2018",
                                .has_ceiling = TRUE,
                                .ceiling = 20000000,
                                .paid = 5650000,
                                .left_to_pay = 4500000,
                                .is_weighed = TRUE,
                                .weighted = 3800000,
                                .pipeline = 6200000,
                                .opens = day (2018, 7, 1),
                                .closes = day (2018, 12, 31),
                                .early = day (2018, 12, 3),
                                .late = day (2019, 3, 18),
                            });
  spil_fund_room_add (room, &(SpilFundRoomScheme) { .name = "Ontwikkelfonds",
                                                    .has_ceiling = TRUE,
                                                    .ceiling = 5000000,
                                                    .paid = 4800000,
                                                    .left_to_pay = 900000,
                                                    .opens = SPIL_DAY_NONE,
                                                    .closes = SPIL_DAY_NONE,
                                                    .early = SPIL_DAY_NONE,
                                                    .late = SPIL_DAY_NONE,
                                                    .exhausted = TRUE });
  return spil_fund_room_to_chart (room);
}

SpilChart *
sample_no_fund (void)
{
  return spil_fund_room_to_chart (spil_fund_room_new (day (2018, 10, 15)));
}

SpilChart *
sample_hostile_fund (void)
{
  SpilFundRoom *room = spil_fund_room_new (day (2018, 10, 15));

  spil_fund_room_add (room, &(SpilFundRoomScheme) { .name = nasty,
                                                    .has_ceiling = TRUE,
                                                    .ceiling = G_MININT64,
                                                    .paid = G_MAXINT64,
                                                    .left_to_pay = G_MININT64,
                                                    .is_weighed = TRUE,
                                                    .weighted = G_MAXINT64,
                                                    .pipeline = -1,
                                                    .opens = day (2199, 12, 31),
                                                    .closes = day (1900, 1, 1),
                                                    .early = day (2199, 12, 31),
                                                    .late = day (1900, 1, 1) });
  spil_fund_room_add (room, &(SpilFundRoomScheme) { .name = NULL,
                                                    .opens = SPIL_DAY_NONE,
                                                    .closes = SPIL_DAY_NONE,
                                                    .early = SPIL_DAY_NONE,
                                                    .late = SPIL_DAY_NONE });
  return spil_fund_room_to_chart (room);
}

/* Data at the edges: all of them must be legible. */

static SpilChart *
make_burn (int64_t total, int64_t actual, int64_t open, int64_t low, int64_t high, const char *until)
{
  const SpilDay first = day (2018, 7, 1), last = day (2018, 12, 31), now = parsed (until);
  SpilBurnDown *burn = spil_burn_down_new (total, first, last);
  const SpilBurnPoint points[] = {
    { day (2018, 8, 31), spil_burn_down_plan (total, first, last, day (2018, 8, 31)), actual / 3, open / 2,
      TRUE, TRUE },
    { now, spil_burn_down_plan (total, first, last, now), actual, open, TRUE, TRUE },
    { last, total, 0, 0, TRUE, FALSE },
  };
  int64_t pace;

  for (gsize i = 0; i < G_N_ELEMENTS (points); i++)
    spil_burn_down_add (burn, &points[i]);
  spil_burn_down_set_today (burn, now);
  spil_burn_down_set_expected (burn, low, high);
  if (spil_burn_down_pace (actual, first, last, now, &pace))
    spil_burn_down_set_pace (burn, pace);
  return spil_burn_down_to_chart (burn);
}

static SpilChart *
make_zero_burn (void)
{
  return make_burn (0, 0, 0, 0, 0, "2018-10-15");
}

static SpilChart *
make_over_burn (void)
{
  SpilChart *chart = make_burn (20000000, 19000000, 6000000, 25000000, 31000000, "2018-11-30");

  return chart;
}

static SpilChart *
make_late_burn (void)
{
  return make_burn (11200000, 10000000, 1, 10000001, 10000001, "2018-12-30");
}

static SpilChart *
make_long_cash (void)
{
  SpilCashChart *cash = spil_cash_chart_new ();

  for (int i = 0; i < 40; i++)
    spil_cash_chart_add (cash,
                         &(SpilCashQuarter) { quarter (2015 + i / 4, 1 + i % 4), i < 20 ? 1000000 * i : 0,
                                              i == 20 ? 5000000 : 0, i > 20 ? 2500000 : 0, i < 18 });
  spil_cash_chart_set_budget (cash, 300000000);
  spil_cash_chart_set_today (cash, day (2020, 2, 1));
  return spil_cash_chart_to_chart (cash);
}

static SpilChart *
make_odd_cash (void)
{
  SpilCashChart *cash = spil_cash_chart_new ();

  spil_cash_chart_add (cash, &(SpilCashQuarter) { quarter (2018, 1), -4500000, 0, 0, TRUE });
  spil_cash_chart_add (cash, &(SpilCashQuarter) { quarter (2018, 2), 1000000000, 0, 0, TRUE });
  spil_cash_chart_add (cash, &(SpilCashQuarter) { quarter (2018, 3), 1, 1, 1, FALSE });
  spil_cash_chart_add (cash, &(SpilCashQuarter) { quarter (2018, 4), 0, 0, 0, FALSE });
  spil_cash_chart_set_budget (cash, 900000000);
  spil_cash_chart_set_today (cash, day (2018, 8, 1));
  return spil_cash_chart_to_chart (cash);
}

static SpilChart *
make_zero_cash (void)
{
  SpilCashChart *cash = spil_cash_chart_new ();

  spil_cash_chart_add (cash, &(SpilCashQuarter) { quarter (2018, 3), 0, 0, 0, FALSE });
  return spil_cash_chart_to_chart (cash);
}

static SpilChart *
make_many_sources (void)
{
  SpilSourceFlow *flow = spil_source_flow_new ();

  for (int i = 0; i < 8; i++) {
    g_autofree char *name = g_strdup_printf ("Bron %d van de regio", i + 1);

    spil_source_flow_add_source (flow, name);
  }
  for (int i = 0; i < 20; i++) {
    g_autofree char *name = g_strdup_printf ("%d. Begrotingspost met een lange naam over werkgevers", i + 1);

    spil_source_flow_add_line (flow, name, 1000000 * (1 + i * i % 7), i == 6);
    if (i == 6)
      continue;
    spil_source_flow_add (flow, i % 8, i, 600000);
    spil_source_flow_add (flow, (i + 3) % 8, i, i % 3 == 0 ? 250000 : 1);
  }
  spil_source_flow_add_beside (flow, 3, 2000000);
  return spil_source_flow_to_chart (flow);
}

static SpilChart *
make_odd_sources (void)
{
  SpilSourceFlow *flow = spil_source_flow_new ();
  const int small = spil_source_flow_add_source (flow, "Gemeente");
  const int large = spil_source_flow_add_source (flow, "Rijk");

  spil_source_flow_add (flow, small, spil_source_flow_add_line (flow, "1. Eén cent", 1, FALSE), 1);
  spil_source_flow_add (flow, large, spil_source_flow_add_line (flow, "2. Tien miljoen", 1000000000, FALSE),
                        1200000000);
  return spil_source_flow_to_chart (flow);
}

static SpilChart *
make_pm_sources (void)
{
  SpilSourceFlow *flow = spil_source_flow_new ();

  spil_source_flow_add_source (flow, "Rijk");
  spil_source_flow_add_line (flow, "1. Rijksbijdrage 2019", 0, TRUE);
  return spil_source_flow_to_chart (flow);
}

static SpilChart *
make_one_source (void)
{
  SpilSourceFlow *flow = spil_source_flow_new ();

  spil_source_flow_add_line (flow, "1. Bereikbaarheidsfonds", 20000000, FALSE);
  return spil_source_flow_to_chart (flow);
}

static SpilChart *
make_odd_fund (void)
{
  SpilFundRoom *room = spil_fund_room_new (day (2018, 10, 15));

  spil_fund_room_add (
      room, &(SpilFundRoomScheme) { .name = "Bereikbaarheidsfonds met een heel lange naam voor werkgevers",
                                    .has_ceiling = TRUE,
                                    .ceiling = 1000000000,
                                    .paid = 1,
                                    .is_weighed = TRUE,
                                    .weighted = 1,
                                    .pipeline = 1200000000,
                                    .opens = day (2018, 7, 1),
                                    .closes = SPIL_DAY_NONE,
                                    .early = day (2018, 10, 15),
                                    .late = SPIL_DAY_NONE });
  spil_fund_room_add (room, &(SpilFundRoomScheme) { .name = "Zonder plafond",
                                                    .paid = 450000,
                                                    .left_to_pay = 120000,
                                                    .pipeline = 800000,
                                                    .is_weighed = TRUE,
                                                    .weighted = 400000,
                                                    .opens = SPIL_DAY_NONE,
                                                    .closes = day (2018, 12, 31),
                                                    .early = SPIL_DAY_NONE,
                                                    .late = SPIL_DAY_NONE });
  spil_fund_room_add (room, &(SpilFundRoomScheme) { .name = "Nog niets",
                                                    .has_ceiling = TRUE,
                                                    .ceiling = 20000000,
                                                    .opens = SPIL_DAY_NONE,
                                                    .closes = SPIL_DAY_NONE,
                                                    .early = day (2018, 11, 1),
                                                    .late = day (2040, 1, 1) });
  return spil_fund_room_to_chart (room);
}

const SampleChart sample_money_charts[] = {
  { "burn", sample_burn },
  { "burn-zero", make_zero_burn },
  { "burn-over", make_over_burn },
  { "burn-late", make_late_burn },
  { "cash", sample_cash },
  { "cash-long", make_long_cash },
  { "cash-odd", make_odd_cash },
  { "cash-zero", make_zero_cash },
  { "sources", sample_sources },
  { "sources-many", make_many_sources },
  { "sources-odd", make_odd_sources },
  { "sources-pm", make_pm_sources },
  { "sources-one", make_one_source },
  { "fund", sample_fund },
  { "fund-odd", make_odd_fund },
  { NULL, NULL },
};
