// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-carrier.h"

G_BEGIN_DECLS

/**
 * A share in memory that does all that a share can do to files, by order or by a seed: the same seed and the same calls give the same
 * misfortune. Each device has its own view of it, which is a SpilCarrier. Any thread may use it.
 */
typedef struct _SimShare SimShare;

SimShare *sim_share_new (guint32 seed);
SimShare *sim_share_ref (SimShare *self);
void sim_share_unref (SimShare *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SimShare, sim_share_unref)

/** One device's view of it. Holds a reference to the share. */
SpilCarrier *sim_share_view (SimShare *self, const char *label);

/* What is on it, hidden or not. Names are as in SpilCarrier, or whatever a share made of them. */

/** All names that begin with @prefix, sorted. */
GPtrArray *sim_share_names (SimShare *self, const char *prefix);
guint sim_share_count (SimShare *self);
/** NULL: there is none. */
GBytes *sim_share_read (SimShare *self, const char *name);
/** Puts it there, over what was there, as nobody's and for all to see. */
void sim_share_write (SimShare *self, const char *name, GBytes *bytes);

/* What a share can do to files. Each fails the test when there is no file @name. */

void sim_share_lose (SimShare *self, const char *name);
void sim_share_truncate (SimShare *self, const char *name, gsize length);
/** Turns over bit @bit, counted from the lowest of the first byte. */
void sim_share_flip (SimShare *self, const char *name, gsize bit);
/** A second file with the same content. */
void sim_share_duplicate (SimShare *self, const char *name, const char *other);
/** Copies as programs that synchronise make them, of which no name is of Spil. */
void sim_share_conflict (SimShare *self, const char *name);
/** Gives it capitals. */
void sim_share_shout (SimShare *self, const char *name);
/** Loses everything. */
void sim_share_empty (SimShare *self);
/** Remembers all there is, for sim_share_roll_back(). */
guint sim_share_remember (SimShare *self);
/** Gives back what there was, and nothing else. */
void sim_share_roll_back (SimShare *self, guint memory);

/** What sim_share_misbehave() can do. */
typedef enum
{
  SIM_LOSE = 1 << 0,
  SIM_TRUNCATE = 1 << 1,
  SIM_FLIP = 1 << 2,
  SIM_CONFLICT = 1 << 3,
  SIM_SHOUT = 1 << 4,
  SIM_EMPTY = 1 << 5,
  SIM_ROLL_BACK = 1 << 6, /**< to what some earlier sim_share_remember() saw */
  SIM_SWAP = 1 << 7, /**< two files get each other's content */
  SIM_ANYTHING = (1 << 8) - 1,
} SimMischief;

/** Does one of @kinds, to a file by the seed. Returns what it did, for the log of a test; NULL: there was nothing to do it to. Free with g_free(). */
char *sim_share_misbehave (SimShare *self, SimMischief kinds);

/* How it goes about. */

/** Room for @bytes in all; -1: no end to it. */
void sim_share_set_room (SimShare *self, gint64 bytes);
/** Capitals and small letters are the same to it. */
void sim_share_set_case_folding (SimShare *self, gboolean folding);
/** Lists in any order, some names twice, with names of others among them. */
void sim_share_set_disorder (SimShare *self, gboolean disorder);
/**
 * Others see a file up to @ticks ticks later, each at another time, and with @partly its beginning alone before that, as with a slow upload. Who wrote
 * it sees it at once. Two who write the same name without seeing each other's file both succeed: the later one becomes a conflict copy.
 */
void sim_share_set_slowness (SimShare *self, guint ticks, gboolean partly);
/** Time goes on. */
void sim_share_tick (SimShare *self, guint ticks);

/* Of one view. */

/** Not there: every call fails with SPIL_CARRIER_ERROR_ABSENT. */
void sim_view_set_absent (SpilCarrier *view, gboolean absent);
/** Not there either, but looking like an empty folder: a share that is not connected. */
void sim_view_set_unmounted (SpilCarrier *view, gboolean unmounted);
void sim_view_set_read_only (SpilCarrier *view, gboolean read_only);
/** Of each thousand calls, so many fail with SPIL_CARRIER_ERROR_ABSENT; some of those have done their work. */
void sim_view_set_flaky (SpilCarrier *view, guint per_mille);

/** What becomes of the file of a put that is cut short. */
typedef enum
{
  SIM_CUT_NOTHING, /**< it is not there */
  SIM_CUT_HALF, /**< half of it is there, under its name: what a program that synchronises may leave */
  SIM_CUT_WHOLE, /**< it is there, and only the answer got lost */
} SimCut;

/** The view disappears in the middle of the call after @calls more calls, and stays away until sim_view_set_absent (FALSE). */
void sim_view_cut_after (SpilCarrier *view, guint calls, SimCut cut);

/** How many calls it has had, to cut at each of them. */
guint sim_view_get_calls (SpilCarrier *view);

G_END_DECLS
