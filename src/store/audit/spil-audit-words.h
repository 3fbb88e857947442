// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-audit-query.h"

G_BEGIN_DECLS

/** A word of the table, and how people read it. */
typedef struct
{
  const char *code;
  const char *label; /**< msgid */
} SpilAuditWord;

/** Where a word of the table stands in a line. */
typedef enum
{
  SPIL_AUDIT_ACTION, /**< is the action */
  SPIL_AUDIT_OBJECT, /**< is the object, or an entity in it */
  SPIL_AUDIT_KIND, /**< what was done to an entity: " +" */
} SpilAuditPlace;

typedef void (*SpilAuditWordFunc) (SpilAuditPlace place, const char *code, gpointer user_data);

/** The words of the table that people read as something with @folded (see spil_text_fold()) in it. */
void spil_audit_find_words (const char *folded, SpilAuditWordFunc func, gpointer user_data);

G_END_DECLS
