// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * Gives the lists in @root that nobody named (of groups without a title, of combo rows) the name of what they stand in: a row or
 * else @name. A screen reader then never says just "list".
 */
void spil_accessible_name_containers (GtkWidget *root, const char *name);

/** A popover that a screen reader calls by @name: without that its content stands in the page as if it had always been there. */
GtkWidget *spil_accessible_popover_new (const char *name);

G_END_DECLS
