// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-cli.h"

G_BEGIN_DECLS

/* What the verbs of sharing are made of; each ends with one that has no name. */
extern const SpilCliVerb spil_space_parts[];
extern const SpilCliVerb spil_conflicts_parts[];
extern const SpilCliVerb spil_erase_parts[];

extern const SpilCliOption spil_remove_local_options[];

gboolean spil_verb_space_create (SpilCli *cli, GError **error);
gboolean spil_verb_space_invite (SpilCli *cli, GError **error);
gboolean spil_verb_space_join (SpilCli *cli, GError **error);
gboolean spil_verb_space_leave (SpilCli *cli, GError **error);
gboolean spil_verb_space_recover (SpilCli *cli, GError **error);
gboolean spil_verb_space_recovery (SpilCli *cli, GError **error);
gboolean spil_verb_space_carrier (SpilCli *cli, GError **error);
gboolean spil_verb_space_state (SpilCli *cli, GError **error);

gboolean spil_verb_space_requests (SpilCli *cli, GError **error);
gboolean spil_verb_space_approve (SpilCli *cli, GError **error);
gboolean spil_verb_space_members (SpilCli *cli, GError **error);
gboolean spil_verb_space_revoke (SpilCli *cli, GError **error);
gboolean spil_verb_space_accept (SpilCli *cli, GError **error);

gboolean spil_verb_sync (SpilCli *cli, GError **error);

gboolean spil_verb_conflicts_list (SpilCli *cli, GError **error);
gboolean spil_verb_conflicts_resolve (SpilCli *cli, GError **error);

gboolean spil_verb_erase_person (SpilCli *cli, GError **error);
gboolean spil_verb_erase_due (SpilCli *cli, GError **error);

gboolean spil_verb_backup (SpilCli *cli, GError **error);
gboolean spil_verb_restore (SpilCli *cli, GError **error);
gboolean spil_verb_remove_local (SpilCli *cli, GError **error);

/** Removes the database and all that belongs to it, the secrets too. It is closed first. */
gboolean spil_cli_remove_local (SpilCli *cli, GError **error);

G_END_DECLS
