// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-record.h"
#include "spil-worker.h"

G_BEGIN_DECLS

#define SPIL_TYPE_STAGE_DIALOG (spil_stage_dialog_get_type ())

/** To move an employer to another stage of the funnel: forward only with evidence. */
G_DECLARE_FINAL_TYPE (SpilStageDialog, spil_stage_dialog, SPIL, STAGE_DIALOG, AdwDialog)

/** @engagement (nullable) is the relation with @organisation as it is; @stages are records of the stages by number. Keeps references. */
AdwDialog *
spil_stage_dialog_new (SpilWorker *worker, SpilId organisation, SpilRecord *engagement, GPtrArray *stages);

/** Chooses @stage beforehand; what is left to write is the evidence. */
void spil_stage_dialog_choose (SpilStageDialog *self, SpilId stage);

/**
 * Adds to @action that the relation goes from @before (NULL: there is none yet) to the stage @to, with its stage change. Free the
 * relation as it will be with g_object_unref().
 */
SpilRecord *spil_stage_move (SpilAction *action, SpilId organisation, SpilRecord *before, SpilId to,
                             SpilDay date, const char *evidence);

G_END_DECLS
