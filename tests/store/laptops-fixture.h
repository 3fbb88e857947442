// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "store-fixture.h"

G_BEGIN_DECLS

/** Laptops that exchange all they have when they meet. The first one's programme is everybody's. */
typedef struct
{
  char *dirs[3];
  SpilStore *stores[3];
} Laptops;

void laptops_set_up (Laptops *self, gconstpointer data);
/** Checks each of them, too. */
void laptops_tear_down (Laptops *self, gconstpointer data);

/** Fails the test when spil_store_check() finds a fault. */
void assert_sound (SpilStore *store);

/** Gives @to all the entries that @from has. */
void deliver (SpilStore *from, SpilStore *to);

/** All of them exchange all; then their digests must be equal. */
void meet (Laptops *self);

/** A programme and an organisation that all of them have; returns the id of the latter. */
SpilId begin (Laptops *self);

G_END_DECLS
