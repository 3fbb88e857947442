// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-fund-step.h"

G_BEGIN_DECLS

/** A step that may be taken, while its changes are made. Labels (@what) are for the descriptions of bookings. */
typedef struct
{
  SpilStore *store;
  const SpilFundVerdict *verdict;
  SpilAction *action;
  SpilChange *change; /**< of the application; owned by the action */
} SpilFundMaker;

/** Sets a field of the application; an empty text and the nil id leave it alone. */
void spil_fund_maker_set_integer (SpilFundMaker *self, int field, int64_t value);
void spil_fund_maker_set_text (SpilFundMaker *self, int field, const char *text);
void spil_fund_maker_set_reference (SpilFundMaker *self, int field, SpilId id);
/** To the day of the step. */
void spil_fund_maker_set_day (SpilFundMaker *self, int field);

/** The test behind the step (SPIL_ASSESSMENT_STEP_*): what may be given, and why. */
void spil_fund_maker_add_assessment (SpilFundMaker *self, int step, gboolean passed);

/** The commitment of an award; nothing where the scheme names no line. */
gboolean spil_fund_maker_put_commitment (SpilFundMaker *self, GError **error);

/** Money that goes out, or comes back (@cents below 0): an expense that draws the commitment, and the payment (SPIL_PAYMENT_KIND_*). */
gboolean
spil_fund_maker_put_payment (SpilFundMaker *self, int kind, int64_t cents, const char *what, GError **error);

/** Releases what the verdict says: of the last commitment first; where two laptops awarded it both, that is the one too many. */
gboolean spil_fund_maker_put_release (SpilFundMaker *self, const char *what, GError **error);

/** Releases what the refund opens of the commitment that it was drawn from: it then holds what was paid in the end. */
gboolean spil_fund_maker_put_release_of_refund (SpilFundMaker *self, const char *what, GError **error);

G_END_DECLS
