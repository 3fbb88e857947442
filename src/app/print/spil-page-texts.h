// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* The texts that widgets show. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean spil_page_text_is_empty (const char *text);
/** What is there to do something with, and says nothing of the programme. */
gboolean spil_page_is_control (GtkWidget *widget);
/** A button that is read before it is pressed: a card with texts. */
gboolean spil_page_is_card (GtkWidget *widget);
/** It is seen, or would be after scrolling. */
gboolean spil_page_is_shown (GtkWidget *widget);

/** What the widget itself says, or NULL. Free with g_free(). */
char *spil_page_dup_own_text (GtkWidget *widget);
/** Adds the texts of @widget and all in it to @texts (of char *, freed with it) in the order of reading; those of buttons where @buttons. */
void spil_page_collect_texts (GtkWidget *widget, gboolean buttons, GPtrArray *texts);
/** The same for what is in @widget, in a new array. */
GPtrArray *spil_page_texts_of (GtkWidget *widget, gboolean buttons);
/** Takes a text out of @texts; NULL where there is none. */
char *spil_page_steal_text (GPtrArray *texts, guint at);
/** The texts from @first to before @end, with " · " between. Free with g_free(). */
char *spil_page_join_texts (GPtrArray *texts, guint first, guint end);

G_END_DECLS
