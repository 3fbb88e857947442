// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-record.h"

G_BEGIN_DECLS

/**
 * Fills in what a new row mostly begins with, where it must be filled in and is empty: what has come and must be dated was just now,
 * and a state is the first of its list.
 */
void spil_record_fill_in_beginning (SpilRecord *record);

G_END_DECLS
