// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What synchronisation costs, without the carrier: each target of its design, against plain SQLite. */
#include "bench-sync.h"

int
main (void)
{
  BenchSpace space = bench_space_new ();

  bench_sync_million (&space);
  bench_sync_rows (&space);
  bench_sync_edit (&space);
  bench_sync_cells (&space);
  bench_sync_laptops (&space);
  return 0;
}
