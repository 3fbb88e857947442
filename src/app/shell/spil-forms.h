// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-page.h"

G_BEGIN_DECLS

/**
 * Presents the form to add a row of @entity over @page: what the page itself makes of it, else the form that the entity has of
 * its own, else the one that follows from its descriptor.
 */
void spil_forms_add (SpilPage *page, const SpilEntity *entity);

G_END_DECLS
