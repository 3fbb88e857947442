// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-change.h"
#include "spil-period.h"
#include "spil-reallocation-rule.h"
#include "spil-store.h"

G_BEGIN_DECLS

/*
 * What people do with the budget and its periods: each function makes one action, which is one undo step. What may not be gives NULL with @error: one sentence
 * for people (SPIL_STORE_ERROR_REFUSED, SPIL_STORE_ERROR_NOT_FOUND).
 */

/**
 * A new version with other amounts, which changes @version (the latest that was decided of its year): in force from @date by @decision, or with SPIL_DAY_NONE a
 * proposal, which is in force nowhere. Of each row only `line`, `after` and `pm` are read, of a new line (nil `line`) `number`, `name` and `outside` too; what is
 * on the lines is looked up. Lines that no row names stay as they are; co-financing and bookings follow their number. Allocations are copied; where those of a line exceed its new
 * amount they are cut to it, the last by name first, and the notes of the new version say so. The total becomes what the lines add to it; another total
 * needs a decision. A name that is NULL or "" is made up. @id (nullable) gets the new version's id.
 */
SpilAction *spil_budget_reallocate_action (SpilStore *store, SpilId version, const SpilReallocationRow *rows,
                                           gsize n, const char *name, SpilDay date, SpilId decision,
                                           const char *reason, SpilId *id, GError **error);

/**
 * A proposal becomes the budget from @date on. Judged again: not when it was decided or withdrawn already, when another version came between, when a line would fall
 * under what is spent or committed on it by now, or when another total has no decision.
 */
SpilAction *
spil_budget_decide_action (SpilStore *store, SpilId version, SpilDay date, SpilId decision, GError **error);

/** Withdraws a proposal that is not decided yet; or lets one of two versions lapse that were both decided, on two laptops, as a change of the same budget. */
SpilAction *spil_budget_withdraw_action (SpilStore *store, SpilId version, SpilDay day, GError **error);

/**
 * Closes @period (of any kind) on @day (SPIL_DAY_NONE: today) and keeps what is committed and spent on each line until then. Refused for one that is not over, that is closed already, or before
 * which days with bookings are open.
 */
SpilAction *spil_period_close_action (SpilStore *store, SpilPeriod period, SpilDay day, const char *reason,
                                      SpilId decision, GError **error);

/** Opens a closed period again on @day (SPIL_DAY_NONE: today), also where another laptop closed the same days. */
SpilAction *
spil_period_reopen_action (SpilStore *store, SpilId closed, SpilDay day, const char *reason, GError **error);

G_END_DECLS
