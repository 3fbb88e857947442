// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "driver.h"

G_BEGIN_DECLS

/* What is kept, as `spilctl --json list` tells it. */

/** The rows of an entity, one object a line. Free with g_free(). */
char *rows_list (Driver *driver, const char *entity);
int rows_count (Driver *driver, const char *entity);
/** Whether @text is somewhere in them. */
gboolean rows_hold (Driver *driver, const char *entity, const char *text);

/** Waits until there are @n; or until @text is in them. */
void rows_wait_count (Driver *driver, const char *entity, int n);
void rows_wait_text (Driver *driver, const char *entity, const char *text);

G_END_DECLS
