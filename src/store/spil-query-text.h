// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-query-private.h"
#include "spil-store.h"

G_BEGIN_DECLS

/** The text of a query, made from names of the descriptors only, and the values that belong to its question marks. */
typedef struct
{
  GString *sql;
  GArray *values; /**< of SpilValue, owned */
} SpilQueryText;

/** How the words of a query are looked for. */
typedef enum
{
  SPIL_SEARCH_NOT,
  SPIL_SEARCH_FIRST, /**< find the rows with the words, then sort them: when these are few, or wanted newest first */
  SPIL_SEARCH_LATER, /**< go through the rows in the order of an index, and see which have the words: when these are many */
} SpilSearchPlan;

void spil_query_text_init (SpilQueryText *text);
void spil_query_text_clear (SpilQueryText *text);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpilQueryText, spil_query_text_clear)

/** Appends a question mark that stands for @value, which it takes. */
void spil_query_text_append_value (SpilQueryText *text, SpilValue value);

/** Appends the condition that the words are found, for the search table. */
void spil_query_text_append_match (SpilQueryText *text, const SpilQuery *query);

/** Appends FROM and WHERE; the rows are `t`, and `s` what was found. */
void spil_query_text_append_from (SpilStore *store, SpilQueryText *text, const SpilQuery *query,
                                  SpilSearchPlan plan);

/** Appends ORDER BY. */
void spil_query_text_append_order (SpilQueryText *text, const SpilQuery *query);

/** Whether there are words to look for, and a search table to find them in. */
gboolean spil_query_is_searched (const SpilQuery *query);

/** Whether the query asks for what refers to one row: then the index on that reference serves best. */
gboolean spil_query_names_reference (const SpilQuery *query);

G_END_DECLS
