// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-plan-columns.h"

static const char *const words[SPIL_PLAN_N_CELLS] = {
  [SPIL_PLAN_CELL_START] = "start",       [SPIL_PLAN_CELL_END] = "end",
  [SPIL_PLAN_CELL_DAYS] = "days",         [SPIL_PLAN_CELL_OWNER] = "owner",
  [SPIL_PLAN_CELL_PROGRESS] = "progress", [SPIL_PLAN_CELL_DEADLINE] = "deadline",
  [SPIL_PLAN_CELL_FLOAT] = "float",       [SPIL_PLAN_CELL_COST] = "cost",
  [SPIL_PLAN_CELL_BEFORE] = "before",
};

const char *
spil_plan_column_word (SpilPlanCell cell)
{
  return cell < SPIL_PLAN_N_CELLS ? words[cell] : NULL;
}

guint
spil_plan_columns_parse (const char *text)
{
  g_auto (GStrv) found = g_strsplit (text != NULL ? text : "", ",", -1);
  guint hidden = 0;

  for (int i = 0; found[i] != NULL; i++)
    for (int cell = 0; cell < SPIL_PLAN_N_CELLS; cell++)
      if (words[cell] != NULL && g_strcmp0 (g_strstrip (found[i]), words[cell]) == 0)
        hidden |= 1U << cell;
  return hidden;
}

char *
spil_plan_columns_format (guint hidden)
{
  GString *text = g_string_new (NULL);

  for (int cell = 0; cell < SPIL_PLAN_N_CELLS; cell++)
    if (words[cell] != NULL && (hidden & (1U << cell)) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "," : "", words[cell]);
  return g_string_free_and_steal (text);
}
