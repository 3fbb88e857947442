// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-budget-amounts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define EURO "€\302\240"

static char *
without_euro (int64_t cents, SpilMoneyFormat format)
{
  g_autofree char *text = spil_money_format (cents, format);
  const char *euro = strstr (text, EURO);
  g_autofree char *sign = euro != NULL ? g_strndup (text, euro - text) : NULL;

  return euro != NULL ? g_strconcat (sign, euro + strlen (EURO), NULL) : g_steal_pointer (&text);
}

char *
spil_budget_dup_plain (int64_t cents)
{
  return without_euro (cents, SPIL_MONEY_CENTS);
}

char *
spil_budget_dup_typed (int64_t cents)
{
  return without_euro (cents, SPIL_MONEY_BRIEF);
}

char *
spil_budget_dup_change (int64_t cents)
{
  g_autofree char *text = spil_money_format (cents, SPIL_MONEY_CENTS);

  return cents > 0 ? g_strconcat ("+", text, NULL) : g_steal_pointer (&text);
}

char *
spil_budget_dup_signed (int64_t cents)
{
  g_autofree char *text = without_euro (cents, SPIL_MONEY_BRIEF);

  return cents > 0 ? g_strconcat ("+", text, NULL) : g_steal_pointer (&text);
}

// Halves away from zero, as the rules do.
static int
to_per_cent (int per_mille)
{
  return (per_mille + 5) / 10;
}

char *
spil_budget_dup_share (int per_mille)
{
  // Translators: a share in per cent, with a no-break space in Dutch.
  return per_mille < 0 ? g_strdup ("") : g_strdup_printf (_ ("%d %%"), to_per_cent (per_mille));
}

char *
spil_budget_dup_pace (int used, int elapsed)
{
  int points = to_per_cent (used) - to_per_cent (elapsed);

  // Once the time is over, being behind says nothing: what is not used is free, and stands there.
  if (used < 0 || elapsed < 0 || elapsed >= 1000)
    return NULL;
  if (points == 0)
    // Translators: as much of the budget is used as of its time is gone.
    return g_strdup (C_ ("budget", "even"));
  // Translators: percentage points that more (or less) of the budget is used than of its time is gone.
  return points > 0 ? g_strdup_printf (_ ("%d ahead"), points) : g_strdup_printf (_ ("%d behind"), -points);
}

char *
spil_budget_dup_pace_sentence (int used, int elapsed)
{
  int points = to_per_cent (used) - to_per_cent (elapsed);

  if (used < 0 || elapsed < 0)
    return NULL;
  if (elapsed >= 1000)
    // Translators: %d is a number of per cent.
    return g_strdup_printf (_ ("The time of the budget is over: %d %% of it is used."), to_per_cent (used));
  if (points == 0)
    return g_strdup (_ ("The budget is used as fast as time goes."));
  if (points > 0)
    return g_strdup_printf (ngettext ("Ahead of time: %d percentage point more is used than time is gone.",
                                      "Ahead of time: %d percentage points more is used than time is gone.",
                                      points),
                            points);
  return g_strdup_printf (ngettext ("Behind time: %d percentage point less is used than time is gone.",
                                    "Behind time: %d percentage points less is used than time is gone.",
                                    -points),
                          -points);
}

const char *
spil_budget_vat_words (SpilVat vat)
{
  return vat == SPIL_VAT_EXCLUDED ? _ ("excl. VAT") : vat == SPIL_VAT_INCLUDED ? _ ("incl. VAT") : "";
}

char *
spil_budget_dup_amount (const SpilBudgetLineFigures *line)
{
  if (line->pm)
    // Translators: an amount that is still to follow (pro memorie).
    return g_strdup (_ ("PM"));
  return line->stated ? spil_money_format (line->budget.cents, SPIL_MONEY_CENTS)
                      : g_strdup (_ ("not stated"));
}

char *
spil_budget_dup_free (const SpilBudgetLineFigures *line)
{
  g_autofree char *amount = NULL;
  SpilMoney free;

  if (!spil_budget_line_get_free (line, &free))
    return g_strdup (_ ("unknown"));
  amount = spil_money_format (free.cents, SPIL_MONEY_CENTS);
  // Translators: %s is a negative amount: so much more is spent and committed than there is.
  return free.cents < 0 ? g_strdup_printf (_ ("short %s"), amount) : g_steal_pointer (&amount);
}

char *
spil_budget_dup_division (int64_t total, int64_t sum)
{
  g_autofree char *left = spil_money_format (ABS (total - sum), SPIL_MONEY_BRIEF);
  g_autofree char *lines = spil_money_format (sum, SPIL_MONEY_BRIEF);

  if (total > sum)
    // Translators: both are amounts.
    return g_strdup_printf (_ ("The lines add up to %s: %s of the total is still to be divided."), lines,
                            left);
  if (total < sum)
    // Translators: both are amounts.
    return g_strdup_printf (_ ("The lines add up to %s: %s more than the total."), lines, left);
  // Translators: %s is an amount.
  return g_strdup_printf (_ ("The lines add up to the total: %s."), lines);
}

char *
spil_budget_dup_broken (const char *title, int n_chars)
{
  g_auto (GStrv) words = g_strsplit (title, " ", -1);
  GString *text = g_string_new (NULL);
  glong length = 0;

  for (int i = 0; words[i] != NULL; i++) {
    glong word = g_utf8_strlen (words[i], -1);
    gboolean fits = length + 1 + word <= n_chars;

    if (i > 0)
      g_string_append_c (text, fits ? ' ' : '\n');
    g_string_append (text, words[i]);
    length = i > 0 && fits ? length + 1 + word : word;
  }
  return g_string_free_and_steal (text);
}
