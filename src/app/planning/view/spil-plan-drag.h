// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-plan-view.h"

G_BEGIN_DECLS

/**
 * Lets rows of @view be selected and opened with the pointer, and bars be dragged: in the middle the whole bar, at the sides its start or its end. What is
 * dragged snaps to days, weeks or months; Escape puts it back.
 */
void spil_plan_drag_add (SpilPlanView *view);

G_END_DECLS
