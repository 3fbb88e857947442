// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** A key of a part of a page: it works while the keyboard is in that part, which handles it itself. For the list of keys. */
typedef struct
{
  const char *title; /**< msgid */
  const char *keys[4]; /**< as GTK writes them; ends with NULL */
} SpilPartKey;

typedef struct
{
  const char *title; /**< msgid: where the keys work */
  SpilPartKey keys[12]; /**< ends with one without a title */
} SpilPartKeys;

/** All parts with keys of their own, but for the planning (spil_plan_keys()). */
const SpilPartKeys *spil_part_keys (gsize *n_parts);

G_END_DECLS
