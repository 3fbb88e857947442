// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-plan-private.h"

G_BEGIN_DECLS

/** The columns of the text that is copied and pasted. */
typedef enum
{
  SPIL_PLAN_COLUMN_NUMBER,
  SPIL_PLAN_COLUMN_NAME,
  SPIL_PLAN_COLUMN_START,
  SPIL_PLAN_COLUMN_END,
  SPIL_PLAN_COLUMN_DAYS,
  SPIL_PLAN_COLUMN_OWNER,
  SPIL_PLAN_COLUMN_PROGRESS,
  SPIL_PLAN_COLUMN_DEADLINE,
  SPIL_PLAN_COLUMN_COST,
  SPIL_PLAN_COLUMN_BEFORE,
  SPIL_PLAN_COLUMN_LEVEL,
  SPIL_PLAN_COLUMN_MILESTONE,
  SPIL_PLAN_COLUMN_NOT_BEFORE,
  SPIL_PLAN_COLUMN_EFFORT,
  SPIL_PLAN_COLUMN_ACTION_LINE,
  SPIL_PLAN_COLUMN_AREA,
  SPIL_PLAN_N_COLUMNS,
} SpilPlanColumn;

/** The title above a column; owned by gettext. */
const char *spil_plan_column_title (SpilPlanColumn column);

/** Cells as spreadsheets put them on the clipboard. */
typedef struct
{
  GPtrArray *rows; /**< of GPtrArray of char *: rows without any text are left out */
  int columns[SPIL_PLAN_N_COLUMNS]; /**< the place of each in a row; -1: not there */
  gboolean header; /**< the first row is one */
} SpilPlanCells;

/** Takes the text apart, and finds out what stands in which column. */
SpilPlanCells *spil_plan_cells_new (const SpilPlan *plan, const char *text);
void spil_plan_cells_free (SpilPlanCells *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilPlanCells, spil_plan_cells_free)
/** The text of a cell, trimmed; "" when there is none. */
const char *spil_plan_cells_get (const SpilPlanCells *self, guint row, SpilPlanColumn column);

G_END_DECLS
