// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-plan-file.h"

G_BEGIN_DECLS

/** Whether the name of the file is that of a planning: .xml, .gan ...; what it holds is seen when it is read. */
gboolean spil_plan_forms_can_read (const char *path);
gboolean spil_plan_forms_can_write (const char *path);

/** Reads a planning of whatever form, which the end of its name tells. SPIL_EXCHANGE_ERROR, G_IO_ERROR_CANCELLED. */
SpilPlanFile *spil_plan_forms_read (const char *path, const SpilPlanFileSink *sink, GError **error);
/** See SpilPlanFileWrite. */
gboolean spil_plan_forms_write (const SpilPlanFile *plan, const char *path, const SpilPlanFileSink *sink,
                                GPtrArray *lost, GError **error);

G_END_DECLS
