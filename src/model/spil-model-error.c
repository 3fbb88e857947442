// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-model-error.h"

G_DEFINE_QUARK (spil - model - error - quark, spil_model_error)
