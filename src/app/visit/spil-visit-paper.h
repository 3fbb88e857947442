// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

#include "spil-worker.h"

G_BEGIN_DECLS

/** Writes the visit sheet of @id to a file that is chosen, with @ending (static) ".pdf" or ".odt"; @name is the employer's. The window of @widget says what came of it. */
void spil_visit_paper_save (GtkWidget *widget, SpilWorker *worker, SpilId id, const char *name,
                            const char *ending);

/** Prints it, on a printer that is chosen. */
void spil_visit_paper_print (GtkWidget *widget, SpilWorker *worker, SpilId id);

G_END_DECLS
