// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-space.h"
#include "spil-wire.h"

G_BEGIN_DECLS

/** Groups of a recovery code, and characters of a group: four of the code and one that checks them. */
#define SPIL_RECOVERY_GROUPS 14
#define SPIL_RECOVERY_GROUP_LENGTH 5

/** The root seed for people: groups of capitals and digits, with a space between. Free with g_free(). */
char *spil_recovery_code_to_text (const SpilSigningKey *root);

/**
 * Reads it back; lower case, spaces, hyphens and line breaks do not matter, nor do O for 0 and I or L for 1. SPIL_SPACE_ERROR_RECOVERY names the group in
 * which there is a typing error.
 */
gboolean spil_recovery_code_parse (const char *text, SpilSigningKey *root, GError **error);

G_END_DECLS
