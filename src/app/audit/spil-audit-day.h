// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-day.h"

G_BEGIN_DECLS

#define SPIL_TYPE_AUDIT_DAY (spil_audit_day_get_type ())

/** A day that can be typed or taken from a calendar, or left out. Signal `changed`: it is another day now. */
G_DECLARE_FINAL_TYPE (SpilAuditDay, spil_audit_day, SPIL, AUDIT_DAY, AdwBin)

/** @title stands before it. */
GtkWidget *spil_audit_day_new (const char *title);

/** SPIL_DAY_NONE when it is left out, or what is typed is no day. */
SpilDay spil_audit_day_get (SpilAuditDay *self);
void spil_audit_day_clear (SpilAuditDay *self);

G_END_DECLS
