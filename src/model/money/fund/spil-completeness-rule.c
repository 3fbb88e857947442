// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-completeness-rule.h"

#include "spil-entity.h"

#include <glib/gi18n-lib.h>

void
spil_fund_completeness_add (SpilFundCompleteness *self, int answer)
{
  self->asked++;
  self->there += answer == SPIL_ANSWER_YES;
  self->missing += answer == SPIL_ANSWER_NO;
}

gboolean
spil_fund_is_complete (const SpilFundCompleteness *self)
{
  return self->there == self->asked;
}

char *
spil_fund_completeness_dup_sentence (const SpilFundCompleteness *self)
{
  const int open = self->asked - self->there - self->missing;
  GString *text = g_string_new (NULL);

  if (self->asked == 0)
    return g_string_free (g_string_append (text, _ ("The scheme asks for nothing in particular.")), FALSE);
  if (spil_fund_is_complete (self))
    g_string_append_printf (text,
                            ngettext ("What is asked for is there (%d).",
                                      "All %d that are asked for are there.", (gulong) self->asked),
                            self->asked);
  else {
    g_string_append_printf (text, _ ("%d of %d are there."), self->there, self->asked);
    if (self->missing > 0)
      g_string_append_printf (text, ngettext (" %d is missing.", " %d are missing.", (gulong) self->missing),
                              self->missing);
    if (open > 0)
      g_string_append_printf (
          text, ngettext (" %d was not looked at yet.", " %d were not looked at yet.", (gulong) open), open);
  }
  return g_string_free (text, FALSE);
}

SpilDay
spil_fund_term_end (SpilDay from, int days)
{
  return days > 0 && spil_day_is_known (from) ? spil_day_add (from, days) : SPIL_DAY_NONE;
}

void
spil_fund_costs_init (SpilFundCosts *self, SpilVat vat)
{
  *self = (SpilFundCosts) { .estimated = spil_money (0, vat), .settled = spil_money (0, vat) };
}

void
spil_fund_costs_add (SpilFundCosts *self, const SpilFundCost *item)
{
  if (item->excluded) {
    self->excluded++;
    return;
  }
  if ((item->has_estimated && item->estimated.vat != self->estimated.vat) ||
      (item->has_settled && item->settled.vat != self->settled.vat)) {
    self->other_vat++;
    return;
  }
  self->n++;
  if (item->has_estimated)
    self->estimated.cents += item->estimated.cents;
  else
    self->not_estimated++;
  if (item->has_settled)
    self->settled.cents += item->settled.cents;
  else
    self->not_settled++;
}

char *
spil_fund_costs_dup_sentence (const SpilFundCosts *self, const SpilMoney *cost)
{
  GString *text = g_string_new (NULL);
  g_autofree char *sum = spil_money_format (self->estimated.cents, SPIL_MONEY_CENTS);

  if (self->other_vat > 0)
    g_string_append_printf (
        text,
        ngettext ("%d cost item has another VAT note than the application and is in no sum.",
                  "%d cost items have another VAT note than the application and are in no sum.",
                  (gulong) self->other_vat),
        self->other_vat);
  if (cost != NULL && self->n > 0 && self->not_estimated == 0 && self->other_vat == 0 &&
      cost->cents != self->estimated.cents) {
    g_autofree char *stated = spil_money_format (cost->cents, SPIL_MONEY_CENTS);

    g_string_append_printf (text, _ ("The cost items add up to %s, the application states %s."), sum, stated);
  }
  return g_string_free (text, text->len == 0);
}
