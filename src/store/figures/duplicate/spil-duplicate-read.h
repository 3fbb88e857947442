// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-likeness-rule.h"
#include "spil-statement.h"

G_BEGIN_DECLS

/** The facts of organisation o, as the first columns of a query. */
#define SPIL_DUPLICATE_FACTS_SQL \
  "o.name, o.kvk_number, o.street, o.house_number, o.postcode, o.town, o.phone, o.email, o.website"
#define SPIL_DUPLICATE_N_FACTS 9

/** Those columns; valid until the next step. */
SpilDuplicateFacts spil_duplicate_read_facts (SpilStatement *row);

G_END_DECLS
