// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** Adds the columns of a list of applications, each of which can be sorted by; the items are SpilFundItems. */
void spil_application_columns_add (GtkColumnView *view);

/** Case numbers take room only where there are any. */
void spil_application_columns_show_number (GtkColumnView *view, gboolean shown);

G_END_DECLS
