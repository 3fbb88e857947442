// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-stamp.h"

const SpilStamp SPIL_STAMP_NONE = { 0 };

int
spil_stamp_compare (const SpilStamp *a, const SpilStamp *b)
{
  int by_device;

  if (a->time != b->time)
    return a->time < b->time ? -1 : 1;
  by_device = spil_id_compare (a->device, b->device);
  if (by_device != 0)
    return by_device;
  return a->sequence < b->sequence ? -1 : a->sequence > b->sequence;
}

gboolean
spil_stamp_same_transaction (const SpilStamp *a, const SpilStamp *b)
{
  return a->sequence == b->sequence && spil_id_equal (a->device, b->device);
}
