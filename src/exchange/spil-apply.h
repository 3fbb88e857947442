// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

#include "spil-store.h"

G_BEGIN_DECLS

/*
 * Changes as JSON lines: {"op":"add","entity":"area","id":"...","values":{...}}, "set" and "delete" (which has no values). An
 * added row may leave out its id. Values have the form of spil-json.h: money in whole cents.
 */

/** Takes the result of one line, as one JSON object without a line break. FALSE with @error set to stop. */
typedef gboolean (*SpilApplyFunc) (const char *result, gpointer user_data, GError **error);

/** How a file was carried out. */
typedef struct
{
  int64_t done; /**< lines carried out */
  int64_t refused; /**< lines refused */
} SpilApplyCounts;

/**
 * Carries out the lines of @stream. Each line is a transaction and an undo step of its own, and a line that is refused does not keep the
 * next one from being carried out; @atomic: all together or, at the first refusal, none. @func gets {"line":1,"ok":true,"op":"add","entity":"area",
 * "id":"..."} or {"line":2,"ok":false,"error":"..."} for each line that is not empty; with @atomic, for each line when all are
 * carried out and otherwise only for the line that is not right. Returns FALSE when it cannot go on, or when nothing was done because of @atomic.
 */
gboolean spil_apply (SpilStore *store, GInputStream *stream, gboolean atomic, SpilApplyFunc func,
                     gpointer user_data, SpilApplyCounts *counts, GError **error);

G_END_DECLS
