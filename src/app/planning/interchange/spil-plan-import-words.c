// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-plan-import-words.h"

#include <glib/gi18n-lib.h>

#include "spil-number.h"

/* More rows than this are counted, not listed. */
#define MAX_ROWS 200

static void
append_rest (SpilRowGroup *group, int64_t rest)
{
  g_autofree char *text = NULL;

  if (rest <= 0)
    return;
  text = g_strdup_printf (ngettext ("And %d more", "And %d more", (gulong) rest), (int) rest);
  spil_row_group_append (group, spil_text_row_new (text, NULL, NULL));
}

void
spil_plan_list_unknown (SpilRowGroup *group, GPtrArray *unknown)
{
  spil_row_group_begin (group);
  for (guint i = 0; i < unknown->len && i < MAX_ROWS; i++) {
    const SpilPlanFileUnknown *part = unknown->pdata[i];
    g_autofree char *count = spil_integer_format (part->count);
    g_autofree char *example = part->example != NULL && part->example[0] != '\0'
                                   /* Translators: an example of a value that stands in a file. */
                                   ? g_strdup_printf (_ ("for instance “%s”"), part->example)
                                   : NULL;
    g_autofree char *text = spil_join_facts (part->reason, example, NULL);

    spil_row_group_append (group, spil_text_row_new (part->name, text, count));
  }
  append_rest (group, (int64_t) unknown->len - MAX_ROWS);
  spil_row_group_end (group, NULL);
}

static const char *
part_name (SpilPlanPart part)
{
  switch (part) {
  case SPIL_PLAN_PART_LINK:
    return _ ("Dependencies");
  case SPIL_PLAN_PART_CLOSURE:
    return _ ("Free days");
  case SPIL_PLAN_PART_BASELINE:
    return _ ("Baselines");
  case SPIL_PLAN_PART_TASK:
  default:
    return _ ("Activities");
  }
}

void
spil_plan_list_outcome (SpilRowGroup *group, const SpilPlanImportResult *result, SpilPlanOutcome outcome)
{
  int64_t listed = 0;

  spil_row_group_begin (group);
  for (guint i = 0; i < result->rows->len && listed < MAX_ROWS; i++) {
    const SpilPlanImportRow *row = result->rows->pdata[i];

    if (row->outcome != outcome)
      continue;
    spil_row_group_append (
        group, spil_text_row_new (row->name != NULL ? row->name : part_name (row->part), row->text, NULL));
    listed++;
  }
  append_rest (group, spil_plan_import_result_count (result, outcome) - listed);
  spil_row_group_end (group, NULL);
}

void
spil_plan_list_counts (SpilRowGroup *group, const SpilPlanImportResult *result)
{
  spil_row_group_begin (group);
  for (int part = 0; part < SPIL_PLAN_N_PARTS; part++) {
    const int64_t *counts = result->counts[part];
    g_autofree char *text = NULL;

    if (part != SPIL_PLAN_PART_TASK &&
        counts[SPIL_PLAN_CREATED] + counts[SPIL_PLAN_UPDATED] + counts[SPIL_PLAN_UNCHANGED] == 0)
      continue;
    text = g_strdup_printf (_ ("new: %d, changed: %d, the same: %d"), (int) counts[SPIL_PLAN_CREATED],
                            (int) counts[SPIL_PLAN_UPDATED], (int) counts[SPIL_PLAN_UNCHANGED]);
    spil_row_group_append (group, spil_text_row_new (part_name ((SpilPlanPart) part), text, NULL));
  }
  for (guint i = 0; i < result->notes->len; i++)
    spil_row_group_append (group, spil_text_row_new (result->notes->pdata[i], NULL, NULL));
  spil_row_group_end (group, NULL);
}
