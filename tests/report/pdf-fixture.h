// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Makes a fresh folder for a test; free with fixture_remove_folder(). */
char *fixture_make_folder (void);
/** Removes it with the files in it, and frees it. */
void fixture_remove_folder (char *folder);
/** How many files are in it, hidden ones too. */
int fixture_count_files (const char *folder);

/** What pdftotext -layout says of a page, counted from 1 (0: all pages). Free with g_free(). */
char *fixture_pdf_text (const char *path, int page);
/** What pdfinfo says. */
char *fixture_pdf_info (const char *path);
/** The structure that assistive technology sees, with its texts. */
char *fixture_pdf_structure (const char *path);
/** What pdffonts says. */
char *fixture_pdf_fonts (const char *path);
/** The number of pages. */
int fixture_pdf_pages (const char *path);
/** How often @word stands in @text. */
int fixture_count (const char *text, const char *word);

G_END_DECLS
