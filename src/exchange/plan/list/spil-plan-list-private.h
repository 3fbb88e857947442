// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What reading and writing of a planning as a list share; no other file includes this. */
#pragma once

#include "spil-plan-list-file.h"
#include "spil-table-writer.h"

G_BEGIN_DECLS

/** The columns, in the order in which they are written. */
typedef enum
{
  SPIL_PLAN_LIST_NUMBER,
  SPIL_PLAN_LIST_NAME,
  SPIL_PLAN_LIST_START,
  SPIL_PLAN_LIST_FINISH,
  SPIL_PLAN_LIST_DAYS,
  SPIL_PLAN_LIST_MILESTONE,
  SPIL_PLAN_LIST_OWNER,
  SPIL_PLAN_LIST_HOURS,
  SPIL_PLAN_LIST_PROGRESS,
  SPIL_PLAN_LIST_BEFORE,
  SPIL_PLAN_LIST_DEADLINE,
  SPIL_PLAN_LIST_NOT_BEFORE,
  SPIL_PLAN_LIST_FIXED,
  SPIL_PLAN_LIST_COST,
  SPIL_PLAN_LIST_NOTES,
  SPIL_PLAN_LIST_ID,
  SPIL_PLAN_LIST_N_WRITTEN,
  SPIL_PLAN_LIST_LEVEL = SPIL_PLAN_LIST_N_WRITTEN, /**< only read: lists of other programs have it */
  SPIL_PLAN_LIST_N_COLUMNS,
} SpilPlanListColumn;

typedef struct
{
  const char *title; /**< as it is written: a message to translate */
  SpilColumnKind kind;
  const char *words; /**< titles that are known, normalised, with "|" around each */
} SpilPlanListTitle;

extern const SpilPlanListTitle spil_plan_list_titles[SPIL_PLAN_LIST_N_COLUMNS];

/** The form of table that the end of a file's name asks for. */
SpilTableFormat spil_plan_list_format (const char *path);

/** The column of such a title; -1: none. */
int spil_plan_list_find_column (const char *title);

G_END_DECLS
