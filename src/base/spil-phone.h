// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Fewer digits than this are not looked for in telephone numbers. */
#define SPIL_PHONE_LEAST 4

/**
 * The telephone numbers in a text that people wrote, each as its national digits without the zero before: "612345678" for "06-1234 5678",
 * "+31 (0)6 12345678" and "0031612345678" alike. A number of another country keeps the digits of its country. Several are parted by a comma, a
 * semicolon, a line end, or a slash after a whole number. Free with g_strfreev().
 */
GStrv spil_phone_numbers (const char *text);

/**
 * Whether @text can only be meant as (a part of) a telephone number: digits, with what people write between them. Then @start gets how a number that begins
 * with it begins, and @end how one that ends with it ends, both as spil_phone_numbers() has them; @start is NULL when it cannot begin one.
 */
gboolean spil_phone_is_part (const char *text, char **start, char **end);

G_END_DECLS
