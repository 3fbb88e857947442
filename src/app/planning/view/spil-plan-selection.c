// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-plan-selection.h"

#include <string.h>

struct _SpilPlanSelection
{
  GByteArray *rows; /* 1: selected */
  int n_selected;
  int current;
  int anchor; /* where extending begins; -1: nowhere */
};

SpilPlanSelection *
spil_plan_selection_new (void)
{
  SpilPlanSelection *self = g_new0 (SpilPlanSelection, 1);

  self->rows = g_byte_array_new ();
  self->current = self->anchor = -1;
  return self;
}

void
spil_plan_selection_free (SpilPlanSelection *self)
{
  if (self == NULL)
    return;
  g_byte_array_unref (self->rows);
  g_free (self);
}

static void
clear (SpilPlanSelection *self)
{
  if (self->rows->len > 0)
    memset (self->rows->data, 0, self->rows->len);
  self->n_selected = 0;
}

static void
mark (SpilPlanSelection *self, int row, gboolean selected)
{
  self->n_selected += (selected ? 1 : 0) - self->rows->data[row];
  self->rows->data[row] = selected ? 1 : 0;
}

void
spil_plan_selection_reset (SpilPlanSelection *self, int n_rows)
{
  g_return_if_fail (self != NULL && n_rows >= 0);

  g_byte_array_set_size (self->rows, (guint) n_rows);
  clear (self);
  self->current = self->anchor = -1;
}

int
spil_plan_selection_get_current (const SpilPlanSelection *self)
{
  return self->current;
}

gboolean
spil_plan_selection_contains (const SpilPlanSelection *self, int row)
{
  return row >= 0 && row < (int) self->rows->len && self->rows->data[row] != 0;
}

int
spil_plan_selection_get_count (const SpilPlanSelection *self)
{
  return self->n_selected;
}

GArray *
spil_plan_selection_list (const SpilPlanSelection *self)
{
  GArray *rows = g_array_sized_new (FALSE, FALSE, sizeof (int), (guint) self->n_selected);

  for (int i = 0; i < (int) self->rows->len && (int) rows->len < self->n_selected; i++)
    if (self->rows->data[i] != 0)
      g_array_append_val (rows, i);
  return rows;
}

static int
hold (const SpilPlanSelection *self, int row)
{
  return CLAMP (row, -1, (int) self->rows->len - 1);
}

void
spil_plan_selection_set (SpilPlanSelection *self, int row)
{
  g_return_if_fail (self != NULL);

  clear (self);
  self->current = self->anchor = hold (self, row);
  if (self->current >= 0)
    mark (self, self->current, TRUE);
}

void
spil_plan_selection_add (SpilPlanSelection *self, int row)
{
  g_return_if_fail (self != NULL);

  if (row >= 0 && row < (int) self->rows->len)
    mark (self, row, TRUE);
}

void
spil_plan_selection_toggle (SpilPlanSelection *self, int row)
{
  g_return_if_fail (self != NULL);

  row = hold (self, row);
  if (row < 0)
    return;
  mark (self, row, self->rows->data[row] == 0);
  self->current = self->anchor = row;
}

void
spil_plan_selection_extend (SpilPlanSelection *self, int row)
{
  g_return_if_fail (self != NULL);

  row = hold (self, row);
  if (row < 0)
    return;
  if (self->anchor < 0)
    self->anchor = row;
  clear (self);
  for (int i = MIN (self->anchor, row); i <= MAX (self->anchor, row); i++)
    mark (self, i, TRUE);
  self->current = row;
}

void
spil_plan_selection_all (SpilPlanSelection *self)
{
  g_return_if_fail (self != NULL);

  for (int i = 0; i < (int) self->rows->len; i++)
    mark (self, i, TRUE);
  if (self->current < 0)
    self->current = hold (self, 0);
}
