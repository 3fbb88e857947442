// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

#include "spil-programme.h"

G_BEGIN_DECLS

#define SPIL_TYPE_SIDEBAR (spil_sidebar_get_type ())

/** The list of pages. Signal `page-activated` (int): index in spil_pages(). */
G_DECLARE_FINAL_TYPE (SpilSidebar, spil_sidebar, SPIL, SIDEBAR, GtkWidget)

/** Hides the pages that the programme does not use. */
void spil_sidebar_set_programme (SpilSidebar *self, const SpilProgramme *programme);

/** Whether the page of that index can be gone to; FALSE for -1. */
gboolean spil_sidebar_has_page (SpilSidebar *self, int index);

void spil_sidebar_select (SpilSidebar *self, int index);

/** Shows beside the page how many things wait there for a person; 0: nothing. */
void spil_sidebar_set_count (SpilSidebar *self, int index, int64_t count);

G_END_DECLS
