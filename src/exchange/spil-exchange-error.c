// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-exchange-error.h"

G_DEFINE_QUARK (spil - exchange - error - quark, spil_exchange_error)
