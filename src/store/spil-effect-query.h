// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-effect-rule.h"
#include "spil-store.h"

G_BEGIN_DECLS

/** An effect chain with what comes out. */
typedef struct
{
  SpilId id;
  char *name; /**< NULL: none; then the instrument or organisation names it */
  SpilId offer; /**< nil: none */
  char *instrument_name; /**< of the offer; NULL: none */
  SpilId organisation; /**< its own or that of the offer; nil: none */
  char *organisation_name; /**< NULL: none */
  SpilId indicator; /**< that it counts for; nil: none */
  char *old_factor_name; /**< mode, year and source of the factors; NULL: not set */
  char *new_factor_name;
  SpilEffectChain chain;
  SpilEffectFigures figures;
} SpilEffectRow;

/** The chains that count for @indicator (nil: all), by name, as SpilEffectRow. Free with g_ptr_array_unref(). */
GPtrArray *spil_effect_query (SpilStore *store, SpilId indicator, GError **error);
void spil_effect_row_free (SpilEffectRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilEffectRow, spil_effect_row_free)

G_END_DECLS
