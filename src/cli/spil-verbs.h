// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-cli.h"

G_BEGIN_DECLS

/** The verb of that name, or NULL. */
const SpilCliVerb *spil_verb_find (const char *name);

/** What --help prints: everything, or about one verb. */
void spil_verbs_print_help (SpilCli *cli);

/*
 * The verbs, each documented by its line in the table of spil-verbs.c. FALSE with @error when refused or failed.
 */
gboolean spil_verb_init (SpilCli *cli, GError **error);
gboolean spil_verb_templates (SpilCli *cli, GError **error);
gboolean spil_verb_entities (SpilCli *cli, GError **error);
gboolean spil_verb_list (SpilCli *cli, GError **error);
gboolean spil_verb_show (SpilCli *cli, GError **error);
gboolean spil_verb_add (SpilCli *cli, GError **error);
gboolean spil_verb_set (SpilCli *cli, GError **error);
gboolean spil_verb_delete (SpilCli *cli, GError **error);
gboolean spil_verb_undo (SpilCli *cli, GError **error);
gboolean spil_verb_redo (SpilCli *cli, GError **error);
gboolean spil_verb_history (SpilCli *cli, GError **error);
gboolean spil_verb_apply (SpilCli *cli, GError **error);
gboolean spil_verb_import (SpilCli *cli, GError **error);
gboolean spil_verb_export (SpilCli *cli, GError **error);
gboolean spil_verb_chart (SpilCli *cli, GError **error);
gboolean spil_verb_report (SpilCli *cli, GError **error);
gboolean spil_verb_dump (SpilCli *cli, GError **error);
gboolean spil_verb_digest (SpilCli *cli, GError **error);
gboolean spil_verb_check (SpilCli *cli, GError **error);

G_END_DECLS
