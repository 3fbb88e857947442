// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-chart.h"

G_BEGIN_DECLS

#define SPIL_PEAK_PROFILE_HOURS 24
/** More measurements than these cannot be told apart. */
#define SPIL_PEAK_PROFILE_MAX 3

/** A peak profile: how many people arrive in each hour, with the peak marked; two measurements stand side by side. */
typedef struct _SpilPeakProfile SpilPeakProfile;

/** The peak lasts from hour @from to hour @to; -1: not known. */
SpilPeakProfile *spil_peak_profile_new (int from, int to);
void spil_peak_profile_free (SpilPeakProfile *self);
/** Adds a measurement: @people for each hour. @label is copied. No more than SPIL_PEAK_PROFILE_MAX. */
void spil_peak_profile_add (SpilPeakProfile *self, const char *label,
                            const double people[SPIL_PEAK_PROFILE_HOURS]);
/** Makes the chart; takes @self. */
SpilChart *spil_peak_profile_to_chart (SpilPeakProfile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilPeakProfile, spil_peak_profile_free)

G_END_DECLS
