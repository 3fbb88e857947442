// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-fund-letters.h"

void
spil_fund_letters_fill (SpilRowGroup *letters, const SpilFundApplicationRow *row)
{
  spil_row_group_begin (letters);
  spil_row_group_end (letters, NULL);
}
