// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-id.h"

G_BEGIN_DECLS

#define SPIL_TYPE_TASK_JOURNAL (spil_task_journal_get_type ())

/**
 * The journal of an activity: a line to type (light and headline, Enter) and under it what was said before, newest first. The keys 1, 2 and 3 choose
 * the light in the empty line, with Alt always. It stands in a SpilPage, whose worker it uses.
 */
G_DECLARE_FINAL_TYPE (SpilTaskJournal, spil_task_journal, SPIL, TASK_JOURNAL, AdwBin)

/** Shows the lines of @task (SpilRecord, newest first; stays of the caller's, who shows others before it goes). */
void spil_task_journal_show (SpilTaskJournal *self, SpilId task, GPtrArray *lines);

/** Moves the keyboard to the line to type. */
void spil_task_journal_begin (SpilTaskJournal *self);

G_END_DECLS
