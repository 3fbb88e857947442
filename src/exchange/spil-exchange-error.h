// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What a caller can act on. The message of such an error is one sentence for people: what happened, where, and what to do. */
typedef enum
{
  SPIL_EXCHANGE_ERROR_UNKNOWN, /**< no such template, entity or kind of file */
  SPIL_EXCHANGE_ERROR_INVALID, /**< a file or a line that is not right */
  SPIL_EXCHANGE_ERROR_FAILED, /**< a file that cannot be read or written */
} SpilExchangeError;

#define SPIL_EXCHANGE_ERROR (spil_exchange_error_quark ())
GQuark spil_exchange_error_quark (void);

G_END_DECLS
