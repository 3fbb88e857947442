// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-register-words.h"

#include <glib/gi18n-lib.h>

#include "spil-booking.h"

#define IS_FILLED(text) ((text) != NULL && (text)[0] != '\0')

char *
spil_register_dup_line (const SpilBudgetBookingRow *row)
{
  if (!IS_FILLED (row->line_name))
    return g_strdup (_ ("not stated"));
  return g_strdup_printf ("%d. %s", row->line_number, row->line_name);
}

const char *
spil_register_get_title (const SpilBudgetBookingRow *row)
{
  return IS_FILLED (row->description) ? row->description : spil_booking_label (row->kind);
}

// "Came in late: belongs to the 1st quarter of 2018".
static char *
dup_late (SpilDay late_of)
{
  g_autofree char *period = spil_period_format (spil_period_of (SPIL_PERIOD_QUARTER, late_of));

  // Translators: %s is a quarter, such as "4th quarter of 2018".
  return g_strdup_printf (_ ("Came in late: belongs to the %s"), period);
}

static void
add_mark (GString *text, const char *mark)
{
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, mark);
}

char *
spil_register_dup_marks (const SpilBudgetBookingRow *row)
{
  GString *text = g_string_new (NULL);

  if (row->reversed)
    add_mark (text, _ ("reversed"));
  if (spil_day_is_known (row->late_of)) {
    g_autofree char *late = dup_late (row->late_of);

    add_mark (text, late);
  }
  if ((row->kind == SPIL_BOOKING_COMMITMENT || row->kind == SPIL_BOOKING_RESERVATION) &&
      row->open.cents > 0 && row->open.cents != row->amount.cents) {
    g_autofree char *amount = spil_money_format (row->open.cents, SPIL_MONEY_BRIEF);
    // Translators: %s is an amount.
    g_autofree char *open = g_strdup_printf (_ ("%s still open"), amount);

    add_mark (text, open);
  }
  if (!spil_id_is_nil (row->decision))
    add_mark (text, _ ("exception by decision"));
  return g_string_free_and_steal (text);
}

char *
spil_register_dup_kind (const SpilBudgetBookingRow *row)
{
  if (row->release)
    return g_strdup (_ ("Release"));
  if (!row->reverses)
    return g_strdup (spil_booking_label (row->kind));
  switch (row->kind) {
  case SPIL_BOOKING_RESERVATION:
    return g_strdup (_ ("Reservation taken back"));
  case SPIL_BOOKING_COMMITMENT:
    return g_strdup (_ ("Commitment taken back"));
  case SPIL_BOOKING_ACTUAL:
    return g_strdup (_ ("Expense taken back"));
  case SPIL_BOOKING_FORECAST:
    return g_strdup (_ ("Forecast taken back"));
  }
  return NULL;
}

const char *
spil_register_get_counterpart (const SpilBudgetBookingRow *row)
{
  return IS_FILLED (row->counterpart) ? row->counterpart : row->application_name;
}

char *
spil_register_dup_subtitle (const SpilBudgetBookingRow *row)
{
  g_autofree char *kind = spil_register_dup_kind (row);
  g_autofree char *date = spil_day_format (row->date);
  g_autofree char *line = spil_register_dup_line (row);
  g_autofree char *marks = spil_register_dup_marks (row);
  GString *text = g_string_new (kind);

  add_mark (text, date);
  add_mark (text, line);
  if (spil_register_get_counterpart (row) != NULL)
    add_mark (text, spil_register_get_counterpart (row));
  if (marks[0] != '\0')
    add_mark (text, marks);
  return g_string_free_and_steal (text);
}

char *
spil_register_dup_amount (const SpilBudgetBookingRow *row)
{
  return spil_money_format (row->amount.cents, SPIL_MONEY_CENTS);
}

char *
spil_register_dup_count (int64_t n, int64_t all)
{
  if (n == all)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d booking", "%d bookings", (gulong) n), (int) n);
  // Translators: the first %d is how many bookings a filter leaves of all there are.
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d of %d booking", "%d of %d bookings", (gulong) all), (int) n,
      (int) all);
}
