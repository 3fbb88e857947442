// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-carrier.h"

G_BEGIN_DECLS

#define SPIL_TYPE_FOLDER_CARRIER (spil_folder_carrier_get_type ())

/** A carrier that is a folder of this machine: of a network share, of Nextcloud, on a stick. */
G_DECLARE_FINAL_TYPE (SpilFolderCarrier, spil_folder_carrier, SPIL, FOLDER_CARRIER, GObject)

/** For the folder @path, which may or may not be there. It is never made; folders in it are. */
SpilCarrier *spil_folder_carrier_new (const char *path);

/** How long it may give no sign of life. */
#define SPIL_FOLDER_CARRIER_PATIENCE_MS 30000

/** With so many threads stuck on shares that do not answer, no call is tried any more until one of them ends. */
#define SPIL_FOLDER_CARRIER_MAX_STUCK 32

/** After @limit milliseconds without a sign of life a call fails with SPIL_CARRIER_ERROR_ABSENT. */
void spil_folder_carrier_set_patience (SpilFolderCarrier *self, gint64 limit);

/**
 * For tests: asked before each system call, on the carrier's own thread, with what it is about to do ("open", "write" ...) and to which file or
 * folder. The call then fails with the errno it returns; 0 lets it go on.
 */
typedef int (*SpilFolderFault) (const char *call, const char *name, gpointer user_data);

void spil_folder_carrier_set_fault (SpilFolderCarrier *self, SpilFolderFault fault, gpointer user_data);

G_END_DECLS
