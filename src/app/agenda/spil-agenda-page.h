// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-page.h"

G_BEGIN_DECLS

#define SPIL_TYPE_AGENDA_PAGE (spil_agenda_page_get_type ())

/** The next actions on a calendar, a month or a week at a time, with the actions of a day beside it. */
G_DECLARE_FINAL_TYPE (SpilAgendaPage, spil_agenda_page, SPIL, AGENDA_PAGE, SpilPage)

SpilPage *spil_agenda_page_new (SpilWorker *worker);

G_END_DECLS
