// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-record.h"

G_BEGIN_DECLS

/** Fields that stand together in a form, under a title. */
typedef struct
{
  const char *title; /**< msgid; NULL: none */
  int fields[9]; /**< ends with 0 */
} SpilRecordGroup;

/** How the form of an entity is laid out where its descriptor alone would give a long list. */
typedef struct
{
  int entity;
  const SpilRecordGroup *groups; /**< ends with one without fields; NULL: as the descriptor says */
  /** Whether @field is asked for, as far as @record is typed. */
  gboolean (*asks) (SpilRecord *record, int field);
} SpilRecordLayout;

/** The layout for an entity, or NULL: in the order of the descriptor, and all is asked. */
const SpilRecordLayout *spil_record_layout_find (const SpilEntity *entity);

G_END_DECLS
