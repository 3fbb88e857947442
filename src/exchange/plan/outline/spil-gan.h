// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-plan-file.h"

G_BEGIN_DECLS

/**
 * Reads a planning of GanttProject (.gan, 2.0-3.3): activities, links, the calendar of the project, people and their assignments, baselines. It keeps a
 * start and a length in working days; ends follow from these by the calendar in the file. See SpilPlanFileRead.
 */
SpilPlanFile *spil_gan_read (const char *path, const SpilPlanFileSink *sink, GError **error);

G_END_DECLS
