// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-page.h"

G_BEGIN_DECLS

#define SPIL_TYPE_ABOUT_DATA_PAGE (spil_about_data_page_get_type ())

/** What is kept where, how much, who can read it and for how long: to read, to save, and with the way to each place where something can be done about it. */
G_DECLARE_FINAL_TYPE (SpilAboutDataPage, spil_about_data_page, SPIL, ABOUT_DATA_PAGE, SpilPage)

SpilPage *spil_about_data_page_new (SpilWorker *worker);

G_END_DECLS
