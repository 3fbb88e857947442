// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * Gives the lists in @root that nobody named (of groups without a title, of combo rows) the name of what they stand in: a row or
 * else @name. A screen reader then never says just "list". Also has buttons say whether their menu is open, or whether they are the chosen one.
 */
void spil_accessible_name_containers (GtkWidget *root, const char *name);

/**
 * Makes headings of what looks like one in @root: titles of groups and what has the style "heading" or "title-…". A screen reader's user goes from
 * one to the next. Has buttons say whether their menu is open, or whether they are the chosen one. To be called before @root is put in a window: roles stay as they are from then on.
 */
void spil_accessible_mark_headings (GtkWidget *root);

/** Shows why something cannot be done in a @label in a @revealer, and has a screen reader say it at once; NULL: hides it. */
void spil_accessible_refuse (GtkRevealer *revealer, GtkLabel *label, const char *message);

/** Puts what follows from what is typed in @label; where that is something else than before, a screen reader says it when it has time. */
void spil_accessible_conclude (GtkLabel *label, const char *text);

/** Marks @field as wrong, ties it to the @label beside it that says so, and has @message said; NULL: it is right again. */
void spil_accessible_mark_wrong (GtkWidget *field, GtkWidget *label, const char *message);

/** Gives a @button in a row a description of its own, which stays instead of what the row says. */
void spil_accessible_describe (GtkWidget *button, const char *description);

/** A popover that a screen reader calls by @name: without that its content stands in the page as if it had always been there. */
GtkWidget *spil_accessible_popover_new (const char *name);

G_END_DECLS
