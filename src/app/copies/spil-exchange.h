// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-window.h"

G_BEGIN_DECLS

/** Does something to the folder of a database, on a thread of its own, while nobody has it open. */
typedef gboolean (*SpilExchangeFunc) (const char *dir, gpointer data, GError **error);

/**
 * Lets go of the database of @window, runs @func on its folder, and opens what is there then. @done (nullable) is said in a toast when it went
 * well; an error is shown. @data is freed with @free_data.
 */
void spil_exchange_run (SpilWindow *window, SpilExchangeFunc func, gpointer data, GDestroyNotify free_data,
                        const char *done);

G_END_DECLS
