// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sample-charts.h"

/** Charts of money: the lines of the plan of 2018 with invented bookings, without anything, and as nobody would want them. */
SpilChart *sample_burn (void);
SpilChart *sample_cash (void);
SpilChart *sample_sources (void);
SpilChart *sample_fund (void);
SpilChart *sample_no_burn (void);
SpilChart *sample_no_cash (void);
SpilChart *sample_no_sources (void);
SpilChart *sample_no_fund (void);
SpilChart *sample_hostile_burn (void);
SpilChart *sample_hostile_cash (void);
SpilChart *sample_hostile_sources (void);
SpilChart *sample_hostile_fund (void);
/** Charts of money with data at the edges; ends with a name of NULL. */
extern const SampleChart sample_money_charts[];
