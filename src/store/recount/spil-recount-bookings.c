// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-recount-private.h"

// A booking as sentences name it: Expense “Invoice 12” of 1 October 2018. Free with g_free().
static char *
name_booking (const SpilRecountBooking *booking)
{
  static const SpilEntityNumber entities[] = { SPIL_ENTITY_RESERVATION, SPIL_ENTITY_COMMITMENT,
                                               SPIL_ENTITY_ACTUAL, SPIL_ENTITY_FORECAST };
  g_autofree char *date = spil_day_format_long (booking->date);
  g_autofree char *amount = spil_money_format (booking->cents, SPIL_MONEY_CENTS);

  // TRANSLATORS: Expense “Invoice 12” of 1 October 2018 (€ 5,00)
  return g_strdup_printf (_ ("%s “%s” of %s (%s)"), spil_entity_label (spil_entity (entities[booking->kind])),
                          booking->name != NULL ? booking->name : "", date, amount);
}

static void
check_vat (SpilRecount *self, const SpilRecountBooking *booking, int *told)
{
  g_autofree char *name = NULL;

  if (booking->line < 0 || booking->cents == 0 ||
      booking->vat == (int) spil_recount_line (self, booking->line)->amount.vat)
    return;
  name = name_booking (booking);
  spil_recount_tell (
      self, told,
      g_strdup_printf (
          _ ("%s has another VAT note than its budget line, and is in no figure of it. Reverse it "
             "and enter it with the VAT note of the line."),
          name));
}

// A reversal is on the line of its original; where that was undone, on the one with its number.
static gboolean
stands_with (const SpilRecount *self, int line, int original)
{
  return line == original ||
         (spil_recount_same_line (self, line, original) && spil_recount_line (self, original)->gone);
}

// Why a reversal is none. Free with g_free(); NULL when it is right.
static char *
judge_reversal (const SpilRecount *self, const SpilRecountBooking *booking)
{
  const SpilRecountBooking *original = booking->original >= 0 ? spil_recount_booking (self, booking->original)
                                                              : NULL;
  g_autofree char *name = name_booking (booking);

  if (original == NULL || booking->root < 0)
    return g_strdup_printf (
        _ ("%s takes back a booking that is not there. Undo it, or enter that booking anew."), name);
  if (!stands_with (self, booking->line, original->line) || booking->vat != original->vat)
    return g_strdup_printf (
        _ ("%s takes back a booking of another budget line or with another VAT note. Reverse both, and "
           "enter anew what should have been booked."),
        name);
  if (!booking->release && booking->cents != -original->cents)
    return g_strdup_printf (
        _ ("%s takes back a booking of another amount. Reverse all of it, and enter anew what should have "
           "been booked."),
        name);
  return NULL;
}

static void
check_reversal (SpilRecount *self, const SpilRecountBooking *booking, int *told)
{
  char *sentence = spil_id_is_nil (booking->reverses) ? NULL : judge_reversal (self, booking);

  if (sentence != NULL)
    spil_recount_tell (self, told, sentence);
}

static void
check_twice (SpilRecount *self, const SpilRecountBooking *root, int *told)
{
  g_autofree char *name = NULL;

  if (root->reversals <= 1)
    return;
  name = name_booking (root);
  spil_recount_tell (
      self, told,
      g_strdup_printf (ngettext ("%s is reversed %d time. Reverse all but one of its reversals.",
                                 "%s is reversed %d times. Reverse all but one of its reversals.",
                                 (gulong) root->reversals),
                       name, root->reversals));
}

// Less stands of the commitment than was drawn of it: what came back since may have mended a release.
static gboolean
is_overdrawn (const SpilRecount *self, int place)
{
  return spil_recount_booking (self, place)->net < spil_recount_booking (self, place)->used;
}

/*
 * When it was released, at most so much was open as was released: in the order in which rows were made, which is the same on all laptops. What
 * was drawn beyond the commitment later is no fault of the release.
 */
static gboolean
was_open (const SpilRecount *self, int place, const SpilRecountBooking *release)
{
  int64_t open = 0;

  for (guint i = 0; i < self->bookings->len; i++) {
    const SpilRecountBooking *booking = spil_recount_booking (self, i);
    int from = spil_id_is_nil (booking->draws) && booking->original >= 0
                   ? spil_recount_booking (self, booking->original)->drawn_from
                   : booking->drawn_from;

    // What took a release back mends it, whenever.
    if (booking->root == place &&
        (booking->born <= release->born || (booking->original >= 0 && booking->original != place)))
      open += booking->cents;
    else if (booking->kind == SPIL_BOOKING_ACTUAL && from == place && booking->born <= release->born)
      open -= booking->cents;
  }
  return open >= 0;
}

static void
check_release (SpilRecount *self, const SpilRecountBooking *release, int *told)
{
  g_autofree char *name = NULL;

  if (!release->release || release->root < 0 || release->taken_back || !is_overdrawn (self, release->root) ||
      was_open (self, release->root, release))
    return;
  name = name_booking (release);
  spil_recount_tell (
      self, told,
      g_strdup_printf (
          _ ("%s releases more than was open of its commitment, which two laptops may have done. "
             "Reverse the release."),
          name));
}

// What is drawn on is there, on the same line and with the same VAT note, and takes nothing back itself.
static void
check_drawing (SpilRecount *self, const SpilRecountBooking *booking, int *told)
{
  const SpilRecountBooking *from = booking->drawn_from >= 0 ? spil_recount_booking (self, booking->drawn_from)
                                                            : NULL;
  g_autofree char *name = NULL;

  if (spil_id_is_nil (booking->draws) || booking->line < 0)
    return;
  if (from != NULL && spil_id_is_nil (from->reverses) && from->vat == booking->vat &&
      spil_recount_same_line (self, booking->line, from->line))
    return;
  name = name_booking (booking);
  spil_recount_tell (
      self, told,
      from == NULL
          ? g_strdup_printf (_ ("%s draws on a booking that is not there. Reverse it, and enter it anew."),
                             name)
          : g_strdup_printf (
                _ ("%s draws on a booking of another budget line, with another VAT note, or that takes something "
                   "back. Reverse it, and enter it anew."),
                name));
}

void
spil_recount_check_bookings (SpilRecount *self)
{
  int told[5] = { 0 };

  for (guint i = 0; i < self->bookings->len; i++) {
    const SpilRecountBooking *booking = spil_recount_booking (self, i);

    check_vat (self, booking, &told[0]);
    check_reversal (self, booking, &told[1]);
    check_drawing (self, booking, &told[2]);
    check_twice (self, booking, &told[3]);
    check_release (self, booking, &told[4]);
  }
}
