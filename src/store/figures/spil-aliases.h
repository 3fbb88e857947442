// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

/*
 * Organisations that are merged: everything of them shows at their head.
 */

/** The ids of organisation @of and of all that are merged into it: for IN. */
#define SPIL_ALIASES_SQL(of) "(" of ")"
/** The head of organisation @of: itself, mostly. */
#define SPIL_HEAD_SQL(of) of
