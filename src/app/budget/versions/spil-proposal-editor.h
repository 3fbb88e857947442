// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-budget-data.h"

G_BEGIN_DECLS

#define SPIL_TYPE_PROPOSAL_EDITOR (spil_proposal_editor_get_type ())

/** The lines of a proposal, of which name, amount, PM and notes are typed over in place, in a SpilPage; what was typed is kept in one step. */
G_DECLARE_FINAL_TYPE (SpilProposalEditor, spil_proposal_editor, SPIL, PROPOSAL_EDITOR, AdwBin)

/** Shows @data, unless something is typed that was not kept yet. */
void spil_proposal_editor_fill (SpilProposalEditor *self, const SpilBudgetData *data);
void spil_proposal_editor_set_narrow (SpilProposalEditor *self, gboolean narrow);

G_END_DECLS
