// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-cadence-rule.h"
#include "spil-store.h"

G_BEGIN_DECLS

/** Columns that the list can be sorted by. */
typedef enum
{
  SPIL_EMPLOYER_SORT_NAME,
  SPIL_EMPLOYER_SORT_TOWN,
  SPIL_EMPLOYER_SORT_STAFF,
  SPIL_EMPLOYER_SORT_LAST_CONTACT, /**< never contacted first */
  SPIL_EMPLOYER_SORT_MATCH, /**< those whose name has the words that are searched for first; otherwise by name */
  SPIL_EMPLOYER_SORT_STAGE, /**< by its number; without a stage last */
  SPIL_EMPLOYER_SORT_TIER, /**< without a tier last */
  SPIL_EMPLOYER_SORT_BROKER, /**< the mobility broker, else the sustainability broker */
  SPIL_EMPLOYER_SORT_ACTION, /**< the open next action that is due first; without any last */
} SpilEmployerSort;

/** Which organisations, in which order. All zero bytes: all of them, by name. Nothing in it is owned. */
typedef struct
{
  /** Words, each as a prefix: in the organisation (name, town, KvK number, tags ...), its persons, or its contact moments. NULL: any. */
  const char *search;
  int64_t kinds; /**< bits 1 << SPIL_ORGANISATION_KIND_*; 0: all kinds */
  SpilId stage; /**< nil: any */
  SpilId area; /**< with a site there; nil: any */
  const char *broker; /**< as mobility or sustainability broker; NULL: any */
  const char *town; /**< NULL: any */
  gboolean overdue; /**< only those with whom contact is owed on @today */
  SpilDay today; /**< for debt; must be known */
  SpilEmployerSort sort;
  gboolean descending;
  int64_t offset;
  int64_t limit; /**< 0: all */
  gboolean no_stage; /**< only those without a stage; @stage is nil then */
  int tier; /**< SPIL_TIER_*; 0: any */
  const char *tag; /**< one of the tags of the organisation, in any letter case; NULL: any */
  int need; /**< SPIL_NEED_* that a contact moment noted; 0: any */
  int urgency; /**< SPIL_URGENCY_*; 0: any */
  int capacity; /**< SPIL_CAPACITY_*; 0: any */
  gboolean no_action; /**< only those without an open next action */
  int64_t staff_from; /**< at least so many employees; 0: any */
  int64_t staff_to; /**< at most so many; 0: any */
} SpilEmployerFilter;

/** One row of the list. */
typedef struct
{
  SpilId id;
  char *name;
  int kind; /**< SPIL_ORGANISATION_KIND_* */
  char *town; /**< NULL: not stated */
  char *kvk_number; /**< NULL: not stated */
  int64_t staff; /**< -1: not known */
  SpilId engagement; /**< nil: no relation yet */
  SpilId stage; /**< nil: none */
  int stage_number; /**< 0: none */
  char *stage_name; /**< NULL: none */
  int tier; /**< SPIL_TIER_*; 0: none */
  char *mobility_broker; /**< NULL: none */
  char *sustainability_broker; /**< NULL: none */
  gboolean contacted;
  SpilTime last_contact; /**< only when contacted */
  SpilId action; /**< the open next action that is due first; nil: none */
  char *action_text; /**< NULL: none */
  SpilDay action_due;
  SpilContactDebt debt;
  char *sector; /**< NULL: not stated */
  char *tags; /**< with commas between; NULL: none */
  int64_t urgency; /**< bits 1 << SPIL_URGENCY_* */
  int capacity; /**< SPIL_CAPACITY_*; 0: not stated */
} SpilEmployerRow;

/** The rows, as SpilEmployerRow. Free with g_ptr_array_unref(). */
GPtrArray *spil_employer_query (SpilStore *store, const SpilEmployerFilter *filter, GError **error);
void spil_employer_row_free (SpilEmployerRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilEmployerRow, spil_employer_row_free)

/** The same; @count (nullable) gets how many there are, the window left aside, for the price of one search. */
GPtrArray *
spil_employer_query_page (SpilStore *store, const SpilEmployerFilter *filter, int64_t *count, GError **error);

/** How many rows the filter selects, its window left aside. */
gboolean spil_employer_query_count (SpilStore *store, const SpilEmployerFilter *filter, int64_t *count,
                                    GError **error);

/**
 * The ids (SpilId) of all rows of the filter in order, its window left aside: for a list that windows by itself. 16 bytes each. Free with g_array_unref().
 */
GArray *spil_employer_query_ids (SpilStore *store, const SpilEmployerFilter *filter, GError **error);

/** The rows with these ids, in that order (at most 1000); one that is gone is left out. @today for debt. Free with g_ptr_array_unref(). */
GPtrArray *
spil_employer_query_rows (SpilStore *store, const SpilId *ids, gsize n_ids, SpilDay today, GError **error);

/** The brokers, and the towns, that occur: char *, sorted; for filters. Free with g_ptr_array_unref(). */
GPtrArray *spil_employer_query_brokers (SpilStore *store, GError **error);
GPtrArray *spil_employer_query_towns (SpilStore *store, GError **error);

/** The tags that organisations have, each once: char *, sorted. Free with g_ptr_array_unref(). */
GPtrArray *spil_employer_query_tags (SpilStore *store, GError **error);

G_END_DECLS
