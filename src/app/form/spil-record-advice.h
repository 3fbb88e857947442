// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-worker.h"

G_BEGIN_DECLS

#define SPIL_TYPE_RECORD_ADVICE (spil_record_advice_get_type ())

/** One sentence about the row that stands in a form, while it is typed: whether a booking fits, and what is left. */
G_DECLARE_FINAL_TYPE (SpilRecordAdvice, spil_record_advice, SPIL, RECORD_ADVICE, AdwBin)

/**
 * On the worker's thread: the sentence about @record, as far as it is filled in (free with g_free()); NULL: nothing to say. @warns becomes
 * TRUE when saving would be refused.
 */
typedef char *(*SpilRecordAdviceFunc) (SpilStore *store, SpilRecord *record, gboolean *warns);

/** Asks @func about @record, which is taken; its sentence is shown when it is there, unless it was asked again meanwhile. */
void spil_record_advice_ask (SpilRecordAdvice *self, SpilWorker *worker, SpilRecordAdviceFunc func,
                             SpilRecord *record);

G_END_DECLS
