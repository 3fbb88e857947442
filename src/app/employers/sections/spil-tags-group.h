// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-record.h"

G_BEGIN_DECLS

#define SPIL_TYPE_TAGS_GROUP (spil_tags_group_get_type ())

/**
 * The tags of an employer as chips, to take away, and an entry to add one, that proposes those in use while typing. It stands in a
 * SpilPage, whose worker it uses.
 */
G_DECLARE_FINAL_TYPE (SpilTagsGroup, spil_tags_group, SPIL, TAGS_GROUP, AdwPreferencesGroup)

/** Shows the tags of @organisation; @in_use (of char *) are proposed. Keeps references. */
void spil_tags_group_show (SpilTagsGroup *self, SpilRecord *organisation, GPtrArray *in_use);

G_END_DECLS
