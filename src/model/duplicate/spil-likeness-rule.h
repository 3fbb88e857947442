// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-norms.h"
#include "spil-record.h"

G_BEGIN_DECLS

/** The facts of one organisation as they were typed; each nullable. Texts are not copied. */
typedef struct
{
  const char *name;
  const char *kvk_number;
  const char *street;
  const char *house_number;
  const char *postcode;
  const char *town;
  const char *phone;
  const char *email;
  const char *website;
} SpilDuplicateFacts;

/** The facts of a row of organisation, valid until its next change. */
SpilDuplicateFacts spil_duplicate_facts_of (SpilRecord *organisation);

/** What is compared, see spil-duplicate-rule.h; each NULL when it is not known. */
typedef struct
{
  char *name;
  char *kvk; /**< 8 digits */
  char *house_number;
  char *postcode;
  char *address; /**< its key */
  char *town; /**< folded */
  char *phone;
  char *domain; /**< of the e-mail address or else of the website */
} SpilDuplicateTraits;

void spil_duplicate_traits_init (SpilDuplicateTraits *self, const SpilDuplicateFacts *facts);
void spil_duplicate_traits_clear (SpilDuplicateTraits *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpilDuplicateTraits, spil_duplicate_traits_clear)

/** What speaks for two organisations being one, and what against it. */
typedef enum
{
  SPIL_LIKE_KVK = 1 << 0,
  SPIL_LIKE_NAME = 1 << 1, /**< the same when normalised */
  SPIL_LIKE_NEAR_NAME = 1 << 2,
  SPIL_LIKE_ADDRESS = 1 << 3,
  SPIL_LIKE_PHONE = 1 << 4,
  SPIL_LIKE_DOMAIN = 1 << 5,
  SPIL_LIKE_TOWN = 1 << 6, /**< only where it is not the same address */
  SPIL_UNLIKE_KVK = 1 << 7,
  SPIL_UNLIKE_TOWN = 1 << 8,
} SpilLikeReason;

typedef enum
{
  SPIL_LIKENESS_NONE,
  SPIL_LIKENESS_SITE, /**< the same KvK number at another postcode: a site of the same organisation, rather than a duplicate */
  SPIL_LIKENESS_POSSIBLE,
  SPIL_LIKENESS_PROBABLE,
} SpilLikenessLevel;

typedef struct
{
  SpilLikenessLevel level;
  guint reasons; /**< of SpilLikeReason */
  int points; /**< for the order; 0 to about 200 */
} SpilLikeness;

/**
 * How alike two organisations are. Each reason has points (the table is in spil-likeness-rule.c), and the norms say from how
 * many points on it is possible, and probable. Where these are not set, only the same KvK number counts.
 */
SpilLikeness
spil_likeness (const SpilDuplicateTraits *a, const SpilDuplicateTraits *b, const SpilNorms *norms);

/** "Same KvK number, name looks alike, same town"; "" without reasons. Free with g_free(). */
char *spil_likeness_dup_text (SpilLikeness likeness);

/** The share (millionths) of letters that two normalised names have alike, best of as written and with sorted words. */
int64_t spil_likeness_of_names (const char *a, const char *b);

G_END_DECLS
