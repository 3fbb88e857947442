// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-budget-rule.h"
#include "spil-change.h"
#include "spil-period.h"
#include "spil-store.h"

G_BEGIN_DECLS

/*
 * What people do with bookings. Bookings are never changed: each function makes one action of new rows, which is one undo step. What makes no
 * sense gives NULL (FALSE) with @error: one sentence for people (SPIL_STORE_ERROR_REFUSED, SPIL_STORE_ERROR_NOT_FOUND). What else may not be is refused when the action
 * is committed. A booking in a closed period goes to the first open day after it, or to today when that is later and open; what it belongs to is kept as "late of"
 * (of a reservation, which belongs to no period, it is not).
 */

/** What is booked. Texts are borrowed; NULL or "": not stated; nil ids: none. What a kind does not have is left out. */
typedef struct
{
  SpilBookingKind kind;
  SpilId
      line; /**< of any version: it goes on the line of that number in the version of its year that is in force today */
  SpilDay date;
  SpilMoney amount; /**< with the VAT note of the line */
  const char *counterpart;
  const char *description;
  const char *reference;
  const char *origin; /**< where it was imported from */
  SpilId commitment; /**< expense: draws it down */
  SpilId reservation; /**< commitment: uses it */
  SpilId decision; /**< that makes an exception */
  SpilId application; /**< commitment: award on it */
} SpilBooking;

/** Books it. @id (nullable) gets the id of the new row. Free with spil_action_free(). */
SpilAction *spil_booking_action (SpilStore *store, const SpilBooking *booking, SpilId *id, GError **error);

/** The same as part of another action. What @booking refers to may be a row of that action. */
gboolean spil_booking_put (SpilAction *action, SpilStore *store, const SpilBooking *booking, SpilId *id,
                           GError **error);

/**
 * Takes a booking back on @day (SPIL_DAY_NONE: today), but not before its own day: a row with the opposite amount. A forecast is taken back in its own quarter, a payment
 * to an applicant with its expense. Refused for what was taken back already or takes something back itself (a release may be), for a commitment that is partly
 * released or drawn down, and for an award, which ends at its application.
 */
SpilAction *spil_booking_reverse_action (SpilStore *store, SpilBookingKind kind, SpilId id, SpilDay day,
                                         const char *reason, GError **error);

/** Takes it back today and books @instead, in one step. Refused as the reversal is. */
SpilAction *spil_booking_correct_action (SpilStore *store, SpilBookingKind kind, SpilId id,
                                         const SpilBooking *instead, GError **error);

/** Releases all that is open of @commitment on @day (SPIL_DAY_NONE: today). Refused when nothing is. */
SpilAction *spil_booking_release_action (SpilStore *store, SpilId commitment, SpilDay day, const char *reason,
                                         GError **error);

/**
 * Releases @amount (above zero) of @commitment as part of another action, in which expenses may draw it down or come back too: so whether so much is open is for
 * the caller to know. Refused when it is more than what stands of it.
 */
gboolean spil_booking_put_release (SpilAction *action, SpilStore *store, SpilId commitment, SpilDay day,
                                   SpilMoney amount, const char *reason, GError **error);

/**
 * Makes @amount the forecast of @line (its number, in any version of the year) for @quarter: takes back what stands there and adds the new one, unless it is zero.
 * The action is empty when that stands there already.
 */
SpilAction *spil_forecast_set_action (SpilStore *store, SpilId line, SpilPeriod quarter, SpilMoney amount,
                                      const char *reason, GError **error);

G_END_DECLS
