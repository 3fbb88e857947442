// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-worker.h"

G_BEGIN_DECLS

/**
 * A row for the name of who works on this laptop, which stands at everything that is done here. It is kept in the database. @member: the name under which this laptop takes
 * part in working together, which the others know and is not changed here; NULL: it does not take part.
 */
GtkWidget *spil_name_row_new (SpilWorker *worker, const char *member);

G_END_DECLS
