// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "sim-rows.h"

#include "spil-day.h"

#define MAX_GROUPS 5

static const struct
{
  const char *name;
  SpilEntityNumber entity;
  int target; // kind of row; -1: none
  int reference; // field that refers to it
  gboolean needed;
  int second_target;
  int second_reference;
  int groups[MAX_GROUPS]; // column groups, by one of their fields; 0: no more
} kinds[SIM_ROW_KINDS] = {
  [SIM_KIND_ORGANISATION] = { "organisation",
                              SPIL_ENTITY_ORGANISATION,
                              -1,
                              0,
                              FALSE,
                              -1,
                              0,
                              { SPIL_ORGANISATION_NAME, SPIL_ORGANISATION_STREET,
                                SPIL_ORGANISATION_STAFF_COUNT, SPIL_ORGANISATION_NOTES } },
  [SIM_KIND_TASK] = { "task",
                      SPIL_ENTITY_TASK,
                      SIM_KIND_TASK,
                      SPIL_TASK_PARENT,
                      FALSE,
                      -1,
                      0,
                      { SPIL_TASK_NAME, SPIL_TASK_START, SPIL_TASK_OWNER } },
  [SIM_KIND_PERSON] = { "person",
                        SPIL_ENTITY_PERSON,
                        SIM_KIND_ORGANISATION,
                        SPIL_PERSON_ORGANISATION,
                        TRUE,
                        -1,
                        0,
                        { SPIL_PERSON_NAME, SPIL_PERSON_PHONE, SPIL_PERSON_NOTES, SPIL_PERSON_LEVEL } },
  [SIM_KIND_SITE] = { "site",
                      SPIL_ENTITY_SITE,
                      SIM_KIND_ORGANISATION,
                      SPIL_SITE_ORGANISATION,
                      TRUE,
                      -1,
                      0,
                      { SPIL_SITE_NAME, SPIL_SITE_STREET } },
  [SIM_KIND_DEPENDENCY] = { "dependency",
                            SPIL_ENTITY_DEPENDENCY,
                            SIM_KIND_TASK,
                            SPIL_DEPENDENCY_FROM,
                            TRUE,
                            SIM_KIND_TASK,
                            SPIL_DEPENDENCY_TO,
                            { SPIL_DEPENDENCY_TYPE } },
  [SIM_KIND_CONTACT] = { "contact",
                         SPIL_ENTITY_CONTACT,
                         SIM_KIND_ORGANISATION,
                         SPIL_CONTACT_ORGANISATION,
                         TRUE,
                         -1,
                         0,
                         { SPIL_CONTACT_SUMMARY } },
  [SIM_KIND_CONTACT_PERSON] = { "contact-person",
                                SPIL_ENTITY_CONTACT_PERSON,
                                SIM_KIND_CONTACT,
                                SPIL_CONTACT_PERSON_CONTACT,
                                TRUE,
                                SIM_KIND_PERSON,
                                SPIL_CONTACT_PERSON_PERSON,
                                { SPIL_CONTACT_PERSON_CONTACT } },
  [SIM_KIND_RISK] = { "risk",
                      SPIL_ENTITY_RISK,
                      -1,
                      0,
                      FALSE,
                      -1,
                      0,
                      { SPIL_RISK_EVENT, SPIL_RISK_CHANCE_SCORE, SPIL_RISK_MONEY_AMOUNT } },
};

int
sim_row_kind (int row)
{
  return row % SIM_ROW_KINDS;
}

int
sim_kind_target (int kind)
{
  return kinds[kind].target;
}

int
sim_kind_second_target (int kind)
{
  return kinds[kind].second_target;
}

gboolean
sim_kind_needs_target (int kind)
{
  return kinds[kind].needed;
}

int
sim_kind_n_groups (int kind)
{
  int n = 0;

  while (n < MAX_GROUPS && kinds[kind].groups[n] != 0)
    n++;
  return n;
}

static const SpilField *
group_field (int kind, int field)
{
  return spil_entity_field (spil_entity (kinds[kind].entity),
                            kinds[kind].groups[field % sim_kind_n_groups (kind)]);
}

const char *
sim_kind_group_name (int kind, int field)
{
  return group_field (kind, field)->name;
}

const SpilEntity *
sim_row_entity (int row)
{
  return spil_entity (kinds[sim_row_kind (row)].entity);
}

SpilId
sim_row_id (int row)
{
  return spil_id_new_seeded (G_GINT64_CONSTANT (1530000000000) + row,
                             (const uint8_t[10]) { 1, (uint8_t) (row >> 8), (uint8_t) row });
}

char *
sim_row_name (int row)
{
  return row < 0 ? g_strdup ("?")
                 : g_strdup_printf ("%s%d", kinds[sim_row_kind (row)].name, row / SIM_ROW_KINDS);
}

static SpilValue
make_value (const SpilField *field, int value)
{
  gboolean required = (field->flags & SPIL_FIELD_REQUIRED) != 0;

  if (value == 0 && !required)
    return SPIL_VALUE_INIT;
  switch (field->type) {
  case SPIL_TYPE_TEXT: {
    static const char *const phones[] = { "038 123 45 67", "06 12 34 56 78" };
    char text[] = { (char) ('a' + value), '\0' };

    return spil_value_text (g_str_equal (field->name, "phone") ? phones[value % 2] : text);
  }
  case SPIL_TYPE_DATE:
    return spil_value_integer (spil_day_from_ymd (2001, 1, 1 + value).number);
  case SPIL_TYPE_TIME:
    return spil_value_integer (G_GINT64_CONSTANT (980000000000) + value);
  case SPIL_TYPE_CHOICE:
    return spil_value_integer (field->choices->items[value % field->choices->n_items].number);
  default:
    return spil_value_integer (value);
  }
}

void
sim_assign_group (SpilChange *change, int group, int value)
{
  for (int i = 1; i < change->entity->n_fields; i++) {
    const SpilField *field = &change->entity->fields[i];
    g_auto (SpilValue) made = SPIL_VALUE_INIT;

    if (field->number == 0 || field->group != group || field->type == SPIL_TYPE_REFERENCE)
      continue;
    made = make_value (field, value);
    spil_change_assign (change, i, &made);
  }
}

static void
assign_reference (SpilChange *change, int field, int row)
{
  g_auto (SpilValue) value = spil_value_id (sim_row_id (row));

  spil_change_assign (change, field, &value);
}

static gboolean
add_row (const SimStep *step, SpilAction *action)
{
  int kind = sim_row_kind (step->row);
  const SpilEntity *entity = sim_row_entity (step->row);
  SpilChange *change;

  if ((kinds[kind].needed && step->other < 0) || (kinds[kind].second_reference != 0 && step->count < 0))
    return FALSE;
  change = spil_action_add_row (action, entity, sim_row_id (step->row));
  for (int i = 1; i < entity->n_fields; i++)
    if (entity->fields[i].number != 0 && (entity->fields[i].flags & SPIL_FIELD_REQUIRED) != 0)
      sim_assign_group (change, entity->fields[i].group, step->value);
  for (int i = 0; i < sim_kind_n_groups (kind); i++)
    sim_assign_group (change, group_field (kind, i)->group, step->value);
  if (kinds[kind].reference != 0 && step->other >= 0)
    assign_reference (change, kinds[kind].reference, step->other);
  if (kinds[kind].second_reference != 0)
    assign_reference (change, kinds[kind].second_reference, step->count);
  return TRUE;
}

static gboolean
refer_row (const SimStep *step, SpilAction *action)
{
  int kind = sim_row_kind (step->row);

  if (kinds[kind].reference == 0 || step->other < 0)
    return FALSE;
  assign_reference (spil_action_set_row (action, sim_row_entity (step->row), sim_row_id (step->row)),
                    kinds[kind].reference, step->other);
  return TRUE;
}

gboolean
sim_step_add_to_action (const SimStep *step, SpilAction *action)
{
  const SpilEntity *entity;

  if (step->row < 0)
    return FALSE;
  entity = sim_row_entity (step->row);
  switch (step->op) {
  case SIM_ADD:
    return add_row (step, action);
  case SIM_REFER:
    return refer_row (step, action);
  case SIM_SET:
    sim_assign_group (spil_action_set_row (action, entity, sim_row_id (step->row)),
                      group_field (sim_row_kind (step->row), step->field)->group, step->value);
    return TRUE;
  case SIM_DELETE:
    spil_action_delete (action, entity, sim_row_id (step->row));
    return TRUE;
  default:
    return FALSE;
  }
}
