// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * Tells the main thread how far a job on another thread is. It is made before the job and freed after it, both on the main thread; in between the
 * job alone has it.
 */
typedef struct _SpilTidings SpilTidings;

/** Hears it on the main thread. @n is a share from 0 to 1 or a number of rows, as the job has it; @what is done now, or NULL. */
typedef void (*SpilTidingsFunc) (GObject *owner, double n, const char *what);

/** @owner is held as long as there are tidings for it. */
SpilTidings *spil_tidings_new (GObject *owner, SpilTidingsFunc func);
void spil_tidings_free (SpilTidings *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilTidings, spil_tidings_free)

/** For a job whatever its thread; a number without words is passed over when the one before it was just told. */
void spil_tidings_tell (SpilTidings *self, double n, const char *what);

G_END_DECLS
