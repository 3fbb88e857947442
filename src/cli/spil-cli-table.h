// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-cli.h"

G_BEGIN_DECLS

/** A table of texts for people, in aligned columns. */
typedef struct _SpilCliTable SpilCliTable;

SpilCliTable *spil_cli_table_new (void);
void spil_cli_table_free (SpilCliTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilCliTable, spil_cli_table_free)

/** Adds a column at the right; @numeric ones are aligned right. Columns come before cells. */
void spil_cli_table_add_column (SpilCliTable *self, const char *label, gboolean numeric);

/** Adds the next cell: row by row, each from left to right. Any text; it is made one line and cut when it is long. */
void spil_cli_table_add_cell (SpilCliTable *self, const char *text);

/** The same for a sentence, which is never cut: whoever reads half of it does not know what to do. */
void spil_cli_table_add_sentence (SpilCliTable *self, const char *text);

/**
 * Prints the rows and forgets them, so that a long table goes page by page. Columns in which every cell was empty so far are left out; the
 * head comes first, and again when a column joins. Returns FALSE when nothing more can be written.
 */
gboolean spil_cli_table_print (SpilCliTable *self, SpilCli *cli);

G_END_DECLS
