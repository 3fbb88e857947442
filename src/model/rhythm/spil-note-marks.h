// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Marks in a note: "@anna" for a person, "#parkeren" for a need. So that both are noted without leaving the note; the text stays as it was
 * typed.
 */

/** The words after @sign that are finished (something stands behind them), folded, each once. Free with g_strfreev(). */
char **spil_note_marks (const char *note, char sign);

/** The only one of @names (of @n) in which a word begins with @mark; -1 when there is none, or more than one. */
int spil_note_mark_find (const char *mark, const char *const *names, int n);

G_END_DECLS
