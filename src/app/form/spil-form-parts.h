// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What forms are put together from, besides the editors of fields. */

/** A row with a small label and @child under it. */
GtkWidget *spil_form_box_row_new (const char *label, GtkWidget *child);

/** A row with a check button before its title; @check (nullable) gets the button, borrowed. */
GtkWidget *spil_form_check_row_new (const char *title, const char *subtitle, GtkCheckButton **check);

/** The keyboard is at @widget when @dialog opens, also as a sheet at the foot of a narrow window, which takes it for itself first. */
void spil_form_focus_first (AdwDialog *dialog, GtkWidget *widget);

/** Gives the list that @row is in a name, where its group has no title that would be it. */
void spil_form_name_list (GtkWidget *row, const char *name);

/** Moves the keyboard into the row. */
void spil_form_focus_row (GtkWidget *row);

G_END_DECLS
