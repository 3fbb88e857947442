// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-conflict-query.h"

G_BEGIN_DECLS

/** One choice for many entries of the inbox at once. */
typedef enum
{
  SPIL_CHOICE_PRESENT, /**< what holds now */
  SPIL_CHOICE_OTHER, /**< the other value; of several the one that was written last */
  SPIL_CHOICE_OWN, /**< what was written on this laptop */
} SpilConflictChoice;

/** The side of @conflict that @choice means: index in `sides`; -1 where it means none. */
int spil_conflict_choose (const SpilConflict *conflict, SpilConflictChoice choice, const SpilId *own_device);

/**
 * One action that settles all of @conflicts (of SpilConflict) by @choice. Those for which it means nothing, or that cannot be settled so, stay: @n_left
 * (nullable) gets how many. NULL when there is nothing to do.
 */
SpilAction *spil_conflict_choose_all (GPtrArray *conflicts, SpilConflictChoice choice,
                                      const SpilId *own_device, guint *n_left);

/** Part of a text, in bytes. */
typedef struct
{
  guint start;
  guint end;
} SpilTextRange;

/** The words of @text that @other does not have in that order, as SpilTextRange, joined where they follow each other. */
GArray *spil_text_difference (const char *text, const char *other);

G_END_DECLS
