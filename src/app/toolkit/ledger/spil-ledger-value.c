// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-ledger-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-entity.h"
#include "spil-model-error.h"
#include "spil-number.h"

// More uses than this in a week are a typing error: three a day, and then some.
#define MAX_USES 50

static void
add_column (GArray *columns, SpilLedgerKind kind, int week)
{
  SpilLedgerColumn column = { kind, week };

  g_array_append_val (columns, column);
}

static void
add_weeks (GArray *columns, int first, int n)
{
  for (int week = first; week < MIN (first + n, SPIL_TRIAL_MAX_WEEKS); week++)
    add_column (columns, SPIL_LEDGER_WEEK, week);
}

GArray *
spil_ledger_columns (const SpilTrialRules *rules)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (SpilLedgerColumn));
  int weeks = rules->weeks > 0 ? MIN (rules->weeks, SPIL_TRIAL_MAX_WEEKS) : SPIL_TRIAL_MAX_WEEKS;

  add_weeks (columns, 0, weeks);
  if (rules->extension_weeks > 0) {
    add_column (columns, SPIL_LEDGER_EXTENDED, 0);
    add_weeks (columns, weeks, rules->extension_weeks);
  }
  add_column (columns, SPIL_LEDGER_KEEPS, 0);
  add_column (columns, SPIL_LEDGER_SPENT, 0);
  return columns;
}

int
spil_ledger_column_field (const SpilLedgerColumn *column)
{
  switch (column->kind) {
  case SPIL_LEDGER_WEEK:
    return SPIL_PARTICIPATION_WEEK_1 + column->week;
  case SPIL_LEDGER_EXTENDED:
    return SPIL_PARTICIPATION_EXTENDED;
  case SPIL_LEDGER_KEEPS:
    return SPIL_PARTICIPATION_KEEPS_TRAVELLING;
  case SPIL_LEDGER_SPENT:
  default:
    return SPIL_PARTICIPATION_CREDIT_SPENT;
  }
}

G_STATIC_ASSERT (SPIL_PARTICIPATION_WEEK_8 == SPIL_PARTICIPATION_WEEK_1 + SPIL_TRIAL_MAX_WEEKS - 1);

char *
spil_ledger_column_dup_title (const SpilLedgerColumn *column)
{
  switch (column->kind) {
  case SPIL_LEDGER_WEEK:
    // Translators: over a narrow column: week number.
    return g_strdup_printf (_ ("W%d"), column->week + 1);
  case SPIL_LEDGER_EXTENDED:
    return g_strdup (_ ("Extended"));
  case SPIL_LEDGER_KEEPS:
    // Translators: over a narrow column: keeps travelling so?
    return g_strdup (_ ("Keeps on"));
  case SPIL_LEDGER_SPENT:
  default:
    return g_strdup (_ ("Spent"));
  }
}

char *
spil_ledger_column_dup_name (const SpilLedgerColumn *column)
{
  const SpilField *field = spil_entity_field (spil_entity (SPIL_ENTITY_PARTICIPATION),
                                              spil_ledger_column_field (column));

  return g_strdup (spil_field_label (field));
}

static const char *
answer_label (int answer)
{
  const SpilField *field = spil_entity_field (spil_entity (SPIL_ENTITY_PARTICIPATION),
                                              SPIL_PARTICIPATION_KEEPS_TRAVELLING);

  return answer != 0 ? spil_field_choice_label (field, answer) : "";
}

char *
spil_ledger_dup_text (const SpilParticipationRow *row, const SpilLedgerColumn *column)
{
  switch (column->kind) {
  case SPIL_LEDGER_WEEK:
    return row->uses[column->week] >= 0 ? spil_integer_format (row->uses[column->week]) : g_strdup ("");
  case SPIL_LEDGER_EXTENDED:
    return g_strdup (row->extended ? answer_label (SPIL_ANSWER_YES) : "");
  case SPIL_LEDGER_KEEPS:
    return g_strdup (answer_label (row->keeps_travelling));
  case SPIL_LEDGER_SPENT:
  default:
    return row->has_credit_spent ? spil_money_format (row->credit_spent.cents, SPIL_MONEY_CENTS)
                                 : g_strdup ("");
  }
}

/* Reading */

// Yes, no, unknown as people write them; 0: none of them.
static int
parse_answer (const char *text)
{
  static const struct
  {
    const char *word;
    int answer;
  } words[] = {
    { "ja", SPIL_ANSWER_YES },          { "j", SPIL_ANSWER_YES },
    { "yes", SPIL_ANSWER_YES },         { "y", SPIL_ANSWER_YES },
    { "x", SPIL_ANSWER_YES },           { "1", SPIL_ANSWER_YES },
    { "nee", SPIL_ANSWER_NO },          { "n", SPIL_ANSWER_NO },
    { "no", SPIL_ANSWER_NO },           { "0", SPIL_ANSWER_NO },
    { "o", SPIL_ANSWER_UNKNOWN },       { "onbekend", SPIL_ANSWER_UNKNOWN },
    { "unknown", SPIL_ANSWER_UNKNOWN }, { "?", SPIL_ANSWER_UNKNOWN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (text, words[i].word) == 0)
      return words[i].answer;
  return 0;
}

static gboolean
parse_uses (const char *text, SpilValue *value, GError **error)
{
  int64_t uses;

  if (!spil_integer_parse (text, &uses) || uses < 0 || uses > MAX_USES) {
    g_set_error (error, SPIL_MODEL_ERROR, SPIL_MODEL_ERROR_INVALID,
                 _ ("“%s” is not how often a card was used in a week: give a number from 0 to %d."), text,
                 MAX_USES);
    return FALSE;
  }
  *value = spil_value_integer (uses);
  return TRUE;
}

static gboolean
parse_choice (const SpilLedgerColumn *column, const char *text, SpilValue *value, GError **error)
{
  int answer = parse_answer (text);

  if (answer == 0 || (column->kind == SPIL_LEDGER_EXTENDED && answer == SPIL_ANSWER_UNKNOWN)) {
    g_set_error (error, SPIL_MODEL_ERROR, SPIL_MODEL_ERROR_INVALID, _ ("“%s” is neither yes nor no."), text);
    return FALSE;
  }
  *value = spil_value_integer (column->kind == SPIL_LEDGER_EXTENDED ? answer == SPIL_ANSWER_YES : answer);
  return TRUE;
}

static gboolean
parse_amount (const char *text, SpilValue *value, GError **error)
{
  int64_t cents;

  if (!spil_money_parse (text, &cents) || cents < 0) {
    g_set_error (error, SPIL_MODEL_ERROR, SPIL_MODEL_ERROR_INVALID,
                 _ ("“%s” is not an amount: write 123,45."), text);
    return FALSE;
  }
  *value = spil_value_integer (cents);
  return TRUE;
}

gboolean
spil_ledger_parse (const SpilLedgerColumn *column, const char *text, SpilValue *value, GError **error)
{
  g_autofree char *typed = g_strstrip (g_strdup (text));

  if (typed[0] == '\0' || g_str_equal (typed, "-") || g_str_equal (typed, "–")) {
    *value = SPIL_VALUE_INIT;
    return TRUE;
  }
  switch (column->kind) {
  case SPIL_LEDGER_WEEK:
    return parse_uses (typed, value, error);
  case SPIL_LEDGER_EXTENDED:
  case SPIL_LEDGER_KEEPS:
    return parse_choice (column, typed, value, error);
  case SPIL_LEDGER_SPENT:
  default:
    return parse_amount (typed, value, error);
  }
}

GPtrArray *
spil_ledger_split (const char *text)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_auto (GStrv) raw = g_strsplit (text, "\n", -1);
  const char *between = strchr (text, '\t') != NULL ? "\t" : ";";

  for (int i = 0; raw[i] != NULL; i++) {
    gsize length = strlen (raw[i]);

    if (length > 0 && raw[i][length - 1] == '\r')
      raw[i][length - 1] = '\0';
    // What ends the last line is no line of its own.
    if (raw[i][0] == '\0' && raw[i + 1] == NULL)
      break;
    g_ptr_array_add (lines, g_strsplit (raw[i], between, -1));
  }
  return lines;
}
