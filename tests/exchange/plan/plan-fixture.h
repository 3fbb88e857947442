// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "exchange-fixture.h"
#include "spil-plan-file.h"
#include "spil-plan-import.h"

/** A planning as MS Project writes it: summaries, all types of links, a calendar with both kinds of exceptions, baselines, people. */
extern const char plan_fixture_microsoft[];
/** The same in the style of ProjectLibre: no GUIDs, no manual tasks, exceptions among the weekdays. */
extern const char plan_fixture_libre[];

/** Fills the empty database with an empty programme. */
void plan_fixture_use_programme (ExchangeFixture *self);

/** Writes the text to a file and reads it. */
SpilPlanFile *plan_fixture_read (ExchangeFixture *self, const char *text, gssize length, GError **error);

/** Takes it in; nothing may fail. */
SpilPlanImportResult *plan_fixture_import (ExchangeFixture *self, const SpilPlanFile *plan);

/** What is in the database, written as MSPDI and read again. */
SpilPlanFile *plan_fixture_round (ExchangeFixture *self);

/** Asserts that both say the same. */
void plan_fixture_assert_equal (const SpilPlanFile *one, const SpilPlanFile *other);

/** The task of that name; it has to be there. */
const SpilPlanFileTask *plan_fixture_task (const SpilPlanFile *plan, const char *name);

/** The activity of that name; it has to be there. Free with g_object_unref(). */
SpilRecord *plan_fixture_record (ExchangeFixture *self, const char *name);
