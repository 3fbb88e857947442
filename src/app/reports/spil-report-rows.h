// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-report-data.h"

G_BEGIN_DECLS

/** A row for an aspect of the programme: its light in a word and a sign, and the reason. It can be activated, to set the light. */
GtkWidget *spil_light_row_new (const SpilReportLight *light);

/** A row for a report that was made, with buttons to open its file in the folder @dir of the database, and to keep a copy elsewhere. */
GtkWidget *spil_report_row_new (SpilRecord *report, const char *dir);

G_END_DECLS
