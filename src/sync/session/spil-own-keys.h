// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-sync-store.h"

G_BEGIN_DECLS

/** A key packet that this device made, for one of its packets. */
typedef struct
{
  int64_t first; /**< of the packet */
  int64_t last;
  int version; /**< the latest that was made */
  int n_erased; /**< how many of its rows were erased when that was made */
} SpilOwnKeys;

/** What is noted of them, as SpilOwnKeys by first entry; all of the device in use. */
GArray *spil_own_keys_read (SpilStore *store, GError **error);
gboolean spil_own_keys_write (GArray *self, SpilStore *store, GError **error);

/** The one for the packet that begins at @first; NULL when there is none. */
SpilOwnKeys *spil_own_keys_find (GArray *self, int64_t first);
/** The same, made when there is none. */
SpilOwnKeys *spil_own_keys_take (GArray *self, int64_t first, int64_t last);

G_END_DECLS
