// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-akt-private.h"
#include "spil-report-text.h"

/* The conditions with their day, or that they were met. */
static char *
conditions_text (const SpilReportDecision *decision)
{
  g_autofree char *day = NULL;

  if (decision->conditions == NULL)
    return g_strdup ("–");
  if (spil_day_is_known (decision->met_on)) {
    day = spil_day_format (decision->met_on);
    return g_strdup_printf (_ ("%s\nMet on %s."), decision->conditions, day);
  }
  if (!spil_day_is_known (decision->due))
    return g_strdup (decision->conditions);
  day = spil_day_format (decision->due);
  return g_strdup_printf (_ ("%s\nDue on %s."), decision->conditions, day);
}

/* The body, and under it what it was asked to do. */
static char *
body_text (const SpilReportDecision *decision)
{
  return g_strdup_printf ("%s\n%s", spil_report_text_or_not_stated (decision->body),
                          spil_akt_choice (SPIL_ENTITY_DECISION, SPIL_DECISION_AIM, decision->aim));
}

static void
add_table (SpilDocument *document, const char *title, GPtrArray *decisions, char *source)
{
  SpilDocumentTable *table = spil_document_table_new ();

  spil_document_table_add_column (table, _ ("Date"), SPIL_COLUMN_TEXT, 0);
  spil_document_table_add_column (table, _ ("Body"), SPIL_COLUMN_TEXT, 0.8);
  spil_document_table_add_column (table, _ ("Decision"), SPIL_COLUMN_TEXT, 2);
  spil_document_table_add_column (table, _ ("Conditions"), SPIL_COLUMN_TEXT, 1.6);
  for (guint i = 0; i < decisions->len; i++) {
    const SpilReportDecision *decision = g_ptr_array_index (decisions, i);

    spil_document_table_add_row (table, SPIL_ROW_BODY);
    spil_document_table_take (table, spil_akt_day (decision->date));
    spil_document_table_take (table, body_text (decision));
    spil_document_table_put (table, decision->outcome);
    spil_document_table_take (table, conditions_text (decision));
  }
  spil_document_take_table (document, title, table, source);
}

void
spil_akt_add_decisions (SpilDocument *document, const SpilReportData *data)
{
  g_autofree char *first = spil_day_format (data->period.first);
  g_autofree char *last = spil_day_format (data->day);

  spil_document_add_heading (document, 1, _ ("Decisions"));
  if (data->decisions->len > 0)
    add_table (
        document, _ ("Decisions in this period"), data->decisions,
        g_strdup_printf (_ ("Source: decisions recorded from %s up to and including %s."), first, last));
  else
    spil_document_take_prose (
        document, SPIL_PROSE_BODY,
        g_strdup_printf (_ ("No decisions are recorded from %s up to and including %s."), first, last));
  if (data->open_decisions->len > 0)
    add_table (document, _ ("Earlier decisions with conditions that are still open"), data->open_decisions,
               NULL);
}
