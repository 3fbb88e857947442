// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-promise-rule.h"
#include "spil-store.h"

G_BEGIN_DECLS

/** Which promises of organisations. All zero bytes: all of them. Nothing in it is owned. */
typedef struct
{
  SpilId organisation; /**< nil: any */
  SpilId statement; /**< made in this statement of intent; nil: any */
  SpilId alliance; /**< of a member of it (today); nil: any */
  SpilId area; /**< of an organisation with a site there; nil: any */
  gboolean only_open;
  SpilDay today; /**< must be known */
  int64_t offset;
  int64_t limit; /**< 0: all */
} SpilPromiseFilter;

/** A promise. */
typedef struct
{
  SpilId id;
  SpilId organisation;
  char *organisation_name;
  SpilId statement; /**< nil: none */
  SpilDay signed_on; /**< the statement */
  int level; /**< SPIL_PERSON_LEVEL_* of its signatory; 0: not stated */
  char *text;
  SpilDay due;
  char *by; /**< NULL: not stated */
  int state; /**< SPIL_ACTION_STATE_* */
  SpilDay kept_on;
  SpilPromiseStanding standing;
} SpilPromiseRow;

/** The promises: open ones by day, those without one last, then what is closed, latest first; as SpilPromiseRow. Free with g_ptr_array_unref(). */
GPtrArray *spil_promise_query (SpilStore *store, const SpilPromiseFilter *filter, GError **error);
void spil_promise_row_free (SpilPromiseRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilPromiseRow, spil_promise_row_free)

/** How many there are of each standing; indexed by SpilPromiseStanding. The filter's window and only_open are left aside. */
gboolean spil_promise_query_counts (SpilStore *store, const SpilPromiseFilter *filter,
                                    int counts[SPIL_N_PROMISES], GError **error);

G_END_DECLS
