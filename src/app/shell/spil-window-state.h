// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the window remembers between runs. Without an installed settings schema nothing is remembered. */

/** Gives the window the size that it had. */
void spil_window_state_restore (GtkWindow *window);
void spil_window_state_save (GtkWindow *window);

/** The name of the page that was seen last, or NULL. Free with g_free(). */
char *spil_window_state_dup_page (void);
void spil_window_state_set_page (const char *name);

/** A text that is remembered as @key of the settings, or NULL. Free with g_free(). */
char *spil_window_state_dup_text (const char *key);
void spil_window_state_set_text (const char *key, const char *text);

/** Gives @property of @object, the name of a view, what is remembered as @key, and remembers what it becomes. The schema lists the names of @key. */
void spil_window_state_bind (const char *key, gpointer object, const char *property);

G_END_DECLS
