// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-chart.h"

/* The load of some invented owners; of nobody; and figures and texts that nobody would want. */
SpilChart *sample_load (void);
SpilChart *sample_no_load (void);
SpilChart *sample_hostile_load (void);
