// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sim-world.h"
#include "sync-sim-carrier.h"

G_BEGIN_DECLS

/** Laptops that share a carrier, as they are when all have joined: what the worlds are made from. */
typedef struct _SimSpace SimSpace;

SimSpace *sim_space_new (void);
void sim_space_free (SimSpace *self);

/** A world in which @n_devices of them synchronise over a carrier that does what a seed says. */
SimWorld *sim_space_make_world (SimSpace *self, int n_devices, guint32 seed, SimWrong wrong);

/** Has the laptops of @world synchronise over @share, of which it takes the reference. */
void sim_world_carry (SimWorld *world, SimShare *share, guint32 seed);

G_END_DECLS
