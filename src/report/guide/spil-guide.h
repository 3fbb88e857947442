// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-document.h"
#include "spil-help.h"

G_BEGIN_DECLS

/** The user guide: the pages of the help in their order, with a list of contents. */
SpilDocument *spil_guide_new (const SpilHelp *help);

/** Writes it to @path, as PDF or ODT by its ending. Errors: those of spil_help_new() and of writing. */
gboolean spil_guide_write (const char *path, GError **error);

G_END_DECLS
