// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * A link as a text that people can type: "3", "4BB+2", "5.1EE-1k". A number, what waits for what in two letters (einde or begin of the one, einde or begin of
 * the other; EB when there are none), and days between: working days, or calendar days with a k. These are the letters that Dutch planners write; the English
 * ones (FS, SS, FF, SF) are read as well.
 */

/** The letters of SPIL_LINK_TYPE_*: "EB". */
const char *spil_link_letters (int type);

/** Reads what follows the number: "", "BB", "+2", "BB-1k", without blanks. FALSE, with anything set, for what is no such text. */
gboolean spil_link_parse_kind (const char *text, int *type, int *lag, int *lag_unit);

/** The whole: @ref is the number of the activity that comes first. Free with g_free(). */
char *spil_link_format (const char *ref, int type, int lag, int lag_unit);

G_END_DECLS
