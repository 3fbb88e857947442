// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-tidings.h"

G_BEGIN_DECLS

#define SPIL_TYPE_BUSY_PAGE (spil_busy_page_get_type ())

/** The page of a dialog, tag "busy", that waits for a job, with a button to cancel it. */
G_DECLARE_FINAL_TYPE (SpilBusyPage, spil_busy_page, SPIL, BUSY_PAGE, AdwNavigationPage)

/**
 * Goes on top of its view, says @text, and keeps the dialog open until spil_busy_page_end(). Returns what the button cancels, as does whoever wants
 * to close the dialog; owned by the page.
 */
GCancellable *spil_busy_page_begin (SpilBusyPage *self, const char *text);

/** For the job: a share from 0 to 1. Free with spil_tidings_free(). */
SpilTidings *spil_busy_page_make_tidings (SpilBusyPage *self);

/** The job is over: the dialog may close. Which page comes then is for the caller. */
void spil_busy_page_end (SpilBusyPage *self);

G_END_DECLS
