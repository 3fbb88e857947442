// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-cli.h"

G_BEGIN_DECLS

/** The value of a field for people; a reference as the title of its row. Free with g_free(). */
char *spil_cli_dup_value (SpilCli *self, const SpilField *field, const SpilValue *value);

/** "Risk added: TITLE" and the like, to name a change: @format has %s for the entity and %s for the title. Free with g_free(). */
char *spil_cli_dup_label (const char *format, SpilRecord *record);

/** Prints a JSON object with one member, for machines: {"key":"text"}. */
void spil_cli_print_member (SpilCli *self, const char *key, const char *text);

/** Tells that the file was written. */
void spil_cli_tell_file (SpilCli *self, const char *path);

G_END_DECLS
