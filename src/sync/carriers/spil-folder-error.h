// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-carrier.h"

G_BEGIN_DECLS

/** Says in @error (SPIL_CARRIER_ERROR) what the system's @code (errno) means for the shared folder @label. */
void spil_folder_error_set (GError **error, const char *label, int code);

G_END_DECLS
