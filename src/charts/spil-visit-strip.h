// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-chart.h"
#include "spil-day.h"

G_BEGIN_DECLS

/**
 * What brokers did and plan with one employer, on one time axis: a lane for each broker, a mark for each contact. Where two would
 * visit too close together the stretch between is marked.
 */
typedef struct _SpilVisitStrip SpilVisitStrip;

/** From @first to @last; both must be known. */
SpilVisitStrip *spil_visit_strip_new (SpilDay first, SpilDay last, SpilDay today);
void spil_visit_strip_free (SpilVisitStrip *self);

/** Adds a lane, or finds the one of that name; returns its index. */
int spil_visit_strip_add_lane (SpilVisitStrip *self, const char *name);
/** Adds a mark. @visit: somebody goes there; otherwise another kind of contact. @what (nullable) is said of it. */
void spil_visit_strip_add (SpilVisitStrip *self, int lane, SpilDay day, gboolean visit, gboolean planned,
                           const char *what);
/** Marks the days from @first to @last as a clash. */
void spil_visit_strip_set_clash (SpilVisitStrip *self, SpilDay first, SpilDay last);

/** Makes the chart; takes @self. */
SpilChart *spil_visit_strip_to_chart (SpilVisitStrip *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilVisitStrip, spil_visit_strip_free)

G_END_DECLS
