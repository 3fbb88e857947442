// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** A page in place of all others: the database cannot be opened, why, and what to do about it. */
GtkWidget *spil_failure_new (const GError *error);

/** Shows an error over @parent: a toast where something was refused and nothing is wrong, a dialog where the database fails. */
void spil_failure_present (GtkWidget *parent, const GError *error);

G_END_DECLS
