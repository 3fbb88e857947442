// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-reallocation-rule.h"

#include "spil-entity.h"
#include "spil-text.h"

#include <glib/gi18n-lib.h>

#define NAME_CHARS 60

static gboolean
counts (const SpilReallocationRow *row)
{
  return !row->pm && !row->outside;
}

static SpilVat
first_vat (const SpilReallocationRow *rows, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (counts (&rows[i]))
      return rows[i].after.vat;
  return SPIL_VAT_UNKNOWN;
}

/* Only a line that is lowered can come under what is used of it. */
static gboolean
is_below (const SpilReallocationRow *row)
{
  if (row->after.cents < 0)
    return TRUE;
  return row->after.cents < row->before.cents && row->used.vat == row->after.vat &&
         row->after.cents < row->used.cents;
}

SpilReallocation
spil_reallocation_judge (const SpilReallocationRow *rows, gsize n)
{
  SpilVat vat = first_vat (rows, n);
  SpilMoney nothing = spil_money (0, vat);
  SpilReallocation self = {
    .before = nothing, .after = nothing, .moved = nothing, .below = -1, .other_vat = -1
  };
  int64_t down = 0;
  int64_t up = 0;

  for (gsize i = 0; i < n; i++) {
    int64_t difference = rows[i].after.cents - rows[i].before.cents;

    if (rows[i].pm)
      continue;
    self.changed |= difference != 0;
    if (rows[i].outside)
      continue;
    self.before.cents += rows[i].before.cents;
    self.after.cents += rows[i].after.cents;
    down += MAX (0, -difference);
    up += MAX (0, difference);
    if (self.below < 0 && is_below (&rows[i]))
      self.below = (int) i;
    if (self.other_vat < 0 &&
        (rows[i].after.vat != vat || (rows[i].before.cents != 0 && rows[i].before.vat != vat)))
      self.other_vat = (int) i;
  }
  self.moved.cents = MIN (down, up);
  self.total_kept = self.before.cents == self.after.cents;
  self.allowed = self.changed && self.below < 0 && self.other_vat < 0;
  return self;
}

static char *
below_sentence (const SpilReallocationRow *row)
{
  g_autofree char *name = spil_text_one_line (row->name, NAME_CHARS);
  g_autofree char *after = spil_money_format (row->after.cents, SPIL_MONEY_CENTS);
  g_autofree char *used = spil_money_format (row->used.cents, SPIL_MONEY_CENTS);

  if (row->after.cents < 0)
    return g_strdup_printf (_ ("Budget line %d (%s) cannot become %s: an amount is never below zero."),
                            row->number, name, after);
  return g_strdup_printf (_ ("Budget line %d (%s) cannot become %s: %s is spent or committed on it already. "
                             "Leave at least that on the line."),
                          row->number, name, after, used);
}

static char *
vat_sentence (const SpilReallocation *self, const SpilReallocationRow *row)
{
  const SpilField *field = spil_entity_field (spil_entity (SPIL_ENTITY_BUDGET_LINE), SPIL_BUDGET_LINE_VAT);
  g_autofree char *name = spil_text_one_line (row->name, NAME_CHARS);

  return g_strdup_printf (
      _ ("Budget line %d (%s) has another VAT note than the first line (%s). Enter all lines "
         "with one VAT note."),
      row->number, name, spil_field_choice_label (field, self->after.vat));
}

static char *
total_sentence (const SpilReallocation *self)
{
  g_autofree char *moved = spil_money_format (self->moved.cents, SPIL_MONEY_CENTS);
  g_autofree char *before = spil_money_format (self->before.cents, SPIL_MONEY_CENTS);
  g_autofree char *after = spil_money_format (self->after.cents, SPIL_MONEY_CENTS);
  g_autofree char *difference = spil_money_format (ABS (self->after.cents - self->before.cents),
                                                   SPIL_MONEY_CENTS);
  gboolean rises = self->after.cents > self->before.cents;

  if (self->moved.cents == 0)
    return g_strdup_printf (rises ? _ ("The total rises by %s, from %s to %s.")
                                  : _ ("The total falls by %s, from %s to %s."),
                            difference, before, after);
  return g_strdup_printf (rises ? _ ("%s moves between lines; the total rises by %s, from %s to %s.")
                                : _ ("%s moves between lines; the total falls by %s, from %s to %s."),
                          moved, difference, before, after);
}

char *
spil_reallocation_dup_sentence (const SpilReallocation *self, const SpilReallocationRow *rows)
{
  g_autofree char *moved = spil_money_format (self->moved.cents, SPIL_MONEY_CENTS);
  g_autofree char *after = spil_money_format (self->after.cents, SPIL_MONEY_CENTS);

  if (self->other_vat >= 0)
    return vat_sentence (self, &rows[self->other_vat]);
  if (self->below >= 0)
    return below_sentence (&rows[self->below]);
  if (!self->changed)
    return g_strdup (_ ("Nothing changes: no line gets another amount."));
  if (self->total_kept && self->moved.cents == 0)
    return g_strdup_printf (_ ("Nothing moves within the budget; the total stays %s."), after);
  if (self->total_kept)
    return g_strdup_printf (_ ("%s moves between lines; the total stays %s."), moved, after);
  return total_sentence (self);
}
