// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-norms.h"

#include <glib/gi18n-lib.h>

#include "spil-number.h"

/** What is said of a norm. */
typedef struct
{
  const char *key;
  const char *label; /**< msgid */
} Words;

#define NORM(N, key, label) [SPIL_NORM_##N] = { key, label },
static const Words words[SPIL_N_NORMS] = {
#include "spil-norms.def"
};
#undef NORM

const char *
spil_norm_key (SpilNorm norm)
{
  g_return_val_if_fail (norm < SPIL_N_NORMS, "");

  return words[norm].key;
}

const char *
spil_norm_label (SpilNorm norm)
{
  g_return_val_if_fail (norm < SPIL_N_NORMS, "");

  return _ (words[norm].label);
}

int
spil_norms_get_whole (const SpilNorms *norms, SpilNorm norm)
{
  g_return_val_if_fail (norm < SPIL_N_NORMS, 0);

  if (norms == NULL || !norms->known[norm])
    return 0;
  return (int) CLAMP (norms->value[norm] / SPIL_DECIMAL_ONE, 0, G_MAXINT32);
}
