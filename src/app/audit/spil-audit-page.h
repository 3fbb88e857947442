// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-page.h"

G_BEGIN_DECLS

#define SPIL_TYPE_AUDIT_PAGE (spil_audit_page_get_type ())

/** Who did what on this laptop, and whether the list of it is whole. */
G_DECLARE_FINAL_TYPE (SpilAuditPage, spil_audit_page, SPIL, AUDIT_PAGE, SpilPage)

SpilPage *spil_audit_page_new (SpilWorker *worker);

G_END_DECLS
