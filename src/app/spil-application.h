// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-worker.h"

G_BEGIN_DECLS

#define SPIL_TYPE_APPLICATION (spil_application_get_type ())

/**
 * Spil. Options: --data DIR (the folder of the database; its own process), --demo (the demo, in a folder of its own), --page NAME.
 * One window for each folder.
 */
G_DECLARE_FINAL_TYPE (SpilApplication, spil_application, SPIL, APPLICATION, AdwApplication)

SpilApplication *spil_application_new (void);

/** Opens the demo in a window of its own; it is made first where it is not there yet. */
void spil_application_open_demo (SpilApplication *self);

G_END_DECLS
