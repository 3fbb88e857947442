// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SPIL_TYPE_FOLDER_ROW (spil_folder_row_get_type ())

/**
 * A row in which a folder is typed or, with its button, chosen. It is an AdwEntryRow: its text is the folder's path, at first the one that the
 * administrator proposes.
 */
G_DECLARE_FINAL_TYPE (SpilFolderRow, spil_folder_row, SPIL, FOLDER_ROW, AdwEntryRow)

/** The path or URI, without white around it; NULL when nothing stands there. Free with g_free(). */
char *spil_folder_row_dup_folder (SpilFolderRow *self);

G_END_DECLS
