// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "import-fixture.h"
#include "spil-booking-import.h"

/** The day on which the tests are: after the budget of 2018 was decided. */
#define TODAY (spil_day_from_ymd (2018, 9, 30))

/** A budget of 2018 by the template, and the id of its line with that number. */
SpilId booking_fixture_line (ExchangeFixture *self, int number);

/** Books a commitment or expense; @commitment is a reference, or NULL. Returns its id. */
SpilId booking_fixture_book (ExchangeFixture *self, int entity, int line, const char *day, int64_t cents,
                             const char *counterpart, const char *reference, const char *commitment);

/** Reads in the file at @path, not run yet. */
SpilBookingImport *booking_fixture_read (ExchangeFixture *self, const char *path, int entity);
/** The same of @text as CSV. */
SpilBookingImport *booking_fixture_read_text (ExchangeFixture *self, const char *text, int entity);

/** What becomes of the rows, a line each: "2 matched 4 V-1 1000.00". Free with g_free(). */
char *booking_fixture_describe (ExchangeFixture *self, const SpilBookingImport *import);

/** A dry run, which must change nothing, and then the run, which must tell the same. */
SpilImportReport *booking_fixture_run (ExchangeFixture *self, SpilBookingImport *import);
