// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

#include "spil-record.h"

G_BEGIN_DECLS

/** The fields of the form of a measurement; ends with 0. */
const int *spil_measurement_fields (void);

/** A measurement, with a button to correct it by a new one. @all: of SpilRecord; one that another of them corrects says so. */
GtkWidget *spil_measurement_row_new (SpilRecord *measurement, GPtrArray *all);

G_END_DECLS
