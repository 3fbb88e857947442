// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-worker.h"

G_BEGIN_DECLS

#define SPIL_TYPE_COPY_REMINDER (spil_copy_reminder_get_type ())

/** A bar that is there when no copy was made for longer than the setting backup-reminder-days, or the last one failed. Its button makes one. */
G_DECLARE_FINAL_TYPE (SpilCopyReminder, spil_copy_reminder, SPIL, COPY_REMINDER, AdwBin)

/** Once; it looks again each time that it is seen, and when something changes. */
void spil_copy_reminder_set_worker (SpilCopyReminder *self, SpilWorker *worker);

/** When the last copy was made, or that there is none, in a sentence. Free with g_free(). */
char *spil_copy_reminder_dup_sentence (SpilDay made, SpilDay today);

G_END_DECLS
