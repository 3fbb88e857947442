// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-page.h"
#include "spil-sidebar.h"

G_BEGIN_DECLS

#define SPIL_TYPE_NAVIGATOR (spil_navigator_get_type ())

/**
 * Makes the pages when they are first gone to, each in a navigation view of its own for what is opened from it, and shows
 * one of them beside the sidebar. Signal `changed`: another page is seen.
 */
G_DECLARE_FINAL_TYPE (SpilNavigator, spil_navigator, SPIL, NAVIGATOR, GObject)

/** Makes one for those widgets, which it does not outlive. */
SpilNavigator *
spil_navigator_new (AdwNavigationSplitView *split_view, SpilSidebar *sidebar, SpilWorker *worker);

/** Shows the page of that index in spil_pages(). */
void spil_navigator_show (SpilNavigator *self, int index);

/** Goes back to what all pages that were opened in the current one were opened from. */
void spil_navigator_show_root (SpilNavigator *self);

/** The index of the page that is seen, or -1. */
int spil_navigator_get_current (SpilNavigator *self);

/** The page on top, or NULL. */
SpilPage *spil_navigator_get_visible_page (SpilNavigator *self);

/** The page of that index itself; NULL when it was never gone to. */
SpilPage *spil_navigator_get_root_page (SpilNavigator *self, int index);

/** Forgets all pages: there is no programme any more. */
void spil_navigator_clear (SpilNavigator *self);

G_END_DECLS
