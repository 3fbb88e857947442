// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

#include "spil-plan-query.h"

G_BEGIN_DECLS

#define SPIL_TYPE_LINK_POPOVER (spil_link_popover_get_type ())

/** The dependency that an arrow shows: its type and its lag, to change or to remove it. Signal `answered` (SpilAction *, to take): what somebody chose. */
G_DECLARE_FINAL_TYPE (SpilLinkPopover, spil_link_popover, SPIL, LINK_POPOVER, GtkPopover)

/** Of the dependency at that place of the plan's. Nothing of @plan is kept. */
GtkWidget *spil_link_popover_new (const SpilPlan *plan, int link);

G_END_DECLS
