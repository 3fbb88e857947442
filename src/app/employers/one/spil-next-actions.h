// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-employer-data.h"

G_BEGIN_DECLS

#define SPIL_TYPE_NEXT_ACTIONS (spil_next_actions_get_type ())

/**
 * What is to happen next with an employer: the next action first, then what else is open. Where there is none, that is said, and what
 * the rhythm of contact proposes stands ready: Enter plans it. So whoever closes the last one is asked what is next in the same place. It stands in a
 * SpilPage, whose worker it uses.
 */
G_DECLARE_FINAL_TYPE (SpilNextActions, spil_next_actions, SPIL, NEXT_ACTIONS, AdwBin)

/** @data stays valid until the next call. */
void spil_next_actions_show (SpilNextActions *self, const SpilEmployerData *data);

G_END_DECLS
