// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-store.h"

G_BEGIN_DECLS

typedef enum
{
  SPIL_AGENDA_ACTION, /**< next action due or overdue */
  SPIL_AGENDA_CONTACT, /**< contact owed by cadence */
  SPIL_AGENDA_TRIAL, /**< trial period whose extensions are to be decided */
} SpilAgendaKind;

/** One thing to do. */
typedef struct
{
  SpilAgendaKind kind;
  SpilId id; /**< of the action, the organisation or the cohort */
  SpilId organisation; /**< nil: none */
  char *organisation_name; /**< NULL: none */
  char *text; /**< text of the action, name of the trial period; NULL for a contact */
  char *who; /**< owner or broker; NULL: not stated */
  SpilDay due; /**< SPIL_DAY_NONE: never contacted */
  int days; /**< overdue by so many days; negative: so many to go */
  int count; /**< trial: participations to decide */
} SpilAgendaItem;

/** Whose day, and how far ahead. All zero but `today`: everybody, due today or before. */
typedef struct
{
  SpilDay today;
  int days_ahead; /**< also what is due in so many days */
  const char *person; /**< only this owner or broker; NULL: everybody */
  int64_t limit; /**< per kind; 0: all */
} SpilAgendaFilter;

/**
 * Actions, contacts, trial periods; within each the longest overdue first. As SpilAgendaItem; free with g_ptr_array_unref(). @counts
 * (nullable) gets how many of each kind there are without the limit, indexed by SpilAgendaKind.
 */
GPtrArray *
spil_agenda_query (SpilStore *store, const SpilAgendaFilter *filter, int64_t counts[3], GError **error);
void spil_agenda_item_free (SpilAgendaItem *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilAgendaItem, spil_agenda_item_free)

G_END_DECLS
