// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>

/** A part of a zip that a test makes: a name, and its text. */
typedef struct
{
  const char *name;
  const char *text;
} ZipPart;

/** A zip with these parts, ended by one without a name. */
GBytes *zip_fixture_make (const ZipPart *parts);
/** The same with one part more, of @repeats times @text. */
GBytes *zip_fixture_make_long (const ZipPart *parts, const char *name, const char *text, gsize repeats);

/** A workbook with one sheet "Blad1" whose rows are @sheet_data (XML of <sheetData>...</sheetData> and after), @shared texts (may be NULL) and @styles (may be NULL). */
GBytes *zip_fixture_xlsx (const char *sheet_data, const char *shared, const char *styles);
/** An OpenDocument sheet "Blad1" whose rows are @rows. */
GBytes *zip_fixture_ods (const char *rows);
