// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-booking-choices.h"

#include <glib/gi18n-lib.h>

#include "spil-closing-query.h"
#include "spil-register-data.h"
#include "spil-register-words.h"

void
spil_booking_choices_free (SpilBookingChoices *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->open, g_ptr_array_unref);
  g_clear_pointer (&self->closed, g_array_unref);
  g_free (self);
}

// On which line of this budget that was, whatever version it was booked in.
static SpilId
find_last_line (const SpilBookingChoices *self, GPtrArray *rows)
{
  int number = rows->len > 0 ? ((const SpilBudgetBookingRow *) rows->pdata[0])->line_number : -1;

  for (guint i = 0; i < self->lines->len; i++) {
    const SpilBudgetLineFigures *line = self->lines->pdata[i];

    if (line->number == number)
      return line->id;
  }
  return SPIL_ID_NIL;
}

static gboolean
load_bookings (SpilBookingChoices *self, SpilStore *store, SpilBookingKind kind, GError **error)
{
  SpilBookingFilter open = SPIL_BOOKING_FILTER_ALL;
  SpilBookingFilter last = SPIL_BOOKING_FILTER_ALL;
  g_autoptr (GPtrArray) rows = NULL;

  open.kinds = 1u << SPIL_BOOKING_COMMITMENT | 1u << SPIL_BOOKING_RESERVATION;
  open.open_only = TRUE;
  self->open = spil_budget_query_register (store, &open, 0, 0, NULL, error);
  last.kinds = 1u << kind;
  rows = self->open != NULL ? spil_budget_query_register (store, &last, 0, 1, NULL, error) : NULL;
  if (rows == NULL)
    return FALSE;
  self->last_line = find_last_line (self, rows);
  return TRUE;
}

SpilBookingChoices *
spil_booking_choices_load (SpilStore *store, SpilBookingKind kind, GError **error)
{
  g_autoptr (SpilBookingChoices) self = g_new0 (SpilBookingChoices, 1);
  g_autoptr (SpilBudgetVersionRow) version = NULL;
  g_autoptr (GError) local = NULL;

  version = spil_register_find_version (store, SPIL_ID_NIL, spil_day_today (), &local);
  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return NULL;
  }
  self->closed = spil_closing_query (store, error);
  if (self->closed == NULL)
    return NULL;
  if (version == NULL) {
    self->lines = g_ptr_array_new ();
    self->open = g_ptr_array_new ();
    return g_steal_pointer (&self);
  }
  self->lines = spil_budget_query_lines (store, version->id, SPIL_DAY_NONE, error);
  if (self->lines == NULL || !load_bookings (self, store, kind, error))
    return NULL;
  return g_steal_pointer (&self);
}

const SpilBudgetLineFigures *
spil_booking_choices_find_line (const SpilBookingChoices *self, SpilId id)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (spil_id_equal (((const SpilBudgetLineFigures *) self->lines->pdata[i])->id, id))
      return self->lines->pdata[i];
  return NULL;
}

const SpilBudgetBookingRow *
spil_booking_choices_find_open (const SpilBookingChoices *self, SpilId id)
{
  for (guint i = 0; i < self->open->len; i++)
    if (spil_id_equal (((const SpilBudgetBookingRow *) self->open->pdata[i])->id, id))
      return self->open->pdata[i];
  return NULL;
}

char *
spil_booking_choices_dup_line (const SpilBudgetLineFigures *line)
{
  SpilMoney free;
  g_autofree char *amount = NULL;

  if (line->pm)
    // Translators: number and name of a budget line whose amount is still to follow.
    return g_strdup_printf (_ ("%d. %s: PM"), line->number, line->name);
  if (!spil_budget_line_get_free (line, &free))
    return g_strdup_printf ("%d. %s", line->number, line->name);
  amount = spil_money_format (ABS (free.cents), SPIL_MONEY_CENTS);
  if (free.cents < 0)
    // Translators: number and name of a budget line, and an amount.
    return g_strdup_printf (_ ("%d. %s: short %s"), line->number, line->name, amount);
  // Translators: number and name of a budget line, and an amount.
  return g_strdup_printf (_ ("%d. %s: free %s"), line->number, line->name, amount);
}

char *
spil_booking_choices_dup_open (const SpilBudgetBookingRow *row)
{
  g_autofree char *amount = spil_money_format (row->open.cents, SPIL_MONEY_CENTS);
  g_autofree char *name = NULL;
  gboolean has_counterpart = row->counterpart != NULL && row->counterpart[0] != '\0';

  name = has_counterpart ? g_strdup_printf ("%s, %s", row->counterpart, spil_register_get_title (row))
                         : g_strdup (spil_register_get_title (row));
  // Translators: a commitment or reservation, and what is left of it.
  return g_strdup_printf (_ ("%s: %s left"), name, amount);
}
