// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What to do with a planning that cannot be read on one page: each proposal has been tried. */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "spil-plan-sheet-private.h"

static gboolean
fits (SpilPlanSheet *self, double width, double height, int n_rows)
{
  SpilPlanSheetSetup setup = self->setup;
  SpilPlanSheetLayout layout;
  gboolean ok;

  setup.width = width;
  setup.height = height;
  setup.tiles = FALSE;
  spil_plan_sheet_lay_out (self, &setup, n_rows, &layout);
  ok = !layout.too_many && !layout.too_long;
  spil_plan_sheet_layout_clear (&layout);
  return ok;
}

static void
add_papers (SpilPlanSheet *self, GPtrArray *ways)
{
  for (int i = 0; i < SPIL_PAPER_COUNT * 2; i++) {
    SpilPaper paper = (SpilPaper) (i / 2);
    gboolean landscape = i % 2 == 0;
    double width, height;

    spil_paper_size (paper, landscape, &width, &height);
    if (fabs (width - self->setup.width) + fabs (height - self->setup.height) > 1 &&
        fits (self, width, height, self->needs.n_rows))
      g_ptr_array_add (ways, g_strdup (spil_paper_label (paper, landscape)));
  }
}

static char *
dup_ways (SpilPlanSheet *self)
{
  g_autoptr (GPtrArray) ways = g_ptr_array_new_null_terminated (6, g_free, TRUE);
  int pages = spil_plan_sheet_layout_across (&self->layout) * spil_plan_sheet_layout_down (&self->layout);

  add_papers (self, ways);
  if (self->needs.n_main < self->needs.n_rows &&
      fits (self, self->setup.width, self->setup.height, self->needs.n_main))
    g_ptr_array_add (ways, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "only the %d main activity",
                                                         "only the %d main activities", self->needs.n_main),
                                            self->needs.n_main));
  g_ptr_array_add (ways,
                   g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d page", "%d pages", pages), pages));
  return g_strjoinv (", ", (char **) ways->pdata);
}

char *
spil_plan_sheet_dup_advice (SpilPlanSheet *self)
{
  g_autofree char *ways = NULL;

  if (self->setup.tiles || !(self->layout.too_many || self->layout.too_long))
    return NULL;
  ways = dup_ways (self);
  if (self->layout.too_many)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%d activity cannot be read on one page of this size. This can: %s.",
                     "%d activities cannot be read on one page of this size. This can: %s.",
                     self->needs.n_rows),
        self->needs.n_rows, ways);
  /* Translators: %s is a list of papers and numbers of pages on which it can be read. */
  return g_strdup_printf (
      _ ("This period is too long to be read on one page of this size. This can: %s, or a shorter period."),
      ways);
}
