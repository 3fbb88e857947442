// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* Invented rows as they travel between laptops. */
#pragma once

#include "spil-change.h"

G_BEGIN_DECLS

/**
 * An action that adds @n organisations with six values each: name, sector, town, KvK number, staff count and kind. The same for the same @seed, but for the
 * ids, which are new.
 */
SpilAction *bench_organisations_new (int n, guint32 seed);

/** A value for one of those fields, or for those of the address and the website. */
SpilValue bench_organisation_value (GRand *random, int field);

/** An action that adds @n measurements of @indicator, with six values each: date, value, kind, number, method and the indicator. No words to search for. */
SpilAction *bench_measurements_new (int n, SpilId indicator, guint32 seed);

G_END_DECLS
