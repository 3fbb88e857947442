// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-plan-file.h"

G_BEGIN_DECLS

/** Reads a planning of GNOME Planner (.planner, .mrproject): activities, links, the calendar of the project, people. See SpilPlanFileRead. */
SpilPlanFile *spil_planner_read (const char *path, const SpilPlanFileSink *sink, GError **error);

G_END_DECLS
