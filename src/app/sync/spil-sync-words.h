// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-sync.h"

G_BEGIN_DECLS

/** "today at 14:02", "yesterday at 14:02", "31-07-2018"; "not seen yet" for time 0. Free with g_free(). */
char *spil_sync_dup_when (SpilTime time);

/** The last part of a folder's path or URI; for people. Free with g_free(). */
char *spil_sync_dup_folder_name (const char *carrier);
/** The whole of it, as a path where it is one. Free with g_free(). */
char *spil_sync_dup_folder_path (const char *carrier);

/** What a person is asked to call himself at first: the name that the account gives; "" when it gives none. Free with g_free(). */
char *spil_sync_dup_own_name (void);

G_END_DECLS
