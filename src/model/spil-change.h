// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-record.h"

G_BEGIN_DECLS

typedef enum
{
  SPIL_CHANGE_ADD,
  SPIL_CHANGE_SET,
  SPIL_CHANGE_DELETE,
  SPIL_CHANGE_RESTORE, /**< a deleted row comes back: settles that another changed it meanwhile */
} SpilChangeKind;

/** A field and its new value. */
typedef struct
{
  int field;
  SpilValue value; /**< owned */
} SpilAssignment;

/** What happens to one row. */
typedef struct
{
  SpilChangeKind kind;
  const SpilEntity *entity;
  SpilId id;
  GArray *assignments; /**< of SpilAssignment; empty for a deletion */
  gboolean settles; /**< settles what others wrote at the same time: see spil-conflict-query.h */
} SpilChange;

/** One user action: changes that happen together or not at all, and are undone together. */
typedef struct
{
  char *label; /**< what the user did, in the language of the program: "Contact moment added" */
  GPtrArray *changes; /**< of SpilChange, in order */
} SpilAction;

/** Makes a change that belongs to no action. */
SpilChange *spil_change_new (SpilChangeKind kind, const SpilEntity *entity, SpilId id);
void spil_change_free (SpilChange *self);

/** Makes an empty action. */
SpilAction *spil_action_new (const char *label);
void spil_action_free (SpilAction *self);

/** Adds the row @record with all its values that are not null. */
SpilChange *spil_action_add (SpilAction *self, SpilRecord *record);
/** Adds an empty row with that id; fill it with spil_change_assign(). */
SpilChange *spil_action_add_row (SpilAction *self, const SpilEntity *entity, SpilId id);
/** Changes the row; name the fields with spil_change_assign(). */
SpilChange *spil_action_set_row (SpilAction *self, const SpilEntity *entity, SpilId id);
/** Changes the row from @before to @after: only the fields that differ. Returns NULL (and adds nothing) when none does. */
SpilChange *spil_action_set (SpilAction *self, SpilRecord *before, SpilRecord *after);
/** Deletes the row. */
SpilChange *spil_action_delete (SpilAction *self, const SpilEntity *entity, SpilId id);

/** Brings a deleted row back: only as what settles a conflict (`settles`). */
SpilChange *spil_action_restore (SpilAction *self, const SpilEntity *entity, SpilId id);

/** Gives @field its new value (copied); a later one for the same field replaces it. The change stays owned by its action. */
void spil_change_assign (SpilChange *change, int field, const SpilValue *value);
/** The assigned value of @field, or NULL when it is not assigned. */
const SpilValue *spil_change_get (const SpilChange *change, int field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilChange, spil_change_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilAction, spil_action_free)

G_END_DECLS
