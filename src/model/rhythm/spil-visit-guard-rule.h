// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-day.h"

G_BEGIN_DECLS

/** A visit of a broker to an employer, done or planned. */
typedef struct
{
  SpilDay day; /**< SPIL_DAY_NONE: planned without a day; guards against nothing */
  const char *broker; /**< NULL: not stated; then nobody knows whether it is another one */
  gboolean planned; /**< FALSE: done */
} SpilVisit;

/** Two visits of different brokers that are too close together. */
typedef struct
{
  gboolean found;
  guint first; /**< index of the earlier one in the visits */
  guint second; /**< of the later one */
  int days; /**< between them */
} SpilVisitClash;

/**
 * The guard against double visits: the brokers share employers, so what one has done or plans concerns the other. Two visits clash when
 * different brokers make them at most @guard_days apart; two that are both done only as long as that is at most @guard_days ago. A
 * plan of the past counts on @today: it can be carried out any moment. Of several clashes the one with a plan in it, then the closest, then the
 * first to come is given. @guard_days 0 or less (the setting is not known): none.
 */
SpilVisitClash spil_visit_guard_find (const SpilVisit *visits, guint n, int guard_days, SpilDay today);

/** "Bo was there on 1-10-2018 and Noor plans a visit on 8-10-2018: agree who goes." NULL when there is no clash. Free with g_free(). */
char *spil_visit_clash_dup_text (const SpilVisitClash *clash, const SpilVisit *visits);

G_END_DECLS
