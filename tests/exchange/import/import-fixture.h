// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "exchange-fixture.h"
#include "spil-import.h"

/** Writes a file and returns its path; free with g_free(). */
char *write_table (ExchangeFixture *self, const char *name, const char *text);

/** Looks at the table, which must be readable, as a list of @entity. */
SpilImportLook *look_at (ExchangeFixture *self, const char *path, int entity);

/** Reads in a table as it is proposed; a dry run first, which must tell the same. */
SpilImportReport *import_text (ExchangeFixture *self, int entity, const char *text);
SpilImportReport *import_plan (ExchangeFixture *self, const char *path, const SpilImportPlan *plan);

/** created, updated, skipped, rejected. */
void assert_counts (const SpilImportReport *report, int created, int updated, int skipped, int rejected);

/** The digest; free with g_free(). */
char *digest_of (ExchangeFixture *self);

/** The only row of @entity with that title. */
SpilRecord *row_called (ExchangeFixture *self, int entity, const char *title);

/** All is sound: spil_store_check() finds nothing. */
void assert_sound (ExchangeFixture *self);
