// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-area-rule.h"
#include "spil-record.h"

G_BEGIN_DECLS

#define SPIL_TYPE_PRECONDITION_ROW (spil_precondition_row_get_type ())

/** A precondition: its name, the answer (yes, no, unknown) and the evidence. Signal `changed`: a person changed it. */
G_DECLARE_FINAL_TYPE (SpilPreconditionRow, spil_precondition_row, SPIL, PRECONDITION_ROW, AdwPreferencesRow)

GtkWidget *spil_precondition_row_new (SpilPrecondition precondition);

/** @answer: SPIL_ANSWER_*, 0 is shown as unknown; @evidence may be NULL. */
void spil_precondition_row_set (SpilPreconditionRow *self, int answer, const char *evidence);

int spil_precondition_row_get_answer (SpilPreconditionRow *self);

/** Puts answer and evidence in the area check @record. */
void spil_precondition_row_store (SpilPreconditionRow *self, SpilRecord *record);

G_END_DECLS
