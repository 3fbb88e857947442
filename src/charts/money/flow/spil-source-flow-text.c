// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* Sources and lines: their sums, in words and as a table. */
#include <glib/gi18n-lib.h>

#include "spil-money.h"
#include "spil-source-flow-private.h"

const SpilFlowLine *
spil_source_flow_line (const SpilSourceFlow *self, int line)
{
  return &g_array_index (self->lines, SpilFlowLine, line);
}

/* The sum of the parts of @source and @line; -1: of all of them. */
static int64_t
sum_parts (const SpilSourceFlow *self, int source, int line)
{
  int64_t sum = 0;

  for (guint i = 0; i < self->parts->len; i++) {
    const SpilFlowPart *part = &g_array_index (self->parts, SpilFlowPart, i);

    if ((source < 0 || part->source == source) && (line < 0 || part->line == line))
      sum = spil_money_chart_hold (sum + part->amount);
  }
  return sum;
}

int64_t
spil_source_flow_covered (const SpilSourceFlow *self, int line)
{
  return sum_parts (self, -1, line);
}

int64_t
spil_source_flow_part (const SpilSourceFlow *self, int source, int line)
{
  return source != SPIL_FLOW_UNCOVERED
             ? sum_parts (self, source, line)
             : MAX (spil_source_flow_line (self, line)->amount - spil_source_flow_covered (self, line), 0);
}

int64_t
spil_source_flow_source_sum (const SpilSourceFlow *self, int source)
{
  int64_t sum = 0;

  if (source != SPIL_FLOW_UNCOVERED)
    return sum_parts (self, source, -1);
  for (int line = 0; line < (int) self->lines->len; line++)
    sum = spil_money_chart_hold (sum + spil_source_flow_part (self, source, line));
  return sum;
}

int64_t
spil_source_flow_line_size (const SpilSourceFlow *self, int line)
{
  return MAX (spil_source_flow_line (self, line)->amount, spil_source_flow_covered (self, line));
}

int64_t
spil_source_flow_total (const SpilSourceFlow *self)
{
  int64_t sum = 0;

  for (int line = 0; line < (int) self->lines->len; line++)
    sum = spil_money_chart_hold (sum + spil_source_flow_line (self, line)->amount);
  return sum;
}

int64_t
spil_source_flow_beside (const SpilSourceFlow *self)
{
  int64_t sum = 0;

  for (int line = 0; line < (int) self->lines->len; line++)
    sum = spil_money_chart_hold (sum + spil_source_flow_line (self, line)->beside);
  return sum;
}

const char *
spil_source_flow_name (const SpilSourceFlow *self, int source)
{
  return source == SPIL_FLOW_UNCOVERED ? _ ("Not covered yet") : g_ptr_array_index (self->sources, source);
}

char *
spil_source_flow_amount_text (const SpilSourceFlow *self, int line)
{
  const SpilFlowLine *to = spil_source_flow_line (self, line);

  return to->pm ? g_strdup (C_ ("chart", "PM")) : spil_money_chart_text (to->amount);
}

static void
say_amount (GString *text, const char *name, int64_t cents)
{
  g_autofree char *amount = spil_money_chart_text (cents);

  g_string_append_printf (text, "%s%s %s", text->len > 0 ? "; " : "", name, amount);
}

char *
spil_source_flow_line_text (const SpilSourceFlow *self, int line)
{
  const SpilFlowLine *to = spil_source_flow_line (self, line);
  const int64_t over = spil_source_flow_covered (self, line) - to->amount;
  GString *text = g_string_new (to->pm ? _ ("amount to follow (PM)") : NULL);

  for (int source = SPIL_FLOW_UNCOVERED; source < (int) self->sources->len; source++)
    if (spil_source_flow_part (self, source, line) > 0)
      say_amount (text, spil_source_flow_name (self, source), spil_source_flow_part (self, source, line));
  if (over > 0 && !to->pm)
    say_amount (text, _ ("more than the line:"), over);
  if (to->beside > 0)
    say_amount (text, _ ("co-financing, beside the budget:"), to->beside);
  if (text->len == 0)
    g_string_append (text, _ ("no amount"));
  return g_string_free_and_steal (text);
}

char *
spil_source_flow_source_text (const SpilSourceFlow *self, int source)
{
  g_autofree char *amount = spil_money_chart_text (spil_source_flow_source_sum (self, source));
  GString *text = g_string_new (amount);

  for (int line = 0; line < (int) self->lines->len; line++)
    if (spil_source_flow_part (self, source, line) > 0)
      say_amount (text, spil_source_flow_line (self, line)->name, spil_source_flow_part (self, source, line));
  return g_string_free_and_steal (text);
}

char *
spil_source_flow_summary (gconstpointer data)
{
  const SpilSourceFlow *self = data;
  const int64_t uncovered = spil_source_flow_source_sum (self, SPIL_FLOW_UNCOVERED);
  g_autofree char *total = spil_money_chart_text (spil_source_flow_total (self));
  GString *text;

  if (self->lines->len == 0)
    return g_strdup (_ ("Sources without lines."));
  text = g_string_new (NULL);
  g_string_append_printf (text, _ ("Who pays the budget of %s"), total);
  for (int source = 0; source < (int) self->sources->len; source++) {
    g_autofree char *amount = spil_money_chart_text (spil_source_flow_source_sum (self, source));

    g_string_append_printf (text, "%s%s %s", source == 0 ? ": " : "; ", spil_source_flow_name (self, source),
                            amount);
  }
  if (uncovered > 0) {
    g_autofree char *amount = spil_money_chart_text (uncovered);

    g_string_append_printf (text, _ ("; %s is not covered yet"), amount);
  }
  if (spil_source_flow_beside (self) > 0) {
    g_autofree char *amount = spil_money_chart_text (spil_source_flow_beside (self));

    g_string_append_printf (text, _ ("; beside the budget %s of co-financing"), amount);
  }
  g_string_append_c (text, '.');
  return g_string_free_and_steal (text);
}

static void
put_amount (SpilChartTable *table, int64_t cents)
{
  spil_chart_table_take (table, cents != 0 ? spil_money_format (cents, SPIL_MONEY_BRIEF) : NULL);
}

static void
add_row (const SpilSourceFlow *self, SpilChartTable *table, int line)
{
  const SpilFlowLine *to = spil_source_flow_line (self, line);

  spil_chart_table_add_row (table);
  spil_chart_table_put (table, to->name);
  spil_chart_table_take (table, to->pm ? g_strdup (C_ ("chart", "PM"))
                                       : spil_money_format (to->amount, SPIL_MONEY_BRIEF));
  for (int source = 0; source < (int) self->sources->len; source++)
    put_amount (table, spil_source_flow_part (self, source, line));
  put_amount (table, spil_source_flow_part (self, SPIL_FLOW_UNCOVERED, line));
  put_amount (table, to->beside);
}

SpilChartTable *
spil_source_flow_table (gconstpointer data)
{
  const SpilSourceFlow *self = data;
  SpilChartTable *table = spil_chart_table_new ();

  spil_chart_table_add_column (table, C_ ("chart", "Budget line"), FALSE);
  spil_chart_table_add_column (table, C_ ("chart", "Budget"), TRUE);
  for (int source = 0; source < (int) self->sources->len; source++)
    spil_chart_table_add_column (table, spil_source_flow_name (self, source), TRUE);
  spil_chart_table_add_column (table, spil_source_flow_name (self, SPIL_FLOW_UNCOVERED), TRUE);
  spil_chart_table_add_column (table, C_ ("chart", "Co-financing, beside the budget"), TRUE);
  for (int line = 0; line < (int) self->lines->len; line++)
    add_row (self, table, line);
  if (self->lines->len < 2)
    return table;
  spil_chart_table_add_row (table);
  spil_chart_table_put (table, C_ ("chart", "Total"));
  spil_chart_table_take (table, spil_money_format (spil_source_flow_total (self), SPIL_MONEY_BRIEF));
  for (int source = 0; source < (int) self->sources->len; source++)
    put_amount (table, spil_source_flow_source_sum (self, source));
  put_amount (table, spil_source_flow_source_sum (self, SPIL_FLOW_UNCOVERED));
  put_amount (table, spil_source_flow_beside (self));
  return table;
}
