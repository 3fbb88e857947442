// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-window.h"

G_BEGIN_DECLS

/**
 * Ways through the window by key: win.next-page and win.previous-page, in the order of the list of pages; win.next-pane and win.previous-pane, between that list and the
 * page; win.next-view, of a page that can be seen in several ways.
 */
void spil_ways_install (GtkWidgetClass *window_class);

/**
 * Sees to it that the keyboard is somewhere in @window: where nothing has it, or what had it is no longer seen (a dialog closed over a page that is another one by then), the
 * page gets it. No key is given to what is hidden.
 */
void spil_ways_watch (SpilWindow *window);

G_END_DECLS
