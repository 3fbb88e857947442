// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>
#include <stdint.h>

G_BEGIN_DECLS

/*
 * What the rules measure by: thresholds, cadences, periods, one line each in spil-norms.def. Each is a row of the entity `setting` with that
 * key; one that is not set is not known, and a rule that needs it then proposes nothing: none stands in the code.
 */
#define NORM(N, key, label) SPIL_NORM_##N,
typedef enum
{
#include "spil-norms.def"
  SPIL_N_NORMS
} SpilNorm;
#undef NORM

/** The settings of a programme; see spil_norm_query(). All zero bytes: nothing is set. */
typedef struct
{
  gboolean known[SPIL_N_NORMS];
  int64_t value[SPIL_N_NORMS]; /**< millionths, as the field holds them */
} SpilNorms;

/** The key of the setting: "upscale-employers". */
const char *spil_norm_key (SpilNorm norm);

/** What it is called, for people; owned by gettext. */
const char *spil_norm_label (SpilNorm norm);

/** The setting in whole units, rounded down; 0 when it is not set. */
int spil_norms_get_whole (const SpilNorms *norms, SpilNorm norm);

G_END_DECLS
