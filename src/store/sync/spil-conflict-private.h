// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-conflict-query.h"

G_BEGIN_DECLS

/** An entry without sides or texts. */
SpilConflict *
spil_conflict_new (SpilConflictKind kind, const SpilEntity *entity, const SpilId *row, int group);

void spil_conflict_side_free (SpilConflictSide *self);

/** Appends the inbox as canonical JSON lines, sorted by id: the same on every laptop; for the digest. */
gboolean spil_conflicts_dump (SpilStore *store, SpilDumpFunc func, gpointer user_data, GError **error);

G_END_DECLS
