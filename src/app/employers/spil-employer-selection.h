// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-employer-query.h"

G_BEGIN_DECLS

/** Kinds of organisation as people ask for them. */
typedef enum
{
  SPIL_EMPLOYER_KINDS_EMPLOYERS, /**< also those who work for themselves */
  SPIL_EMPLOYER_KINDS_PARTNERS, /**< also governments */
  SPIL_EMPLOYER_KINDS_ALL,
  SPIL_EMPLOYER_N_KINDS,
} SpilEmployerKinds;

/** What a filter asks. */
typedef enum
{
  SPIL_EMPLOYER_CONDITION_KINDS,
  SPIL_EMPLOYER_CONDITION_STAGE,
  SPIL_EMPLOYER_CONDITION_AREA,
  SPIL_EMPLOYER_CONDITION_BROKER, /**< somebody's, or one's own */
  SPIL_EMPLOYER_CONDITION_TOWN,
  SPIL_EMPLOYER_CONDITION_TIER,
  SPIL_EMPLOYER_CONDITION_TAG,
  SPIL_EMPLOYER_CONDITION_NEED,
  SPIL_EMPLOYER_CONDITION_URGENCY,
  SPIL_EMPLOYER_CONDITION_CAPACITY,
  SPIL_EMPLOYER_CONDITION_STAFF,
  SPIL_EMPLOYER_CONDITION_OVERDUE,
  SPIL_EMPLOYER_CONDITION_NO_ACTION,
  SPIL_EMPLOYER_N_CONDITIONS,
} SpilEmployerCondition;

/** What the list of employers shows and in which order; it owns its texts. */
typedef struct
{
  char *search; /**< NULL: nothing is searched for */
  SpilEmployerKinds kinds;
  SpilId stage; /**< nil: any; otherwise with its name */
  char *stage_name;
  SpilId area; /**< nil: any; otherwise with its name */
  char *area_name;
  char *broker; /**< NULL: any */
  gboolean mine; /**< those of @actor, whoever that is on this laptop; @broker is NULL then */
  char *town; /**< NULL: any */
  int tier; /**< SPIL_TIER_*; 0: any */
  char *tag; /**< NULL: any */
  int need; /**< SPIL_NEED_*; 0: any */
  int urgency; /**< SPIL_URGENCY_*; 0: any */
  int capacity; /**< SPIL_CAPACITY_*; 0: any */
  int64_t staff_from; /**< 0: any */
  int64_t staff_to; /**< 0: any */
  gboolean overdue;
  gboolean no_action;
  gboolean no_stage; /**< for a column of the board; no condition of people's */
  SpilDay today;
  SpilEmployerSort sort;
  gboolean descending;
  char *columns; /**< names of the columns with commas between; NULL: those of this laptop */
  char *unknown; /**< lines of a definition that this version does not know, kept for others; NULL: none */
  char *actor; /**< who works here; NULL: not known */
} SpilEmployerSelection;

/** All employers, the best match of what is searched for first. */
SpilEmployerSelection *spil_employer_selection_new (SpilDay today);
SpilEmployerSelection *spil_employer_selection_copy (const SpilEmployerSelection *self);
void spil_employer_selection_free (SpilEmployerSelection *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilEmployerSelection, spil_employer_selection_free)

/** The words to search for; blank is nothing. */
void spil_employer_selection_set_search (SpilEmployerSelection *self, const char *text);
/** The nil id is any. */
void spil_employer_selection_set_stage (SpilEmployerSelection *self, SpilId stage, const char *name);
void spil_employer_selection_set_area (SpilEmployerSelection *self, SpilId area, const char *name);

/** Everything of @other, but today and who works here. */
void spil_employer_selection_take_conditions (SpilEmployerSelection *self, const SpilEmployerSelection *other);

/** What the filter of that kind asks, for people ("Stage: Interest"); NULL when it asks nothing. Free with g_free(). */
char *spil_employer_selection_dup_text (const SpilEmployerSelection *self, SpilEmployerCondition condition);
/** Asks nothing any more of that kind. */
void spil_employer_selection_drop (SpilEmployerSelection *self, SpilEmployerCondition condition);
/** Drops all filters and the words. */
void spil_employer_selection_clear (SpilEmployerSelection *self);
/** How many filters are set; the words are none. */
int spil_employer_selection_count_filters (const SpilEmployerSelection *self);
/** Whether it leaves out any of its kinds. */
gboolean spil_employer_selection_is_narrow (const SpilEmployerSelection *self);

/** The bits of the kinds for a SpilEmployerFilter. */
int64_t spil_employer_kinds_bits (SpilEmployerKinds kinds);
const char *spil_employer_kinds_label (SpilEmployerKinds kinds);

/** The same as a filter of the store, which borrows the texts. */
SpilEmployerFilter spil_employer_selection_to_filter (const SpilEmployerSelection *self);

G_END_DECLS
