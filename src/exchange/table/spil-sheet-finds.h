// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>
#include <stdint.h>

G_BEGIN_DECLS

/** What a sheet holds beside plain values, counted while it is read. */
typedef struct
{
  int64_t formulas; /**< of which the value was stored */
  int64_t unvalued; /**< formulas without */
  int64_t errors; /**< such as #N/A */
  int64_t first_error; /**< its row */
  int64_t merged; /**< groups of merged cells */
  gboolean macros;
} SpilSheetFinds;

void spil_sheet_finds_add_error (SpilSheetFinds *self, int64_t row);

/** Appends sentences to @notes, of char *. */
void spil_sheet_finds_add_notes (const SpilSheetFinds *self, GPtrArray *notes);

G_END_DECLS
