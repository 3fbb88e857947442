// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "naive.h"
#include "spil-rule-fields.h"

G_BEGIN_DECLS

typedef struct
{
  guint place;
  SpilRecord *before; // owned; NULL: added
  SpilRecord *after; // owned
} NaiveTouch;

int naive_entity_of (SpilRecord *record);
/** The number of the line of a booking, also of a line that is gone. */
int naive_number_of (const Naive *self, SpilRecord *booking);
/** What a booking takes back, where that is there. */
SpilRecord *naive_original_of (const Naive *self, SpilRecord *booking);
gboolean naive_takes_back (SpilRecord *booking);
/** The booking that all of it is about; NULL when that is gone. */
SpilRecord *naive_root_of (const Naive *self, SpilRecord *booking);
gboolean naive_is_release (SpilRecord *booking);
int64_t naive_amount_of (SpilRecord *booking);
/** A root with all that takes it back. */
int64_t naive_net_of (const Naive *self, SpilRecord *root, SpilDay day);
/** What draws on a root. */
int64_t naive_used_of (const Naive *self, SpilRecord *root, SpilDay day);
gboolean naive_is_proposal (SpilRecord *version);
gboolean naive_is_reopened (const Naive *self, SpilRecord *period);
/** Whether @period is closed and holds all of those days. */
gboolean naive_covers (const Naive *self, SpilRecord *period, SpilDay first, SpilDay last);

G_END_DECLS
