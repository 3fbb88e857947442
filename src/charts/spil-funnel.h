// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-chart.h"

G_BEGIN_DECLS

/**
 * The funnel: how many employers have come to each stage, what share goes on to the next, and which
 * support spans which stages.
 */
typedef struct _SpilFunnel SpilFunnel;

SpilFunnel *spil_funnel_new (void);
void spil_funnel_free (SpilFunnel *self);
/**
 * Adds the next stage. @reached counts those that came to this stage or further, so that the shares that go on mean something;
 * @now those that are in it now, negative when not known.
 */
void spil_funnel_add_stage (SpilFunnel *self, const char *label, int reached, int now);
/** Of the stage that was added last: the share of the stage before that went on to it, in thousandths; negative: what `reached` says. */
void spil_funnel_set_share (SpilFunnel *self, int thousandths);
/** Of the stage that was added last: the median of the days in it of the @n that left it; negative or 0: nobody left. */
void spil_funnel_set_dwell (SpilFunnel *self, int days, int n);
/** What is counted is a period alone, in words ("01-07-2018 to 30-09-2018"): `reached` are those that were in a stage within it. */
void spil_funnel_set_period (SpilFunnel *self, const char *period);
/** Adds a band over the stages from @first to @last, counted from 0. */
void spil_funnel_add_band (SpilFunnel *self, const char *label, int first, int last);
/** Says what is counted ("employers"); NULL: nothing is said. */
void spil_funnel_set_unit (SpilFunnel *self, const char *unit);
/** Makes the chart; takes @self. */
SpilChart *spil_funnel_to_chart (SpilFunnel *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilFunnel, spil_funnel_free)

G_END_DECLS
