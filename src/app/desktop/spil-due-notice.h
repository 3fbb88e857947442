// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-window.h"

G_BEGIN_DECLS

#define SPIL_TYPE_DUE_NOTICE (spil_due_notice_get_type ())

/**
 * Tells the desktop, while the window is open but not looked at, how many actions are due (see spil-due-rule.h); one notification, that opens the agenda and goes
 * when Spil is looked at. Off where the setting `notifications` is, and for the demo.
 */
G_DECLARE_FINAL_TYPE (SpilDueNotice, spil_due_notice, SPIL, DUE_NOTICE, GObject)

/** For @window, which it does not outlive. */
SpilDueNotice *spil_due_notice_new (SpilWindow *window);

G_END_DECLS
