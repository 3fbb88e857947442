// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-chart-file.h"
#include "spil-plan-sheet.h"
#include "spil-plan-shown.h"

G_BEGIN_DECLS

/** What is printed of a planning, and how. */
typedef struct
{
  SpilPaper paper;
  gboolean landscape;
  gboolean tiles; /**< over as many pages as it needs */
  gboolean grey;
  const SpilPlanFilter *filter; /**< only what it asks for; NULL: all; the caller's */
  SpilPlanGroup group;
  gboolean critical; /**< the critical path stands out */
  gboolean slack; /**< how much later each may end */
  gboolean main_only; /**< no activities that are part of another, unless they sum up others */
  SpilDay first; /**< only what there is in this period; SPIL_DAY_NONE: everything */
  SpilDay last;
} SpilPlanPrint;

/** A4 on its side, one page, everything. */
#define SPIL_PLAN_PRINT_INIT \
  { .paper = SPIL_PAPER_A4, .landscape = TRUE, .first = SPIL_DAY_NONE, .last = SPIL_DAY_NONE }

/** What stands on the paper beside the planning itself; any may be NULL. */
typedef struct
{
  const char *programme;
  const char *baseline; /**< the name of what it is compared with */
  const char *filter; /**< what was filtered on, in words */
  gboolean demo; /**< holds demo data: it says so */
} SpilPlanPrintWords;

/**
 * The planning on paper, as it stands on @day: a chart with a page for each sheet (see spil-plan-sheet.h). Independent of @plan afterwards, and to be
 * used by one thread at a time.
 */
SpilChart *spil_plan_print_new (const SpilPlan *plan, const SpilPlanPrint *print,
                                const SpilPlanPrintWords *words, SpilDay day);

/** The first paper and position on which it can be read on one page: of those given, A4 before A3; @print stays when there is none. */
void spil_plan_print_choose_paper (const SpilPlan *plan, SpilPlanPrint *print,
                                   const SpilPlanPrintWords *words, SpilDay day);

/**
 * Writes such a sheet: a PDF with all its pages, or SVG or PNG pictures, one for each page. @dots: of a PNG, to an inch; 0: 200. Returns
 * the paths that were written, to be freed with g_strfreev(); NULL with a sentence in @error (SPIL_CHART_FILE_ERROR).
 */
char **spil_plan_print_write (SpilChart *sheet, const SpilPlanPrint *print, const char *path, double dots,
                              GError **error);

G_END_DECLS
