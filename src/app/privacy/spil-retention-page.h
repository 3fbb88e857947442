// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-page.h"

G_BEGIN_DECLS

#define SPIL_TYPE_RETENTION_PAGE (spil_retention_page_get_type ())

/** What has been kept long enough: persons, to erase one, several or all, and notes and participations; and the retention periods themselves. */
G_DECLARE_FINAL_TYPE (SpilRetentionPage, spil_retention_page, SPIL, RETENTION_PAGE, SpilPage)

SpilPage *spil_retention_page_new (SpilWorker *worker);

/** For an agenda: how many persons there are, and whether there is something else, as rows that lead to the page (action win.retention). */
GtkWidget *spil_retention_group_new (guint n_persons, gboolean kept);

G_END_DECLS
