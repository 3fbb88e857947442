// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Why the model refuses something. The message of such an error is one sentence for people: what is wrong, where, and what to do. */
typedef enum
{
  SPIL_MODEL_ERROR_INVALID, /**< a value that its field cannot hold, or that breaks a rule */
  SPIL_MODEL_ERROR_FIXED, /**< the row may not be changed any more */
} SpilModelError;

#define SPIL_MODEL_ERROR (spil_model_error_quark ())
GQuark spil_model_error_quark (void);

G_END_DECLS
