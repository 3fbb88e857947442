// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-application.h"

G_BEGIN_DECLS

/**
 * What the desktop asks of Spil without a window of ours: from the menu of its icon, a notification or its search, over D-Bus
 * (org.freedesktop.Application.ActivateAction) or the command line.
 *
 * Actions: new-contact, agenda, show-page(s), search(s), open-record(s "entity id"). Each shows the window, and does its thing there once the programme has been read.
 */
void spil_app_actions_install (SpilApplication *application);

G_END_DECLS
