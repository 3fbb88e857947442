// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-links.h"

G_BEGIN_DECLS

/** Refuses where nothing may be written. */
gboolean spil_store_may_erase (SpilStore *self, GError **error);

/** Destroys the keys of the @rows (of SpilLinkRow) in one transaction; @label is for audit and history. Traces in the file are left for spil_store_scrub(). */
gboolean spil_store_erase_rows (SpilStore *self, const GArray *rows, const char *label, GError **error);

G_END_DECLS
