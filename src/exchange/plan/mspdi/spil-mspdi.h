// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-plan-file.h"

G_BEGIN_DECLS

/*
 * MSPDI: the XML of MS Project (schema mspdi_pj12.xsd, namespace http://schemas.microsoft.com/project), which ProjectLibre reads and writes too.
 * Dates in it have times: a first day begins at 08:00, a last day ends at 17:00. Durations are minutes of work, money is in cents.
 */

#define SPIL_MSPDI_SPACE "http://schemas.microsoft.com/project"

/** SpilPlanFileRead. */
SpilPlanFile *spil_mspdi_read (const char *path, const SpilPlanFileSink *sink, GError **error);

/** SpilPlanFileWrite. */
gboolean spil_mspdi_write (const SpilPlanFile *plan, const char *path, const SpilPlanFileSink *sink,
                           GPtrArray *lost, GError **error);

G_END_DECLS
