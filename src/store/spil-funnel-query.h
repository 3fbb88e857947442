// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-funnel-rule.h"
#include "spil-store.h"

G_BEGIN_DECLS

/** The stages with their counts (SpilFunnelFigures, by number) as of @day, of employers with a site in @area (nil: all). Free with g_ptr_array_unref(). */
GPtrArray *spil_funnel_query (SpilStore *store, SpilId area, SpilDay day, GError **error);

/** The same over the days from @from until @to, see spil_funnel_count_period(). */
GPtrArray *spil_funnel_query_period (SpilStore *store, SpilId area, SpilDay from, SpilDay to, GError **error);

G_END_DECLS
