// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "figures-fixture.h"
#include "spil-booking-action.h"
#include "spil-budget-action.h"
#include "spil-budget-query.h"
#include "spil-closing-query.h"
#include "spil-entity.h"

G_BEGIN_DECLS

/**
 * A book on 1 November 2018 with the budget "v1" of € 951,500.00, decided on 31 July, from 1 July: lines "l1" Makelaars 112,000, "l2" Fonds 600,000,
 * "l3" Campagne 239,500, "l4" Later (PM) and "l9" Overloop 50,000 outside the budget; and the decision "d".
 */
void money_set_up (Book *book, gconstpointer data);
void money_tear_down (Book *book, gconstpointer data);

/** An amount in euro excluding VAT. */
SpilMoney euro (int64_t euros);

/** A booking with a description, for what else is in it to be filled in. */
SpilBooking booking_of (Book *book, SpilBookingKind kind, const char *line, SpilDay date, int64_t euros);

/** Books it, known as @key from then on (NULL: needs none). */
SpilId book_it (Book *book, const char *key, const SpilBooking *booking);
/** The same from its parts. */
SpilId
enter (Book *book, const char *key, SpilBookingKind kind, const char *line, SpilDay date, int64_t euros);
/** An expense that draws down a commitment. */
SpilId
draw (Book *book, const char *key, const char *commitment, const char *line, SpilDay date, int64_t euros);

/** Commits what an action function returned; the test fails on @error. Takes the action. */
void done (Book *book, SpilAction *action, GError *error);
/** Nothing was returned, and the sentence holds @words. Clears @error. */
void refused (SpilAction *action, GError **error, const char *words);
/** The commit is refused with a sentence that holds @words. Takes the action. */
void commit_refused (Book *book, SpilAction *action, const char *words);

/** The figures of a line until @until as text: "r reserved c committed o open a actual f forecast", in whole euro, those that are zero left out. */
char *line_text (Book *book, const char *line, SpilDay until);
#define assert_line(book, line, until, text)                                                                 \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    g_autofree char *_text = line_text (book, line, until);                                                  \
    g_assert_cmpstr (_text, ==, text);                                                                       \
  }                                                                                                          \
  G_STMT_END

/** The rows of @entity in the order in which they were added. */
GPtrArray *rows_of (Book *book, SpilEntityNumber entity);
/** The last row that was added. Free with g_object_unref(). */
SpilRecord *last_row (Book *book, SpilEntityNumber entity);

#define MONEY_TEST(path, func) g_test_add (path, Book, NULL, money_set_up, func, money_tear_down)

G_END_DECLS
