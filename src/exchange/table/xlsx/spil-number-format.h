// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-table-reader.h"

G_BEGIN_DECLS

/*
 * What a number in a spreadsheet means by its number format, as Office Open XML (ECMA-376, part 1, 18.8.30) and every spreadsheet
 * program have it.
 */

typedef enum
{
  SPIL_FORMAT_NUMBER,
  SPIL_FORMAT_PERCENT,
  SPIL_FORMAT_DATE,
  SPIL_FORMAT_TIME, /**< a time of the day, or how long something took */
  SPIL_FORMAT_DATE_TIME,
} SpilFormatKind;

/** Of a built-in format. */
SpilFormatKind spil_format_of_number (int number);

/** Of a code such as "dd-mm-yyyy", "[$€-413] #,##0.00" or "0.0%". */
SpilFormatKind spil_format_of_code (const char *code);

/** Where days are counted from. */
typedef enum
{
  SPIL_SERIAL_1900, /**< day 1 is 1 January 1900, and there was a 29 February 1900 */
  SPIL_SERIAL_1904, /**< day 0 is 1 January 1904 */
} SpilSerialEpoch;

/**
 * What a number of @kind is in a cell: sets @out, and returns what kind of cell that is. Percentages become the text "12.5%", since
 * neither 0.125 nor 12.5 says which is meant; times of a day become the text "14:02". A number beyond the calendar stays a number.
 */
SpilCellKind spil_format_apply (double number, SpilFormatKind kind, SpilSerialEpoch epoch, GString *out);

G_END_DECLS
