// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-cells.h"

#include "spil-bytes.h"
#include "spil-entity.h"

typedef struct
{
  int group;
  SpilLocalStamp stamp;
} SpilCell;

// Times are kept as what they differ from the time of birth: mostly shorter.
static gboolean
read_cell (SpilBytes *bytes, const SpilLocalStamp *born, SpilCell *cell)
{
  uint64_t group;
  uint64_t device;
  uint64_t sequence;
  int64_t later;

  if (!spil_bytes_read_bounded (bytes, SPIL_FIELD_NUMBER_LIMIT - 1, &group) ||
      !spil_bytes_read_signed (bytes, &later) || !spil_bytes_read_bounded (bytes, G_MAXINT64, &device) ||
      !spil_bytes_read_bounded (bytes, G_MAXINT64, &sequence))
    return FALSE;
  cell->group = (int) group;
  cell->stamp = (SpilLocalStamp) {
    .time = (int64_t) ((uint64_t) born->time + (uint64_t) later),
    .device = (int64_t) device,
    .sequence = (int64_t) sequence,
  };
  return TRUE;
}

gboolean
spil_cells_init (SpilCells *self, SpilLocalStamp born, const void *clock, gsize length)
{
  SpilBytes bytes = spil_bytes (clock, length);

  *self = (SpilCells) { .born = born };
  while (spil_bytes_left (&bytes) > 0) {
    SpilCell cell;

    if (!read_cell (&bytes, &born, &cell)) {
      spil_cells_clear (self);
      return FALSE;
    }
    spil_cells_set (self, cell.group, &cell.stamp);
  }
  return TRUE;
}

void
spil_cells_clear (SpilCells *self)
{
  g_clear_pointer (&self->later, g_array_unref);
}

SpilLocalStamp
spil_cells_get (const SpilCells *self, int group)
{
  for (guint i = 0; self->later != NULL && i < self->later->len; i++) {
    const SpilCell *cell = &g_array_index (self->later, SpilCell, i);

    if (cell->group == group)
      return cell->stamp;
  }
  return self->born;
}

void
spil_cells_set (SpilCells *self, int group, const SpilLocalStamp *stamp)
{
  SpilCell cell = { .group = group, .stamp = *stamp };
  guint place = 0;

  if (self->later == NULL)
    self->later = g_array_new (FALSE, FALSE, sizeof (SpilCell));
  while (place < self->later->len && g_array_index (self->later, SpilCell, place).group < group)
    place++;
  if (place < self->later->len && g_array_index (self->later, SpilCell, place).group == group)
    g_array_index (self->later, SpilCell, place) = cell;
  else
    g_array_insert_val (self->later, place, cell);
}

GByteArray *
spil_cells_to_bytes (const SpilCells *self)
{
  GByteArray *bytes;

  if (self->later == NULL)
    return NULL;
  bytes = g_byte_array_new ();
  for (guint i = 0; i < self->later->len; i++) {
    const SpilCell *cell = &g_array_index (self->later, SpilCell, i);

    spil_bytes_add_number (bytes, (uint64_t) cell->group);
    spil_bytes_add_signed (bytes, cell->stamp.time - self->born.time);
    spil_bytes_add_number (bytes, (uint64_t) cell->stamp.device);
    spil_bytes_add_number (bytes, (uint64_t) cell->stamp.sequence);
  }
  return bytes;
}
