// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-periods-words.h"

#include <glib/gi18n-lib.h>

static void
add_sentence (GString *text, const char *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
}

static char *
dup_closed (const SpilQuarterRow *row)
{
  g_autofree char *day = spil_day_format (row->closed_on);
  g_autofree char *actual = spil_money_format (row->actual_then.cents, SPIL_MONEY_CENTS);
  g_autofree char *committed = spil_money_format (row->committed_then.cents, SPIL_MONEY_CENTS);

  // Translators: a date and two amounts.
  return g_strdup_printf (_ ("Closed on %s, with %s spent and %s committed until its last day."), day, actual,
                          committed);
}

static char *
dup_booked (const SpilQuarterRow *row)
{
  g_autofree char *actual = spil_money_format (row->actual.cents, SPIL_MONEY_CENTS);
  g_autofree char *committed = spil_money_format (row->committed.cents, SPIL_MONEY_CENTS);

  if (row->n == 0)
    return g_strdup (_ ("Nothing booked in it."));
  // Translators: both are amounts.
  return g_strdup_printf (_ ("In it %s was spent and %s committed."), actual, committed);
}

char *
spil_periods_dup_state (const SpilQuarterRow *row)
{
  GString *text = g_string_new (NULL);
  g_autofree char *figures = spil_id_is_nil (row->closed) ? dup_booked (row) : dup_closed (row);

  if (spil_id_is_nil (row->closed))
    add_sentence (text, row->over ? _ ("Over, and open.") : _ ("Open."));
  add_sentence (text, figures);
  if (spil_day_is_known (row->reopened_on)) {
    g_autofree char *day = spil_day_format (row->reopened_on);
    // Translators: %s is a date.
    g_autofree char *reopened = g_strdup_printf (_ ("Opened again on %s."), day);

    add_sentence (text, reopened);
  }
  if (row->reason != NULL && row->reason[0] != '\0') {
    // Translators: %s is why a period was closed or opened again.
    g_autofree char *reason = g_strdup_printf (_ ("Reason: %s"), row->reason);

    add_sentence (text, reason);
  }
  return g_string_free_and_steal (text);
}

char *
spil_periods_dup_unsettled (const SpilQuarterRow *row)
{
  GString *text = g_string_new (NULL);

  if (row->forecast.cents != 0) {
    g_autofree char *amount = spil_money_format (row->forecast.cents, SPIL_MONEY_CENTS);
    // Translators: %s is an amount.
    g_autofree char *sentence = g_strdup_printf (_ ("%s is still forecast for it."), amount);

    add_sentence (text, sentence);
  }
  if (row->n_no_reference > 0) {
    g_autofree char *sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d expense has no reference.",
                                                              "%d expenses have no reference.",
                                                              (gulong) row->n_no_reference),
                                                 row->n_no_reference);

    add_sentence (text, sentence);
  }
  if (row->n_idle > 0) {
    g_autofree char *sentence = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "Nothing was spent yet on %d commitment of before this quarter.",
                     "Nothing was spent yet on %d commitments of before this quarter.", (gulong) row->n_idle),
        row->n_idle);

    add_sentence (text, sentence);
  }
  return text->len > 0 ? g_string_free_and_steal (text) : g_string_free (text, TRUE);
}

// Takes the sentence, which is only said when something changed.
static void
add_change (GString *text, SpilMoney then, SpilMoney now, char *sentence)
{
  if (then.cents != now.cents)
    add_sentence (text, sentence);
  g_free (sentence);
}

char *
spil_periods_dup_difference (const SpilClosingDifference *difference)
{
  GString *text = g_string_new (NULL);
  g_autofree char *spent = spil_money_format (difference->actual_then.cents, SPIL_MONEY_CENTS);
  g_autofree char *spent_now = spil_money_format (difference->actual_now.cents, SPIL_MONEY_CENTS);
  g_autofree char *committed = spil_money_format (difference->committed_then.cents, SPIL_MONEY_CENTS);
  g_autofree char *committed_now = spil_money_format (difference->committed_now.cents, SPIL_MONEY_CENTS);
  int more = difference->bookings_now - difference->bookings_then;

  add_change (text, difference->actual_then, difference->actual_now,
              // Translators: both are amounts: at closing, and now.
              g_strdup_printf (_ ("Spent at closing %s, now %s."), spent, spent_now));
  add_change (text, difference->committed_then, difference->committed_now,
              // Translators: both are amounts: at closing, and now.
              g_strdup_printf (_ ("Committed at closing %s, now %s."), committed, committed_now));
  if (more > 0) {
    g_autofree char *sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d booking came in after it.",
                                                              "%d bookings came in after it.", (gulong) more),
                                                 more);

    add_sentence (text, sentence);
  }
  return g_string_free_and_steal (text);
}
