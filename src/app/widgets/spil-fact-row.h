// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-record.h"

G_BEGIN_DECLS

/** A row that says one thing: a small label, and under it the value, which can be selected. An empty @value is said to be not stated. */
GtkWidget *spil_fact_row_new (const char *label, const char *value);

/** The same for a field of a record. */
GtkWidget *spil_fact_row_new_for_field (SpilRecord *record, int field);

void spil_fact_row_set_value (GtkWidget *row, const char *value);

G_END_DECLS
