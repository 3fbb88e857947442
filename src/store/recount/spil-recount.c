// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-recount-private.h"

#define MAX_FAULTS 20

void
spil_recount_tell (const SpilRecount *self, int *told, char *sentence)
{
  if ((*told)++ < MAX_FAULTS)
    g_ptr_array_add (self->faults, sentence);
  else
    g_free (sentence);
}

gboolean
spil_recount_check (SpilStore *store, GPtrArray *faults, GError **error)
{
  g_auto (SpilRecount) self = { .store = store };

  if (!spil_recount_read (&self, store, faults, error))
    return FALSE;
  spil_recount_check_versions (&self);
  spil_recount_check_room (&self);
  spil_recount_check_bookings (&self);
  return spil_recount_check_rivals (&self, error) && spil_recount_check_lines (&self, error) &&
         spil_recount_check_allocations (&self, error) && spil_recount_check_closed (&self, error) &&
         spil_recount_check_fund (&self, error);
}
