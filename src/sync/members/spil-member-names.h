// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-bytes.h"

G_BEGIN_DECLS

/* The name of a person and that of a laptop as two texts, then zeros, so that the length tells little of them. */

/** The lengths that come of it are multiples of this. */
#define SPIL_MEMBER_NAMES_STEP 64

/** NULL counts as "". */
void spil_member_names_add (GByteArray *bytes, const char *person, const char *device_name);
/** Each is made fit for one line on screen. Free with g_free(). */
gboolean spil_member_names_read (SpilBytes *bytes, char **person, char **device_name);

G_END_DECLS
