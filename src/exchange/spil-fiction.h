// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-random.h"

G_BEGIN_DECLS

/* The word lists that invented data is made of: data/demo/woorden.json. */

#define SPIL_WORD_LISTS(LIST)                                                                                \
  LIST (COMPANY_FIRST, company_first)                                                                        \
  LIST (COMPANY_SECOND, company_second)                                                                      \
  LIST (BRANCHES, branches) /* tag: sector */                                                                \
  LIST (FIRST_NAMES, first_names)                                                                            \
  LIST (LAST_NAMES, last_names)                                                                              \
  LIST (FUNCTIONS, functions) /* number: level of a person */                                                \
  LIST (STREETS, streets)                                                                                    \
  LIST (PLACES, places) /* towns; tag: key of the area, number: postcode */                                  \
  LIST (MOBILITY_BROKERS, mobility_brokers)                                                                  \
  LIST (SUSTAINABILITY_BROKERS, sustainability_brokers)                                                      \
  LIST (OPENINGS, openings) /* number: kind of contact moment */                                             \
  LIST (FINDINGS, findings) /* number: need */                                                               \
  LIST (CLOSINGS, closings)                                                                                  \
  LIST (ADVICE, advice)                                                                                      \
  LIST (OUTCOMES, outcomes)                                                                                  \
  LIST (NEXT_ACTIONS, next_actions)                                                                          \
  LIST (EVIDENCE, evidence) /* number: stage */                                                              \
  LIST (MEASURES, measures) /* number: cost in euro */                                                       \
  LIST (REFUSALS, refusals)                                                                                  \
  LIST (STATEMENTS, statements)                                                                              \
  LIST (TRAVEL, travel)

#define LIST(L, name) SPIL_WORDS_##L,
typedef enum
{
  SPIL_WORD_LISTS (LIST) SPIL_N_WORD_LISTS
} SpilWords;
#undef LIST

/** A word or sentence. */
typedef struct
{
  const char *text;
  const char *tag; /**< what it belongs to; NULL: nothing */
  int number; /**< the same as a number: of a choice, where the list is about one; 0: none */
} SpilPhrase;

typedef struct _SpilFiction SpilFiction;

/** The folder of the lists: SPIL_DEMO_DIR, or beside the first folder of SPIL_TEMPLATE_DIR, or the installed one. Free with g_free(). */
char *spil_fiction_dir (void);

/** Reads the lists. SPIL_EXCHANGE_ERROR when they are missing or not right. */
SpilFiction *spil_fiction_load (GError **error);
void spil_fiction_free (SpilFiction *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilFiction, spil_fiction_free)

/** How many phrases a list has: at least one. */
int spil_fiction_count (SpilFiction *self, SpilWords list);
/** The phrase at @index, counted round; owned by @self. */
const SpilPhrase *spil_fiction_get (SpilFiction *self, SpilWords list, int index);
/** Any phrase; owned by @self. */
const SpilPhrase *spil_fiction_pick (SpilFiction *self, SpilWords list, SpilRandom *random);
/** Any phrase with that number, or any at all when none has it; owned by @self. */
const SpilPhrase *
spil_fiction_pick_number (SpilFiction *self, SpilWords list, SpilRandom *random, int number);

/** The name of company @index, marked as invented: "Blauwe Fietsbel Transport (demo)". Different for each of over 100,000; further on they carry a number. Free with g_free(). */
char *spil_fiction_company (SpilFiction *self, int index, const SpilPhrase **branch);

/** The name of a person, marked as invented: "Bo Fietspad (demo)". Free with g_free(). */
char *spil_fiction_person (SpilFiction *self, SpilRandom *random);

G_END_DECLS
