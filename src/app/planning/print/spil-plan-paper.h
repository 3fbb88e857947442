// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-plan-print.h"

G_BEGIN_DECLS

/** Makes a sheet of the planning as @print says it. Called on the thread that writes: it only reads what does not change. */
typedef SpilChart *(*SpilPlanPaperMake) (const SpilPlanPrint *print, gpointer data);

/**
 * Asks where to and writes the sheet there, on a thread: a file with @ending (".pdf", ".svg" or ".png", of @dots to an inch) that is first called @name. What went wrong
 * is told over @parent, which is kept until then; once written it is closed.
 */
void spil_plan_paper_save (AdwDialog *parent, const SpilPlanPrint *print, const char *name,
                           const char *ending, double dots, SpilPlanPaperMake make, gpointer data);

/**
 * Asks the system for a printer and prints. Another paper that is chosen there (A3 instead of A4) is laid out anew. @parent as above; @data is it, or something that
 * lives as long.
 */
void
spil_plan_paper_print (AdwDialog *parent, const SpilPlanPrint *print, SpilPlanPaperMake make, gpointer data);

G_END_DECLS
