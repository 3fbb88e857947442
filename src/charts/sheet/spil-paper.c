// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-paper.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *name;
  const char *upright;
  const char *lying;
  double width; /* millimetres, upright (ISO 216) */
  double height;
} papers[] = {
  [SPIL_PAPER_A4] = { "a4", N_ ("A4 portrait"), N_ ("A4 landscape"), 210, 297 },
  [SPIL_PAPER_A3] = { "a3", N_ ("A3 portrait"), N_ ("A3 landscape"), 297, 420 },
};

G_STATIC_ASSERT (G_N_ELEMENTS (papers) == SPIL_PAPER_COUNT);

gboolean
spil_paper_find (const char *name, SpilPaper *paper)
{
  for (guint i = 0; i < SPIL_PAPER_COUNT; i++)
    if (g_ascii_strcasecmp (papers[i].name, name) == 0) {
      *paper = (SpilPaper) i;
      return TRUE;
    }
  return FALSE;
}

void
spil_paper_size (SpilPaper paper, gboolean landscape, double *width, double *height)
{
  *width = (landscape ? papers[paper].height : papers[paper].width) * SPIL_PAPER_MM;
  *height = (landscape ? papers[paper].width : papers[paper].height) * SPIL_PAPER_MM;
}

const char *
spil_paper_label (SpilPaper paper, gboolean landscape)
{
  return g_dgettext (GETTEXT_PACKAGE, landscape ? papers[paper].lying : papers[paper].upright);
}
