// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-transaction.h"

G_BEGIN_DECLS

/* What a single action and a series of entries have in common: the steps that can be taken back. In spil-commit.c. */

/** Whether people may change anything here. SPIL_STORE_ERROR_READ_ONLY. */
gboolean spil_steps_check_writable (SpilStore *self, GError **error);

/** Puts the step that @transaction did after the latest that is done; those that were undone are gone. */
gboolean spil_steps_push (SpilTransaction *transaction, const char *label, GError **error);

/** Leaves the search index in order after many rows were added: @n_added by number of their entity. */
gboolean spil_steps_join_searches (SpilStore *store, const guint *n_added, GError **error);

G_END_DECLS
