// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-drawing-rule.h"

#include "spil-text.h"

#include <glib/gi18n-lib.h>

#define NAME_CHARS 60

SpilMoney
spil_drawing_open (SpilMoney amount, SpilMoney used)
{
  int64_t taken = used.vat == amount.vat ? used.cents : 0;

  return spil_money (MAX (0, amount.cents - taken), amount.vat);
}

SpilRelease
spil_release_judge (SpilMoney open, SpilMoney amount)
{
  SpilRelease self = { .open = open,
                       .amount = amount,
                       .left = spil_money (open.cents - amount.cents, open.vat) };

  self.allowed = amount.cents > 0 && amount.vat == open.vat && self.left.cents >= 0;
  return self;
}

char *
spil_release_dup_sentence (const SpilRelease *self, const char *name)
{
  g_autofree char *shown = spil_text_one_line (name, NAME_CHARS);
  g_autofree char *amount = spil_money_format (self->amount.cents, SPIL_MONEY_CENTS);
  g_autofree char *open = spil_money_format (self->open.cents, SPIL_MONEY_CENTS);
  g_autofree char *left = spil_money_format (self->left.cents, SPIL_MONEY_CENTS);

  if (self->open.cents <= 0)
    return g_strdup_printf (_ ("Nothing is open of “%s”: there is nothing to release."), shown);
  if (self->amount.cents <= 0)
    return g_strdup_printf (_ ("Enter how much of “%s” is released: %s is open."), shown, open);
  if (self->amount.vat != self->open.vat)
    return g_strdup_printf (_ ("The release has another VAT note than “%s”. Enter it with the same one."),
                            shown);
  if (self->left.cents < 0)
    return g_strdup_printf (_ ("%s cannot be released of “%s”: %s is open. Release at most that."), amount,
                            shown, open);
  if (self->left.cents == 0)
    return g_strdup_printf (_ ("%s of “%s” falls free: nothing stays open."), amount, shown);
  return g_strdup_printf (_ ("%s of “%s” falls free: %s stays open."), amount, shown, left);
}
