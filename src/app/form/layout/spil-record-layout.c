// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-record-layout.h"

#include <glib/gi18n-lib.h>

/* Activities */

static const SpilRecordGroup task_groups[] = {
  { NULL,
    { SPIL_TASK_NAME, SPIL_TASK_NUMBER, SPIL_TASK_OWNER, SPIL_TASK_ACTION_LINE, SPIL_TASK_AREA,
      SPIL_TASK_PARENT, SPIL_TASK_MILESTONE } },
  { N_ ("When"), { SPIL_TASK_START, SPIL_TASK_END, SPIL_TASK_DURATION, SPIL_TASK_GROUND } },
  { N_ ("Agreements about the dates"), { SPIL_TASK_DEADLINE, SPIL_TASK_NOT_BEFORE, SPIL_TASK_FIXED } },
  { N_ ("How far it is"),
    { SPIL_TASK_STATE, SPIL_TASK_PROGRESS_RULE, SPIL_TASK_PROGRESS, SPIL_TASK_FACT, SPIL_TASK_FACT_GOAL,
      SPIL_TASK_INSTRUMENT } },
  { N_ ("What it takes"), { SPIL_TASK_EFFORT, SPIL_TASK_COST, SPIL_TASK_VAT, SPIL_TASK_NOTES } },
  { 0 },
};

// Of progress either the percentage is typed or the facts are named; days are needed only where dates are not known.
static gboolean
asks_of_task (SpilRecord *record, int field)
{
  gboolean facts = spil_record_get_integer (record, SPIL_TASK_PROGRESS_RULE) == SPIL_PROGRESS_RULE_FACTS;
  int64_t fact = spil_record_get_integer (record, SPIL_TASK_FACT);

  switch (field) {
  case SPIL_TASK_PROGRESS:
    return !facts;
  case SPIL_TASK_FACT:
    return facts;
  case SPIL_TASK_FACT_GOAL:
    return facts && fact != SPIL_TASK_FACT_PRECONDITIONS;
  case SPIL_TASK_INSTRUMENT:
    return facts && (fact == SPIL_TASK_FACT_OFFERS || fact == SPIL_TASK_FACT_PLACES);
  case SPIL_TASK_DURATION:
    return spil_record_is_null (record, SPIL_TASK_START) || spil_record_is_null (record, SPIL_TASK_END);
  case SPIL_TASK_VAT:
    return !spil_record_is_null (record, SPIL_TASK_COST);
  default:
    return TRUE;
  }
}

/* Dependencies */

static gboolean
asks_of_dependency (SpilRecord *record, int field)
{
  return field != SPIL_DEPENDENCY_LAG_UNIT || spil_record_get_integer (record, SPIL_DEPENDENCY_LAG) != 0;
}

static const SpilRecordLayout layouts[] = {
  { SPIL_ENTITY_TASK, task_groups, asks_of_task },
  { SPIL_ENTITY_DEPENDENCY, NULL, asks_of_dependency },
};

const SpilRecordLayout *
spil_record_layout_find (const SpilEntity *entity)
{
  for (gsize i = 0; i < G_N_ELEMENTS (layouts); i++)
    if (layouts[i].entity == entity->number)
      return &layouts[i];
  return NULL;
}
