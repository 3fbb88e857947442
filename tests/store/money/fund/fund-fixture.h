// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "figures-fixture.h"
#include "spil-budget-query.h"
#include "spil-fund-action.h"
#include "spil-fund-query.h"

G_BEGIN_DECLS

/** The book with a programme of the second half of 2018, on 20 December of it; ends that when it is torn down, and checks the store. */
void fund_set_up (Book *book, gconstpointer data);
void fund_tear_down (Book *book, gconstpointer data);

/**
 * A budget "2018" with line "line" of @euro, and scheme "fonds" on it: ceiling @ceiling euro, half is own, at most € 50.000 per application, advance at
 * most half, open in the second half of 2018, 56 days to decide, 91 to account; two requirements ("plan", "offer") and one at settlement ("bills").
 */
void put_scheme (Book *book, const char *euro, const char *ceiling);

/** An application as a draft, received on @received ("2018-07-02"). Amounts in euro, "" for not stated. */
void put_application (Book *book, const char *key, const char *received, const char *cost, const char *other,
                      const char *asked);

/** Answers all requirements of that step (SPIL_ASSESSMENT_STEP_*) with yes. */
void answer_all (Book *book, const char *key, int step);

/** Takes the step, which must be allowed, told beforehand as allowed, and be one undo step; returns the sentence. Free with g_free(). */
char *take (Book *book, const char *key, SpilFundStep step);
/** The step must be refused, with that in the sentence, and told so beforehand. */
void take_fails (Book *book, const char *key, SpilFundStep step, const char *says);
/** Takes the usual steps up to and with @to. */
void take_until (Book *book, const char *key, int to);

/** The row of an application. */
SpilFundApplicationRow *row_of (Book *book, const char *key);
/** The row of "fonds" on 20 December 2018. */
SpilFundSchemeRow *scheme_of (Book *book);
/** The line "line" with its bookings. */
SpilBudgetLineFigures *line_of (Book *book);

G_END_DECLS
