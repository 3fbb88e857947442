// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-help-page.h"

G_BEGIN_DECLS

/**
 * All pages of the help (data/help/nl), which are in the program itself: in the order of the page "index", whose sections are the chapters and whose
 * links are the pages.
 */
typedef struct _SpilHelp SpilHelp;

/** NULL with a sentence when a page cannot be read or is named and not there, which the tests rule out. */
SpilHelp *spil_help_new (GError **error);
void spil_help_free (SpilHelp *self);

int spil_help_get_n_pages (const SpilHelp *self);
/** Owned by the help, as are all of these. */
const SpilHelpPage *spil_help_get_page (const SpilHelp *self, int index);
/** The chapter in which that page is. */
const char *spil_help_get_chapter (const SpilHelp *self, int index);
/** What the help is called and for whom it is: the page "index". */
const SpilHelpPage *spil_help_get_index (const SpilHelp *self);

/** The place of the page with that id; -1: there is none. */
int spil_help_find (const SpilHelp *self, const char *id);

/**
 * How well page @index answers @words, whatever their case and accents: 0 not at all, more is better. All words have to be in it; in the title counts
 * most.
 */
int spil_help_match (const SpilHelp *self, int index, const char *words);

/** @spans as markup of Pango, in which links are called as the page that they go to and go to "help:ID". Free with g_free(). */
char *spil_help_to_markup (const SpilHelp *self, GPtrArray *spans);
/** The same as plain text. */
char *spil_help_to_text (const SpilHelp *self, GPtrArray *spans);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilHelp, spil_help_free)

G_END_DECLS
