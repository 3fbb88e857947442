// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-audit-query.h"

G_BEGIN_DECLS

#define SPIL_TYPE_AUDIT_CONDITIONS (spil_audit_conditions_get_type ())

/** Which days, who and what. Signal `changed`: something else is asked. */
G_DECLARE_FINAL_TYPE (SpilAuditConditions, spil_audit_conditions, SPIL, AUDIT_CONDITIONS, AdwBin)

typedef enum
{
  SPIL_AUDIT_BY_FIRST,
  SPIL_AUDIT_BY_LAST,
  SPIL_AUDIT_BY_ACTOR,
  SPIL_AUDIT_BY_ACTION,
  SPIL_AUDIT_N_CONDITIONS,
} SpilAuditCondition;

/** What there is to choose from; what was chosen stays chosen. */
void spil_audit_conditions_set_facts (SpilAuditConditions *self, const SpilAuditFacts *facts);

/** Puts what is asked in @filter, but for its text; it borrows what belongs to the widget, until the choices change. */
void spil_audit_conditions_get (SpilAuditConditions *self, SpilAuditFilter *filter);

/** A condition in words; NULL when it is not set. Free with g_free(). */
char *spil_audit_conditions_dup_text (SpilAuditConditions *self, SpilAuditCondition condition);
void spil_audit_conditions_drop (SpilAuditConditions *self, SpilAuditCondition condition);
void spil_audit_conditions_clear (SpilAuditConditions *self);

G_END_DECLS
