// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SPIL_TYPE_HELP_WINDOW (spil_help_window_get_type ())

/** The help, in a window of its own that may stay open beside the program. */
G_DECLARE_FINAL_TYPE (SpilHelpWindow, spil_help_window, SPIL, HELP_WINDOW, AdwWindow)

/**
 * Shows the page @topic of the help (NULL or unknown: the first) in the window that is open, or in a new one beside that of @parent, with which it
 * closes.
 */
void spil_help_present (GtkWidget *parent, const char *topic);

G_END_DECLS
