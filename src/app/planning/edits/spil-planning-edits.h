// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What the files of editing in the planning share, besides spil-planning-private.h; no other file includes this. */
#pragma once

#include "spil-planning-private.h"

G_BEGIN_DECLS

/** Stores @action, or says @error when there is one. Takes the action. */
void spil_planning_do (SpilPlanningPage *self, SpilAction *action, GError *error);
/** Lets an action of the page ("indent") be done or not. */
void spil_planning_enable (SpilPlanningPage *self, const char *action, gboolean enabled);
/** Adds an activity under that task (-1: as the last of all), and lets its name be typed once it is there. */
void
spil_planning_add_under (SpilPlanningPage *self, int task, SpilDay start, SpilDay end, gboolean milestone);

/** The menu with the columns of the table. */
GMenuModel *spil_planning_make_column_menu (void);

void spil_planning_bind_actions (GtkWidgetClass *widget_class);
void spil_planning_bind_cells (GtkWidgetClass *widget_class);
void spil_planning_bind_menu (GtkWidgetClass *widget_class);

G_END_DECLS
