// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-change.h"
#include "spil-day.h"
#include "spil-money.h"

G_BEGIN_DECLS

/*
 * A ledger as simple as can be, to hold beside the real one: all rows in one array, every figure added up by going through all of it. Each laptop has
 * one, with what that laptop knows. Rows are changed only by the laptop that added them; others refer to them.
 */

typedef struct
{
  SpilRecord *record; // owned
  int owner; // laptop
  gboolean dead;
} NaiveRow;

typedef struct
{
  GArray *rows; // of NaiveRow
  GHashTable *places; // SpilId -> place + 1
  GPtrArray *steps; // of GArray of NaiveTouch: what was done here and can be undone
  guint n_done; // of them
  int laptop;
} Naive;

Naive *naive_new (int laptop);
void naive_free (Naive *self);

/** Does what @action says, as a step of its own. */
void naive_take (Naive *self, SpilAction *action);
/** Forgets the last step as if it had never been: the store refused it. */
void naive_drop (Naive *self);
gboolean naive_can_undo (const Naive *self);
gboolean naive_can_redo (const Naive *self);
void naive_undo (Naive *self);
void naive_redo (Naive *self);
/** All laptops tell each other all they know. */
void naive_meet (Naive **all, int n);

/** A row that is there; NULL when it is not, or no longer. */
SpilRecord *naive_find (const Naive *self, SpilId id);
gboolean naive_owns (const Naive *self, SpilId id);
/** The rows of an entity that are there. Free with g_ptr_array_unref(); the records stay owned. */
GPtrArray *naive_list (const Naive *self, int entity);

typedef struct
{
  int64_t budget;
  int64_t reserved;
  int64_t committed;
  int64_t drawn;
  int64_t open;
  int64_t actual;
  int64_t forecast;
  gboolean decided; // a booking on it names a decision
} NaiveFigures;

/** The figures of @line until @day (SPIL_DAY_NONE: all). */
NaiveFigures naive_figures (const Naive *self, SpilRecord *line, SpilDay day);

/** All bookings of an entity on lines with that number, until @day. */
int64_t naive_sum (const Naive *self, int entity, int number, SpilDay day);

/** The version in force on @day; NULL: none. */
SpilRecord *naive_current (const Naive *self, SpilDay day);
/** The line with that number; NULL: none. */
SpilRecord *naive_line (const Naive *self, SpilRecord *version, int number);

/** Whether @day lies in a period that is closed. */
gboolean naive_is_closed (const Naive *self, SpilDay day);

/** Why the last step may not be; NULL when it may. Static. */
const char *naive_judge (const Naive *self);

/** What is wrong with all of it, one word for each; NULL when nothing is. @sure FALSE: what the order of rows decides is in it. */
const char *naive_fault (const Naive *self, gboolean *sure);

G_END_DECLS
