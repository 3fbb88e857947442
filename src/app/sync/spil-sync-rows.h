// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-conflict-query.h"
#include "spil-sync-facts.h"

G_BEGIN_DECLS

/** A laptop that takes part; with a menu for those who may end its access: "sync.revoke" with the device. */
GtkWidget *spil_member_row_new (const SpilMember *member, gboolean may_revoke);
/** Says of the same laptop what is known now. */
void spil_member_row_update (GtkWidget *row, const SpilMember *member);

/** A laptop that asks to be let in; its button has the action "sync.approve" with the code. */
GtkWidget *spil_request_row_new (const SpilJoinRequest *request);

/** What is amiss. */
GtkWidget *spil_problem_row_new (const SpilProblem *problem);
/** The step that helps, to stand under it: "sync.folder", or "sync.accept" with the device; NULL: there is none here. */
GtkWidget *spil_problem_help_row_new (const SpilProblem *problem, gboolean leader);

/** A row that is a button. */
GtkWidget *spil_step_row_new (const char *title, const char *action);

/** An entry of the inbox: opens it with the action "sync.settle" and its id. */
GtkWidget *spil_conflict_row_new (const SpilConflict *conflict);

/** Its title, or what it is otherwise: for people. */
const char *spil_conflict_get_title (const SpilConflict *conflict);

G_END_DECLS
