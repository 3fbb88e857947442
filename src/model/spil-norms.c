// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-norms.h"

#include "spil-number.h"

#define NORM(N, key) [SPIL_NORM_##N] = key,
static const char *const keys[SPIL_N_NORMS] = { SPIL_NORMS (NORM) };
#undef NORM

const char *
spil_norm_key (SpilNorm norm)
{
  g_return_val_if_fail (norm < SPIL_N_NORMS, "");

  return keys[norm];
}

int
spil_norms_get_whole (const SpilNorms *norms, SpilNorm norm)
{
  g_return_val_if_fail (norm < SPIL_N_NORMS, 0);

  if (norms == NULL || !norms->known[norm])
    return 0;
  return (int) CLAMP (norms->value[norm] / SPIL_DECIMAL_ONE, 0, G_MAXINT32);
}
