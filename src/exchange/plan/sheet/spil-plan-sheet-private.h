// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What reading and writing of a planning as a list share; no other file includes this. */
#pragma once

#include "spil-plan-sheet-file.h"
#include "spil-table-writer.h"

G_BEGIN_DECLS

/** The columns, in the order in which they are written. */
typedef enum
{
  SPIL_PLAN_SHEET_NUMBER,
  SPIL_PLAN_SHEET_NAME,
  SPIL_PLAN_SHEET_START,
  SPIL_PLAN_SHEET_FINISH,
  SPIL_PLAN_SHEET_DAYS,
  SPIL_PLAN_SHEET_MILESTONE,
  SPIL_PLAN_SHEET_OWNER,
  SPIL_PLAN_SHEET_HOURS,
  SPIL_PLAN_SHEET_PROGRESS,
  SPIL_PLAN_SHEET_BEFORE,
  SPIL_PLAN_SHEET_DEADLINE,
  SPIL_PLAN_SHEET_NOT_BEFORE,
  SPIL_PLAN_SHEET_FIXED,
  SPIL_PLAN_SHEET_COST,
  SPIL_PLAN_SHEET_NOTES,
  SPIL_PLAN_SHEET_ID,
  SPIL_PLAN_SHEET_N_WRITTEN,
  SPIL_PLAN_SHEET_LEVEL = SPIL_PLAN_SHEET_N_WRITTEN, /**< only read: lists of other programs have it */
  SPIL_PLAN_SHEET_N_COLUMNS,
} SpilPlanSheetColumn;

typedef struct
{
  const char *title; /**< as it is written: a message to translate */
  SpilColumnKind kind;
  const char *words; /**< titles that are known, normalised, with "|" around each */
} SpilPlanSheetTitle;

extern const SpilPlanSheetTitle spil_plan_sheet_titles[SPIL_PLAN_SHEET_N_COLUMNS];

/** The column of such a title; -1: none. */
int spil_plan_sheet_find_column (const char *title);

G_END_DECLS
