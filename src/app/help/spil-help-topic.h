// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** Sees to it that F1 is win.help in each dialog over @window too. */
void spil_help_watch (AdwApplicationWindow *window);

/** What a dialog is about, for F1 in it: the name of a page of the help, which is not copied. */
void spil_help_set_topic (GtkWidget *dialog, const char *topic);

/** That name, or NULL: then F1 is about what is under the dialog. */
const char *spil_help_get_topic (GtkWidget *dialog);

G_END_DECLS
