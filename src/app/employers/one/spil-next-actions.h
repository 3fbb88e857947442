// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-record.h"

G_BEGIN_DECLS

#define SPIL_TYPE_NEXT_ACTIONS (spil_next_actions_get_type ())

/**
 * What is to happen next with an employer: its open actions, or the question to plan one. Signals: `opened` (SpilRecord), `done`
 * (SpilRecord), `plan`.
 */
G_DECLARE_FINAL_TYPE (SpilNextActions, spil_next_actions, SPIL, NEXT_ACTIONS, AdwPreferencesGroup)

/** Shows the actions (of SpilRecord), the first to come in front. */
void spil_next_actions_set_actions (SpilNextActions *self, GPtrArray *actions, SpilDay today);

G_END_DECLS
