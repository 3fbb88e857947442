// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-page.h"

G_BEGIN_DECLS

#define SPIL_TYPE_LOAD_PAGE (spil_load_page_get_type ())

/** How much the owners of activities have to do, month by month or week by week; a cell tells which activities these are. */
G_DECLARE_FINAL_TYPE (SpilLoadPage, spil_load_page, SPIL, LOAD_PAGE, SpilPage)

/** Gives a class of pages the action `planning.load`, which opens it over them; for class_init. */
void spil_load_page_install (GtkWidgetClass *widget_class);

G_END_DECLS
