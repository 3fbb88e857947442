// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-promise-query.h"

G_BEGIN_DECLS

/** An alliance with its members and promises, in figures. */
typedef struct
{
  SpilId id;
  char *name;
  char *goal; /**< NULL: not stated */
  SpilId indicator; /**< that measures the goal; nil: none */
  int n_members; /**< today */
  int n_signed; /**< of those with a statement of intent for this alliance, or for none in particular */
  int n_highest; /**< of those with one signed by the board or management */
  int promises[SPIL_N_PROMISES]; /**< of its members, by standing */
  int n_voices; /**< events in the year up to today to which two members or more came, and a government */
} SpilAllianceRow;

/** The alliances by name (@alliance nil: all), as SpilAllianceRow. Free with g_ptr_array_unref(). */
GPtrArray *spil_alliance_query (SpilStore *store, SpilId alliance, SpilDay today, GError **error);
void spil_alliance_row_free (SpilAllianceRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilAllianceRow, spil_alliance_row_free)

/** A member of an alliance with its latest statement of intent. */
typedef struct
{
  SpilId id; /**< of the membership */
  SpilId organisation;
  char *organisation_name;
  SpilDay start;
  SpilDay end;
  SpilId statement; /**< nil: none */
  SpilDay signed_on;
  int level; /**< SPIL_PERSON_LEVEL_*; 0: not stated */
  SpilDay review_date;
} SpilMemberRow;

/** Its members, those who left last, by name, as SpilMemberRow. Free with g_ptr_array_unref(). */
GPtrArray *spil_alliance_query_members (SpilStore *store, SpilId alliance, GError **error);
void spil_member_row_free (SpilMemberRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilMemberRow, spil_member_row_free)

G_END_DECLS
