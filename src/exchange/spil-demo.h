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

/** The day on which that demo plays, from its file; SPIL_DAY_NONE when it does not say. */
SpilDay spil_demo_day (const char *template_id);

G_END_DECLS
