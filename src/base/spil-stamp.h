// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-id.h"

G_BEGIN_DECLS

/**
 * When and where something was written. `time` is a hybrid logical time: milliseconds since 1970 shifted left by 16 bits, and a
 * counter in those bits. `sequence` numbers the transactions of one device from 1 on, so device and sequence
 * together name a transaction.
 */
typedef struct
{
  int64_t time;
  SpilId device;
  int64_t sequence;
} SpilStamp;

/** The stamp of nothing: sorts before all others. */
extern const SpilStamp SPIL_STAMP_NONE;

/** Orders by time, then device, then sequence: the same order on every device. */
int spil_stamp_compare (const SpilStamp *a, const SpilStamp *b);

/** TRUE when both name the same transaction: device and sequence. */
gboolean spil_stamp_same_transaction (const SpilStamp *a, const SpilStamp *b);

G_END_DECLS
