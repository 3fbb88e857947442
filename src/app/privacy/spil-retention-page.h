// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-page.h"

G_BEGIN_DECLS

#define SPIL_TYPE_RETENTION_PAGE (spil_retention_page_get_type ())

/** The persons whose data have been kept long enough: to erase one, several or all. */
G_DECLARE_FINAL_TYPE (SpilRetentionPage, spil_retention_page, SPIL, RETENTION_PAGE, SpilPage)

SpilPage *spil_retention_page_new (SpilWorker *worker);

/** For an agenda: how many there are, as a row that leads to the page (action win.retention). */
GtkWidget *spil_retention_group_new (guint count);

G_END_DECLS
