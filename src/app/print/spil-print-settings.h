// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * What was chosen when something was printed last on this laptop (setting `print-settings`): printer, paper, both sides ... Not how many copies, which
 * pages, what position or which file: those go with what is printed. @settings and @setup are new objects; the paper is upright A4 where nothing is known.
 */
void spil_print_settings_load (GtkPrintSettings **settings, GtkPageSetup **setup);

/** Remembers them. Either may be NULL. */
void spil_print_settings_save (GtkPrintSettings *settings, GtkPageSetup *setup);

G_END_DECLS
