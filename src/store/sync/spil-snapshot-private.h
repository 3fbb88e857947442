// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-snapshot-store.h"

G_BEGIN_DECLS

/**
 * How much a snapshot has of a packet: enough for what stands in clear at its beginning, and less than any packet has in all. What is as short as
 * this was never received whole.
 */
#define SPIL_PACKET_BARE_LENGTH 160
#define SPIL_PACKET_BARE_TEXT "160"

G_END_DECLS
