// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-document.h"

G_BEGIN_DECLS

/** The sheet that is printed and kept in a safe: what it is for, the code, who wrote it when, and how it is used. One page. @programme may be "". */
SpilDocument *
spil_recovery_sheet_new (const char *code, const char *person, const char *programme, SpilDay day);

/** The groups of a code over lines of at most @per_line, so that it can be read and typed: "7KQX  M2VD". Free with g_free(). */
char *spil_recovery_dup_lines (const char *code, int per_line);

/** Writes the sheet as PDF to @path, whole or not at all, for its owner's eyes only. */
gboolean spil_recovery_sheet_write (SpilDocument *sheet, const char *path, GError **error);

G_END_DECLS
