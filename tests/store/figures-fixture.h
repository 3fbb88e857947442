// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "store-fixture.h"

G_BEGIN_DECLS

/** A store to fill by hand; what was put in is known by a key of its own. */
typedef struct
{
  Fixture store;
  GHashTable *ids; /* key -> SpilId */
} Book;

void book_set_up (Book *book, gconstpointer data);
void book_tear_down (Book *book, gconstpointer data);

/**
 * Adds a row of @entity that is known as @key from then on (NULL: needs none). Then "field=value" ..., NULL: values as they are
 * typed, and "@key" for what they refer to.
 */
void put (Book *book, const char *key, const char *entity, ...) G_GNUC_NULL_TERMINATED;

/** The id of what was put in as @key. */
SpilId id_of (Book *book, const char *key);

/** 1 October 2018 is day (2018, 10, 1): a shorthand. */
#define day spil_day_from_ymd

/** Fails the test on @error, and on NULL. */
#define assert_rows(rows, error, n)                                                                          \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    g_assert_no_error (error);                                                                               \
    g_assert_nonnull (rows);                                                                                 \
    g_assert_cmpint ((rows)->len, ==, n);                                                                    \
  }                                                                                                          \
  G_STMT_END

G_END_DECLS
