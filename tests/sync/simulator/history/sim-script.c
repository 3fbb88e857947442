// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "sim-history.h"
#include "sim-rows.h"

static void
append_change (GString *text, const SimStep *step)
{
  static const char *const verbs[] = { "add", "set", "refer", "delete" };
  g_autofree char *row = sim_row_name (step->row);
  g_autofree char *other = sim_row_name (step->other);
  g_autofree char *second = sim_row_name (step->count);

  g_string_append_printf (text, "%s %s", verbs[step->op], row);
  if (step->op == SIM_ADD && sim_kind_target (sim_row_kind (step->row)) >= 0)
    g_string_append_printf (text, " of %s", other);
  if (step->op == SIM_ADD && sim_kind_second_target (sim_row_kind (step->row)) >= 0)
    g_string_append_printf (text, " and %s", second);
  if (step->op == SIM_ADD)
    g_string_append_printf (text, " = %d", step->value);
  if (step->op == SIM_REFER)
    g_string_append_printf (text, " to %s", other);
  if (step->op == SIM_SET && step->row >= 0)
    g_string_append_printf (text, ".%s = %d", sim_kind_group_name (sim_row_kind (step->row), step->field),
                            step->value);
  if (step->joined)
    g_string_append (text, " (in one action with the one before)");
}

static void
append_step (GString *text, const SimStep *step)
{
  g_autofree char *row = sim_row_name (step->row);

  g_string_append_printf (text, "laptop %d: ", step->device);
  switch (step->op) {
  case SIM_ADD:
  case SIM_SET:
  case SIM_REFER:
  case SIM_DELETE:
    append_change (text, step);
    break;
  case SIM_UNDO:
    g_string_append (text, "undo");
    break;
  case SIM_REDO:
    g_string_append (text, "redo");
    break;
  case SIM_SETTLE:
    g_string_append_printf (text, "settle inbox[%d] with side %d", step->row, step->field);
    break;
  case SIM_SETTLE_OWN:
    g_string_append_printf (text, "settle inbox[%d] with own value %d", step->row, step->value);
    break;
  case SIM_ERASE:
    g_string_append_printf (text, "erase %s", row);
    break;
  case SIM_CLOCK:
    g_string_append_printf (text, "clock %+d days", step->value);
    break;
  case SIM_FETCH:
    g_string_append_printf (text, "fetch from laptop %d", step->other);
    if (step->count > 0)
      g_string_append_printf (text, ", at most %d", step->count);
    break;
  case SIM_REPEAT:
    g_string_append_printf (text, "get %d again", step->count);
    break;
  case SIM_NEWER:
    g_string_append_printf (text, "a later version writes something new (%d) about %s = %d", step->field, row,
                            step->value);
    break;
  case SIM_MISCHIEF:
    g_string_append_printf (text, "mischief %u on the carrier", step->seed);
    break;
  case SIM_ABSENT:
    g_string_append (text, step->value % 2 != 0 ? "no carrier any more" : "has the carrier again");
    break;
  case SIM_REVOKE:
    g_string_append (text, "its membership ends");
    break;
  case SIM_N_OPS:
  default:
    g_assert_not_reached ();
  }
  g_string_append_c (text, '\n');
}

char *
sim_history_to_text (const SimHistory *self)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "seed %u, %d laptops, %u steps\n", self->seed, self->n_devices,
                          self->steps->len);
  for (guint i = 0; i < self->steps->len; i++)
    append_step (text, &g_array_index (self->steps, SimStep, i));
  return g_string_free_and_steal (text);
}
