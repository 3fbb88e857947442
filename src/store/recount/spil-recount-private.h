// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-budget-rule.h"
#include "spil-recount.h"

G_BEGIN_DECLS

/* The money of a programme in plain arrays. Places in them are numbers; -1: none. */

/** A version of the budget. */
typedef struct
{
  SpilId id;
  char *name; // owned
  int year; // 0: not stated
  SpilDay date;
  gboolean proposed; // not decided
  gboolean withdrawn;
  gboolean gone; // undone: what was booked on it still counts for its numbers
  SpilMoney total;
} SpilRecountVersion;

/** A line of a version, with its own bookings. */
typedef struct
{
  SpilId id;
  int version;
  int number;
  char *name; // owned
  gboolean pm;
  gboolean outside;
  gboolean stated;
  gboolean gone; // as with versions
  SpilMoney amount;
} SpilRecountLine;

/** A booking of any kind. */
typedef struct
{
  SpilBookingKind kind;
  SpilId id;
  SpilId reverses;
  SpilId draws; // expense: commitment; commitment: reservation
  SpilId application;
  char *name; // owned
  int line;
  SpilDay date;
  int64_t cents;
  int vat;
  int64_t born; // hybrid logical
  gboolean release;
  gboolean decided; // an exception by decision

  int original; // what it reverses
  int root; // the booking at the end of the chain: itself, or what its original reverses; -1: that is gone
  int drawn_from; // of a root: the root that it draws on
  int reversals; // of a root: how often it is taken back whole, less what took that back
  gboolean taken_back; // something reverses it
  int64_t net; // of a root: with all that takes it back
  int64_t used; // of a root: what draws on it
} SpilRecountBooking;

typedef struct
{
  SpilStore *store;
  GPtrArray *faults;
  GArray *versions; // of SpilRecountVersion
  GArray *lines; // of SpilRecountLine
  GArray *bookings; // of SpilRecountBooking, oldest first
  GHashTable *places; // SpilId -> place in its array + 1
} SpilRecount;

#define spil_recount_version(self, i) (&g_array_index ((self)->versions, SpilRecountVersion, (guint) (i)))
#define spil_recount_line(self, i) (&g_array_index ((self)->lines, SpilRecountLine, (guint) (i)))
#define spil_recount_booking(self, i) (&g_array_index ((self)->bookings, SpilRecountBooking, (guint) (i)))

/** Reads all; FALSE with @error on failure. Clear with spil_recount_clear(), also then. */
gboolean spil_recount_read (SpilRecount *self, SpilStore *store, GPtrArray *faults, GError **error);
void spil_recount_clear (SpilRecount *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpilRecount, spil_recount_clear)

/** The place of a row; -1 when it is not there. */
int spil_recount_find (const SpilRecount *self, SpilId id);

/** Whether the bookings of line @a count for line @b: the same number in versions of one year. */
gboolean spil_recount_same_line (const SpilRecount *self, int a, int b);

/** Tells a fault. More than twenty of one kind (@told: how many before) tell nothing new. */
void spil_recount_tell (const SpilRecount *self, int *told, char *sentence);

/** The figures of line @place of its version, added up plainly. Free with spil_budget_line_figures_free(). */
SpilBudgetLineFigures *spil_recount_figures (const SpilRecount *self, int place);

/* The checks. */
gboolean spil_recount_check_lines (SpilRecount *self, GError **error);
void spil_recount_check_versions (SpilRecount *self);
gboolean spil_recount_check_rivals (SpilRecount *self, GError **error);
void spil_recount_check_room (SpilRecount *self);
void spil_recount_check_bookings (SpilRecount *self);
gboolean spil_recount_check_closed (SpilRecount *self, GError **error);
gboolean spil_recount_check_allocations (SpilRecount *self, GError **error);
gboolean spil_recount_check_fund (SpilRecount *self, GError **error);

G_END_DECLS
