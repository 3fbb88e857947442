// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-audit-item.h"

G_BEGIN_DECLS

/** All that a line holds, with its hash, to read and to copy. */
AdwDialog *spil_audit_line_dialog_new (SpilAuditItem *item);

G_END_DECLS
