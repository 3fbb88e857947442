// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-section.h"

G_BEGIN_DECLS

#define SPIL_TYPE_PROMISE_SECTION (spil_promise_section_get_type ())

/** What an employer has promised; for the page of that employer. */
G_DECLARE_FINAL_TYPE (SpilPromiseSection, spil_promise_section, SPIL, PROMISE_SECTION, SpilSection)

G_END_DECLS
