// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-duplicate-read.h"

SpilDuplicateFacts
spil_duplicate_read_facts (SpilStatement *row)
{
  return (SpilDuplicateFacts) {
    .name = spil_statement_get_text (row, 0),
    .kvk_number = spil_statement_get_text (row, 1),
    .street = spil_statement_get_text (row, 2),
    .house_number = spil_statement_get_text (row, 3),
    .postcode = spil_statement_get_text (row, 4),
    .town = spil_statement_get_text (row, 5),
    .phone = spil_statement_get_text (row, 6),
    .email = spil_statement_get_text (row, 7),
    .website = spil_statement_get_text (row, 8),
  };
}
