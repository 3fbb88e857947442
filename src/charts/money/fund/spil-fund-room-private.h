// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What the files of the fund room share; no other file includes this. */
#pragma once

#include "spil-fund-room.h"
#include "spil-money-chart.h"

G_BEGIN_DECLS

/* The parts of a scheme's bar, from left to right. */
typedef enum
{
  SPIL_FUND_PAID,
  SPIL_FUND_AWARDED,
  SPIL_FUND_WEIGHTED,
  SPIL_FUND_PIPELINE,
  SPIL_FUND_PARTS,
} SpilFundPart;

struct _SpilFundRoom
{
  SpilDay today;
  GArray *schemes; /* SpilFundRoomScheme, names owned */
};

const SpilFundRoomScheme *spil_fund_room_scheme (const SpilFundRoom *self, guint at);
/* What the part adds, never below zero: the pipeline beyond its weight for the last. */
int64_t spil_fund_scheme_part (const SpilFundRoomScheme *scheme, SpilFundPart part);
/* Ceiling - paid - awarded; only with a ceiling. */
int64_t spil_fund_scheme_room (const SpilFundRoomScheme *scheme);
/* "Paid"; owned by gettext */
const char *spil_fund_part_label (SpilFundPart part);
/* "€ 12.000 paid, ...; room € 28.500"; free with g_free() */
char *spil_fund_scheme_text (const SpilFundRoomScheme *scheme);
/* When the money may be gone ("between 01-03-2019 and 01-09-2019"), or NULL; free with g_free() */
char *spil_fund_scheme_band_text (const SpilFundRoomScheme *scheme, SpilDay today);
char *spil_fund_room_summary (gconstpointer data);
SpilChartTable *spil_fund_room_table (gconstpointer data);

/* A scheme takes a line of text, the bar with two lines of amounts under it, and a strip of time. */
typedef struct
{
  const SpilChartPainter *painter;
  const SpilFundRoomScheme *scheme;
  SpilDay today;
  double top;
  double bar_y;
  double bar_height;
  double most; /* cents at the right end */
} SpilFundBlock;

/* spil-fund-room-time.c */
gboolean spil_fund_scheme_has_time (const SpilFundRoomScheme *scheme);
double spil_fund_scheme_time_height (const SpilChartPainter *painter, const SpilFundRoomScheme *scheme);
/* Draws the strip under what the money of @block takes. */
void spil_fund_block_draw_time (const SpilFundBlock *block, double money_height);

G_END_DECLS
