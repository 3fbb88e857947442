// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-section.h"

G_BEGIN_DECLS

#define SPIL_TYPE_EVENT_SECTION (spil_event_section_get_type ())

/** The events to which an employer came; for the page of that employer. */
G_DECLARE_FINAL_TYPE (SpilEventSection, spil_event_section, SPIL, EVENT_SECTION, SpilSection)

G_END_DECLS
