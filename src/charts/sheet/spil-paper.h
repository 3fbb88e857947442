// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Sheets of paper that an office has. */
typedef enum
{
  SPIL_PAPER_A4,
  SPIL_PAPER_A3,
} SpilPaper;

#define SPIL_PAPER_COUNT 2

/** Points in a millimetre. */
#define SPIL_PAPER_MM (72 / 25.4)

/** Finds a paper by its name ("a4"), in capitals or not; FALSE when there is none. */
gboolean spil_paper_find (const char *name, SpilPaper *paper);
/** Its size as it lies, in points. */
void spil_paper_size (SpilPaper paper, gboolean landscape, double *width, double *height);
/** "A4 landscape", in the language of the program. */
const char *spil_paper_label (SpilPaper paper, gboolean landscape);

G_END_DECLS
