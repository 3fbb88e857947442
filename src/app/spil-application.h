// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-window.h"

G_BEGIN_DECLS

#define SPIL_TYPE_APPLICATION (spil_application_get_type ())

/**
 * Spil. Options: --data DIR (the folder of the database), --demo (the demo, in a folder of its own, on the day on which it plays),
 * --page NAME, --new-contact and --agenda (see spil-app-actions.h), and a file with an invitation. The usual database has one process, which is asked when Spil is started again; any other folder and the demo have
 * processes of their own.
 */
G_DECLARE_FINAL_TYPE (SpilApplication, spil_application, SPIL, APPLICATION, AdwApplication)

SpilApplication *spil_application_new (void);

/** Its window, made and opened where there is none yet; not presented. */
SpilWindow *spil_application_get_window (SpilApplication *self);

/** The window, or NULL. */
SpilWindow *spil_application_find_window (SpilApplication *self);

/** The folder of the database that this process was started for. */
const char *spil_application_get_dir (SpilApplication *self);

/** Starts another Spil with the demo; it is made first where it is not there yet. */
gboolean spil_application_start_demo (SpilApplication *self, GError **error);

G_END_DECLS
