// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-store.h"

G_BEGIN_DECLS

/** What people have to settle after their laptops met. */
typedef enum
{
  SPIL_CONFLICT_VALUES, /**< the same was written differently by people who did not know of each other */
  SPIL_CONFLICT_DELETED, /**< one deleted the row, another changed it */
  SPIL_CONFLICT_ORPHAN, /**< it refers to a row that was deleted elsewhere */
  SPIL_CONFLICT_CIRCLE, /**< together with what others wrote it would go round in a circle; it is left out meanwhile */
} SpilConflictKind;

/** One of the choices of a conflict. */
typedef struct
{
  char *text; /**< what holds when it is chosen, for people */
  SpilChange *change; /**< the values of it, as assignments; NULL where there are none */
  char *actor; /**< who wrote it */
  SpilTime time; /**< when */
  SpilId device; /**< on which laptop; nil where nobody wrote it */
  char *device_name; /**< its name; "" when unknown */
  int64_t sequence; /**< of that laptop's log */
} SpilConflictSide;

/** An entry of the inbox: the same on every laptop that has the same changes. */
typedef struct
{
  char *id; /**< the same everywhere; of letters, digits, dots and hyphens */
  SpilConflictKind kind;
  const SpilEntity *entity;
  SpilId row;
  char *title; /**< of the row, for people */
  int group; /**< column group; 0 when it is about the row as a whole */
  char *group_label; /**< what it is about, for people: "Telefoon", "Begin en eind" */
  char *sentence; /**< what happened, for people: one sentence */
  GPtrArray *sides; /**< of SpilConflictSide; the first is what holds now */
} SpilConflict;

void spil_conflict_free (SpilConflict *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilConflict, spil_conflict_free)

/** The inbox, as SpilConflict, the oldest first; at most @limit (0: all). */
GPtrArray *spil_store_conflicts (SpilStore *self, int limit, GError **error);

/** Those of one row. */
GPtrArray *spil_store_conflicts_of (SpilStore *self, const SpilEntity *entity, SpilId row, GError **error);

/** The entry with that id; SPIL_STORE_ERROR_NOT_FOUND when there is none (any more). */
SpilConflict *spil_store_conflict (SpilStore *self, const char *id, GError **error);

gboolean spil_store_count_conflicts (SpilStore *self, int64_t *count, GError **error);

/** Whether spil_conflict_settle_with() can be used: a third value can be typed. */
gboolean spil_conflict_takes_value (const SpilConflict *self);

/**
 * Adds to @action what settles the conflict by the choice @side (index in `sides`). The action is then committed like any other, also
 * together with others: one undo step, which brings the entries back. Returns FALSE with SPIL_STORE_ERROR_REFUSED when that choice cannot be carried out.
 */
gboolean spil_conflict_settle (const SpilConflict *self, guint side, SpilAction *action, GError **error);

/** The same with values of one's own: assignments for fields of the group. */
gboolean spil_conflict_settle_with (const SpilConflict *self, const SpilChange *values, SpilAction *action,
                                    GError **error);

G_END_DECLS
