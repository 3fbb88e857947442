// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-log.h"
#include "spil-stamp.h"

G_BEGIN_DECLS

/*
 * What a set of changes comes to, worked out from the definition alone: no state is kept from one change to the next, nothing is
 * done in an order, and each cell is decided by looking at all writes there ever were. Slow and plain on purpose: it is what the
 * databases are held against.
 */

/** One write of one cell of a row (cell 0: its existence), or its erasure. */
typedef struct
{
  SpilLogKind kind;
  const SpilEntity *entity;
  SpilId row;
  int cell;
  SpilStamp stamp;
  SpilStamp undoes; // SPIL_STAMP_NONE: nothing
  GArray *bases; // of SpilStamp (device and sequence): what it replaces, then what it settles
  GArray *seen; // of SpilStamp: DELETE: what it had seen of the row
  char *value; // canonical, of the group
  char *blank; // the same without personal values
  GArray *links; // of SimLink: what the group refers to
} SimWrite;

/** A reference. */
typedef struct
{
  int field;
  SpilId target;
} SimLink;

SimWrite *sim_write_new (SpilLogKind kind, const SpilEntity *entity, const SpilId *row, int cell,
                         const SpilStamp *stamp);
void sim_write_free (SimWrite *self);

/** Ways for the model to be wrong on purpose, for seeing that the simulator finds it. */
typedef enum
{
  SIM_WRONG_NOWHERE,
  SIM_WRONG_LOWEST_WINS, /**< an earlier stamp wins */
  SIM_WRONG_BASES, /**< what was replaced stays in the inbox */
  SIM_WRONG_EQUALS, /**< equal values do not hide each other */
  SIM_WRONG_SETTLED, /**< the further bases, of rivals that are settled, do not count */
  SIM_WRONG_VOID, /**< a settlement that was undone counts on */
  SIM_WRONG_DELETES, /**< whoever deletes wins */
  SIM_WRONG_ERASED, /**< what was erased stays */
  SIM_WRONG_SEEN, /**< a deletion has seen everything */
  SIM_WRONG_CIRCLES, /**< circles stay */
  SIM_N_WRONG,
} SimWrong;

/** What is to be seen: sorted lines of text. */
typedef struct
{
  GPtrArray *rows; // of char *: a line for each column group of each row there is
  GPtrArray *inbox; // of char *
} SimState;

void sim_state_clear (SimState *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SimState, sim_state_clear)

/** What @writes (of SimWrite) come to. @devices: the laptops' ids, by number. */
SimState sim_model_state (GPtrArray *writes, GArray *devices, SimWrong wrong);

/** The rows (SpilId) that would close a circle, of those whose edges are @edges (of SimWrite, the winners). */
GHashTable *sim_model_circles (GPtrArray *edges);

/** The write that holds in a cell, or NULL. */
const SimWrite *sim_model_winner (GPtrArray *writes, const SpilId *row, int cell);

/** The first line in which two states differ; NULL when there is none. Free with g_free(). */
char *sim_state_difference (const SimState *expected, const SimState *found);

/** "2-14": entry 14 of laptop 2, "-" for none; free with g_free(). */
char *sim_name_entry (GArray *devices, const SpilId *device, int64_t sequence);

/** The canonical form of the values of a group of @record; @blank: without personal values. Free with g_free(). */
char *sim_group_text (SpilRecord *record, int group, gboolean blank);

/** One line of SimState.rows and the beginning of one of SimState.inbox. Free with g_free(). */
char *sim_row_line (const SpilEntity *entity, const SpilId *row, int group, const char *value);
char *sim_inbox_line (const char *kind, const SpilEntity *entity, const SpilId *row, int cell);

G_END_DECLS
