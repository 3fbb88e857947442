// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-pdf-private.h"

#define LINE 22.0 /* room for handwriting */

void
spil_pdf_lines (SpilPdf *self, const SpilBlock *block, gboolean last)
{
  spil_pdf_tag (self, "Artifact", "type=Layout");
  for (int i = 0; i < block->lines || (last && self->y + LINE <= self->bottom); i++) {
    spil_pdf_ensure (self, LINE);
    self->y += LINE;
    self->fresh = FALSE;
    spil_pdf_line (self, self->left, self->right, self->y, 0.4, self->palette.strong_grid);
  }
  spil_pdf_untag (self, "Artifact");
}

double
spil_pdf_lines_least (SpilPdf *self, const SpilBlock *block)
{
  return block->lines * LINE;
}
