// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What stands over a page on paper. */
#pragma once

#include <gtk/gtk.h>

#include "spil-document.h"
#include "spil-page-lists.h"

G_BEGIN_DECLS

/** Title, programme, day and @filter (nullable); the same on the pages that follow, and a stamp on all where the data are invented. @wide: on paper that lies. */
void spil_page_head_add (SpilDocument *document, const SpilPageLists *lists, const char *title,
                         const char *filter, gboolean wide);

/** Which view of @root is seen, with which filter: in the words that stand over it. "" for none; free with g_free(). */
char *spil_page_head_dup_filter (GtkWidget *root);

/** Whether a table in @root is too wide for paper that stands. */
gboolean spil_page_head_is_wide (GtkWidget *root, const SpilPageLists *lists);

G_END_DECLS
