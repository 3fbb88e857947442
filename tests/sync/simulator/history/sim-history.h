// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * A history: what some laptops do, and what reaches them of each other, as a list of steps. Each step stands on its own: it names its rows
 * by number, and does nothing where it makes no sense (the row has not come there yet, there is nothing to undo). So any part of a
 * history is a history too, and one that goes wrong can be cut down to the few steps that matter.
 */

typedef enum
{
  SIM_ADD, /**< adds `row`, which refers to `other` where its kind asks for it */
  SIM_SET, /**< gives column group `field` of `row` its `value` */
  SIM_REFER, /**< has `row` refer to `other` */
  SIM_DELETE, /**< deletes `row` */
  SIM_UNDO,
  SIM_REDO,
  SIM_SETTLE, /**< settles entry `row` of the inbox (counted round) with side `field` (counted round) */
  SIM_SETTLE_OWN, /**< settles it with `value` */
  SIM_ERASE, /**< erases the person `row` */
  SIM_CLOCK, /**< the clock is set to `value` days from what it should be */
  SIM_FETCH, /**< gets at most `count` changes that laptop `other` has (0: all), in an order by `seed` */
  SIM_REPEAT, /**< gets `count` changes that are there already once more */
  SIM_NEWER, /**< a laptop with a later version writes something that this one does not know, about `row` */
  SIM_MISCHIEF, /**< something happens to the files on the carrier, by `seed` */
  SIM_ABSENT, /**< the laptop has no carrier any more (`value` 1), or has it again (0) */
  SIM_REVOKE, /**< the project leader ends the laptop's membership */
  SIM_N_OPS,
} SimOp;

typedef struct
{
  SimOp op;
  int device;
  int row; /**< its number × SIM_ROW_KINDS + its kind */
  int other;
  int field;
  int value;
  int count;
  guint32 seed;
  gboolean joined; /**< one action together with the step before */
} SimStep;

/** The kinds of rows: see sim-rows.h. */
#define SIM_ROW_KINDS 8

typedef struct
{
  guint32 seed;
  int n_devices;
  GArray *steps; /**< of SimStep */
} SimHistory;

#define SIM_MAX_DEVICES 50
#define SIM_CARRIED_DEVICES 5

/** Makes the history of @seed: the same everywhere and always. */
SimHistory *sim_history_new (guint32 seed);
/** One of few laptops that share a carrier. */
SimHistory *sim_history_new_carried (guint32 seed);
/** One without steps. */
SimHistory *sim_history_new_empty (guint32 seed, int n_devices);
SimHistory *sim_history_copy (const SimHistory *self);
void sim_history_free (SimHistory *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SimHistory, sim_history_free)

/** For people: a line for each step. Free with g_free(). */
char *sim_history_to_text (const SimHistory *self);

/** Whether a history goes wrong, and how: NULL when it goes well, else a sentence whose first word is the kind of fault. */
typedef char *(*SimRunFunc) (const SimHistory *history, gpointer user_data);

/** The smallest history found that goes wrong in the same way as @failing does (@fault: what it says). At most @budget runs. */
SimHistory *sim_history_shrink (const SimHistory *failing, const char *fault, SimRunFunc run,
                                gpointer user_data, int budget);

G_END_DECLS
