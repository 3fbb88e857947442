// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-privacy.h"
#include "spil-worker.h"

G_BEGIN_DECLS

/** Asks whether the notes or participations of @total, "12 notes of contact moments" for people, are to be erased, and does it. */
void spil_erase_kept_ask (GtkWidget *parent, SpilWorker *worker, const SpilRetentionTotal *total,
                          const char *title);

/** The same for the note of one contact moment. */
void spil_erase_note_ask (GtkWidget *parent, SpilWorker *worker, SpilId contact);

G_END_DECLS
