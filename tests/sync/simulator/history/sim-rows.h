// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sim-history.h"
#include "spil-change.h"

G_BEGIN_DECLS

/** The kinds of rows that the simulated laptops work on. */
typedef enum
{
  SIM_KIND_ORGANISATION,
  SIM_KIND_TASK, /**< which can be part of another: circles */
  SIM_KIND_PERSON, /**< with personal values */
  SIM_KIND_SITE,
  SIM_KIND_DEPENDENCY, /**< between two tasks: circles */
  SIM_KIND_CONTACT, /**< append-only, with a personal value */
  SIM_KIND_CONTACT_PERSON, /**< refers to two rows */
  SIM_KIND_RISK, /**< column groups of several fields */
} SimKind;

/** The kind of a row that a step names, and the kinds of what it refers to (-1: nothing). */
int sim_row_kind (int row);
int sim_kind_target (int kind);
int sim_kind_second_target (int kind);
/** Whether it cannot be without. */
gboolean sim_kind_needs_target (int kind);

/** How many column groups SIM_SET chooses from. */
int sim_kind_n_groups (int kind);

const SpilEntity *sim_row_entity (int row);
SpilId sim_row_id (int row);

/** "task5", as it stands in a script; "?" for none. Free with g_free(). */
char *sim_row_name (int row);
/** The name of the column group that @field chooses. */
const char *sim_kind_group_name (int kind, int field);

/** Add to @action what the step says; FALSE when its kind knows no such change. */
gboolean sim_step_add_to_action (const SimStep *step, SpilAction *action);

/** Puts @value (1 ...; 0: as empty as it may be) in the fields of column group @group. */
void sim_assign_group (SpilChange *change, int group, int value);

G_END_DECLS
