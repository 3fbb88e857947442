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
  SPIL_EMPLOYER_CONDITION_BROKER,
  SPIL_EMPLOYER_CONDITION_OVERDUE,
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
  gboolean overdue;
  SpilDay today;
  SpilEmployerSort sort;
  gboolean descending;
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
