// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-budget-query.h"
#include "spil-recount-private.h"

gboolean
spil_recount_same_line (const SpilRecount *self, int a, int b)
{
  const SpilRecountLine *one = a >= 0 ? spil_recount_line (self, a) : NULL;
  const SpilRecountLine *other = b >= 0 ? spil_recount_line (self, b) : NULL;

  return one != NULL && other != NULL && one->version >= 0 && other->version >= 0 &&
         one->number == other->number &&
         spil_recount_version (self, one->version)->year == spil_recount_version (self, other->version)->year;
}

// Adds one booking; a root holds what takes it back, and what draws on it.
static void
add_booking (SpilBudgetLineFigures *line, const SpilRecountBooking *booking)
{
  gboolean is_root = spil_id_is_nil (booking->reverses);
  gboolean by_root = booking->kind == SPIL_BOOKING_RESERVATION || booking->kind == SPIL_BOOKING_COMMITMENT;

  if (by_root && !is_root)
    return;
  if (booking->vat != (int) line->budget.vat) {
    line->left_out++;
    return;
  }
  switch (booking->kind) {
  case SPIL_BOOKING_RESERVATION:
    line->reserved.cents += booking->net > booking->used ? booking->net - booking->used : 0;
    break;
  case SPIL_BOOKING_COMMITMENT:
    line->committed.cents += booking->net;
    line->drawn.cents += booking->used;
    line->open.cents += booking->net > booking->used ? booking->net - booking->used : 0;
    break;
  case SPIL_BOOKING_ACTUAL:
    line->actual.cents += booking->cents;
    break;
  case SPIL_BOOKING_FORECAST:
    line->forecast.cents += booking->cents;
    break;
  default:
    g_assert_not_reached ();
  }
}

SpilBudgetLineFigures *
spil_recount_figures (const SpilRecount *self, int place)
{
  const SpilRecountLine *line = spil_recount_line (self, place);
  SpilBudgetLineFigures *figures = spil_budget_line_figures_new (line->id, line->number, line->name, line->pm,
                                                                 line->stated, line->amount);

  figures->outside = line->outside;
  for (guint i = 0; i < self->bookings->len; i++)
    if (spil_recount_same_line (self, spil_recount_booking (self, i)->line, place))
      add_booking (figures, spil_recount_booking (self, i));
  return figures;
}

// The first figure in which the two differ; FALSE when none does.
static gboolean
find_difference (const SpilBudgetLineFigures *shown, const SpilBudgetLineFigures *counted, const char **what,
                 int64_t *shown_cents, int64_t *counted_cents)
{
  const struct
  {
    const char *what;
    int64_t shown;
    int64_t counted;
  } figures[] = {
    { _ ("budget"), shown->budget.cents, counted->budget.cents },
    { _ ("reserved"), shown->reserved.cents, counted->reserved.cents },
    { _ ("committed"), shown->committed.cents, counted->committed.cents },
    { _ ("drawn down"), shown->drawn.cents, counted->drawn.cents },
    { _ ("open"), shown->open.cents, counted->open.cents },
    { _ ("spent"), shown->actual.cents, counted->actual.cents },
    { _ ("forecast"), shown->forecast.cents, counted->forecast.cents },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    if (figures[i].shown != figures[i].counted) {
      *what = figures[i].what;
      *shown_cents = figures[i].shown;
      *counted_cents = figures[i].counted;
      return TRUE;
    }
  return FALSE;
}

static void
compare_line (SpilRecount *self, const SpilBudgetLineFigures *shown, int *told)
{
  int place = spil_recount_find (self, shown->id);
  g_autoptr (SpilBudgetLineFigures) counted = place >= 0 ? spil_recount_figures (self, place) : NULL;
  const char *what;
  int64_t shown_cents;
  int64_t counted_cents;
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;

  if (counted == NULL || !find_difference (shown, counted, &what, &shown_cents, &counted_cents))
    return;
  one = spil_money_format (shown_cents, SPIL_MONEY_CENTS);
  other = spil_money_format (counted_cents, SPIL_MONEY_CENTS);
  spil_recount_tell (
      self, told,
      // TRANSLATORS: ... shows € 5,00 as committed, ...; the fourth is "committed", "spent", "open" ...
      g_strdup_printf (_ ("Budget line %d (%s) of “%s” shows %s as “%s”, but its bookings add up to %s. "
                          "This is a fault of Spil: send a report."),
                       shown->number, shown->name,
                       spil_recount_version (self, spil_recount_line (self, place)->version)->name, one, what,
                       other));
}

// The line before @place of the same version and with the same number; -1: none.
static int
find_twin (const SpilRecount *self, int place)
{
  const SpilRecountLine *line = spil_recount_line (self, place);

  for (int i = place - 1; i >= 0 && spil_recount_line (self, i)->number == line->number; i--)
    if (spil_recount_line (self, i)->version == line->version && !line->gone &&
        !spil_recount_line (self, i)->gone)
      return i;
  return -1;
}

// Of a version that has a number twice, which line a booking goes to is a matter of chance: that fault is told by itself.
static gboolean
has_twins (const SpilRecount *self, int version)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (spil_recount_line (self, i)->version == version && find_twin (self, (int) i) >= 0)
      return TRUE;
  return FALSE;
}

gboolean
spil_recount_check_lines (SpilRecount *self, GError **error)
{
  int told = 0;

  for (guint i = 0; i < self->versions->len; i++) {
    g_autoptr (GPtrArray) lines = spil_budget_query_lines (self->store, spil_recount_version (self, i)->id,
                                                           SPIL_DAY_NONE, error);

    if (lines == NULL)
      return FALSE;
    if (spil_recount_version (self, i)->gone || has_twins (self, (int) i))
      continue;
    for (guint j = 0; j < lines->len; j++)
      compare_line (self, g_ptr_array_index (lines, j), &told);
  }
  return TRUE;
}

// What the lines of a version sum to; FALSE when one has another VAT note than the total, or there is none.
static gboolean
sum_lines (const SpilRecount *self, int version, int64_t *sum)
{
  gboolean any = FALSE;

  *sum = 0;
  for (guint i = 0; i < self->lines->len; i++) {
    const SpilRecountLine *line = spil_recount_line (self, i);

    if (line->version != version || line->gone)
      continue;
    any = TRUE;
    if (line->pm || line->outside)
      continue;
    if (line->amount.vat != spil_recount_version (self, version)->total.vat)
      return FALSE;
    *sum += line->amount.cents;
  }
  return any;
}

static void
check_numbers (SpilRecount *self)
{
  int told = 0;

  for (guint i = 0; i < self->lines->len; i++) {
    const SpilRecountLine *line = spil_recount_line (self, i);
    int twin = find_twin (self, (int) i);

    if (twin >= 0 && line->version >= 0)
      spil_recount_tell (
          self, &told,
          g_strdup_printf (_ ("Budget “%s” has two lines with number %d: “%s” and “%s”. Bookings count for a "
                              "number; give one of them another."),
                           spil_recount_version (self, line->version)->name, line->number,
                           spil_recount_line (self, twin)->name, line->name));
  }
}

void
spil_recount_check_versions (SpilRecount *self)
{
  int told = 0;

  check_numbers (self);
  for (guint i = 0; i < self->versions->len; i++) {
    const SpilRecountVersion *version = spil_recount_version (self, i);
    SpilBudgetCheck check = { .total = version->total, .sum = spil_money (0, version->total.vat) };
    gboolean added = sum_lines (self, (int) i, &check.sum.cents);

    if (version->proposed || version->withdrawn || version->gone || (!added && check.sum.cents == 0))
      continue;
    check.difference = spil_money (check.sum.cents - check.total.cents, check.total.vat);
    check.n_other_vat = added ? 0 : 1;
    if (!added || check.difference.cents != 0)
      spil_recount_tell (self, &told, spil_budget_check_dup_sentence (&check, version->name));
  }
}

// The version of its year that is in force: the one that was decided last.
static gboolean
is_last (const SpilRecount *self, int place)
{
  const SpilRecountVersion *version = spil_recount_version (self, place);
  SpilDay today = spil_day_today ();

  if (version->withdrawn || version->proposed || version->gone || spil_day_compare (version->date, today) > 0)
    return FALSE;
  // They are in order of date.
  for (guint i = (guint) place + 1; i < self->versions->len; i++) {
    const SpilRecountVersion *other = spil_recount_version (self, i);

    if (other->year == version->year && !other->withdrawn && !other->proposed && !other->gone &&
        spil_day_compare (other->date, today) <= 0)
      return FALSE;
  }
  return TRUE;
}

// Two laptops may each have decided on a change of the same budget: then only one of them is in force.
gboolean
spil_recount_check_rivals (SpilRecount *self, GError **error)
{
  int told = 0;

  for (guint i = 0; i < self->versions->len; i++) {
    const SpilRecountVersion *version = spil_recount_version (self, i);
    const gboolean lapsed = version->withdrawn && !version->gone && spil_day_is_known (version->date);
    g_autoptr (GPtrArray) rivals = NULL;

    if (!lapsed && !is_last (self, (int) i))
      continue;
    rivals = spil_budget_query_rivals (self->store, version->id, error);
    if (rivals == NULL)
      return FALSE;
    if (lapsed && rivals->len == 0)
      spil_recount_tell (
          self, &told,
          g_strdup_printf (
              _ ("Budget “%s” was withdrawn on one laptop and decided on another, and is not in force. "
                 "If it was to hold, make a new version with its amounts."),
              version->name));
    for (guint j = 0; !lapsed && j < rivals->len; j++)
      spil_recount_tell (
          self, &told,
          spil_budget_rival_dup_sentence (version->name, (const SpilBudgetVersionRow *) rivals->pdata[j]));
  }
  return TRUE;
}

static gboolean
has_exception (const SpilRecount *self, int place)
{
  for (guint i = 0; i < self->bookings->len; i++)
    if (spil_recount_booking (self, i)->decided &&
        spil_recount_same_line (self, spil_recount_booking (self, i)->line, place))
      return TRUE;
  return FALSE;
}

void
spil_recount_check_room (SpilRecount *self)
{
  int told = 0;

  for (guint i = 0; i < self->lines->len; i++) {
    const SpilRecountLine *line = spil_recount_line (self, i);
    g_autoptr (SpilBudgetLineFigures) figures = NULL;
    g_autofree char *used = NULL;
    g_autofree char *budget = NULL;
    g_autofree char *over = NULL;
    int64_t shortage;

    if (line->version < 0 || line->gone || line->outside || !is_last (self, line->version))
      continue;
    figures = spil_recount_figures (self, (int) i);
    shortage = figures->open.cents + figures->actual.cents - (line->stated ? line->amount.cents : 0);
    if (shortage <= 0 || has_exception (self, (int) i))
      continue;
    used = spil_money_format (figures->open.cents + figures->actual.cents, SPIL_MONEY_CENTS);
    budget = spil_money_format (line->amount.cents, SPIL_MONEY_CENTS);
    over = spil_money_format (shortage, SPIL_MONEY_CENTS);
    spil_recount_tell (
        self, &told,
        line->stated
            ? g_strdup_printf (
                  _ ("Budget line %d (%s) is over its budget without a decision: %s of %s is spent or committed, "
                     "%s too much. Release or reverse something, or have more decided."),
                  line->number, line->name, used, budget, over)
            : g_strdup_printf (
                  _ ("Budget line %d (%s) has no amount yet, but %s is spent or committed on it without a "
                     "decision. Fill in its amount, or name the decision that allows it."),
                  line->number, line->name, used));
  }
}
