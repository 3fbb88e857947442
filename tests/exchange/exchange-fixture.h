// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-store.h"

/** A fresh folder with, in its own folder `data`, an empty database. */
typedef struct
{
  char *dir;
  SpilStore *store;
} ExchangeFixture;

void exchange_fixture_set_up (ExchangeFixture *self, gconstpointer data);
void exchange_fixture_tear_down (ExchangeFixture *self, gconstpointer data);

/** A path in the folder; free with g_free(). */
char *exchange_fixture_path (ExchangeFixture *self, const char *name);

/** Fills the database with the template of 2018. */
void exchange_fixture_use_template (ExchangeFixture *self);

/** How many rows of @entity there are. */
int64_t exchange_fixture_count (ExchangeFixture *self, int entity);

/** All rows of @entity. */
GPtrArray *exchange_fixture_list (ExchangeFixture *self, int entity);
