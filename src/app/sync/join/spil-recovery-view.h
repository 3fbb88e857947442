// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SPIL_TYPE_RECOVERY_VIEW (spil_recovery_view_get_type ())

/** Shows the recovery code, and saves the sheet with it where a person wants it and opens it there for printing. Signal `saved`. */
G_DECLARE_FINAL_TYPE (SpilRecoveryView, spil_recovery_view, SPIL, RECOVERY_VIEW, AdwBin)

void spil_recovery_view_set_code (SpilRecoveryView *self, const char *code, const char *person);

G_END_DECLS
