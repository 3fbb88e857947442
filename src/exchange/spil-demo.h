// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-day.h"
#include "spil-store.h"

G_BEGIN_DECLS

/** The template that the demo is about. */
#define SPIL_DEMO_TEMPLATE "werkgeversaanpak-2018"

/**
 * Fills the empty database @store with the programme of the template (NULL: SPIL_DEMO_TEMPLATE), and on top of it, as a step of its
 * own, with demo data: invented, marked as such (field `demo` of the programme), and the same every time, ids included. The demo plays on the day in
 * the setting `demo_today`. SPIL_EXCHANGE_ERROR_UNKNOWN when there is no demo for that template.
 */
gboolean spil_demo_make (SpilStore *store, const char *template_id, GError **error);

/**
 * Lets today be the day on which the demo plays (see spil_day_play()) where @store holds one: lists, charts and reports would
 * otherwise be about years in which nothing happens. Any other database ends that.
 */
gboolean spil_demo_play (SpilStore *store, GError **error);

G_END_DECLS
