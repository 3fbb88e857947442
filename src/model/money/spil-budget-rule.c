// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-budget-rule.h"

#include "spil-drawing-rule.h"
#include "spil-entity.h"
#include "spil-text.h"

#include <glib/gi18n-lib.h>

/* How much of a name stands in a sentence. */
#define NAME_CHARS 60

SpilBudgetLineFigures *
spil_budget_line_figures_new (SpilId id, int number, const char *name, gboolean pm, gboolean stated,
                              SpilMoney budget)
{
  SpilBudgetLineFigures *self = g_new0 (SpilBudgetLineFigures, 1);
  SpilMoney nothing = spil_money (0, budget.vat);

  *self = (SpilBudgetLineFigures) {
    .id = id,
    .number = number,
    .name = g_strdup (name),
    .pm = pm,
    .stated = stated && !pm,
    .budget = stated && !pm ? budget : nothing,
    .reserved = nothing,
    .committed = nothing,
    .drawn = nothing,
    .open = nothing,
    .actual = nothing,
    .forecast = nothing,
  };
  return self;
}

void
spil_budget_line_figures_free (SpilBudgetLineFigures *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self);
}

static gboolean
goes_with (const SpilBudgetLineFigures *self, SpilMoney amount)
{
  return amount.vat == self->budget.vat;
}

void
spil_budget_line_add (SpilBudgetLineFigures *self, SpilBookingKind kind, SpilMoney amount, int bookings)
{
  SpilMoney *into = kind == SPIL_BOOKING_RESERVATION ? &self->reserved
                    : kind == SPIL_BOOKING_ACTUAL    ? &self->actual
                    : kind == SPIL_BOOKING_FORECAST  ? &self->forecast
                                                     : NULL;

  g_return_if_fail (into != NULL);

  if (goes_with (self, amount))
    into->cents += amount.cents;
  else
    self->left_out += bookings;
}

void
spil_budget_line_add_reservation (SpilBudgetLineFigures *self, SpilMoney reserved, SpilMoney used,
                                  int bookings)
{
  if (goes_with (self, reserved))
    self->reserved.cents += spil_drawing_open (reserved, used).cents;
  else
    self->left_out += bookings;
}

void
spil_budget_line_add_commitment (SpilBudgetLineFigures *self, SpilMoney committed, SpilMoney drawn,
                                 int bookings)
{
  int64_t used = goes_with (self, drawn) ? drawn.cents : 0;

  if (!goes_with (self, committed)) {
    self->left_out += bookings;
    return;
  }
  self->committed.cents += committed.cents;
  self->drawn.cents += used;
  self->open.cents += spil_drawing_open (committed, drawn).cents;
}

gboolean
spil_budget_line_get_free (const SpilBudgetLineFigures *self, SpilMoney *free)
{
  if (!self->stated)
    return FALSE;
  *free = spil_money (self->budget.cents - self->open.cents - self->actual.cents, self->budget.vat);
  return TRUE;
}

SpilMoney
spil_budget_line_get_used (const SpilBudgetLineFigures *self)
{
  return spil_money (self->actual.cents + self->open.cents, self->budget.vat);
}

SpilMoney
spil_budget_line_get_expected (const SpilBudgetLineFigures *self)
{
  return spil_money (self->actual.cents + self->open.cents + self->forecast.cents, self->budget.vat);
}

static int
per_mille (int64_t part, int64_t whole)
{
  int64_t doubled;

  if (whole <= 0)
    return -1;
  doubled = (part * 2000 + (part < 0 ? -whole : whole)) / (2 * whole);
  return (int) CLAMP (doubled, G_MININT32, G_MAXINT32);
}

int
spil_budget_line_per_mille (const SpilBudgetLineFigures *self, SpilMoney part)
{
  return self->stated ? per_mille (part.cents, self->budget.cents) : -1;
}

static void
add_line (SpilBudgetTotal *self, const SpilBudgetLineFigures *line)
{
  if (line->pm)
    g_ptr_array_add (self->pm, g_strdup (line->name));
  else if (!line->stated)
    g_ptr_array_add (self->not_stated, g_strdup (line->name));
  self->budget.cents += line->budget.cents;
  self->reserved.cents += line->reserved.cents;
  self->committed.cents += line->committed.cents;
  self->drawn.cents += line->drawn.cents;
  self->open.cents += line->open.cents;
  self->actual.cents += line->actual.cents;
  self->forecast.cents += line->forecast.cents;
  self->free.cents += line->budget.cents - line->open.cents - line->actual.cents;
  self->left_out += line->left_out;
}

/* The VAT note of the first line in the budget. */
static SpilVat
first_vat (GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++) {
    const SpilBudgetLineFigures *line = lines->pdata[i];

    if (!line->outside)
      return line->budget.vat;
  }
  return SPIL_VAT_UNKNOWN;
}

SpilBudgetTotal *
spil_budget_total_new (GPtrArray *lines)
{
  SpilBudgetTotal *self = g_new0 (SpilBudgetTotal, 1);
  SpilMoney nothing = spil_money (0, first_vat (lines));

  self->budget = self->reserved = self->committed = self->drawn = nothing;
  self->open = self->actual = self->forecast = self->free = nothing;
  self->pm = g_ptr_array_new_with_free_func (g_free);
  self->not_stated = g_ptr_array_new_with_free_func (g_free);
  self->outside = g_ptr_array_new_with_free_func (g_free);
  self->other_vat = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < lines->len; i++) {
    const SpilBudgetLineFigures *line = lines->pdata[i];

    if (line->outside)
      g_ptr_array_add (self->outside, g_strdup (line->name));
    else if (line->budget.vat == nothing.vat)
      add_line (self, line);
    else
      g_ptr_array_add (self->other_vat, g_strdup (line->name));
  }
  return self;
}

void
spil_budget_total_free (SpilBudgetTotal *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->pm);
  g_ptr_array_unref (self->not_stated);
  g_ptr_array_unref (self->outside);
  g_ptr_array_unref (self->other_vat);
  g_free (self);
}

SpilMoney
spil_budget_total_get_used (const SpilBudgetTotal *self)
{
  return spil_money (self->actual.cents + self->open.cents, self->budget.vat);
}

int
spil_budget_total_per_mille (const SpilBudgetTotal *self, SpilMoney part)
{
  return per_mille (part.cents, self->budget.cents);
}

static void
append_names (GString *note, const char *format, GPtrArray *names)
{
  g_autoptr (GString) list = g_string_new (NULL);

  if (names->len == 0)
    return;
  for (guint i = 0; i < names->len; i++) {
    g_autofree char *name = spil_text_one_line (names->pdata[i], NAME_CHARS);

    g_string_append_printf (list, "%s%s", i > 0 ? "; " : "", name);
  }
  if (note->len > 0)
    g_string_append_c (note, ' ');
  g_string_append_printf (note, format, list->str);
}

char *
spil_budget_total_dup_note (const SpilBudgetTotal *self)
{
  g_autoptr (GString) note = g_string_new (NULL);

  append_names (note, _ ("To follow (PM), not in the total: %s."), self->pm);
  append_names (note, _ ("Not stated, not in the total: %s."), self->not_stated);
  append_names (note, _ ("Outside this budget, not in the total: %s."), self->outside);
  append_names (note, _ ("With another VAT note, not in the total: %s."), self->other_vat);
  if (self->left_out > 0) {
    g_string_append (note, note->len > 0 ? " " : "");
    g_string_append_printf (note,
                            ngettext ("%d booking has another VAT note than its line and is left out.",
                                      "%d bookings have another VAT note than their line and are left out.",
                                      (gulong) self->left_out),
                            self->left_out);
  }
  return note->len > 0 ? g_strdup (note->str) : NULL;
}

SpilBudgetVerdict
spil_budget_may_book (const SpilBudgetLineFigures *line, SpilMoney amount, SpilMoney open,
                      gboolean has_decision)
{
  SpilBudgetVerdict verdict = { .amount = amount };
  int64_t covered = open.vat == amount.vat ? CLAMP (amount.cents, 0, MAX (0, open.cents)) : 0;

  verdict.covered = spil_money (covered, amount.vat);
  verdict.vat_differs = !goes_with (line, amount) && amount.cents != 0;
  verdict.stated = spil_budget_line_get_free (line, &verdict.free);
  verdict.left = spil_money (verdict.free.cents - (amount.cents - covered), line->budget.vat);
  if (verdict.vat_differs)
    return verdict;

  if (amount.cents <= covered || line->outside || (verdict.stated && verdict.left.cents >= 0)) {
    verdict.allowed = TRUE;
  } else {
    verdict.allowed = has_decision;
    verdict.by_decision = has_decision;
  }
  return verdict;
}

static char *
vat_sentence (const SpilBudgetVerdict *verdict, const SpilBudgetLineFigures *line, const char *amount,
              const char *name)
{
  const SpilField *field = spil_entity_field (spil_entity (SPIL_ENTITY_BUDGET_LINE), SPIL_BUDGET_LINE_VAT);
  const char *own = spil_field_choice_label (field, line->budget.vat);

  if (line->budget.vat == SPIL_VAT_UNKNOWN)
    return g_strdup_printf (
        _ ("%s cannot be booked: of budget line %d (%s) it is not stated whether it includes VAT. Add a budget in which it is."),
        amount, line->number, name);
  if (verdict->amount.vat == SPIL_VAT_UNKNOWN)
    return g_strdup_printf (
        _ ("%s does not say whether it includes VAT; budget line %d (%s) is %s. Enter it %s."), amount,
        line->number, name, own, own);
  return g_strdup_printf (_ ("%s is %s, but budget line %d (%s) is %s. Enter the amount %s."), amount,
                          spil_field_choice_label (field, verdict->amount.vat), line->number, name, own, own);
}

static char *
unstated_sentence (const SpilBudgetVerdict *verdict, const SpilBudgetLineFigures *line, const char *amount,
                   const char *name)
{
  if (verdict->by_decision)
    return g_strdup_printf (_ ("%s goes on budget line %d (%s), which has no amount yet, by decision."),
                            amount, line->number, name);
  return g_strdup_printf (
      _ ("%s cannot be booked: budget line %d (%s) has no amount yet. Fill in its amount, or "
         "name the decision that allows it."),
      amount, line->number, name);
}

char *
spil_budget_verdict_dup_sentence (const SpilBudgetVerdict *verdict, const SpilBudgetLineFigures *line)
{
  g_autofree char *name = spil_text_one_line (line->name, NAME_CHARS);
  g_autofree char *amount = spil_money_format (verdict->amount.cents, SPIL_MONEY_CENTS);
  g_autofree char *free = spil_money_format (verdict->free.cents + verdict->covered.cents, SPIL_MONEY_CENTS);
  g_autofree char *left = spil_money_format (ABS (verdict->left.cents), SPIL_MONEY_CENTS);

  if (verdict->vat_differs)
    return vat_sentence (verdict, line, amount, name);
  if (line->outside)
    return g_strdup_printf (_ ("%s goes on budget line %d (%s), which is outside this budget."), amount,
                            line->number, name);
  if (!verdict->stated && verdict->amount.cents > verdict->covered.cents)
    return unstated_sentence (verdict, line, amount, name);
  if (verdict->by_decision)
    return g_strdup_printf (_ ("%s exceeds budget line %d (%s) by %s, by decision."), amount, line->number,
                            name, left);
  if (!verdict->allowed)
    return g_strdup_printf (
        _ ("%s does not fit on budget line %d (%s): there is room for %s, so %s is short. Lower "
           "the amount, or name the decision that makes the exception."),
        amount, line->number, name, free, left);
  if (!verdict->stated)
    return g_strdup_printf (_ ("%s takes nothing more from budget line %d (%s)."), amount, line->number,
                            name);
  if (verdict->left.cents < 0)
    return g_strdup_printf (_ ("%s can be booked on budget line %d (%s), which stays %s over its budget."),
                            amount, line->number, name, left);
  return g_strdup_printf (_ ("%s fits on budget line %d (%s): %s is left."), amount, line->number, name,
                          left);
}

SpilBudgetCheck
spil_budget_check_version (GPtrArray *lines, SpilMoney total)
{
  SpilBudgetCheck check = { .total = total, .sum = spil_money (0, total.vat) };

  for (guint i = 0; i < lines->len; i++) {
    const SpilBudgetLineFigures *line = lines->pdata[i];

    if (line->outside)
      continue;
    if (line->pm)
      check.n_pm++;
    else if (line->budget.vat == total.vat)
      check.sum.cents += line->budget.cents;
    else
      check.n_other_vat++;
  }
  check.difference = spil_money (check.sum.cents - total.cents, total.vat);
  check.matches = check.difference.cents == 0 && check.n_other_vat == 0;
  return check;
}

char *
spil_budget_check_dup_sentence (const SpilBudgetCheck *check, const char *version)
{
  g_autofree char *name = spil_text_one_line (version, NAME_CHARS);
  g_autofree char *sum = spil_money_format (check->sum.cents, SPIL_MONEY_CENTS);
  g_autofree char *total = spil_money_format (check->total.cents, SPIL_MONEY_CENTS);
  g_autofree char *difference = spil_money_format (check->difference.cents, SPIL_MONEY_CENTS);

  if (check->matches)
    return NULL;
  if (check->n_other_vat > 0)
    return g_strdup_printf (
        ngettext ("%d line of budget “%s” has another VAT note than its total. Enter all lines "
                  "with the VAT note of the total.",
                  "%d lines of budget “%s” have another VAT note than its total. Enter all lines "
                  "with the VAT note of the total.",
                  (gulong) check->n_other_vat),
        check->n_other_vat, name);
  return g_strdup_printf (
      _ ("The lines of budget “%s” sum to %s, but %s was decided: a difference of %s. Correct the "
         "lines or the total."),
      name, sum, total, difference);
}
