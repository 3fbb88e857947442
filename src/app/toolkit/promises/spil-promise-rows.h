// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

#include "spil-promise-query.h"

G_BEGIN_DECLS

/** A promise with how it stands and, while it is open, a button that says it was kept; opens its form. @whom: says whose it is. */
GtkWidget *spil_promise_row_new (const SpilPromiseRow *promise, SpilDay today, gboolean whom);

/** Fields of the form of a promise, with and without whose it is; end with 0. */
extern const int spil_promise_fields[];
extern const int spil_promise_own_fields[];

G_END_DECLS
