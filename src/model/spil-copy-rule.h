// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-day.h"

G_BEGIN_DECLS

/** What is known of the copies that were made of a database. */
typedef struct
{
  SpilDay begun; /**< the day on which the database was made; SPIL_DAY_NONE: unknown */
  SpilDay made; /**< the day of the last copy; SPIL_DAY_NONE: none was ever made */
  gboolean failed; /**< the last attempt failed */
} SpilCopyState;

typedef enum
{
  SPIL_COPY_FINE, /**< nothing to say */
  SPIL_COPY_DUE, /**< the last copy is too old */
  SPIL_COPY_MISSING, /**< there is none, and the database is old enough to want one */
  SPIL_COPY_FAILED, /**< the last attempt failed */
} SpilCopyVerdict;

/** What is to be said when a copy is wanted every @days days, and today is @today. 0 days: never anything. A clock that was put back counts as no time gone by. */
SpilCopyVerdict spil_copy_rule_judge (const SpilCopyState *state, int days, SpilDay today);

G_END_DECLS
