// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-plan-view.h"

G_BEGIN_DECLS

/** Lets @view be used with the keyboard, and zoomed with Ctrl and the wheel. */
void spil_plan_keys_add (SpilPlanView *view);

G_END_DECLS
