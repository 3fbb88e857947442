// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** Who made this, under which licence. */
AdwDialog *spil_about_dialog_new (void);

G_END_DECLS
