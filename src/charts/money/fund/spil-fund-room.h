// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-chart.h"
#include "spil-day.h"

G_BEGIN_DECLS

/** The money of a scheme, in cents. */
typedef struct
{
  const char *name;
  gboolean has_ceiling;
  int64_t ceiling;
  int64_t paid; /**< advances and final payments less refunds */
  int64_t left_to_pay; /**< awarded and not paid yet */
  gboolean is_weighed; /**< `weighted` is known */
  int64_t weighted; /**< of the applications that are not decided: times the chance of an award */
  int64_t pipeline; /**< the same as asked, not below @weighted */
  SpilDay opens; /**< SPIL_DAY_NONE: not stated */
  SpilDay closes;
  gboolean exhausted; /**< nothing is left */
  SpilDay early; /**< when the money may be gone; SPIL_DAY_NONE: not known */
  SpilDay late;
} SpilFundRoomScheme;

/** Fund room: what is paid, awarded, asked and left of schemes, with when the money may be gone. */
typedef struct _SpilFundRoom SpilFundRoom;

SpilFundRoom *spil_fund_room_new (SpilDay today);
void spil_fund_room_free (SpilFundRoom *self);
/** Adds a scheme; its name is copied. */
void spil_fund_room_add (SpilFundRoom *self, const SpilFundRoomScheme *scheme);
/** Makes the chart; takes @self. */
SpilChart *spil_fund_room_to_chart (SpilFundRoom *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilFundRoom, spil_fund_room_free)

G_END_DECLS
